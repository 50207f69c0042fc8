"""LINE misbehaving: what the client sees and what LINE had taken by then."""

import asyncio
import uuid

import aiohttp
import pytest
from linebot.v3.messaging import AsyncMessagingApi, PushMessageRequest, TextMessage
from linebot.v3.messaging.exceptions import ApiException

from tests.fakes.faults import Kind
from tests.fakes.line import FakeLine


def push(to: str) -> PushMessageRequest:
    return PushMessageRequest(to=to, messages=[TextMessage(text="やあ")])


@pytest.mark.parametrize(
    ("kind", "status"), [("429", 429), ("500", 500), ("502", 502)], ids=lambda v: str(v)
)
async def test_error_answers(
    kind: Kind, status: int, line: FakeLine, api: AsyncMessagingApi
) -> None:
    user = line.world.user()
    line.faults.next(kind, on="push", times=2, retry_after=3)
    for _ in range(2):
        with pytest.raises(ApiException) as error:
            await api.push_message(push(user))
        assert error.value.status == status
        assert error.value.headers["retry-after"] == "3"
        assert error.value.headers["x-line-request-id"]
    assert len(line.ledger) == 0
    await api.push_message(push(user))
    assert line.faults.happened == [("push", kind)] * 2


@pytest.mark.parametrize(
    ("kind", "accepted"),
    [
        ("timeout_before", False),
        ("timeout_after", True),
        ("reset_before", False),
        ("reset_after", True),
    ],
)
async def test_no_answer(
    kind: Kind, accepted: bool, line: FakeLine, api: AsyncMessagingApi
) -> None:
    user, key = line.world.user(), str(uuid.uuid4())
    line.faults.next(kind, on="push")
    expected = asyncio.TimeoutError if kind.startswith("timeout") else aiohttp.ClientError
    with pytest.raises(expected):
        await api.push_message(push(user), x_line_retry_key=key, _request_timeout=0.3)
    assert [entry.answered for entry in line.ledger] == [False] * accepted
    assert len(line.screen(user)) == accepted
    if accepted:
        with pytest.raises(ApiException) as error:
            await api.push_message(push(user), x_line_retry_key=key)
        assert error.value.status == 409
    else:
        await api.push_message(push(user), x_line_retry_key=key)
    assert len(line.ledger) == 1
    assert line.offences == []


async def test_sending_again_without_the_key_is_an_offence(
    line: FakeLine, api: AsyncMessagingApi
) -> None:
    user = line.world.user()
    line.faults.next("reset_after", on="push")
    with pytest.raises(aiohttp.ClientError):
        await api.push_message(push(user), x_line_retry_key=str(uuid.uuid4()))
    await api.push_message(push(user), x_line_retry_key=str(uuid.uuid4()))
    assert len(line.ledger) == 2
    assert "without its retry key" in line.offences[0]


async def test_seeded_chance(line: FakeLine, api: AsyncMessagingApi) -> None:
    async def run() -> list[bool]:
        line.faults.clear()
        line.faults.random("500", on="push", probability=0.5, seed=3)
        fates = []
        for _ in range(12):
            try:
                await api.push_message(push(user))
            except ApiException:
                fates.append(False)
            else:
                fates.append(True)
        return fates

    user = line.world.user()
    first = await run()
    assert first == await run()
    assert set(first) == {True, False}
    line.faults.clear()
    await api.push_message(push(user))


async def test_outage(line: FakeLine, api: AsyncMessagingApi) -> None:
    await line.go_down()
    with pytest.raises(aiohttp.ClientConnectionError):
        await api.push_message(push(line.world.user()))
    await line.come_back()
    await api.push_message(push(line.world.user()))
