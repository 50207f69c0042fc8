"""Before 承認, 取り下げ and 受取確認: two taps to a verdict, fewer where the case tells already."""

from collections.abc import AsyncIterator
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from handlers.casework import guards, playbooks
from locales.catalogue import LOCALES, Words
from storage import disputes, proposals
from storage.records import Money
from tests.handlers.talk import Talk, payload, talk_in

PATHS = [
    (tap, first, second)
    for tap, ((_, firsts), (_, seconds)) in guards.QUESTIONS.items()
    for first, second in product(firsts, seconds)
]
SCREEN = {"accept": "Accept", "cancel": "Cancel Request", "confirm": "Confirm received"}
SECOND = "届かないので紛争中です。2月8日にAliExpress介入"


@pytest.fixture(params=LOCALES)
async def either(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Talk]:
    """A chat in Japanese, and one in English."""
    async with talk_in(tmp_path / "funso.db", locale=request.param) as talk:
        yield talk


def test_each_pair_of_answers_has_a_verdict_that_leads_somewhere() -> None:
    for path in PATHS:
        found = guards.verdict(*path)
        assert found is not None, path
        assert found.why
        ways = ("accept_step", "ended", "cancel_guard", "asked_again", "todo")
        assert found.next in (*playbooks.load(), *ways), path
    assert guards.verdict("accept", "seller", "never") is None


def test_only_these_may_be_pressed() -> None:
    pressed = {path for path in PATHS if (v := guards.verdict(*path)) and v.press == "press"}
    assert pressed == {
        ("accept", "seller", "full"),
        ("accept", "ae", "full"),
        *(("cancel", protection, "goods") for protection in ("live", "over", "unsure")),
        ("confirm", "fine", "none"),
    }


@pytest.mark.parametrize("path", PATHS, ids=".".join)
async def test_two_taps_lead_to_a_verdict(either: Talk, path: tuple[str, str, str]) -> None:
    tap, *answers = path
    say = Words((await _owner_locale(either)), strict=True)
    await either.press_payload(payload("grd", None, tap))
    for (name, _), told in zip(guards.QUESTIONS[tap], answers, strict=True):
        assert say(f"guard-ask-{name}") in either.shown
        await either.press(say(f"guard-{name}-{told}"))
    found = guards.verdict(*path)
    assert found is not None
    (card,) = either.cards()
    assert card.title == say(f"guard-{found.press}-{tap}")
    assert SCREEN[tap] in card.title
    assert say(f"guard-why-{found.why[0]}") in card.notes
    # Every way on is answered, without a case, too.
    for button in card.buttons:
        assert await either.press_payload(getattr(button, "payload"))  # noqa: B009


@pytest.mark.parametrize("path", PATHS, ids=".".join)
async def test_each_way_on_of_a_case_is_answered(talk: Talk, path: tuple[str, str, str]) -> None:
    await talk.register()
    shown = await talk.press_payload(payload("grd", 1, ".".join(path)))
    assert "答え直す" in shown
    assert "2月3日(水) 23:59" in shown
    for label in talk.labels:
        await talk.press_payload(payload("grd", 1, ".".join(path)))
        await talk.press(label)
        assert "このボタンは、いまは使えません" not in talk.shown, label


async def _owner_locale(talk: Talk) -> str:
    from storage import owners

    async with talk.database.read() as tx:
        return (await owners.owner(tx, talk.chat.owner_id)).locale


@pytest.mark.parametrize("locale", LOCALES)
def test_labels_fit_a_quick_reply(locale: str) -> None:
    say = Words(locale, strict=True)
    ids = [
        f"guard-{name}-{choice}"
        for questions in guards.QUESTIONS.values()
        for name, choices in questions
        for choice in choices
    ]
    ids += ["button-guard", "guard-way-accept", "guard-way-cancel", "guard-again"]
    assert [id for id in ids if len(say(id)) > 20] == []


async def test_a_question_reaches_the_guard_without_a_case(talk: Talk) -> None:
    shown = await talk.say("承認していい?")
    assert "「承認」(Accept) を押す前に" in shown
    assert talk.labels == ["セラー", "AliExpress(運営)", "わからない"]
    await talk.press("セラー")
    await talk.press("0円・再送")
    assert "「承認」(Accept) は押さないでください" in talk.shown
    assert "再送品には購入者保護がありません" in talk.shown
    assert await talk.drafts() == []


async def test_what_the_question_tells_is_not_asked(talk: Talk) -> None:
    shown = await talk.say("AliExpressから全額返金の提案が来ました。承認していいですか?")
    assert "「承認」(Accept) を押して大丈夫です" in shown
    assert "だれの提案: AliExpress(運営)" in shown
    shown = await talk.press("答え直す")
    assert "だれの提案ですか?" in shown
    await talk.press("セラー")
    # Asked anew, it is not answered from what was known.
    assert "金額の欄は、どうなっていますか?" in talk.shown


