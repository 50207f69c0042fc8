"""Calendars over HTTP, on either database: who gets which, and what a poll costs."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from sqlalchemy import delete, event, select

from bot import calendar_feed
from bot.calendar_links import LONGEST, CalendarLinks
from storage.engine import Database
from storage.tables import deliveries, outbox
from storage.tables import owners as owners_table
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot
from tests.phones import PHONES, Phone

STORY = "色違いで紛争中です。全額返金6,993円、12月5日にAliExpress介入"
FEED = re.compile(r"http://127\.0\.0\.1:1(/calendar/[\w.~-]+\.ics)")


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock, database=database_address) as running:
        yield running


@pytest.fixture
async def client(bot: LiveBot) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=bot.url, trust_env=False) as one:
        yield one


def newest(phone: Phone) -> str:
    """What the newest message of the bot shows."""
    return [bubble for bubble in phone.screen() if bubble.author == "bot"][-1].text


async def feed_of(phone: Phone) -> str:
    """The path of the calendar that a person is given."""
    await phone.say("カレンダー")
    found = FEED.search(newest(phone))
    assert found is not None, newest(phone)
    return found[1]


def read_back(response: httpx.Response) -> Calendar:
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    return IcsCalendarStream.calendar_from_ics(response.text)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements about calendars and what is in them that reach the database meanwhile."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        # The eraser looks for what was deleted whenever it likes: that is nobody's calendar.
        if "disputes.status = 'deleted'" in statement:
            return
        if any(name in statement for name in ("calendars", "deadlines", "disputes")):
            seen.append(statement)

    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_a_person_sees_the_own_deadlines_only(
    bot: LiveBot, client: httpx.AsyncClient, platform: str
) -> None:
    other = "telegram" if platform == "line" else "line"
    phone, stranger = PHONES[platform](bot), PHONES[other](bot)
    await phone.say(STORY)
    await phone.press("これで登録")
    await stranger.say("サイズ違いで紛争中、12月9日にAliExpress介入")
    await stranger.press("これで登録")
    (mine,) = read_back(await client.get(await feed_of(phone))).events
    (theirs,) = read_back(await client.get(await feed_of(stranger))).events
    assert "色違い" in str(mine.summary)
    assert "サイズ" in str(theirs.summary)
    assert mine.uid != theirs.uid
    assert bot.offences == []


async def test_no_token_lies_in_the_database(bot: LiveBot, client: httpx.AsyncClient) -> None:
    phone = PHONES["telegram"](bot)
    token = (await feed_of(phone)).removeprefix("/calendar/").removesuffix(".ics")
    async with bot.app.database.read() as tx:
        rows = (await tx.execute(select(deliveries.c.body))).all()
        rows += (await tx.execute(select(outbox.c.content))).all()
    signature = token.partition(".")[2]
    assert len(signature) >= 40
    assert signature not in str(rows)
    assert "/calendar/~" in str(rows)
    # And where the signature is left out, nobody is let in.
    assert (await client.get(f"/calendar/~{token.partition('.')[0]}.ics")).status_code == 404


async def test_a_poll_of_what_has_not_changed_is_one_query(
    bot: LiveBot, client: httpx.AsyncClient
) -> None:
    phone = PHONES["line"](bot)
    await phone.say(STORY)
    await phone.press("これで登録")
    path = await feed_of(phone)
    first = await client.get(path)
    assert first.headers["cache-control"] == "private, no-cache"
    etag, changed = first.headers["etag"], first.headers["last-modified"]
    with statements(bot.app.database) as seen:
        again = await client.get(path, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == etag
    assert len(seen) == 1
    assert seen[0].lstrip().upper().startswith("SELECT")
    for headers, status in (
        ({"If-None-Match": f'"x", W/{etag}'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"x"', "If-Modified-Since": changed}, 200),
        ({"If-Modified-Since": changed}, 304),
        ({"If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({}, 200),
    ):
        given = await client.get(path, headers=headers)
        assert given.status_code == status, headers
    head = await client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert (await client.get(path)).content == first.content, "byte for byte"


async def test_a_change_is_told_at_the_next_poll(bot: LiveBot, client: httpx.AsyncClient) -> None:
    phone = PHONES["line"](bot)
    path = await feed_of(phone)
    empty = await client.get(path)
    assert read_back(empty).events == []
    known = {"If-None-Match": empty.headers["etag"]}
    sequences = []
    for said in (STORY, "期限は12月8日です", "通知は夜8時だけにして"):
        await bot.forward(minutes=5)
        await phone.say(said)
        if said == STORY:
            await phone.press("これで登録")
        given = await client.get(path, headers=known)
        (entry,) = read_back(given).events
        sequences.append((entry.uid, entry.sequence))
        known = {"If-None-Match": given.headers["etag"]}
        assert (await client.get(path, headers=known)).status_code == 304
    assert len({uid for uid, _ in sequences}) == 1
    assert sorted({number for _, number in sequences if number}) == [n for _, n in sequences]
    await phone.say("全額返金されて解決しました")
    assert read_back(await client.get(path, headers=known)).events == []


async def test_a_revoked_address_is_gone(bot: LiveBot, client: httpx.AsyncClient) -> None:
    phone = PHONES["telegram"](bot)
    first = await feed_of(phone)
    assert (await client.get(first)).status_code == 200
    await phone.press("新しいアドレスにする")
    found = FEED.search(newest(phone))
    assert found is not None
    second = found[1]
    assert (await client.get(first)).status_code == 404
    assert (await client.get(second)).status_code == 200
    await phone.press("使うのをやめる")
    assert (await client.get(second)).status_code == 404
    assert second not in newest(phone)


async def test_the_address_goes_with_its_owner(bot: LiveBot, client: httpx.AsyncClient) -> None:
    path = await feed_of(PHONES["line"](bot))
    async with bot.app.database.write() as tx:
        await tx.execute(delete(outbox))
        await tx.execute(delete(deliveries))
        await tx.execute(delete(owners_table))
    assert (await client.get(path)).status_code == 404


async def test_strangers_tokens(bot: LiveBot, client: httpx.AsyncClient) -> None:
    path = await feed_of(PHONES["line"](bot))
    nonce, _, rest = path.removeprefix("/calendar/").partition(".")
    other = CalendarLinks("another key", "").filled({"a": f"/calendar/~{nonce}.ics"})["a"]
    with statements(bot.app.database) as seen:
        for odd in (
            "/calendar/",
            "/calendar/x",
            "/calendar/.ics",
            f"/calendar/{'a' * (LONGEST + 1)}.ics",
            f"/calendar/{'a' * 60_000}.ics",
            "/calendar/%00%ff.ics",
            "/calendar/トークン.ics",
        ):
            assert (await client.get(odd)).status_code in (404, 400), odd
        assert seen == [], "nobody asked the database"
    for forged in (f"/calendar/{nonce}.ics", f"/calendar/{nonce}.{rest[:-5]}.ics", other):
        assert (await client.get(forged)).status_code == 404, forged
    ends = [(await client.get(f"/calendar/guess{n}.ics")).status_code for n in range(30)]
    assert 429 in ends, "guessing is slowed down"
    assert (await client.get(path)).status_code == 200, "and nobody else with it"
    assert (await client.post(path)).status_code == 405
    assert calendar_feed.STRANGERS < 30


async def test_a_database_that_is_away_is_no_stranger(
    bot: LiveBot, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = await feed_of(PHONES["line"](bot))

    def away(_self: Database) -> Any:
        raise OSError("the database is away")

    with monkeypatch.context() as broken:
        broken.setattr(Database, "read", away)
        given = await client.get(path)
    assert (given.status_code, given.headers["retry-after"]) == (503, "300")


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_one_deadline_as_a_file(
    bot: LiveBot, client: httpx.AsyncClient, platform: str
) -> None:
    phone = PHONES[platform](bot)
    await phone.say(STORY)
    await phone.press("これで登録")
    await phone.press("カレンダーに追加")
    shown = "\n".join(bubble.text for bubble in phone.screen() if bubble.author == "bot")
    if platform == "line":
        found = re.search(r"http://127\.0\.0\.1:1(/calendar/one/\S+)", shown)
        assert found is not None, shown
        assert "openExternalBrowser=1" in found[1]
        given = await client.get(found[1])
        (entry,) = read_back(given).events
        assert "attachment" in given.headers["content-disposition"]
        await phone.say("全額返金されて解決しました")
        assert (await client.get(found[1])).status_code == 410
        assert (await client.get("/calendar/one/MQ.forged.ics")).status_code == 404
    else:
        async with bot.app.database.read() as tx:
            bodies = [row.body for row in await tx.execute(select(deliveries.c.body))]
        (sent,) = [body for body in bodies if body.get("method") == "sendDocument"]
        (entry,) = IcsCalendarStream.calendar_from_ics(sent["content"]).events
        messages = [stored.message for stored in bot.telegram.world.messages.values()]
        documents = [one["document"] for one in messages if "document" in one]
        assert [one["file_name"] for one in documents] == [sent["name"]]
    assert "色違い" in str(entry.summary)
    assert bot.offences == []
