### 写真・動画・ファイル

evidence-arrived = 写真を受け取りました。どうしますか?
evidence-arrived-for = { $title } の写真ですか? どうするか選んでください。
evidence-arrived-no-case = 受け取りました。紛争を登録すると、証拠として保存できます。
evidence-arrived-several = { $count }点受け取りました。どうしますか?
evidence-arrived-several-for = { $count }点受け取りました。{ $title } の写真ですか? どうするか選んでください。
evidence-arrived-several-no-case = { $count }点受け取りました。紛争を登録すると、証拠として保存できます。
button-keep = 証拠として保存
button-keep-all = { $count }点まとめて保存
button-screen-date = 画面の日付を登録
evidence-kept = { $title } の証拠として保存しました(全{ $count }点)。
evidence-kept-toast = 保存しました
evidence-known = 同じファイルを { $title } の証拠として保存済みです。
evidence-which = どの件の証拠ですか?
evidence-no-case = 先に紛争を登録してください。受け取ったファイルは、そのまま預かっています。
evidence-with-card = 受け取ったファイルは預かっています。「これで登録」のあとに、証拠として保存できます。
evidence-no-case-yet = 証拠はまだありません。紛争を登録してから写真を送ると、ここに保存されます。
evidence-nothing-waits = 保存を待っているファイルはありません。
evidence-offered = 受け取ってあるファイルが{ $count }点あります。この件の証拠にしますか?
evidence-gone-piece = そのファイルは、もう残っていません。
evidence-dropped = ファイルを消しました。
evidence-full = 保存できるのは{ $files }点・300MBまでです。このファイルは、お手元に残しておいてください。

evidence-date = 写真の文字は読み取れないので、日付の行を長押しでコピーして送るか、ボタンで日付を選んでください。
evidence-date-which = どの件の日付ですか?

evidence-too-large = ファイルが大きすぎて預かれませんでした。画像は2MB以下のJPGかPNGが安全です。元のファイルは、お手元に保存しておいてください。
evidence-too-large-video = 動画が大きすぎて預かれませんでした。元の動画はお手元に保存し、15〜30秒に短くしたものを送ってください。AliExpressにも、短い動画のほうが送りやすいようです。
evidence-too-many-pixels = 画像の縦横が大きすぎて開けませんでした。縮小するか、スクリーンショットにして送ってください。
evidence-not-a-picture = 画像として開けないファイルでした。JPGかPNGで送り直してください。
evidence-unsupported = この種類のファイルは預かれません。JPGかPNGの画像、または短い動画を送ってください。
evidence-gone = ファイルを受け取れませんでした。もう一度送ってください。

evidence-list-title = { $title } の証拠({ $count }点)
evidence-list-which = どの件の証拠を見ますか?
evidence-list-empty = まだありません。写真や動画をこのトークに送ると保存できます。
evidence-row = { $number }
evidence-about = { $kind } { $at } { $size }
evidence-kind-image = 写真
evidence-kind-video = 動画
evidence-kind-file = ファイル
evidence-sent = { $at } に保存
button-get = { $number }を見る
button-add-evidence = 証拠を追加
evidence-send = { $title } の写真や動画を送ってください。届いたものから証拠として保存します。
button-camera = カメラ
button-roll = アルバム
button-enough = これで全部
evidence-strong = 「{ $reason }」で、あると強い証拠
evidence-send-which = どの件の証拠を送りますか?
evidence-send-no-case = 進行中の件がまだありません。写真や動画は、いま送っても預かります。紛争を登録すると、証拠として保存できます。