async def test_a_question_that_tells_of_a_case_keeps_it_on_a_card(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。6,993円のうち5,594円の提案を承認すべきですか?")
    assert "これで登録" in talk.labels
    assert "「承認」(Accept) を押す前に" in talk.shown
    assert len(await talk.drafts()) == 1


async def test_a_question_with_a_case_is_about_it(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("取り下げてもいいですか?")
    assert "— #1 色違い 6,993円" in shown
    await talk.press("切れている")
    await talk.press("約束だけ")
    assert "「紛争をキャンセル」(Cancel Request) は押さないでください" in talk.shown
    assert "再紛争できない可能性が高い" in talk.shown
    assert talk.labels[:2] == ["取り下げを頼まれた", "証拠を追加"]
    (case,) = await talk.running()
    assert case.answers == {"protection": "over"}
    # The protection stays over: it is not asked again.
    shown = await talk.say("やっぱり取り下げようと思います")
    assert "手元に届いているもの" in shown
    assert "購入者保護: 切れている" in shown


async def test_a_kept_answer_can_be_corrected(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("grd", 1, "cancel.over"))
    await talk.press_payload(payload("grd", 1, "cancel.ask.ask"))
    await talk.press("まだ残っている")
    (case,) = await talk.running()
    assert case.answers == {}


async def test_other_answers_are_left_alone(talk: Talk) -> None:
    await talk.register()
    async with talk.database.write() as tx:
        await disputes.change(tx, 1, answers={"paid_with": "card"})
    await talk.press_payload(payload("grd", 1, "cancel.over"))
    (case,) = await talk.running()
    assert case.answers == {"paid_with": "card", "protection": "over"}


async def test_several_cases_are_asked_for(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    shown = await talk.say("セラーの提案を承認していい?")
    assert "どの件の「承認」ですか?" in shown
    await talk.press("#2")
    assert "だれの提案: セラー" in talk.shown
    assert "金額の欄は" in talk.shown
    # Named by its number, it is not asked for.
    assert "— #1" in await talk.say("#1の提案を承認していい?")


async def test_a_watched_order_has_nothing_to_accept(talk: Talk) -> None:
    await talk.register("まだ届きません。保護期限は2月20日です")
    assert "#1" not in await talk.say("承認していい?")
    shown = await talk.say("受取確認していい?")
    assert "#1" in shown
    await talk.press("届いていない")
    # The order is only watched: no dispute is open, which need not be asked.
    assert "「受取確認」(Confirm received) は押さないでください" in talk.shown
    assert "延長を頼む" in talk.shown


async def test_the_latest_proposal_is_not_asked_for(talk: Talk) -> None:
    await talk.register()
    async with talk.database.write() as tx:
        offer = Money(Decimal(5594), "JPY", "offered_by_seller")
        await proposals.add(tx, 1, "seller", "partial_refund", offer, False, talk.now)
    shown = await talk.say("承認していい?")
    assert "「承認」(Accept) は押さないでください" in shown
    assert "金額の欄: 少ない・返品つき" in shown
    async with talk.database.write() as tx:
        offer = Money(Decimal(6993), "JPY", "offered_by_ae")
        await proposals.add(tx, 1, "aliexpress", "full_refund", offer, False, talk.now)
    # Now two cards stand on the screen: which one is meant must be told …
    assert "だれの提案ですか?" in await talk.say("承認していい?")
    # … and the sum of that one is known.
    await talk.press("AliExpress(運営)")
    assert "「承認」(Accept) を押して大丈夫です" in talk.shown


@pytest.mark.parametrize(
    ("kind", "value", "with_return", "verdict"),
    [
        ("zero", 0, False, "は押さないでください"),
        ("resend", None, None, "は押さないでください"),
        ("full_refund", None, None, "を押して大丈夫です"),
        ("return_refund", 6993, True, "は押さないでください"),
        ("unknown", 6993, False, "を押して大丈夫です"),
        ("unknown", None, None, "金額の欄は、どうなっていますか?"),
    ],
)
async def test_what_stands_in_the_amount_field(
    talk: Talk, kind: str, value: int | None, with_return: bool | None, verdict: str
) -> None:
    await talk.register()
    amount = None if value is None else Money(Decimal(value), "JPY", "offered_by_ae")
    async with talk.database.write() as tx:
        await proposals.add(tx, 1, "aliexpress", kind, amount, with_return, talk.now)
    assert verdict in await talk.press_payload(payload("grd", 1, "accept"))


async def test_a_sellers_full_refund_is_looked_for_in_the_field(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("セラーが全額返金すると提案してきました。承認していいですか?")
    assert "金額の欄は、どうなっていますか?" in shown
    async with talk.database.write() as tx:
        await proposals.add(tx, 1, "seller", "full_refund", None, False, talk.now)
    assert "金額の欄は、どうなっていますか?" in await talk.press_payload(
        payload("grd", 1, "accept")
    )
    await talk.press("希望どおり")
    assert "「承認」(Accept) を押して大丈夫です" in talk.shown


async def test_an_offer_in_another_currency_is_asked_for(talk: Talk) -> None:
    await talk.register()
    async with talk.database.write() as tx:
        offer = Money(Decimal(46), "USD", "offered_by_ae")
        await proposals.add(tx, 1, "aliexpress", "unknown", offer, False, talk.now)
    assert "金額の欄は" in await talk.press_payload(payload("grd", 1, "accept"))


async def test_a_protection_that_is_over_is_not_asked_for(talk: Talk) -> None:
    await talk.register("まだ届きません。保護期限は2月20日です")
    await talk.say("#1の紛争を開きました")
    shown = await talk.say("取り下げたら再送すると言われました。取り下げていい?")
    assert "購入者保護: まだ残っている" in shown
    assert "届いたもの: 約束だけ" in shown
    assert "「紛争をキャンセル」(Cancel Request) は押さないでください" in shown
    await talk.later(days=30)
    assert "購入者保護: 切れている" in await talk.press_payload(payload("grd", 1, "cancel"))


async def test_a_faulty_reason_and_an_open_dispute_need_no_question(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("受取確認していい?")
    assert "「受取確認」(Confirm received) は押さないでください" in shown
    assert "商品: 届いたが問題あり" in shown
    await talk.press("答え直す")
    await talk.press("届いた・問題なし")
    await talk.press("ない")
    assert "「受取確認」(Confirm received) を押して大丈夫です" in talk.shown


async def test_news_come_first_and_the_guard_after(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say(
        "セラーから5,000円の提案が来たので承認しようと思います。期限は2月6日です"
    )
    assert shown.index("2月6日") < shown.index("「承認」(Accept) は押さないでください")
    assert (await talk.clocks())[0].at.day == 6


async def test_a_question_with_a_date_offers_it(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("2月6日までに承認しないとまずいですか?")
    assert "この日付を登録" in talk.labels
    assert "「承認」(Accept) を押す前に" in shown
    assert (await talk.clocks())[0].at.day == 3


@pytest.mark.parametrize(
    "text", ["承認しました", "承認ボタンがないので承認したいのにできません", "取り下げました"]
)
async def test_no_guard_where_nothing_is_about_to_be_pressed(talk: Talk, text: str) -> None:
    await talk.register()
    assert "を押す前に" not in await talk.say(text)


async def test_steps_that_end_in_such_a_tap_ask_first(talk: Talk) -> None:
    await talk.register()
    guarded = {
        step.id: step.guard
        for playbook in playbooks.load().values()
        for step in playbook.steps
        if step.guard
    }
    assert guarded == {
        "accept_ae": "accept",
        "accept_offer": "accept",
        "no_cancel": "cancel",
        "no_confirm": "confirm",
    }
    for argument, tap in [
        ("seller_keeps_rejecting.accept_ae", "「承認」"),
        ("seller_asks_cancel.no_cancel", "「紛争をキャンセル」"),
        ("register_and_open.no_confirm", "「受取確認」"),
    ]:
        await talk.press_payload(payload("step", 1, argument))
        assert talk.labels[-1] == "押す前に確認"
        await talk.press("押す前に確認")
        assert tap in talk.cards()[-1].title
    await talk.press_payload(payload("step", 1, "decline_proposal.decline"))
    assert "押す前に確認" not in talk.labels


async def test_a_strangers_dispute_is_not_told_of(talk: Talk, tmp_path: Path) -> None:
    await talk.register()
    async with talk_in(tmp_path / "funso.db", address="U2") as stranger:
        shown = await stranger.press_payload(payload("grd", 1, "cancel.over.promised"))
        assert "このボタンは、いまは使えません" in shown
        assert "#1" not in shown
    (case,) = await talk.running()
    assert case.answers == {}


async def test_a_draft_has_no_guard(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。2月3日にAliExpress介入")
    assert "いまは使えません" in await talk.press_payload(payload("grd", 1, "accept"))


async def test_a_closed_case_has_only_the_receipt_left(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("out", 1, "full_refund"))
    shown = await talk.press_payload(payload("grd", 1, "accept.seller"))
    assert "もう終わったもの" in shown
    assert "#1" in shown
    await talk.press_payload(payload("grd", 1, "confirm.fine"))
    assert "「受取確認」(Confirm received) を押して大丈夫です" in talk.shown


@pytest.mark.parametrize(
    "argument", ["", "press", "accept.nobody", "accept.seller.zero.more", "cancel.seller"]
)
async def test_what_was_never_an_answer_is_gone(talk: Talk, argument: str) -> None:
    assert "いまは使えません" in await talk.press_payload(payload("grd", None, argument))


async def test_a_verdict_pressed_twice_is_the_same(talk: Talk) -> None:
    await talk.register()
    first = await talk.press_payload(payload("grd", 1, "cancel.over.promised"))
    assert await talk.press_payload(payload("grd", 1, "cancel.over.promised")) == first


async def test_an_offer_that_reaches_the_buyers_floor_may_be_accepted(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "floor.db") as talk:
        await talk.register()
        await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
        assert "押さないでください" in await talk.press_payload(payload("grd", 1, "accept"))
        await talk.press_payload(payload("ans", 1, "partial_refund_offer.floor.80"))
        assert "押さないでください" not in await talk.press_payload(payload("grd", 1, "accept"))
        await talk.press_payload(payload("ans", 1, "partial_refund_offer.floor.90"))
        assert "押さないでください" in await talk.press_payload(payload("grd", 1, "accept"))
