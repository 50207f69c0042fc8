"""What is wrong with goods and what is asked for it, in words of every day."""

from tests.reading.parcel_words import Words

REASON: Words = {
    "not_as_described": (
        "先月頭に届いたTシャツ、柄が左右反転してた",
        "プリントが上下逆さま",
        "柄が鏡写しになってる",
        "ロゴが裏返しに印刷されてる",
    ),
    "not_working": ("4,999円の電子ピアノ鍵盤が3つ沈んだまま",),
    None: (
        "わしゃパソコンしか使えんのじゃが、拒否のボタンはどこにあるかのう",
        "スマホしか使えないんですが承認はどこ",
    ),
}

DEMAND: Words = {
    "full_refund": ("説明に「防水」とあったのに雨で即死。商品ページのスクショはある。全額で",),
    "partial_refund": (
        "23.5cm頼んで24.0来た。まあ履けるから少しだけ返金してくれたらいい",
        "ちょっとだけ返金してほしい",
        "使えるんで少し返してもらえればいい",
        "いくらか返してくれたらええ",
    ),
    "resend": ("商品は届いたけど充電ケーブルが付いてない。アダプタも。部品だけ送ってくれと頼んだ",),
    None: ("セラーが半額でいいよねって",),
}
