"""What a question tells of a case is not lost: in the steps that are listed, and in registering."""

from handlers.casework.playbooks import load
from handlers.casework.stages import STAGES
from tests.handlers.talk import Talk, payload

GRANTED = (
    "AliExpressで紛争を開いて、証拠は全て「Valid」、AliExpressからの提案も「全額返金」です。"
    "でも売り手が何度も「拒否」していて無限ループです。どうしたらいいですか?"
)
APPEALED = (
    "荷物が別の住所に送られたので紛争しましたが、0円で終わりました。"
    "もう抗議を出しましたが、どうなるのでしょう?"
)


async def test_the_stage_and_the_checklist_of_a_question_are_registered(talk: Talk) -> None:
    await talk.say(GRANTED)
    shown = await talk.press("この紛争を登録する")
    assert "AliExpressの提案・判定への回答待ち" in shown
    await talk.press("色違い")
    await talk.press("これで登録")
    found = (await talk.running())[0]
    assert (found.stage, found.playbook) == ("ae_proposal", "seller_keeps_rejecting")
    assert [clock.kind for clock in await talk.clocks()] == ["accept_decline"]


async def test_what_only_helps_on_the_way_is_no_case_s_checklist(talk: Talk) -> None:
    await talk.say("トラブルにならない買い物のコツはありますか?")
    await talk.press("この紛争を登録する")
    assert [draft.playbook for draft in await talk.drafts()] == [None]


async def test_an_open_card_stays_as_it_is(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入")
    await talk.press_payload(payload("new", None, "closed.final_judgement_unhappy"))
    (draft,) = await talk.drafts()
    assert (draft.stage, draft.playbook) == ("negotiation", "color_mismatch")


async def test_a_stage_that_nobody_knows_is_left_out(talk: Talk) -> None:
    await talk.press_payload(payload("new", None, "heaven.no_such_playbook"))
    (draft,) = await talk.drafts()
    assert (draft.stage, draft.playbook) == (None, None)


def test_the_longest_button_fits() -> None:
    longest = f"{max(STAGES, key=len)}.{max(load(), key=len)}"
    assert payload("new", None, longest)


async def test_whoever_has_appealed_is_not_told_to_and_waits_for_the_result(talk: Talk) -> None:
    shown = await talk.say(APPEALED)
    assert "「抗議」(Appeal) を出す" not in shown
    assert "結果を待つ" in shown
    shown = await talk.press("これで登録")
    assert "抗議(Appeal)の結果の予定日(目安)" in shown
    assert [clock.kind for clock in await talk.clocks()] == ["appeal_result"]


async def test_before_its_dispute_an_order_is_told_how_to_open_one(talk: Talk) -> None:
    await talk.say("まだ届きません。保護期限は2月20日です。どうすればいいですか?")
    assert "延長されなければ、期限の前に紛争を開く" in talk.shown


async def test_a_question_moves_the_running_case_to_the_stage_that_it_tells(talk: Talk) -> None:
    await talk.register("色違いで今日紛争を開きました。全額返金6,993円")
    assert [one.stage for one in await talk.running()] == ["seller_response"]
    shown = await talk.say("セラーに拒否されました。次は何をすればいいですか?")
    assert [one.stage for one in await talk.running()] == ["negotiation"]
    assert "元に戻す" in shown
    assert "納得できない提案を「拒否する」" in shown
    await talk.press("元に戻す")
    assert [one.stage for one in await talk.running()] == ["seller_response"]


async def test_the_offer_that_a_question_tells_is_kept_and_weighed(talk: Talk) -> None:
    await talk.register("サイズ違いで今日紛争を開きました。支払いは5,980円")
    shown = await talk.say("セラーから2,000円返すと言われました。どうしたらいいですか?")
    assert "2,000円(33%)" in shown
    assert "提案の金額を確かめる" in shown
    shown = await talk.say("セラーから3,000円に増やすと言われました。どうすればいいですか?")
    assert "3,000円(50%)" in shown


async def test_what_the_seller_offers_is_no_answer_to_the_least_that_is_accepted(
    talk: Talk,
) -> None:
    await talk.register("サイズ違いで今日紛争を開きました。支払いは5,980円")
    await talk.say("セラーから2,000円返すと言われました。どうしたらいいですか?")
    for offer in ("3,000円まで上げてきた", "セラーが5割なら返すと言ってきた"):
        await talk.say(offer)
        assert [one.answers.get("floor") for one in await talk.running()] == [None]
    await talk.say("次は何をすればいいですか?")
    await talk.say("5,000円")
    assert [one.answers["floor"] for one in await talk.running()] == ["5000JPY"]


async def test_an_offer_that_is_only_supposed_is_not_kept(talk: Talk) -> None:
    await talk.register("サイズ違いで今日紛争を開きました。支払いは5,980円")
    shown = await talk.say("セラーから2,000円返すと言われたらどうすればいいですか?")
    assert "33%" not in shown


async def test_a_question_that_only_supposes_moves_nothing(talk: Talk) -> None:
    await talk.register("色違いで今日紛争を開きました。全額返金6,993円")
    await talk.say("AliExpressの判定が出たらどうすればいいですか?")
    await talk.say("返品になったら送料は誰が払うんですか?")
    assert [one.stage for one in await talk.running()] == ["seller_response"]


async def test_a_question_never_takes_a_case_back(talk: Talk) -> None:
    await talk.register("色違いで紛争中です。AliExpressの判定が出ました。期限は2月3日")
    assert [one.stage for one in await talk.running()] == ["ae_proposal"]
    await talk.say("セラーに拒否されたんですが、どうすればいいですか?")
    assert [one.stage for one in await talk.running()] == ["ae_proposal"]


async def test_the_day_of_shipping_tells_when_a_dispute_can_be_opened(talk: Talk) -> None:
    await talk.say("商品が届かないので紛争したいのに、「申し立てをする」のボタンが出ません")
    await talk.press("これで登録")
    await talk.press("やること")
    await talk.press("発送から10日以内")
    shown = await talk.press("できた")
    assert "紛争を開ける日" in shown
    shown = await talk.say("発送日は1月25日です")
    assert "2月5日(金) 23:59" in shown
    assert "open_from" in [clock.kind for clock in await talk.clocks()]
