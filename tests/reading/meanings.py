"""Sentences by hand and what they mean: only the named fields are compared.

``amounts`` are "value currency role"; a field given as None must be empty.
"""

from typing import Any

from tests.reading.situations import SITUATIONS

Row = tuple[str, dict[str, Any]]


def _row(text: str, **expected: Any) -> Row:
    return text, expected


REASONS: tuple[Row, ...] = (
    _row("違うカラーが届いた", reason="color_mismatch", playbook="color_mismatch"),
    _row("注文は黒なのに白が届きました", reason="color_mismatch"),
    _row("赤を頼んだのにピンクが来た", reason="color_mismatch"),
    _row("Dispute Reason: Color Not As Described", reason="color_mismatch"),
    _row("注文とサイズが違う", reason="size_mismatch", playbook="register_and_open"),
    _row("25.5cmを注文したのに24cmが届いた", reason="size_mismatch", deadline=None, amounts=[]),
    _row("小さすぎて着られない", reason="size_mismatch"),
    _row("商品が記載された内容と異なる", reason="not_as_described"),
    _row("写真と全然違うものだった", reason="not_as_described"),
    _row("別の商品が入っていた", reason="wrong_item"),
    _row("品質が悪すぎる", reason="quality"),
    _row("画面が割れていた", reason="damaged"),
    _row("箱がつぶれて中身が破損していました", reason="damaged"),
    _row("電源が入りません、動作しない", reason="not_working"),
    _row("充電できない不良品", reason="not_working"),
    _row("部品が足りない", reason="shortage"),
    _row("10個頼んで8個しか入っていない", reason="shortage"),
    _row("封筒だけで中身がない", reason="empty_parcel"),
    _row("明らかに偽物", reason="counterfeit"),
    _row("気が変わったので返品したい", reason="no_longer_needed"),
    _row("商品が届かない", reason="not_received", playbook="not_received_protection"),
    _row("追跡が止まったままです", reason="not_received"),
    _row("追跡番号が存在しないと言われる", reason="tracking_invalid"),
    _row("追跡番号 LP00123456789012 が無効です", reason="tracking_invalid", verdict=None),
    _row("配達済みなのに届いていない", reason= "delivered_not_received", playbook=
        "delivered_not_received"),
    _row("全く知らない住所に配達された", reason="wrong_address", playbook="wrong_address"),
    _row("パッケージの送付先が間違いました", reason="wrong_address"),
    _row("Package Sent to a Wrong Address", reason="wrong_address"),
    _row("荷物が中国に返送されました", reason="returned_to_sender"),
    _row("税関で止まっている", reason="customs"),
    _row("配送方法を勝手に変更された", reason="shipping_method_changed"),
    _row("返金がまだ来ない", reason=None, playbook="refund_arrival"),
    _row("セラーから返事が来ない", reason=None, stage="seller_response"),
    _row("ヘルプセンターで人に繋がらない", reason=None, playbook="reach_human"),
    _row("返品ボタンが反応しない", reason=None),
    _row("理由を自己都合に変えてくれと言われた", reason=None, playbook="seller_asks_change_reason"),
)  # fmt: skip

DEMANDS: tuple[Row, ...] = (
    _row("全額返金を要求しています", demand="full_refund", outcome=None),
    _row("全額返金してほしい", demand="full_refund"),
    _row("希望は全額返金です", demand="full_refund"),
    _row("一部返金でいいので返金してほしい", demand="partial_refund"),
    _row("返品して全額返金してほしい", demand="return_refund"),
    _row("返品と返金を希望します", demand="return_refund"),
    _row("正しい商品を再送してほしい", demand="resend"),
    _row("返金のみを希望", demand="refund_only"),
    _row("全額返金の判定が出ました", demand=None, outcome="full_refund"),
    _row("AliExpressの提案は一部返金でした", demand=None, outcome="partial_refund"),
    _row("セラーが再送すると言っています", demand=None, outcome="resend"),
    _row("0円で終了しました", demand=None, outcome="zero", stage="closed"),
    _row("5,000円払ったので全額返金を希望", demand="full_refund", outcome=None),
    _row("全額返金を希望したのに一部返金の提案が来た", demand= "full_refund", outcome=
        "partial_refund"),
    _row("Refund Onlyって何ですか?", demand=None, intent="ask_howto"),
)  # fmt: skip

