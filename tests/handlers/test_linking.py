"""A LINE chat and a Telegram chat of one person, linked by a code."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers.events import Joined, Left
from handlers.linking import code_in
from storage import owners
from storage.tables import disputes as disputes_table
from storage.tables import link_codes, outbox
from storage.tables import owners as owners_table
from tests.handlers.talk import Talk, talk_in


@pytest.fixture
async def other(tmp_path: Path, talk: Talk) -> AsyncIterator[Talk]:
    """The same house, on Telegram."""
    async with talk_in(tmp_path / "funso.db", platform="telegram", address="7") as telegram:
        yield telegram


async def a_code(talk: Talk) -> str:
    found = re.search(r"\d{4}-\d{4}", await talk.say("連携"))
    assert found
    return found[0]


async def numbers(talk: Talk) -> list[tuple[int, str]]:
    async with talk.database.read() as tx:
        chat = await owners.chat(tx, talk.chat.id)
        found = await tx.execute(
            select(disputes_table.c.number, disputes_table.c.reason)
            .where(disputes_table.c.owner_id == chat.owner_id, disputes_table.c.number.is_not(None))
            .order_by(disputes_table.c.number)
        )
        return [(row.number, row.reason) for row in found]


async def planned_for(talk: Talk) -> int:
    async with talk.database.read() as tx:
        found = await tx.execute(
            select(outbox.c.id).where(
                outbox.c.chat_id == talk.chat.id,
                outbox.c.kind == "warning",
                outbox.c.state == "planned",
            )
        )
        return len(found.all())


async def notices(talk: Talk) -> list[str]:
    async with talk.database.read() as tx:
        found = await tx.execute(
            select(outbox.c.content).where(
                outbox.c.chat_id == talk.chat.id, outbox.c.kind == "notice"
            )
        )
        return [str(row.content) for row in found]


@pytest.mark.parametrize(
    "text",
    [
        "1234-5678",
        "連携 1234-5678",
        "１２３４－５６７８",
        "1234‐5678",
        "連携:1234 - 5678",
        "link 1234-5678",
    ],
)
def test_a_code_is_read_however_it_is_typed(text: str) -> None:
    assert code_in(text) == "12345678"


@pytest.mark.parametrize(
    "text", ["12345678", "20270203", "2027-0203です", "注文 1234-5678", "1234-56789", "連携"]
)
def test_other_numbers_are_no_code(text: str) -> None:
    assert code_in(text) is None


async def test_both_chats_show_the_same_cases(talk: Talk, other: Talk) -> None:
    await talk.register()
    await other.say("動作しないので紛争中、2月9日まで、3,000円")
    await other.press("これで登録")
    code = await a_code(talk)
    told = await other.say(f"連携 {code}")
    assert "LINEとつながりました" in told
    # Both had a #1: the one that comes keeps its number.
    assert "#1 は #2 に変わりました" in told
    assert await numbers(talk) == await numbers(other)
    assert [number for number, _ in await numbers(talk)] == [1, 2]
    assert (await numbers(talk))[0] == (1, "color_mismatch")
    assert "進行中の件(2件)" in await talk.say("一覧")
    assert "進行中の件(2件)" in await other.say("一覧")
    (notice,) = await notices(talk)
    assert "Telegramとつながりました" in notice
    await other.say("未着で紛争中、2月20日まで、1,000円")
    await other.press("これで登録")
    assert [number for number, _ in await numbers(talk)] == [1, 2, 3]


async def test_warnings_go_to_one_chat_and_to_the_one_that_is_preferred(
    talk: Talk, other: Talk
) -> None:
    await talk.register()
    before = await planned_for(talk)
    assert before
    await other.say(await a_code(talk))
    assert (await planned_for(talk), await planned_for(other)) == (before, 0)
    await talk.say("連携")
    await talk.press("Telegramに届ける")
    assert (await planned_for(talk), await planned_for(other)) == (0, before)
    # What is planned in the other chat goes there, too.
    await talk.say("未着で紛争中、2月20日まで、1,000円")
    await talk.press("これで登録")
    assert await planned_for(talk) == 0
    assert await planned_for(other) > before


async def test_a_blocked_chat_hands_over_and_takes_back(talk: Talk, other: Talk) -> None:
    await talk.register()
    before = await planned_for(talk)
    await other.say(await a_code(talk))
    await talk.happens(Left("blocked"))
    assert (await planned_for(talk), await planned_for(other)) == (0, before)
    assert "いまは届けられません" in await other.say("連携")
    await talk.happens(Joined())
    assert await planned_for(talk) + await planned_for(other) == before


async def test_a_code_works_once_and_for_ten_minutes(talk: Talk, other: Talk) -> None:
    code = await a_code(talk)
    await other.later(minutes=11)
    assert "この番号は使えませんでした" in await other.say(code)
    talk.now = other.now
    code = await a_code(talk)
    newer = await a_code(talk)
    assert "この番号は使えませんでした" in await other.say(code), "a newer code ends the former"
    assert "つながりました" in await other.say(newer)
    assert "この番号は使えませんでした" in await other.say(newer)
    async with talk.database.read() as tx:
        assert (await tx.execute(select(link_codes))).first() is None


async def test_a_code_without_its_dash(talk: Talk, other: Talk) -> None:
    code = (await a_code(talk)).replace("-", "")
    if code.startswith("20"):
        pytest.skip("it may be a day")
    assert "使えませんでした" not in await other.say("00000001"), "any number, for what is known"
    assert "20270203" not in (await other.say("20270203"))
    assert "LINEとつながりました" in await other.say(code)


async def test_guessing_without_dashes_ends_as_well(talk: Talk, other: Talk) -> None:
    code = await a_code(talk)
    for number in range(5):
        await other.say(f"1111000{number}")
    assert "1時間ほど" in await other.say(code)
    assert "つながりました" not in await other.say(code.replace("-", ""))


async def test_guessing_ends_after_five_tries(talk: Talk, other: Talk) -> None:
    code = await a_code(talk)
    for number in range(5):
        assert "この番号は使えませんでした" in await other.say(f"0000-000{number}")
    assert "番号の間違いが続いた" in await other.say(code)
    await other.later(minutes=61)
    talk.now = other.now
    assert "つながりました" in await other.say(await a_code(talk))


async def test_what_cannot_be_linked_is_told_kindly(talk: Talk, tmp_path: Path) -> None:
    code = await a_code(talk)
    assert "もう一方のアプリで" in await talk.say(code)
    async with talk_in(tmp_path / "funso.db", platform="line", address="U2") as same:
        assert "LINEどうしはつなげません" in await same.say(code)
    async with talk_in(
        tmp_path / "funso.db", platform="telegram", address="-5", group=True
    ) as group:
        assert "グループでは使えません" in await group.say(code)
        assert "グループでは使えません" in await group.say("連携")


async def test_settings_come_along(talk: Talk, other: Talk) -> None:
    await talk.say("22時から8時は静かに")
    await other.say(await a_code(talk))
    assert "22:00〜8:00" in await other.say("設定")


async def test_a_chat_can_be_taken_apart_again(talk: Talk, other: Talk) -> None:
    await talk.register()
    before = await planned_for(talk)
    await other.say(await a_code(talk))
    await talk.say("連携")
    assert "このトークを切り離しますか" in await talk.press("切り離す")
    assert "Telegramで続けられます" in await talk.press("切り離す")
    assert await numbers(talk) == []
    assert len(await numbers(other)) == 1
    assert (await planned_for(talk), await planned_for(other)) == (0, before)
    assert "つながりました" not in await talk.say("一覧")
    async with talk.database.read() as tx:
        assert len((await tx.execute(select(owners_table.c.id))).all()) == 2


async def test_the_undecided_stay_linked(talk: Talk, other: Talk) -> None:
    await other.say(await a_code(talk))
    await talk.say("連携")
    await talk.press("切り離す")
    assert "つながっているアプリ" in await talk.press("このまま使う")
