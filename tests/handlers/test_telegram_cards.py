"""Where a pressed message is edited, card and question stand in one: nothing outdated stays."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.replies import Card, Text
from tests.handlers.talk import Talk, talk_in


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "funso.db", platform="telegram") as talk:
        yield talk


def _only_card(talk: Talk) -> Card:
    assert talk.reply is not None
    (node,) = talk.nodes
    assert isinstance(node, Card)
    return node


async def test_each_answer_edits_the_card_itself(telegram: Talk) -> None:
    await telegram.say("紛争を登録")
    assert "理由はどれですか" in _only_card(telegram).notes[-1]
    for label in ("色違い", "画面に日付がない", "全額返金"):
        await telegram.press(label)
        card = _only_card(telegram)
        assert telegram.reply is not None
        assert telegram.reply.replaces_pressed
        assert {"これで登録", "やめる"} <= {button.label for button in card.buttons}
    assert [row.value for row in _only_card(telegram).rows][1] == "全額返金"


async def test_another_reason_is_chosen_on_the_card(telegram: Talk) -> None:
    await telegram.say("色違いで紛争中です。全額返金、2月3日にAliExpress介入")
    shown = await telegram.press("理由を直す")
    assert "違うカラー" in shown
    await telegram.press("ほかの理由")
    assert "違うカラー" in await telegram.press("前へ")
    await telegram.press("サイズ違い")
    assert "注文とサイズが違う" in str(_only_card(telegram).rows[0].value)


async def test_news_and_the_question_after_them(telegram: Talk) -> None:
    await telegram.register()
    await telegram.say("AliExpressから新しい提案が来ました")
    assert "日付は出ていますか" in _only_card(telegram).notes[-1]
    await telegram.press("画面に日付がない")
    assert telegram.reply is not None
    assert telegram.reply.replaces_pressed
    assert "出ていますか" not in telegram.shown


async def test_elsewhere_the_question_is_a_message_of_its_own(talk: Talk) -> None:
    await talk.say("紛争を登録")
    assert talk.reply is not None
    card, question = talk.nodes
    assert isinstance(card, Card)
    assert isinstance(question, Text)
    await talk.press("理由を直す")
    assert talk.cards() == []