DEMANDS += (
    _row("一部返金の提案なので全額返金を希望", demand="full_refund", outcome="partial_refund"),
    _row("全額返金に同意してもらえました", demand=None, outcome="full_refund"),
)

AMOUNTS: tuple[Row, ...] = (
    _row("6,993円の全額返金を要求しています", amounts=["6993 JPY claimed"]),
    _row("購入した商品は6,993円です", amounts=["6993 JPY paid"]),
    _row("￥６，９９３払いました", amounts=["6993 JPY paid"]),
    _row("『Refund Only JPY 5,594』", amounts=["5594 JPY offered_by_ae"]),
    _row("セラーから5,594円の提案", amounts=["5594 JPY offered_by_seller"]),
    _row("AliExpressから US $12.34 の提案が来た", amounts=["12.34 USD offered_by_ae"]),
    _row("AliExpress' Judgment Proposal: 返金 JPY \\ 0", amounts=[ "0 JPY judged"], outcome=
        "zero"),
    _row("Refund Only GBP ¥ 0.00 Dispute Finished", amounts=["0.00 GBP judged"]),
    _row("3,480円返ってきました", amounts=["3480 JPY refunded"]),
    _row("1ドル返金されました", amounts=["1 USD refunded"]),
    _row("代金は1万2千円でした", amounts=["12000 JPY paid"]),
    _row("3万円で買った", amounts=["30000 JPY paid"]),
    _row("USD 36.40 払って US $3.00 の返金を希望", amounts=["36.40 USD paid", "3.00 USD claimed"]),
    _row("千円で買った", amounts=["1000 JPY paid"]),
    _row("25.5cm 12V 3個 50% 4/5", amounts=[]),
    _row("5,594円。セラーから5,594円の提案", amounts=["5594 JPY offered_by_seller"]),
    _row("€5.50払った", amounts=["5.50 EUR paid"]),
)  # fmt: skip

NUMBERS: tuple[Row, ...] = (
    _row("注文番号8201234567890123", order_id="8201234567890123"),
    _row("注文番号：８２０１２３４５６７８９０１２３です", order_id="8201234567890123"),
    _row("Order No:\n87034491478950", order_id="87034491478950"),
    _row("8201234567890123と8201234567890124", order_ids=[ "8201234567890123",
        "8201234567890124"]),
    _row("87034491478950 ではなく 8201234567890123", order_id="8201234567890123"),
    _row("8201 2345 6789 0123", order_id="8201234567890123"),
    _row("追跡 LP00123456789012", tracking=["LP00123456789012"], order_id=None),
    _row("EE123456789JP", tracking=["EE123456789JP"], order_id=None),
    _row("JY26CAA0D000551012", tracking=["JY26CAA0D000551012"], order_id=None),
    _row("AP12345678901234", tracking=["AP12345678901234"], order_id=None),
    _row("追跡番号 1234-5678-9012", tracking=["1234-5678-9012"], order_id=None),
    _row("電話は090-1234-5678", order_id=None, tracking=[]),
    _row("3個とも届いていない", quantity=3),
    _row("5枚中2枚が割れていた", quantity=2),
    _row("第3四半期", quantity=None),
)  # fmt: skip

