"""LINE's reply and push: tokens, retry keys, who is reached, the quota."""

import json
import uuid
from typing import Any

import pytest
from linebot.v3.messaging import (
    AsyncApiClient,
    AsyncMessagingApi,
    Configuration,
    Message,
    PushMessageRequest,
    ReplyMessageRequest,
    TextMessage,
)
from linebot.v3.messaging.exceptions import ApiException

from tests.fakes.conftest import BotServer, Clock
from tests.fakes.line import FakeLine


def words(text: str = "やあ") -> list[Message]:
    return [TextMessage(text=text)]


def push(to: str, text: str = "やあ") -> PushMessageRequest:
    return PushMessageRequest(to=to, messages=words(text))


async def refused(call: Any) -> tuple[int, dict[str, Any], Any]:
    with pytest.raises(ApiException) as error:
        await call
    return error.value.status, json.loads(error.value.body), error.value.headers


async def token(line: FakeLine, bot_server: BotServer, user: str) -> str:
    event = line.events.text(user, "こんにちは")
    assert (await line.deliver(bot_server.url, event)).status_code == 200
    return str(event["replyToken"])


async def test_wrong_token(line: FakeLine) -> None:
    configuration = Configuration(host=line.url, access_token="wrong")
    async with AsyncApiClient(configuration) as client:
        status, body, headers = await refused(AsyncMessagingApi(client).get_bot_info())
    assert status == 401
    assert "Authentication failed" in body["message"]
    assert headers["x-line-request-id"]


async def test_reply_once(line: FakeLine, api: AsyncMessagingApi, bot_server: BotServer) -> None:
    user = line.world.user()
    name = await token(line, bot_server, user)
    answer = await api.reply_message(ReplyMessageRequest(reply_token=name, messages=words()))
    assert answer.sent_messages[0].quote_token
    again = ReplyMessageRequest(reply_token=name, messages=words())
    status, body, _ = await refused(api.reply_message(again))
    assert (status, body) == (400, {"message": "Invalid reply token"})
    (entry,) = line.ledger
    assert (entry.via, entry.chat, entry.retry_key) == ("reply", user, None)
    assert line.world.usage == 0
    assert [str(bubble) for bubble in line.screen(user)] == ["user: こんにちは", "bot: やあ"]


@pytest.mark.parametrize(("seconds", "alive"), [(60, True), (61, False)])
async def test_reply_token_dies(
    seconds: int,
    alive: bool,
    line: FakeLine,
    api: AsyncMessagingApi,
    clock: Clock,
    bot_server: BotServer,
) -> None:
    name = await token(line, bot_server, line.world.user())
    clock.move(seconds=seconds)
    request = ReplyMessageRequest(reply_token=name, messages=words())
    if alive:
        await api.reply_message(request)
    else:
        assert (await refused(api.reply_message(request)))[1]["message"] == "Invalid reply token"


async def test_redelivery_revives_the_token_for_twenty_minutes(
    line: FakeLine, api: AsyncMessagingApi, clock: Clock, bot_server: BotServer
) -> None:
    event = line.events.text(line.world.user(), "a")
    await line.deliver(bot_server.url, event)
    clock.move(minutes=5)
    again = line.events.redelivered(event)
    assert again["webhookEventId"] == event["webhookEventId"]
    await line.deliver(bot_server.url, again)
    request = ReplyMessageRequest(reply_token=event["replyToken"], messages=words())
    await api.reply_message(request)

    event = line.events.text(line.world.user(), "b")
    clock.move(minutes=21)
    await line.deliver(bot_server.url, line.events.redelivered(event))
    late = ReplyMessageRequest(reply_token=event["replyToken"], messages=words())
    assert (await refused(api.reply_message(late)))[0] == 400


