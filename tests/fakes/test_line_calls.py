"""LINE's answers to calls: bodies, validators, groups, content, rich menus."""

import io
import json
from typing import Any

import pytest
from linebot.v3.messaging import (
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    MarkMessagesAsReadByTokenRequest,
    Message,
    PushMessageRequest,
    RichMenuRequest,
    ShowLoadingAnimationRequest,
    TextMessage,
    ValidateMessageRequest,
)
from linebot.v3.messaging.exceptions import ApiException

from tests.fakes.conftest import BotServer
from tests.fakes.line import FakeLine
from tests.fakes.line_world import Content


def words(text: str = "やあ") -> list[Message]:
    return [TextMessage(text=text)]


def push(to: str, text: str = "やあ") -> PushMessageRequest:
    return PushMessageRequest(to=to, messages=words(text))


async def refused(call: Any) -> tuple[int, dict[str, Any], Any]:
    with pytest.raises(ApiException) as error:
        await call
    return error.value.status, json.loads(error.value.body), error.value.headers


async def test_large_body(line: FakeLine, line_client: AsyncApiClient) -> None:
    body = {"to": "a", "messages": [{"type": "text", "text": "a" * 2_100_000}]}
    response = await line_client.rest_client.pool_manager.post(
        f"{line.url}/v2/bot/message/push",
        data=io.BytesIO(json.dumps(body).encode()),
        headers={
            "Authorization": f"Bearer {line.access_token}",
            "Content-Type": "application/json",
        },
    )
    assert response.status == 413


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [(b"{", "application/json", 400), (b"[]", "application/json", 400), (b"a", "text/plain", 415)],
)
async def test_no_json(
    raw: bytes, kind: str, status: int, line: FakeLine, line_client: AsyncApiClient
) -> None:
    response = await line_client.rest_client.pool_manager.post(
        f"{line.url}/v2/bot/message/push",
        data=raw,
        headers={"Authorization": f"Bearer {line.access_token}", "Content-Type": kind},
    )
    assert response.status == status


@pytest.mark.parametrize("path", ["message/multicast", "message/broadcast", "nothing"])
async def test_unknown_endpoint(path: str, line: FakeLine, line_client: AsyncApiClient) -> None:
    with pytest.raises(ApiException) as error:
        await line_client.rest_client.post_request(
            f"{line.url}/v2/bot/{path}",
            headers={"Authorization": f"Bearer {line.access_token}"},
            body={},
        )
    assert error.value.status == 404


async def test_validators_send_nothing(line: FakeLine, api: AsyncMessagingApi) -> None:
    await api.validate_push(ValidateMessageRequest(messages=words()))
    empty = ValidateMessageRequest(messages=words(""))
    assert (await refused(api.validate_reply(empty)))[0] == 400
    assert len(line.ledger) == 0


async def test_loading_animation(line: FakeLine, api: AsyncMessagingApi) -> None:
    user = line.world.user()
    request = ShowLoadingAnimationRequest(chat_id=user, loading_seconds=5)
    answer = await api.show_loading_animation_with_http_info(request)
    assert answer.status_code == 202
    for chat, seconds in ((user, 7), (line.world.group(user), 5)):
        request = ShowLoadingAnimationRequest(chat_id=chat, loading_seconds=seconds)
        assert (await refused(api.show_loading_animation(request)))[0] == 400
    await api.mark_messages_as_read_by_token(
        MarkMessagesAsReadByTokenRequest(mark_as_read_token="a")
    )
    assert [entry.endpoint for entry in line.ledger] == ["chat/loading/start", "chat/markAsRead"]


async def test_groups(line: FakeLine, api: AsyncMessagingApi, bot_server: BotServer) -> None:
    user = line.world.user()
    group = line.world.group(joined=False)
    assert (await refused(api.get_group_member_count(group)))[0] == 404
    await line.deliver(
        bot_server.url, line.events.join(group), line.events.member_joined(group, user, "U" * 33)
    )
    assert (await api.get_group_member_count(group)).count == 2
    assert (await api.get_group_summary(group)).group_name
    assert (await api.get_group_member_profile(group, user)).user_id == user
    await api.leave_group(group)
    assert not line.world.groups[group].joined


async def test_content(line: FakeLine, blob: AsyncMessagingApiBlob, bot_server: BotServer) -> None:
    user = line.world.user()
    photo = line.photo(user, b"\xff\xd8" + b"x" * 200_000)
    message = photo["message"]["id"]
    await line.deliver(bot_server.url, photo)
    assert len(await blob.get_message_content(message)) == 200_002
    await line.deliver(bot_server.url, line.events.unsend(user, message))
    for gone, status in ((message, 410), ("1", 404)):
        with pytest.raises(ApiException) as error:
            await blob.get_message_content(gone)
        assert error.value.status == status


async def test_content_of_a_film_is_prepared_first(
    line: FakeLine, blob: AsyncMessagingApiBlob
) -> None:
    film = line.film(line.world.user(), b"film", preparing=2)["message"]["id"]
    answer = await blob.get_message_content_with_http_info(film)
    assert answer.status_code == 202
    transcoding = await blob.get_message_content_transcoding_by_message_id(film)
    assert transcoding.status == "processing"
    transcoding = await blob.get_message_content_transcoding_by_message_id(film)
    assert transcoding.status == "succeeded"
    assert await blob.get_message_content(film) == b"film"
    line.world.contents["9"] = Content(b"", failed=True)
    assert (await blob.get_message_content_transcoding_by_message_id("9")).status == "failed"


async def test_rich_menu(
    line: FakeLine, api: AsyncMessagingApi, blob: AsyncMessagingApiBlob
) -> None:
    menu: dict[str, Any] = {
        "size": {"width": 2500, "height": 843},
        "selected": False,
        "name": "menu",
        "chatBarText": "メニュー",
        "areas": [
            {
                "bounds": {"x": 0, "y": 0, "width": 2500, "height": 843},
                "action": {"type": "message", "text": "一覧"},
            }
        ],
    }
    made = (await api.create_rich_menu(RichMenuRequest.from_dict(menu))).rich_menu_id
    assert (await refused(api.set_default_rich_menu(made)))[0] == 400
    headers = {"Content-Type": "image/png"}
    await blob.set_rich_menu_image(made, b"png", _headers=headers)
    await api.set_default_rich_menu(made)
    assert [m.rich_menu_id for m in (await api.get_rich_menu_list()).richmenus] == [made]
    await api.delete_rich_menu(made)
    wrong = RichMenuRequest.from_dict({**menu, "size": {"width": 1000, "height": 900}})
    assert (await refused(api.create_rich_menu(wrong)))[0] == 400