PLAYBOOKS: tuple[Row, ...] = (
    _row("提案を拒否したい", playbook="decline_proposal"),
    _row("拒否ってどこ?", playbook="decline_proposal", intent="ask_howto"),
    _row("返金のみも返品返金も納得いかない", playbook="decline_proposal"),
    _row("Validなのに売り手が拒否し続けて無限ループ", playbook= "seller_keeps_rejecting", verdict=
        "valid"),
    _row("全額返金の判定なのにセラーが何度も拒否する", playbook="seller_keeps_rejecting"),
    _row("紛争をキャンセルしてくれたら返金するとセラーに言われた", playbook="seller_asks_cancel"),
    _row("運送会社のせいで私も被害者です、取り下げてと言われました", playbook="seller_asks_cancel"),
    _row("2月3日, AliExpress Steps In", playbook="ae_steps_in_date", kind="ae_step_in"),
    _row("オレンジの文字で介入と出ている", playbook="ae_steps_in_date"),
    _row("Refund Only JPY 5,594と言われた", playbook="partial_refund_offer"),
    _row("5,594円だけ?", playbook="partial_refund_offer"),
    _row("AliExpressに質問したい", playbook="message_to_ae"),
    _row("最終判定に納得がいかない", playbook="final_judgement_unhappy"),
    _row("おかしな判定なので抗議したい", playbook="final_judgement_unhappy"),
    _row("承認ボタンが表示されない", playbook="accept_button_missing"),
    _row("全額返金なのにAcceptが出ない", playbook="accept_button_missing"),
    _row("別住所に発送されValidのメール。拒否しなくても返金?", playbook="wrong_address_valid_wait"),
    _row("合意に達したというメールが二回届いた", playbook="agreement_mail_twice"),
    _row("反対を押したらどうなる?", playbook="what_if_decline"),
    _row("販売者から返金しませんと来た。賛成ですか反対ですか", playbook="what_if_decline"),
    _row("別人に配達済みなのに0円で閉じられた", playbook="judgement_zero_wrong_address"),
    _row("承認も拒否もできない", playbook="no_buttons"),
    _row("ボタンが表示されず勝手に終了した", playbook="no_buttons"),
    _row("紛争のページが表示されない", playbook="dispute_page_missing"),
    _row("アカウントがブロックされた", playbook="account_blocked"),
    _row("次から気をつけることは?", playbook="expectations_tips"),
    _row("紛争のボタンがない", playbook="cannot_open_dispute"),
    _row("紛争したい", playbook="register_and_open", intent="register_dispute"),
    _row("返品して返金になりました", playbook="return_goods", stage="return_goods"),
    _row("保護期限が迫っている", playbook="not_received_protection"),
    _row("返金いつ?", playbook="refund_arrival"),
    _row("カード会社にチャージバックを申請したい", playbook="external_routes"),
    _row("EVAしか出ない、人間と話したい", playbook="reach_human"),
)  # fmt: skip

INTENTS: tuple[Row, ...] = (
    _row("紛争を開きました", intent="register_dispute", stage="seller_response"),
    _row("色が違う商品が届きました", intent="register_dispute"),
    _row("AliExpressから提案が来ました", intent="register_dispute", proposer="aliexpress"),
    _row("残り2日14時間33分", intent="register_dispute"),
    _row("期限は12月5日です", intent="update_deadline"),
    _row("28日じゃなくて29日でした", intent="update_deadline"),
    _row("12月10日に延長されました", intent="update_deadline"),
    _row("12月5日", intent="update_deadline"),
    _row("AliExpressが介入しました", intent="report_stage", stage="ae_steps_in"),
    _row("返品待ちになりました", intent="report_stage", stage="return_goods"),
    _row("交渉に入りました", intent="report_stage", stage="negotiation"),
    _row("拒否しました", intent="report_progress"),
    _row("証拠をアップロードしました", intent="report_progress"),
    _row("返送しました", intent="report_progress"),
    _row("一部返金で終わりました", intent="report_progress", outcome="partial_refund"),
    _row("0円で終了しました", intent="report_progress"),
    _row("全額返金されました", intent="close_dispute", outcome="full_refund"),
    _row("無事に解決しました、ありがとうございました", intent="close_dispute"),
    _row("終わった", intent="close_dispute"),
    _row("拒否はどうやってしますか", intent="ask_howto"),
    _row("12月5日までに返事しないとどうなりますか?", intent="ask_howto", at="2026-12-05"),
    _row("次は何をすればいいですか", intent="ask_next_step"),
    _row("証拠は何を出せばいいですか", intent="ask_evidence"),
    _row("英語で何て書けばいいですか", intent="ask_template"),
    _row("英文を作ってください", intent="ask_template"),
    _row("Dec 5 23:59 PSTは日本時間でいつですか", intent="ask_timezone"),
    _row("PayPalはいつまでに申請すればいいですか", intent="ask_external_deadline"),
    _row("チャージバックの期限はいつですか", intent="ask_external_deadline"),
    _row("PayPalの期限は12月1日です", intent="set_external_deadline", kind="paypal_open"),
    _row("紛争の一覧を見せて", intent="list_disputes", playbook=None),
    _row("次の期限はいつ?", intent="show_next_deadline"),
    _row("あと何日?", intent="show_next_deadline"),
    _row("夜は通知しないで", intent="set_notify_pref"),
    _row("前日にも知らせて", intent="set_notify_pref"),
    _row("1時間後にまた教えて", intent="snooze"),
    _row("あとで", intent="snooze"),
    _row("この紛争を削除して", intent="delete_dispute"),
    _row("こんにちは", intent="greeting"),
    _row("ありがとう", intent="greeting"),
    _row("うーん", intent="unknown"),
    _row("", intent="unknown"),
    _row("😀", intent="unknown"),
    _row(
        "Order No:\n87034491478950\nDispute Reason:\nAccessories probems\nStatus:\n"
        "Dispute Finished\nRefund Only GBP ¥ 0.00\nReminder:\n"
        "Appeal has been raised, please wait for 2-5 working days.\n"
        "AliExpress' Judgment\nDoes not work properly Invalid",
        intent="import_paste",
        order_id="87034491478950",
        verdict="invalid",
        reason="not_working",
        stage="appeal",
    ),
)  # fmt: skip

