"""Pages with the words of the buyer who pastes them: what he wants, and which playbook helps."""

OFFER = (
    "紛争の詳細\n理由 素材が説明と違う\n販売者の提案 一部返金 ¥600\n"
    "私の提案 全額返金 ¥2,900\n[承認する] [拒否する]"
)
_REFUNDED = (
    "Refund Complete\nRefund amount: JPY 2,900\nPayment method: Credit card\nOrder 8201234567890123"
)
_RETURN = (
    "返品の発送をお待ちしています\n返送期限 12月5日\n返金予定額 ¥2,900\n追跡番号を入力してください"
)
_MAIL = "件名:返品の追跡番号がまだ入力されていません\n注文 8201234567890123\n返送期限 12月5日\n"

INTENTS = (
    (f"{OFFER}\n\n安すぎるので、断りの英文を作ってほしいです", "ask_template"),
    (f"英語で断る文がほしい\n\n{OFFER}", "ask_template"),
    (f"{_REFUNDED}\n\n無事にカードへ戻ってきました。助かりました", "close_dispute"),
    (f"{_RETURN}\n\nさっき郵便局から出して、番号も入れました", "report_progress"),
    (f"紛争ナビ\n【期限のお知らせ】\n{_RETURN}\n\nいま外なので、明日の朝もう一度教えて", "snooze"),
    # The page's day goes before a wish that would be about a notice of ours.
    (f"{_RETURN}\n\nいま外なので、明日の朝もう一度教えて", "import_paste"),
    (f"{OFFER}\n\nこれって拒否しても大丈夫ですか", "ask_howto"),
    (f"反対を押すと損しますか?\n\n{OFFER}", "ask_howto"),
    # It only tells what is pasted; it is the mail's; it is the page's.
    (f"アプリの画面をコピーしました\n\n{OFFER}", "import_paste"),
    (f"{_MAIL}入れ違いの場合はご容赦ください。", "import_paste"),
    (f"{_MAIL}\nこのメールに心当たりのない方は破棄してください。", "import_paste"),
    (f"{OFFER}\n\n証拠を追加", "import_paste"),
    (f"題名: 荷物は届きましたか?\n\n{_MAIL}", "import_paste"),
    # Neither first nor last, but right above the page.
    (f"先週届いたやつです。\nこれって承認すると終わりですか?\n\n{OFFER}\n[履歴]", "ask_howto"),
)

PLAYBOOKS = (
    (OFFER, "partial_refund_offer"),
    (f"{OFFER}\n\n反対を押したらどうなりますか?", "what_if_decline"),
    (f"{OFFER}\n\n断りたいです。どのボタンですか", "decline_proposal"),
    (f"{OFFER}\n\nAliExpressに直接メッセージを送れますか", "message_to_ae"),
    (f"次から損しない買い方のコツを知りたいです\n\n{OFFER}", "expectations_tips"),
    # A seller who asks for something else is helped with by that.
    (
        "店: 友よ、紛争をキャンセルしてください、あとで返金します\n私: だめです\n"
        "店: キャンセルが先です\n\n断りたいので英語の文をお願いします",
        "seller_asks_cancel",
    ),
)

PROPOSERS = (
    (
        "Your claim: JPY 4,040\nSeller's amount: JPY 300\nReason: Damaged\nStatus: negotiating",
        "seller",
    ),
    # What it offered is agreed on, and over.
    (
        "紛争が合意に達しました\nあなたと販売者は、以下の内容で合意しました。\n"
        "一部返金 JPY 2,500\n返金は3~20営業日以内に行われます。",
        None,
    ),
)
