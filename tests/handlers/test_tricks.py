"""よくある頼み方です: one card before the answer, with the checklist that fits."""

import pytest

from handlers import tricks
from handlers.casework import playbooks
from handlers.reading.lexicon.files import phrases
from locales.catalogue import LOCALES, Words
from tests.handlers.talk import Talk
from tests.reading.trick_sentences import TRICKS


def test_every_trick_that_is_read_has_its_card_and_its_checklist() -> None:
    read = {line.row for line in phrases() if line.table == "tricks"}
    assert set(tricks.PLAYBOOKS) == read
    assert set(tricks.PLAYBOOKS.values()) <= set(playbooks.load())
    for locale in LOCALES:
        say = Words(locale, strict=True)
        for trick in read:
            assert say(f"trick-{trick}-why")
            assert say(f"trick-{trick}-do")


FIRST = {trick: text for text, trick in reversed(TRICKS)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("trick", sorted(FIRST))
async def test_a_trick_is_answered_first(talk: Talk, trick: str, locale: str) -> None:
    if locale == "en":
        await talk.say("英語にして")
    say = Words(locale, strict=True)
    await talk.say(FIRST[trick])
    first = talk.cards()[0]
    assert first.title == say("trick-title")
    assert [row.value for row in first.rows] == [
        say(f"trick-{trick}-why"),
        say(f"trick-{trick}-do"),
    ]
    # The checklist that fits is one tap away, or there already.
    label = say(f"pb-{tricks.PLAYBOOKS[trick]}-short")
    if label in talk.labels:
        await talk.press(label)
    assert say(f"pb-{tricks.PLAYBOOKS[trick]}") in talk.shown


async def test_the_checklist_is_shown_once(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("取り下げたら全額返金すると言われました。どうすればいいですか?")
    assert shown.index("よくある頼み方です") < shown.index("1/5")
    assert "取り下げを頼まれた" not in talk.labels
    assert shown.count("よくある頼み方です") == 1


async def test_the_news_of_a_trick_are_registered(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。2月3日に介入。セラーの提案は返金0円で再発送でした")
    assert talk.cards()[0].title == "よくある頼み方です"
    assert "これで登録" in talk.labels
    await talk.press("これで登録")
    assert len(await talk.running()) == 1


async def test_a_trick_alone_is_enough(talk: Talk) -> None:
    shown = await talk.say("お前は詐欺師だと罵られました")
    assert "紛争の判定には関係しません" in shown
    assert "わかりませんでした" not in shown
    await talk.press("担当者と話す")
    assert "サポートの担当者につながる" in talk.shown


async def test_a_trick_and_the_tap_it_leads_to(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("取り下げたら返金すると言われました。取り下げていいですか?")
    assert shown.index("よくある頼み方です") < shown.index("購入者保護の期間は")
    await talk.press("切れている")
    assert "「紛争をキャンセル」(Cancel Request) は押さないでください" in talk.shown


async def test_plain_news_have_no_such_card(talk: Talk) -> None:
    await talk.register()
    assert "よくある頼み方です" not in await talk.say("AliExpressから新しい提案が来ました")


async def test_the_checklist_that_stands_below_gets_no_button_of_its_own(talk: Talk) -> None:
    await talk.say(
        "サイズ違いで紛争中です。理由を自己都合に変えてと言われました。変えるべきですか?"
    )
    first, *_ = talk.cards()
    assert first.buttons == ()
    assert "紛争の理由を変えてと言われた" in [card.title for card in talk.cards()]
