"""A message that may be about several cases: the one that is chosen gets all that it told."""

from handlers.events import Said, Unsent
from tests.handlers.talk import Talk

SECOND = "サイズ違いでも紛争中です。3,200円の全額返金、期限は2月10日"
NEWS = "AliExpressから提案が来ました。返金は2,000円だけ。2月20日まで"


async def _two_cases(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)


async def test_a_date_brings_the_news_told_beside_it(talk: Talk) -> None:
    await _two_cases(talk)
    assert "どの件の期限" in await talk.say(NEWS)
    shown = await talk.press("#2")
    assert "AliExpressの提案額: 2,000円" in shown
    assert "段階: AliExpressの提案・判定への回答待ち" in shown
    assert "提案への回答期限: 2月20日(土) 23:59" in shown
    case = next(case for case in await talk.running() if case.number == 2)
    assert (case.stage, case.playbook) == ("ae_proposal", "partial_refund_offer")
    assert {money.role for money in case.amounts} == {"claimed", "offered_by_ae"}
    # One 元に戻す takes back all of it.
    await talk.press("元に戻す")
    case = next(case for case in await talk.running() if case.number == 2)
    assert case.stage != "ae_proposal"
    assert {money.role for money in case.amounts} == {"claimed"}


async def test_a_date_keeps_what_was_assumed_in_reading_it(talk: Talk) -> None:
    await _two_cases(talk)
    await talk.say("期限は2月15日です")
    await talk.press("#1")
    moved = next(clock for clock in await talk.clocks() if clock.kind == "ae_step_in")
    assert moved.source_text == "2月15日"
    assert "no_year" in moved.assumptions


async def test_a_second_press_changes_nothing(talk: Talk) -> None:
    await _two_cases(talk)
    await talk.say(NEWS)
    button = talk.button("#2")
    await talk.press("#2")
    shown = await talk.press_payload(button.payload)  # type: ignore[union-attr]
    assert "登録のとおりです" in shown


async def test_a_button_of_an_older_question_brings_only_its_own_date(talk: Talk) -> None:
    await _two_cases(talk)
    await talk.say("期限は2月15日です")
    older = talk.button("#1").payload  # type: ignore[union-attr]
    await talk.say(NEWS)
    await talk.press_payload(older)
    case = next(case for case in await talk.running() if case.number == 1)
    assert case.stage != "ae_proposal"


async def test_other_news_bring_the_sum_and_the_checklist(talk: Talk) -> None:
    await _two_cases(talk)
    assert "どの件のこと" in await talk.say("AliExpressから2,000円の提案が来ました")
    shown = await talk.press("#1")
    assert "2,000円" in shown
    assert "段階: AliExpressの提案・判定への回答待ち" in shown


async def test_how_it_ended_is_not_asked_again(talk: Talk) -> None:
    await _two_cases(talk)
    await talk.say("全額返金されて解決しました")
    shown = await talk.press("#2")
    assert "終了にしました" in shown
    assert "結果: 全額返金" in shown


async def test_news_of_a_message_taken_back_are_forgotten(talk: Talk) -> None:
    await _two_cases(talk)
    await talk.happens(Said(NEWS, "m9"))
    press = talk.button("#2").payload  # type: ignore[union-attr]
    await talk.happens(Unsent("m9"))
    await talk.press_payload(press)
    case = next(case for case in await talk.running() if case.number == 2)
    assert case.stage != "ae_proposal"
