"""英文ください: the text itself comes, whatever is kept of the case."""

from tests.handlers.talk import Talk

DECLINED = "I decline this offer."


async def test_a_wording_is_given_with_the_checklist_of_a_case(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("断る英文ください")
    assert shown.startswith(DECLINED)
    assert "The color is not as described." in shown
    assert "提案を拒否する" in shown
    assert shown.count(DECLINED) == 1
    assert "事実と違うところは直してください" in shown


async def test_a_wording_is_given_for_a_card_that_is_not_confirmed(talk: Talk) -> None:
    await talk.say("箱がつぶれて中身が割れてた、紛争中")
    shown = await talk.say("セラーに断りの英文書いて")
    assert shown.startswith(DECLINED)
    assert "The item arrived damaged." in shown
    assert "これで登録" in talk.labels


async def test_a_wording_is_given_to_somebody_who_has_registered_nothing(talk: Talk) -> None:
    shown = await talk.say("紛争は取り下げませんって英語で伝えたい")
    assert "I will not cancel the dispute." in shown
    shown = await talk.say("保護期間を延ばしてと頼む英文ください")
    assert "Please extend the buyer protection." in shown
    shown = await talk.say("商品が届かないことをセラーに伝える英文ください")
    assert "I have not received order (order number)." in shown


async def test_a_question_that_asks_for_no_wording_gets_none(talk: Talk) -> None:
    await talk.register()
    assert DECLINED not in await talk.say("この提案ってどうやって断るの?")
