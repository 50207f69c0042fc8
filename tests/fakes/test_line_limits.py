"""Every limit of a LINE message: at the limit it is taken, past it it is refused."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from linebot.v3.messaging import AsyncApiClient, Configuration
from linebot.v3.messaging.exceptions import ApiException

from tests.fakes.ledger import Json
from tests.fakes.line import FakeLine
from tests.fakes.line_samples import (
    GRAPHEME,
    HTTPS,
    bubble,
    button,
    buttons,
    carousel,
    clip,
    columns,
    flex,
    image,
    line_of,
    mention,
    picker,
    pictures,
    postback,
    quick,
    say,
    template,
    text,
    text_v2,
    uri,
)

LONG = HTTPS + "a" * 3000
# name: (taken, refused)
LIMITS: dict[str, tuple[Json | list[Json], Json | list[Json]]] = {
    "messages": ([text()] * 5, [text()] * 6),
    "no messages": ([text()], []),
    "text units": (text("あ" * 5000), text("あ" * 5001)),
    "text units of pairs": (text("😀" * 2500), text("😀" * 2500 + "a")),
    "text empty": (text("a"), text("")),
    "text missing": (text("a"), {"type": "text"}),
    "text number": (text("1"), text(1)),
    "message type": (text(), {"type": "letter", "text": "a"}),
    "unknown field": (text(), text(colour="red")),
    "emojis": (text(), text("$" * 21, emojis=[{"index": 0, "productId": "1"}] * 21)),
    "sender name": (text(sender={"name": "a" * 20}), text(sender={"name": "a" * 21})),
    "sender icon": (text(sender={"iconUrl": HTTPS}), text(sender={"iconUrl": "http://a.example"})),
    "v2 placeholder": (text_v2("{{a}}"), text_v2("{a}")),
    "v2 mention to a person": (text_v2("a"), text_v2("{a}", a=mention("U" + "0" * 32))),
    "image url": (image(HTTPS), image("http://example.com/a.png")),
    "image url length": (image(HTTPS), image(LONG)),
    "sticker": (
        {"type": "sticker", "packageId": "1", "stickerId": "2"},
        {"type": "sticker", "packageId": "a", "stickerId": "2"},
    ),
    "location title": (
        {"type": "location", "title": "a", "address": "b", "latitude": 1.0, "longitude": 2.0},
        {"type": "location", "title": "", "address": "b", "latitude": 1.0, "longitude": 2.0},
    ),
    "audio duration": (
        {"type": "audio", "originalContentUrl": HTTPS, "duration": 1},
        {"type": "audio", "originalContentUrl": HTTPS, "duration": 0},
    ),
    "quick items": (quick(*[postback()] * 13), quick(*[postback()] * 14)),
    "quick none": (quick(postback()), quick()),
    "quick label": (quick(postback(label="あ" * 20)), quick(postback(label="あ" * 21))),
    "quick label clusters": (
        quick(postback(label=GRAPHEME * 20)),
        quick(postback(label=GRAPHEME * 21)),
    ),
    "quick label missing": (quick(postback()), quick({"type": "postback", "data": "a"})),
    "quick label empty": (quick(postback()), quick(postback(label=""))),
    "quick icon": (quick(postback(), imageUrl=HTTPS), quick(postback(), imageUrl=LONG)),
    "quick type": (quick(postback()), text(quickReply={"items": [{"action": postback()}]})),
    "quick no richmenuswitch": (
        quick({"type": "location", "label": "場所"}),
        quick({"type": "richmenuswitch", "label": "a", "richMenuAliasId": "a", "data": "b"}),
    ),
    "action type": (quick(postback()), quick({"type": "shout", "label": "a"})),
    "data": (quick(postback(data="あ" * 300)), quick(postback(data="あ" * 301))),
    "data missing": (quick(postback()), quick({"type": "postback", "label": "a"})),
    "displayText": (
        quick(postback(displayText=GRAPHEME * 300)),
        quick(postback(displayText="a" * 301)),
    ),
    "displayText xor text": (
        flex(button(postback(text="a"))),
        flex(button(postback(text="a", displayText="b"))),
    ),
    "text not on quick replies": (quick(postback()), quick(postback(text="a"))),
    "fillInText": (
        quick(postback(inputOption="openKeyboard", fillInText="a")),
        quick(postback(fillInText="a")),
    ),
    "inputOption": (quick(postback(inputOption="openVoice")), quick(postback(inputOption="shut"))),
    "message text": (quick(say("a" * 300)), quick(say("a" * 301))),
    "uri length": (quick(uri(HTTPS.ljust(1000, "a"))), quick(uri(HTTPS.ljust(1001, "a")))),
    "uri scheme": (quick(uri("tel:0312345678")), quick(uri("ftp://example.com/"))),
    "uri encoding": (quick(uri(HTTPS + "%E3%81%82")), quick(uri(HTTPS + "あ"))),
    "uri desktop": (
        flex(button(uri(HTTPS, altUri={"desktop": HTTPS}))),
        flex(button(uri(HTTPS, altUri={"desktop": "javascript:1"}))),
    ),
    "clipboard": (quick(clip("あ" * 1000)), quick(clip("あ" * 1001))),
    "clipboard empty": (quick(clip("a")), quick(clip(""))),
    "picker mode": (quick(picker(mode="time")), quick(picker(mode="year"))),
    "picker format": (
        quick(picker(initial="2026-12-01T09:00")),
        quick(picker(initial="2026-12-01 9:00")),
    ),
    "picker day": (
        quick(picker(mode="date", min="2026-02-28")),
        quick(picker(mode="date", min="2026-02-29")),
    ),
    "picker bounds": (
        quick(picker(mode="date", min="2026-12-01", max="2026-12-02")),
        quick(picker(mode="date", min="2026-12-02", max="2026-12-01")),
    ),
    "picker initial in bounds": (
        quick(picker(mode="date", initial="2026-12-01", min="2026-12-01")),
        quick(picker(mode="date", initial="2026-11-30", min="2026-12-01")),
    ),
    "picker data": (quick(picker()), quick(picker(data="a" * 301))),
    "camera on quick replies only": (
        quick({"type": "camera", "label": "撮る"}),
        flex(button({"type": "camera", "label": "撮る"})),
    ),
    "alt": (flex(line_of(), alt="a" * 1500), flex(line_of(), alt="a" * 1501)),
    "alt empty": (flex(line_of()), flex(line_of(), alt="")),
    "flex type": (carousel(bubble()), {"type": "flex", "altText": "a", "contents": line_of()}),
    "bubble bytes": (carousel(bubble(30_600)), carousel(bubble(30_720))),
    "bubble bytes of kana": (flex(line_of("あ" * 10_100)), flex(line_of("あ" * 10_240))),
    "carousel bytes": (carousel(*[bubble(10_000)] * 5), carousel(*[bubble(10_200)] * 5)),
    "carousel bubbles": (carousel(*[bubble()] * 12), carousel(*[bubble()] * 13)),
    "carousel empty": (carousel(bubble()), carousel()),
    "carousel sizes": (
        carousel(bubble(size="kilo"), bubble(size="kilo")),
        carousel(bubble(size="kilo"), bubble(size="mega")),
    ),
    "carousel in carousel": (carousel(bubble()), carousel({"type": "carousel", "contents": []})),
    "bubble empty": (flex(line_of()), carousel({"type": "bubble"})),
    "bubble size": (carousel(bubble(size="giga")), carousel(bubble(size="huge"))),
    "flex text empty": (flex(line_of("a")), flex(line_of(""))),
    "flex button label": (
        flex(button(postback(label="あ" * 40))),
        flex(button(postback(label="あ" * 41))),
    ),
    "flex button without label": (
        flex(button(postback())),
        flex(button({"type": "postback", "data": "a"})),
    ),
    "flex other label": (
        flex(line_of(action={"type": "postback", "data": "a"})),
        flex(line_of(action=postback(label="a" * 41))),
    ),
    "flex button style": (
        flex(button(postback(), style="primary")),
        flex(button(postback(), style="loud")),
    ),
    "flex button height": (
        flex(button(postback(), height="sm")),
        flex(button(postback(), height="10px")),
    ),
    "colour": (flex(line_of(color="#ff000080")), flex(line_of(color="red"))),
    "box colour": (flex(backgroundColor="#123456"), flex(backgroundColor="#123")),
    "text size": (flex(line_of(size="xl")), flex(line_of(size="huge"))),
    "pixels": (flex(line_of(size="16px")), flex(line_of(size="16"))),
    "width": (flex(width="40%"), flex(width="xl")),
    "margin": (flex(line_of(margin="md")), flex(line_of(margin="5"))),
    "padding": (flex(paddingAll="10%"), flex(paddingAll="ten")),
    "corner": (flex(cornerRadius="md"), flex(cornerRadius="round")),
    "flex number": (flex(line_of(flex=0)), flex(line_of(flex=-1))),
    "layout": (flex(layout="horizontal"), flex(layout="diagonal")),
    "baseline holds text and icons": (
        flex(line_of(), layout="baseline"),
        flex({"type": "separator"}, layout="baseline"),
    ),
    "icon in baseline only": (
        flex({"type": "icon", "url": HTTPS}, layout="baseline"),
        flex({"type": "icon", "url": HTTPS}),
    ),
    "span in text only": (
        flex({"type": "text", "contents": [{"type": "span", "text": "a"}]}),
        flex({"type": "span", "text": "a"}),
    ),
    "flex field": (flex(line_of(wrap=True)), flex(line_of(bold=True))),
    "flex image": (
        flex({"type": "image", "url": HTTPS, "aspectRatio": "1:3"}),
        flex({"type": "image", "url": HTTPS, "aspectRatio": "1:4"}),
    ),
    "flex animated": (
        flex(*[{"type": "image", "url": HTTPS, "animated": True}] * 10),
        flex(*[{"type": "image", "url": HTTPS, "animated": True}] * 11),
    ),
    "hero": (
        carousel(bubble(hero={"type": "image", "url": HTTPS})),
        carousel(bubble(hero=line_of())),
    ),
    "progress bar": (
        flex(
            {
                "type": "box",
                "layout": "vertical",
                "height": "6px",
                "backgroundColor": "#eeeeee",
                "contents": [
                    {
                        "type": "box",
                        "layout": "vertical",
                        "width": "40%",
                        "height": "6px",
                        "backgroundColor": "#00aa00",
                        "contents": [],
                    }
                ],
            }
        ),
        flex({"type": "box", "layout": "vertical"}),
    ),
    "template type": (buttons(), template("list")),
    "buttons actions": (buttons(4), buttons(5)),
    "buttons none": (buttons(1), buttons(0)),
    "buttons text": (buttons(words="a" * 160), buttons(words="a" * 161)),
    "buttons text with title": (
        buttons(words="a" * 60, title="題"),
        buttons(words="a" * 61, title="題"),
    ),
    "buttons title": (buttons(title="あ" * 40), buttons(title="あ" * 41)),
    "buttons alt": (buttons(), {**buttons(), "altText": "a" * 1501}),
    "confirm": (
        template("confirm", text="a" * 240, actions=[postback()] * 2),
        template("confirm", text="a", actions=[postback()] * 3),
    ),
    "confirm text": (
        template("confirm", text=GRAPHEME * 240, actions=[postback()] * 2),
        template("confirm", text="a" * 241, actions=[postback()] * 2),
    ),
    "carousel columns": (columns(10), columns(11)),
    "carousel actions": (columns(1, 3), columns(1, 4)),
    "carousel uniform": (
        columns(2),
        template(
            "carousel",
            columns=[*columns(1)["template"]["columns"], *columns(1, 2)["template"]["columns"]],
        ),
    ),
    "image carousel": (pictures(10), pictures(11)),
    "image carousel label": (pictures(1, "あ" * 12), pictures(1, "あ" * 13)),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[tuple[FakeLine, AsyncApiClient]]:
    """One server and one SDK client for the whole table: a client costs 40 ms."""
    async with FakeLine() as line:
        configuration = Configuration(host=line.url, access_token=line.access_token)
        async with AsyncApiClient(configuration) as client:
            yield line, client


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", LIMITS)
async def test_limit(name: str, shared: tuple[FakeLine, AsyncApiClient]) -> None:
    line, client = shared
    user = line.world.user()

    async def push(messages: Json | list[Json]) -> int:
        """Bodies the SDK's models would not even build, over the SDK's own HTTP client."""
        bundle = messages if isinstance(messages, list) else [messages]
        response = await client.rest_client.post_request(
            f"{line.url}/v2/bot/message/push",
            headers={"Authorization": f"Bearer {line.access_token}"},
            body={"to": user, "messages": bundle},
        )
        return int(response.status)

    good, bad = LIMITS[name]
    assert await push(good) == 200
    with pytest.raises(ApiException) as refused:
        await push(bad)
    assert refused.value.status == 400
    answer = json.loads(refused.value.body)
    assert "error(s)" in answer["message"]
    assert all(set(detail) == {"message", "property"} for detail in answer["details"])
    assert len(line.ledger.of(user)) == 1
    assert line.offences == []
