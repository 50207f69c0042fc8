"""What buyers want: of the bot, and of the seller."""

from tests.reading.parcel_words import Words

INTENT: Words = {
    "ask_howto": (
        "これ返品せなあかんのかいな",
        "半年前の買い物でも申し立てできますろか",
        "買うてから三月たつけどまだ申し立てできますやろか",
        "この欠けで紛争になりますかいな",
    ),
    "ask_timezone": ("向こうは今何時なんでしょう",),
    "close_dispute": ("返金きた！よかった〜",),
    "delete_dispute": ("先週のやつもう要らんから消して",),
    "greeting": (
        "夜分遅くの23時にすみません、よろしくお願いいたします",
        "朝の5時に失礼します。よろしくお願いします",
    ),
    "import_paste": (
        "担当者: Ken\nご不便をおかけします。\n回答予定日: 12月3日\nこのチャットは終了しました。",
    ),
    "list_disputes": (
        "いま何個抱えてるんだっけ",
        "いちらん見せてや",
    ),
    "register_dispute": (
        "父の代わりに書いています。時計の色が違いました",
        "泣き寝入りはしたくないです。皿が割れていました",
        "月曜までに返送してくださいとメッセージがきた",
    ),
    "report_progress": (
        "承認を押してしまいました",
        "さっき抗議の文章を送り終えたところです",
        "保護の延長をお願いしておきました",
        "サポートに聞いてみたけど要領を得ませんでした",
        "反対は今朝押しときました",
    ),
    "show_next_deadline": ("直近でやらなあかんのいつ",),
    "unknown": ("加湿器 5000円以下 おすすめ",),
    "update_deadline": ("2/30まで",),
}

DEMAND: Words = {
    None: (
        "返金希望額\nJPY 3,300",
        "返金きた！満額！",
        "返品と返金\n返品先の住所\n東莞市\n返品期限\n2026/12/20",
        "Status:\nDispute Finished\nRefund Only JPY 900",
    ),
}

VERDICT: Words = {
    None: ("返品が認められて10日以内に送れと",),
}
