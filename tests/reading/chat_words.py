"""What buyers ask and tell in the chat and its transcripts, each with all that it means."""

from typing import Any

Row = tuple[str, dict[str, Any]]

TOLD: tuple[Row, ...] = (
    # Who asks whether it is a good time has said nothing yet.
    ("夜10時過ぎに申し訳ありません。相談させてください", {"intent": "greeting"}),
    ("夜分に申し訳ありません。相談させてください", {"intent": "greeting"}),
    ("朝早くから失礼します。相談があります", {"intent": "greeting"}),
    (
        "3個とも届かず紛争中です。8201234567890123、82012345678901"
        "24、8201234567890125、12月10日にAliExpress介入",
        {
            "intent": "register_dispute",
            "reason": "not_received",
            "stage": "negotiation",
            "playbook": "not_received_protection",
            "demand": None,
        },
    ),
    (
        "AliExpressから全額返金の提案が来ました。承認していいですか?",
        {
            "intent": "ask_howto",
            "reason": None,
            "stage": "ae_proposal",
            "playbook": "ae_steps_in_date",
            "demand": None,
        },
    ),
    (
        "セラーを信じて取り下げてもいいですか?",
        {
            "intent": "ask_howto",
            "reason": None,
            "stage": "negotiation",
            "playbook": "seller_asks_cancel",
            "demand": None,
        },
    ),
    (
        "手数料を先に払えば返金すると言われた",
        {
            "intent": "register_dispute",
            "reason": None,
            "stage": None,
            "playbook": None,
            "demand": None,
        },
    ),
    (
        "プライバシーについて教えてください",
        {"intent": "ask_howto", "reason": None, "stage": None, "playbook": None, "demand": None},
    ),
    (
        "取り下げました",
        {
            "intent": "close_dispute",
            "reason": None,
            "stage": "closed",
            "playbook": None,
            "demand": None,
        },
    ),
    (
        "セラーに断りの英文書いて",
        {
            "intent": "ask_template",
            "reason": None,
            "stage": "negotiation",
            "playbook": "decline_proposal",
            "demand": None,
        },
    ),
    (
        "灯りの色がカーキじゃなくてオレンジだった。値段¥2,890、3/1に注文、3/19着。お"
        "金で返してほしい。4月1日の18時、AliExpressが入ります。",
        {
            "intent": "register_dispute",
            "reason": "color_mismatch",
            "stage": "negotiation",
            "playbook": "color_mismatch",
            "demand": "full_refund",
        },
    ),
    (
        "追跡は通関で止まってる",
        {
            "intent": "register_dispute",
            "reason": "customs",
            "stage": "in_transit",
            "playbook": "not_received_protection",
            "demand": None,
        },
    ),
    (
        "この提案は承認していいですか?",
        {"intent": "ask_howto", "reason": None, "demand": None},
    ),
    (
        "アピールは今日中、それがだめならPayPalが来月9日まで",
        {"reason": None, "playbook": "external_routes", "demand": None},
    ),
    (
        "アリエクで紛争中です。注文とサイズが違うものが届いて、全額返金を要求しています。合意に至"
        "らなければAliExpressから提案があるかと思いますが、「返金のみ」も「返品と返金」"
        "も納得いかない場合は拒否できますか?こちらから他の提案をすることは可能ですか?",
        {
            "reason": "size_mismatch",
            "stage": "seller_response",
            "playbook": "decline_proposal",
            "demand": "full_refund",
        },
    ),
    (
        "紛争で「全額返金」を要求したところ認められて、「AliExpress Dispute O"
        "rder」という題名のメールでAliExpressの提案が来ました。でも申し立て詳細画面"
        "には拒否した「セラーの提案1」と「私の提案」しか表示されず、「承認」を押す場所がありませ"
        "ん。このまま3日間待てば返金されますか?",
        {
            "intent": "ask_howto",
            "reason": None,
            "stage": "ae_proposal",
            "playbook": "accept_button_missing",
            "demand": "full_refund",
        },
    ),
    (
        "AliExpressで紛争中です。返金の提案に一度同意したのに、未解決カテゴリーに入れら"
        "れたままで、本日また返金の提案がありました。「紛争が合意に達した」というメールも二度届い"
        "ています。「AliExpressが新しい解決案を提案しました」とあったので、再度「同意」"
        "をクリックしました。このまま待っていれば良いのでしょうか?",
        {
            "intent": "ask_howto",
            "reason": None,
            "stage": "refund_processing",
            "playbook": "agreement_mail_twice",
            "demand": None,
        },
    ),
    (
        "AliExpressで頼んだ荷物が3個届いていないのに、勝手に「配達済み」になっていたの"
        "で紛争を起こしました。郵便局で調べたら、3個とも追跡番号が全く別人宛てで、日本の別地域の"
        "人へ配達済みでした。セラーの回答は0円で、もちろん拒否しました。その後AliExpres"
        "sからも「AliExpress’ Judgment Proposal: 返金 JPY \\"
        " 0」と来て、紛争が閉じられました。抗議をクリックして追跡番号が間違ってると訴えています"
        "が、どうなるのでしょう?何か良い方法はないでしょうか?",
        {
            "intent": "ask_howto",
            "reason": "wrong_address",
            "stage": "appeal",
            "playbook": "judgement_zero_wrong_address",
            "demand": None,
        },
    ),
    (
        "ここ最近、アリエクスプレスからの提案に「拒否」も「同意」も出来ず、判定通りに紛争が終了し"
        "てしまいます。そもそもボタンが表示されません。「抗議文」も送れません。私の環境だけでしょ"
        "うか?クレーマーだと疑われているからというのは本当ですか?",
        {
            "intent": "ask_howto",
            "reason": None,
            "stage": "appeal",
            "playbook": "no_buttons",
            "demand": None,
        },
    ),
    (
        "商品が届かないので紛争したいのに、「申し立てをする」のボタンが出なくて開始できません。ど"
        "うしたらいいですか?",
        {
            "intent": "ask_next_step",
            "reason": "not_received",
            "stage": "open_window",
            "playbook": "cannot_open_dispute",
            "demand": None,
        },
    ),
    (
        "半分しか戻らないまま終わりにされました。あんな決め方はおかしいと思います",
        {
            "intent": "report_progress",
            "reason": None,
            "stage": "closed",
            "playbook": None,
            "demand": None,
        },
    ),
    (
        "運営の人にひとこと言いたいのに、書くところがどこにもありません",
        {
            "intent": "ask_howto",
            "reason": None,
            "stage": None,
            "playbook": "message_to_ae",
            "demand": None,
        },
    ),
    (
        "AliExpressは満額返すべきと決めてくれたのに、お店が毎回ノーで終わりません。どうすれば?",
        {
            "intent": "ask_next_step",
            "reason": None,
            "stage": "negotiation",
            "playbook": "seller_keeps_rejecting",
            "demand": None,
        },
    ),
)