KINDS: tuple[Row, ...] = (
    _row("セラーの回答期限は11月28日", kind="seller_response", stage="seller_response"),
    _row("12月3日にAliExpressが介入", kind="ae_step_in", stage="negotiation"),
    _row("交渉完成推定時間 12月3日", kind="negotiation_end", stage="negotiation"),
    _row("Negotiation Finished - Estimated Time Dec 3, 2026", kind="negotiation_end"),
    _row("3日以内に承認か拒否しないと", kind="accept_decline", stage="ae_proposal"),
    _row("12月10日までに返送", kind="return_ship", stage="return_goods"),
    _row("保護期限は12月20日", kind="protection_end", stage="in_transit"),
    _row("紛争を開けるのは12月5日まで", kind="open_until", stage="open_window"),
    _row("12月5日から紛争を開けます", kind="open_from", stage="open_window"),
    _row("アピールの期限は12月5日", kind="appeal", stage="appeal"),
    _row("アピールの結果は12月5日までに出ます", kind="appeal_result", stage="appeal"),
    _row("返金は12月10日までに入金されるそうです", kind= "refund_arrival", stage=
        "refund_processing"),
    _row("サポートから12月5日までに回答すると言われた", kind="support_reply"),
    _row("PayPalの申請期限は12月5日", kind="paypal_open", stage="external"),
    _row("チャージバックの期限は12月5日", kind="card_chargeback", stage="external"),
    _row("期限は12月5日", kind="unknown"),
)  # fmt: skip

SPOKEN: tuple[Row, ...] = (
    # A space behind the end of a sentence is its stop, any other between words a habit.
    _row("昨夜オープン紛争しました　基板に通電しない", reason="not_working",
         playbook="register_and_open"),
    _row("にもつが　まだ　きません", reason="not_received"),
    _row("ほごきげんは　12がつ4か　です", at="2026-12-04"),
    _row("なーーんも届かねぇ😭😭", reason="not_received"),
    _row("返信は十分です", deadline=None),
    _row("証拠は十分ですか", intent="ask_evidence", deadline=None),
    _row("十分後に締め切り", at="2026-11-23T10:10"),
    _row("もう一回説明して", intent="ask_howto"),
    # The stage tells whose clock it is, where the words about the date do not.
    _row("「異議申し立ての決定が下されました」\nFull Refund JPY 4,360\n"
         "Please respond by Dec 1, 2026", kind="accept_decline", stage="ae_proposal"),
    _row("オープン紛争しました。期限は11月28日です", kind="unknown", stage="seller_response"),
    # A buyer's own English is no pasted page.
    _row("I have not received my order. Buyer protection ends Dec 20", intent="register_dispute",
         reason="not_received", kind="protection_end", at="2026-12-20"),
    _row("Resolved, full refund received", intent="close_dispute"),
    _row("2 days 14:05:33", intent="register_dispute", at="2026-11-26T00:05"),
)  # fmt: skip

