"""What usually comes next, and what doing nothing means, on the cards of a case."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.talk import Talk, talk_in


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "coming.db") as talk:
        yield talk


async def test_the_clocks_to_come_stand_on_the_card(talk: Talk) -> None:
    shown = await talk.register()
    assert "このあとの目安: 2月6日(土)ごろ 提案への回答期限\n3月9日(火)ごろ 返金が届く目安" in shown
    assert "このあとの目安" in await talk.say("#1")
    assert [clock.kind for clock in await talk.clocks()] == ["ae_step_in"], "shown, not planned"


async def test_they_move_with_the_date_on_the_screen(talk: Talk) -> None:
    await talk.register()
    await talk.say("介入予定日は2月5日に変わりました")
    assert "2月8日(月)ごろ 提案への回答期限" in await talk.say("#1")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("サイズ違いで今日紛争を開きました", "セラーが期限までに答えなければ、希望どおりに"),
        ("まだ届きません。保護期限は2月20日です", "注文は自動で完了し、そこから15日ほどで"),
        ("色違いで紛争中、2月3日にAliExpress介入", "AliExpressが自動で間に入ります"),
    ],
)
async def test_what_doing_nothing_means(talk: Talk, words: str, note: str) -> None:
    assert note in await talk.register(words)


async def test_what_a_date_of_no_named_kind_means_nobody_knows(talk: Talk) -> None:
    shown = await talk.register("サイズが違って紛争中、2月9日まで")
    assert "セラーが期限までに答えなければ" not in shown
    assert "このあとの目安" not in shown


async def test_registering_from_a_question_keeps_its_checklist(talk: Talk) -> None:
    await talk.say("提案は拒否できますか?")
    await talk.press("この紛争を登録する")
    await talk.register("サイズが違う、4200円、2月9日まで")
    assert "提案を拒否する" in (await talk.press("やること")).partition("\n")[0]
