"""カレンダー: an address of one's own, and single deadlines; read back by another library."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from bot.calendar_links import CalendarLinks, hash_of
from handlers.replies import Copy, Document, Link
from storage import calendars, deadlines, disputes
from storage.records import CalendarAddress
from storage.states import DeadlineStatus
from tests.handlers.talk import Talk, payload

HOUSE = "https://bot.example"


@pytest.fixture
def links(talk: Talk) -> CalendarLinks:
    talk.calendars = CalendarLinks("a key", HOUSE)
    return talk.calendars


async def kept(talk: Talk) -> CalendarAddress | None:
    async with talk.database.read() as tx:
        return await calendars.address(tx, talk.chat.owner_id)


def address(talk: Talk, links: CalendarLinks) -> str:
    """The address as it leaves the house."""
    button = talk.button("アドレスをコピー")
    assert isinstance(button, Copy)
    assert len(links.filled({"text": button.text})["text"]) <= 256, "what Telegram copies"
    assert button.text in talk.shown
    filled = links.filled({"text": button.text})["text"]
    assert isinstance(filled, str)
    return filled


def token(given: str) -> str:
    return given.removeprefix(f"{HOUSE}/calendar/").removesuffix(".ics")


async def the_file(talk: Talk, id: int = 1) -> str:
    await talk.press_payload(payload("cal", id, "one"))
    (document,) = [node for node in talk.nodes if isinstance(node, Document)]
    return document.content


def read_back(text: str) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(text)


@pytest.mark.parametrize(
    "text",
    ["カレンダー", "/calendar", "calendar", "Googleカレンダーに追加したい", "カレンダーに入れて",
     "iPhoneのカレンダーと連携したい", "カレンダーと同期して", "カレンダーのURLを教えて"],
)  # fmt: skip
async def test_an_address_is_made_when_it_is_asked_for(
    talk: Talk, links: CalendarLinks, text: str
) -> None:
    assert await kept(talk) is None
    shown = await talk.say(text)
    assert "カレンダー用のアドレスです。" in shown
    given = token(address(talk, links))
    known = await kept(talk)
    assert known is not None
    assert known.token_hash == hash_of(given)
    assert given not in str(talk.reply), "nothing that is kept holds the token"
    # 128 bits of chance and 256 of signature.
    assert re.fullmatch(r"[0-9a-f]{32}\.[\w-]{43}", given)
    await talk.say(text)
    assert token(address(talk, links)) == given


async def test_by_the_settings_card(talk: Talk, links: CalendarLinks) -> None:
    assert "カレンダー: 使っていません" in await talk.say("設定")
    await talk.press("カレンダー")
    assert "カレンダー: 使っています" in await talk.press("設定にもどる")


async def test_it_is_renewed_and_taken_away(talk: Talk, links: CalendarLinks) -> None:
    await talk.say("カレンダー")
    first = token(address(talk, links))
    assert "前のアドレスはもう使えません" in await talk.press("新しいアドレスにする")
    second = token(address(talk, links))
    assert first != second
    async with talk.database.read() as tx:
        assert await calendars.look(tx, hash_of(first)) is None
        assert await calendars.look(tx, hash_of(second)) is not None
    assert "止めました" in await talk.press("使うのをやめる")
    assert await kept(talk) is None
    await talk.press("もう一度使う")
    assert token(address(talk, links)) not in (first, second)
    assert "ありません" in await _twice(talk)


async def _twice(talk: Talk) -> str:
    await talk.press_payload(payload("cal", None, "off"))
    return await talk.press_payload(payload("cal", None, "off"))


async def test_another_key_makes_another_address(talk: Talk, links: CalendarLinks) -> None:
    await talk.say("カレンダー")
    first = token(address(talk, links))
    talk.calendars = CalendarLinks("another key", HOUSE)
    await talk.say("カレンダー")
    assert token(address(talk, talk.calendars)) != first


async def test_where_no_address_can_be_given_deadlines_go_one_by_one(talk: Talk) -> None:
    talk.calendars = CalendarLinks("a key", None)
    assert "ここでは使えません" in await talk.say("カレンダー")
    assert await kept(talk) is None
    await talk.register()
    await talk.say("カレンダー")
    shown = await talk.press("#1 AliExpressの介入")
    assert "<text/calendar funso-navi-1.ics>" in shown
    document = talk.nodes[0]
    assert isinstance(document, Document)
    assert document.address == ""
    talk.calendars = None
    assert "ここでは使えません" in await talk.say("カレンダー")
    assert "funso-navi-1.ics" in await talk.press_payload(payload("cal", 1, "one"))


async def test_a_day_is_an_entry_for_the_whole_day(talk: Talk, links: CalendarLinks) -> None:
    await talk.register("色違い😢で紛争中です。全額返金6,993円、2月3日にAliExpress介入")
    text = await the_file(talk)
    (event,) = read_back(text).events
    assert (event.dtstart, event.dtend) == (date(2027, 2, 3), date(2027, 2, 4))
    assert event.summary == "AliExpressの介入予定日 #1 色違い 6,993円"
    assert event.description is not None
    assert "証拠をすべてアップロード" in event.description
    assert event.sequence == (await talk.clocks())[0].version
    triggers = [alarm.trigger for alarm in event.alarm]
    assert triggers == [
        row.due_at for row in await talk.warnings() if not row.offset.startswith("+")
    ]
    # RFC 5545, 3.8.6.3: without it a moment would be read as a span of time.
    assert text.count("TRIGGER;VALUE=DATE-TIME:") == len(triggers)
    # RFC 5545, 3.1: no line is longer than 75 octets, none is cut within a letter.
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.endswith("\r\n")


async def test_a_moment_is_told_in_utc(talk: Talk, links: CalendarLinks) -> None:
    await talk.say("タイムゾーンをニューヨークに")
    await talk.register("色違いで紛争中です。期限は2月3日18時")
    (event,) = read_back(await the_file(talk)).events
    assert event.dtend == datetime(2027, 2, 3, 23, 0, tzinfo=UTC)
    assert event.dtstart == event.dtend - timedelta(minutes=30)


async def test_a_day_stays_itself_in_every_zone(talk: Talk, links: CalendarLinks) -> None:
    await talk.register()
    for place in ("ホノルル", "オークランド", "日本"):
        await talk.say(f"タイムゾーンを{place}にして")
        (event,) = read_back(await the_file(talk)).events
        assert event.dtstart == date(2027, 2, 3), place


async def test_an_entry_moves_and_stays_the_same_entry(talk: Talk, links: CalendarLinks) -> None:
    await talk.register()
    (before,) = read_back(await the_file(talk)).events
    await talk.later(hours=1)
    await talk.say("期限は2月5日です")
    (after,) = read_back(await the_file(talk)).events
    assert after.uid == before.uid
    assert after.sequence is not None
    assert before.sequence is not None
    assert after.sequence > before.sequence
    assert after.dtstart == date(2027, 2, 5)
    assert after.dtstamp > before.dtstamp
    await talk.later(hours=1)
    await talk.say("通知は夜8時だけにして")
    (again,) = read_back(await the_file(talk)).events
    assert again.uid == before.uid
    assert [alarm.trigger.hour for alarm in again.alarm] == [11, 11, 11]  # type: ignore[union-attr]


async def test_odd_titles_come_back_whole(talk: Talk, links: CalendarLinks) -> None:
    await talk.register()
    title = "青い;カップ, \\ \n2個🫖👨‍👩‍👧 BEGIN:VEVENT"
    async with talk.database.write() as tx:
        await disputes.change(tx, 1, title=title)
    (event,) = read_back(await the_file(talk)).events
    assert event.summary is not None
    assert event.summary.endswith(f"#1 {title}")


@pytest.mark.parametrize("ended", ["out", "dely"])
async def test_what_is_over_is_no_entry_any_more(
    talk: Talk, links: CalendarLinks, ended: str
) -> None:
    await talk.register()
    await talk.press_payload(payload(ended, 1, "zero" if ended == "out" else ""))
    assert "funso-navi" not in await talk.press_payload(payload("cal", 1, "one"))
    assert await talk.press_payload(payload("cal", 99, "one"))
    async with talk.database.read() as tx:
        assert await deadlines.active(tx, talk.chat.owner_id) == []


async def test_a_deadline_that_no_longer_counts_is_no_entry(
    talk: Talk, links: CalendarLinks
) -> None:
    await talk.register()
    async with talk.database.write() as tx:
        await deadlines.change(tx, 1, status=DeadlineStatus.REPLACED)
    await talk.press_payload(payload("cal", 1, "one"))
    assert not [node for node in talk.nodes if isinstance(node, Document)]


async def test_a_single_file_has_googles_link_beside_it(talk: Talk, links: CalendarLinks) -> None:
    await talk.register()
    await talk.press("カレンダーに追加")
    google = talk.button("Googleで追加")
    assert isinstance(google, Link)
    (document,) = [node for node in talk.nodes if isinstance(node, Document)]
    assert document.address.startswith(f"{HOUSE}/calendar/one/")
    assert links.deadline_of(document.address.split("/")[-1].removesuffix(".ics")) == 1
    assert links.deadline_of("MQ.forged.token") is None


async def test_in_english(talk: Talk, links: CalendarLinks) -> None:
    await talk.register()
    await talk.say("英語にして")
    assert "The address of your calendar." in await talk.say("calendar")
    (event,) = read_back(await the_file(talk)).events
    assert event.description is not None
    assert "Stage now" in event.description


async def test_a_single_deadline_in_words(talk: Talk) -> None:
    assert "これからの期限はありません" in await talk.say("この期限だけカレンダーに追加")
    await talk.register()
    assert "#1 色違い 6,993円 の期限です" in await talk.say("#1の期限だけカレンダーに追加したい")
    assert any(isinstance(node, Document) for node in talk.nodes)
    assert "見つかりませんでした" in await talk.say("3番をカレンダーに入れて")
    await talk.register("届かないので紛争中です。2月1日にAliExpress介入")
    assert "どの期限" in await talk.say("この期限だけカレンダーに追加")
    assert "#1 色違い" in await talk.press("#1 AliExpressの介入予定日")
    assert "#2 未着" in await talk.say("次の期限をカレンダーに追加して")


@pytest.mark.usefixtures("links")
async def test_the_address_in_words(talk: Talk) -> None:
    first = await talk.say("カレンダー")
    renewed = await talk.say("カレンダーのアドレスを新しくして")
    assert "新しいアドレスにしました" in renewed
    assert first != renewed
    assert "止めました" in await talk.say("カレンダーをやめる")
    assert "使っていません" in await talk.say("設定")
