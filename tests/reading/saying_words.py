"""What buyers write by the way, and what it is meant for."""

from tests.reading.parcel_words import Words

INTENT: Words = {
    "register_dispute": (
        "missing two screws in the package",
        "中身が三分の一しかない、袋がすかすか",
        "私のキーボードが行方不明です",
        "tracking number is invalid",
        "番地違いで他人のポストに入れられた",
        "ステータスが「配達完了」に変わったけどうちには来てへん",
    ),
    "report_stage": ("アピールの結果待ちになりました",),
    "report_progress": (
        "英文コメント書き直して送信済み",
        "サポートとチャットしたけど返事待ち",
        "提案の編集もやっといたで",
        "写真を10枚追加で送信",
        "抗議文を提出",
    ),
    "close_dispute": (
        "カードに返金が反映されてた!やった",
        "セラーが全額返してくれて円満に終わった",
        "3回断られて4回目でやっと全額。終わった〜",
        "和解したので終わり",
        "セラーから全額返金あり、解決",
    ),
    "ask_next_step": ("セラーが返事しません。どうしましょう",),
    "ask_template": ("断るメッセージの英語教えて",),
    "import_paste": (
        "Order 8201234567890123\nNov 02 Shipped\nNov 18 Delivered\nLast day to dispute: Dec 3",
        "アフターサービス詳細\n申請日 11/18\n販売者の対応 11/21 拒否\n次の期限 11/28",
    ),
}

PLAYBOOK: Words = {
    "register_and_open": ("リモコンの赤いボタンだけ反応しない",),
    "decline_proposal": (
        "返品返金なんて無理、断る",
        "売り手の案は受け入れられません",
    ),
    "seller_asks_cancel": (
        "紛争閉じて、そしたら全額払うよと販売者",
        "セラー「キャンセルお願い、すぐ返金します」",
        "紛争の取り消しを頼まれています",
    ),
    "partial_refund_offer": (
        "2,000円返すから手を打てと言われた",
        "これっぽっちの返金額じゃ話にならない。提案は800円",
        "8千円払ったのに提案が3千円。少なくない?",
        "返金額が半分って、少なすぎませんか",
    ),
    "what_if_decline": (
        "セラーが「返金しない」と言ってきました",
        "売り手から返金はできませんと返事が来た",
        "昨日、店に返金を拒まれた",
        "返金に応じないとセラーから返事",
        "店が返金を断ってきた",
        "売り手が返金できないの一点張り",
    ),
    "seller_asks_change_reason": ("届いてないのに「不要になった」に直してくれと",),
    "cannot_open_dispute": ("申し立てができません",),
    "external_routes": ("アリエクがダメなら次はどこに頼ればいい",),
    "reach_human": ("電話で相談できる窓口ある?",),
}

DEMAND: Words = {
    "partial_refund": ("千円だけでも返して",),
    "resend": ("sizeMに取り替えてほしい",),
}