# Wordings that name things sideways.
SIDEWAYS: tuple[Row, ...] = (
    _row("頼んだのは腕時計。箱から出てきたのはスマホケース", reason="wrong_item"),
    _row("傘を注文。中身はタオル", reason="wrong_item"),
    _row("10枚セットのはずが8枚", reason="shortage"),
    _row("指輪の号数が2つも下やった", reason="size_mismatch"),
    _row("郵便局に聞いたら宛名が知らん人やったわ", reason="wrong_address",
         playbook="wrong_address"),
    _row("置き配しましたって通知きたけど玄関に何もない", reason="delivered_not_received"),
    _row("75日の保護が過ぎちゃったけど品物はまだ。もう手遅れ?", reason="not_received"),
    _row("もし次のも届かなかったらまた申し立てできますか", reason=None),
    _row("半額じゃ足りないと丁寧に断る例文ある?", reason=None, intent="ask_template"),
    _row("「運送会社のせい、取り消して」ってセラーがしつこい", intent="register_dispute",
         playbook="seller_asks_cancel"),
    _row("財布のやつ登録ミスだから取っぱらって", intent="delete_dispute"),
    _row("色違いの件は登録から消しといて", intent="delete_dispute", reason="color_mismatch"),
    _row("サイズ違いのやつ消して", intent="delete_dispute", reason="size_mismatch"),
    _row("割れてた件を削除お願い", intent="delete_dispute", reason="damaged"),
    _row("色違いの件は全額返金してほしい", intent="register_dispute", reason="color_mismatch"),
    _row("画面の時間ってアメリカ西海岸の時間なんでしょうか", intent="ask_timezone"),
    _row("夕方もういちど通知よろしく", intent="snooze"),
    _row("封筒あけたら空っぽ。空気買わされた？？", intent="register_dispute"),
    _row("つかえねーなこいつ", intent="unknown"),
    _row("代わりの品ちゃんと来たわ もうええよ", intent="close_dispute"),
    _row("「これで終わりにしましょう」とセラー", stage=None),
    _row("受取確認おしちゃいました", stage="completed_15d"),
    _row("まだ受取確認は押してません", stage=None),
    _row("返品すれば全額ってことになった。12月11日までに出せと", stage="return_goods",
         kind="return_ship"),
    _row("サポートの人と話せた。48時間以内に折り返すって", kind="support_reply"),
    _row("セラーの回答は木曜まで、運営が出てくるのは日曜", kind="seller_response",
         proposer=None),
    _row("妥当ってメール来てるのにセラーがまた却下", verdict="valid"),
    _row("主張が認められず終了", verdict="invalid"),
    _row("半額しか認められず終了", verdict=None),
    _row("返金はまだ1円もない", amounts=[]),
    _row("3,200円の半分でも返ってくればいいや", amounts=["3200 JPY paid"]),
    _row("1,640円、本日口座に戻りました", amounts=["1640 JPY refunded"]),
    _row("戻ったのは3,000円", amounts=["3000 JPY refunded"]),
    _row("昨日「送り返して返金」で決まりました", demand=None, stage="return_goods"),
    _row("送り返してもいいのでお金戻してほしいです", demand="return_refund"),
)  # fmt: skip

EVERYTHING = (
    *REASONS,
    *DEMANDS,
    *AMOUNTS,
    *NUMBERS,
    *PLAYBOOKS,
    *INTENTS,
    *KINDS,
    *SPOKEN,
    *SIDEWAYS,
    *SITUATIONS,
)