async def test_reply_takes_no_retry_key(line: FakeLine, line_client: AsyncApiClient) -> None:
    with pytest.raises(ApiException) as error:
        await line_client.rest_client.post_request(
            f"{line.url}/v2/bot/message/reply",
            headers={
                "Authorization": f"Bearer {line.access_token}",
                "X-Line-Retry-Key": str(uuid.uuid4()),
            },
            body={"replyToken": "a", "messages": [{"type": "text", "text": "a"}]},
        )
    assert error.value.status == 400
    assert len(line.offences) == 1


async def test_push_with_retry_key(line: FakeLine, api: AsyncMessagingApi, clock: Clock) -> None:
    user, key = line.world.user(), str(uuid.uuid4())
    first = await api.push_message_with_http_info(push(user), x_line_retry_key=key)
    assert first.headers is not None
    status, body, headers = await refused(api.push_message(push(user), x_line_retry_key=key))
    assert status == 409
    assert headers["x-line-accepted-request-id"] == first.headers["x-line-request-id"]
    assert body["sentMessages"][0]["id"] == first.data.sent_messages[0].id
    assert line.offences == []
    assert (await refused(api.push_message(push(user, "他"), x_line_retry_key=key)))[0] == 409
    assert "another body" in line.offences.pop()
    clock.move(hours=25)
    await api.push_message(push(user), x_line_retry_key=key)
    assert [entry.retry_key for entry in line.ledger] == [key, key]


async def test_retry_key_is_a_uuid(line: FakeLine, api: AsyncMessagingApi) -> None:
    call = api.push_message(push(line.world.user()), x_line_retry_key="one")
    assert (await refused(call))[0] == 400


async def test_blocked_gets_nothing_and_counts_nothing(
    line: FakeLine, api: AsyncMessagingApi, bot_server: BotServer
) -> None:
    user = line.world.user()
    await line.deliver(bot_server.url, line.events.unfollow(user))
    assert (await api.push_message(push(user))).sent_messages
    assert not line.ledger[0].delivered
    assert line.world.usage == 0
    assert line.screen(user) == []
    assert (await refused(api.get_profile(user)))[0] == 404
    await line.deliver(bot_server.url, line.events.follow(user, unblocked=True))
    await api.push_message(push(user))
    assert line.ledger[1].delivered
    assert (await api.get_profile(user)).display_name == "a buyer"


async def test_no_friend_is_reached_for_seven_days(
    line: FakeLine, api: AsyncMessagingApi, clock: Clock, bot_server: BotServer
) -> None:
    user = line.world.user(friend=False)
    await api.push_message(push(user))
    await line.deliver(bot_server.url, line.events.text(user, "a"))
    await api.push_message(push(user))
    clock.move(days=8)
    await api.push_message(push(user))
    assert [entry.delivered for entry in line.ledger] == [False, True, False]


async def test_unknown_receiver(
    line: FakeLine, api: AsyncMessagingApi, bot_server: BotServer
) -> None:
    group = line.world.group(line.world.user())
    await line.deliver(bot_server.url, line.events.leave(group))
    for to in ("U" + "0" * 32, group):
        status, body, _ = await refused(api.push_message(push(to)))
        assert (status, body["message"]) == (400, "Failed to send messages")


async def test_monthly_quota_counts_recipients(
    line: FakeLine, api: AsyncMessagingApi, clock: Clock
) -> None:
    line.world.quota = 4
    user = line.world.user()
    group = line.world.group(user, line.world.user(), line.world.user())
    await api.push_message(PushMessageRequest(to=group, messages=words() * 2))
    await api.push_message(push(user))
    status, body, _ = await refused(api.push_message(push(user)))
    assert (status, body["message"]) == (429, "You have reached your monthly limit.")
    quota = await api.get_message_quota()
    assert (quota.type, quota.value) == ("limited", 4)
    assert (await api.get_message_quota_consumption()).total_usage == 4
    clock.move(days=31)
    await api.push_message(push(user))
    line.world.quota = None
    assert (await api.get_message_quota()).type == "none"
