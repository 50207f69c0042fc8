"""Everyday words for what happens in a dispute: a message, and what is meant by it.

Like ``meanings``, on 23 November 2026; only the named fields are compared.
"""

from typing import Any


def _row(text: str, **expected: Any) -> tuple[str, dict[str, Any]]:
    return text, expected


# What may still come has not come: a proposal, the end, the opening.
NOT_YET = (
    _row("アリエクで紛争中です。全額返金を要求しています。合意に至らなければAliExpressから提案が"
         "あるかと思いますが、「返金のみ」も「返品と返金」も納得いかない場合は拒否できますか?",
         demand="full_refund", stage="seller_response", playbook="decline_proposal", proposer=None),
    _row("もしアリエクの提案が納得できないものだったら拒否できますか?", proposer=None),
    _row("この先アリエクから返金のみの提案があった場合、断ることはできますか",
         proposer=None, playbook="decline_proposal"),
    _row("この要求は、通ると思いますか?", intent="ask_howto", playbook="what_if_decline"),
    _row("全額返金の希望は認めてもらえるでしょうか", playbook="what_if_decline", verdict=None),
    _row("AliExpressから提案が来ました。拒否できますか?", proposer="aliexpress",
         stage="ae_proposal"),
    _row("紛争をキャンセルした場合は返金しますとセラーが言っています", stage="negotiation"),
    _row("お店から、紛争が解決した場合には残りを返すと返事が来ました", stage="negotiation"),
    _row("紛争を開いていましたが終了しました", stage="closed"),
    _row("皿が割れて届きました。申し立てはこれからです", reason="damaged", stage="open_window"),
    _row("ひびが入っていました。紛争はまだ開いてないです", stage="open_window"),
    _row("青を頼んだのに緑が届いた。まだ紛争はしてません", reason="color_mismatch",
         stage="open_window"),
    _row("紛争は開いていますが、まだ返事がない", stage="seller_response"),
)  # fmt: skip

# What is wrong with the goods.
GOODS = (
    _row("壊れたコップが届いた", reason="damaged"),
    _row("3日で壊れたイヤホン", reason="not_working"),
    _row("誤って送られてきた品を返す義務はありますか?", reason="wrong_item"),
    _row("間違えて発送された商品を送り返せと言われました", reason="wrong_item"),
    _row("「AliExpress Dispute Order」というメールが来ました。承認を押す場所がありません",
         reason=None, playbook="accept_button_missing"),
    _row("届けましたとなっているのに荷物がどこにもありません", reason="delivered_not_received"),
    _row("配り終えたと表示されてるのに玄関には何もない。紛争を開きました。全額返金",
         reason="delivered_not_received", playbook="delivered_not_received"),
)  # fmt: skip

# What AliExpress has said, and what stands on the page.
SAID = (
    _row("3,000円のうち1,200円だけ返すという最終判定になりました。納得できません",
         playbook="final_judgement_unhappy", amounts=["3000 JPY paid", "1200 JPY judged"]),
    _row("6,993円のうち5,594円の一部返金という最終判定で終わってしまいました",
         amounts=["6993 JPY paid", "5594 JPY judged"]),
    _row("全額返すというお知らせが来たのに承認できるところがない", stage="ae_proposal",
         playbook="accept_button_missing"),
    _row("セラーから全額返すというメールが来ました", stage="negotiation"),
    _row("私の言い分が妥当だと判断されました。このまま何もしなくていいですか?",
         stage="ae_proposal", playbook="wrong_address_valid_wait"),
    _row("こちらの主張は正しいとAliExpressから連絡が来ました。待っていれば全額返ってきますか?",
         stage="ae_proposal", playbook="wrong_address_valid_wait"),
    _row("全額返ってきました", stage="closed"),
    _row("商品を返したら返金する、という結論になりました", stage="return_goods",
         playbook="return_goods"),
    _row("オレンジ色で12月1日と書いてあるのは何ですか?", kind="ae_step_in",
         at="2026-12-01"),
    _row("利用が制限されていますと表示されて注文も紛争もできません", playbook="account_blocked"),
    _row("話し合いがまとまったというお知らせが、きのうと今日で2通来ています",
         playbook="agreement_mail_twice", at=None),
    _row("返金を申請するボタンがグレーになっていて押せない", demand=None,
         playbook="cannot_open_dispute"),
    _row("返金を申請したい", demand="full_refund"),
    _row("荷物が来ません。守られるのは12月5日までだそうです", kind="protection_end",
         stage="in_transit"),
    _row("まだ届きません。保証は12月8日までと出ています", kind="protection_end"),
)  # fmt: skip

# What the buyer wonders about, and what others want of them.
WONDERED = (
    _row("前に出した提案は削除してから作り直すんでしょうか", playbook="decline_proposal"),
    _row("セラーの言うことにNOと返したら次は何が起きますか", playbook="what_if_decline"),
    _row("お店の話に乗らなかったらこの先どうなりますか?", playbook="what_if_decline"),
    _row("アリエクに断られたら、どこかよそで助けてもらえる?", playbook="external_routes"),
    _row("アリエク以外でお金を取り戻す方法はありませんか", playbook="external_routes"),
    _row("いらなくなったことにしてほしいと頼まれた。従うべき?",
         playbook="seller_asks_change_reason"),
)  # fmt: skip

# Days from which a clock runs.
BASES = (
    _row("9月20日にペイパルで支払いました。そっちで返してもらえますか?", kind="paypal_open",
         at="2027-03-19"),
    _row("発送日は11月18日でした", at=None),
    _row("注文した商品が発送されません", at=None),
    _row("発送予定は12月5日です", kind="unknown"),
)  # fmt: skip

SITUATIONS = (*NOT_YET, *GOODS, *SAID, *WONDERED, *BASES)
