### エクスポートと証拠のまとめ

archive-export-begun = データの書き出しを始めました
archive-pack-begun = 証拠をまとめています
archive-comes = できあがりしだい、ここにお送りします。そのままお待ちください。
archive-export-made = データの書き出しが終わりました
archive-pack-made = 証拠をまとめ終わりました
button-archive = 進み具合を見る
button-archive-again = もう一度受け取る
archive-export-here = データを書き出しました{ $parts ->
        [1] (ZIP { $size })
       *[other] (ZIP { $parts }個、合わせて{ $size })
    }。中の「はじめにお読みください.txt」に説明があります。写真からは撮影場所などの情報を除いてあります。受け取れるのは24時間です。
archive-pack-here = 証拠をまとめました{ $parts ->
        [1] (ZIP { $size })
       *[other] (ZIP { $parts }個、合わせて{ $size })
    }。一覧のPDF、英文の下書き、元の大きさの写真が入っています。写真からは撮影場所などの情報を除いてあります(画像そのものは変えていません)。受け取れるのは24時間です。
archive-failed = うまく作れませんでした。登録内容と写真はそのままです。少し待ってから、もう一度お試しください。
button-again = もう一度作る
archive-expired = このファイルは、もう残っていません。もう一度「エクスポート」または「証拠をまとめて」と送ると、作り直せます。
archive-no-address = ここには公開アドレスが設定されていないため、LINEではファイルをお渡しできません。写真は「証拠一覧」から1点ずつ見られます。
button-pack = 証拠をまとめる
pack-which = どの件の証拠をまとめますか?
pack-empty = まとめる証拠がまだありません。写真や動画をこのトークに送ると保存できます。

## ファイルの中

readme-name = はじめにお読みください.txt
export-readme =
    紛争ナビがお預かりしている内容の書き出しです。

    data.json … 紛争、期限、提案、手順の進み具合、写真の一覧(ほかのソフトで読める形)
    rows/ … お預かりしている記録のすべて。やり取りの控えは inbox.jsonl(届いたもの)と deliveries.jsonl(お送りしたもの)
    photos/ … 写真・動画・ファイル

    写真と動画からは、撮影場所・日時・機種などの情報を除いてあります。画像そのものは変えていません。data.json の sha256 は、受け取ったときのファイルの値です。
    大きいときは、いくつかのZIPに分かれています。data.json は最後のZIPに入っています。
pack-readme =
    AliExpressに出す証拠のまとめです({ $count }点)。

    overview.pdf … 一覧(英語)。項目、受け取った日時、SHA-256
    draft_english.txt … 英文の下書き。注文番号などを確かめてからお使いください
    01_… から順に … 写真・動画(元の大きさのまま)
    under_2MB/ … AliExpressが受け付けないおそれのある画像を、2MB以下のJPGにしたもの({ $smaller }点)
    sha256sum.txt … このまとめに入っている写真・動画のSHA-256

    写真と動画からは、撮影場所・日時・機種などの情報を除いてあります。画像そのものは変えていません。overview.pdf の「as received」は、紛争ナビが受け取ったときのファイルの値です。
    AliExpressの上限は公表されていません。画像は2MB以下のJPGかPNG、動画は短いものが安全です。
pack-pdf-title = 証拠の一覧: 注文 { $order }
pack-pdf-no-order = (注文番号)
pack-pdf-order = 注文番号
pack-pdf-tracking = 追跡番号
pack-pdf-reason = 理由
pack-pdf-demand = 希望
pack-pdf-amount = 金額
pack-pdf-made = 作成日時
pack-pdf-item = 項目
pack-pdf-caption = 説明
pack-pdf-received = 受け取った日時
pack-pdf-size = 大きさ(バイト)
pack-pdf-sha-received = SHA-256(受け取ったときのファイル)
pack-pdf-sha-here = SHA-256(このまとめのファイル)
pack-pdf-smaller = 小さくした画像: { $name }
pack-pdf-metadata = 写真と動画からは、撮影場所などの情報を除いてあります。画像そのものは変えていません。
