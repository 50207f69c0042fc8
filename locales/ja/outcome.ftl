### 終わった・どうなりましたか?

outcome-question = { $title } どうなりましたか?
outcome-question-note = 結果を選ぶと、この紛争のお知らせを止めます。あとで元に戻せます。
outcome-accepted = { $title } どの条件で承認されましたか?
outcome-accepted-note = 承認した条件で紛争は終わります。選ぶと、返金や返送の次の案内に進みます。あとで元に戻せます。
outcome-going = まだ続いている
outcome-row = 結果
outcome-closed = { $title } を終了にしました
outcome-no-more-warnings = お知らせは止めました。押し間違いなら「元に戻す」で戻せます。
outcome-again-toast = すでに終了になっています
outcome-undo = 元に戻す
undo-what-close = 紛争の終了
undo-what-going = 期限の更新
outcome-going-title = { $title } 引き続き見守ります
outcome-going-note = 画面に次の日付が出ていたら教えてください。「2月3日」のように送るだけでも大丈夫です。

outcome-note-full_refund = おつかれさまでした。返金は3〜20営業日ほどで届くのが目安です。
outcome-note-arrived = おつかれさまでした。返金が届いていて安心しました。
outcome-note-partial_refund = おつかれさまでした。返金は3〜20営業日ほどで届くのが目安です。
outcome-note-return_refund = 返送には期限があります(目安は10日)。発送と追跡番号の入力の両方が必要です。
outcome-note-resend = 再送品には購入者保護が付かないことがあります。届くまで、やりとりの画面を残しておいてください。
outcome-note-zero = 終わったあとでも、「抗議」(Appeal) を1回出せることがあります。目安は終了から7日以内です。
outcome-note-lost = 終わったあとでも、「抗議」(Appeal) を1回出せることがあります。目安は終了から7日以内です。
outcome-note-withdrawn = 購入者保護が残っていれば、もう一度紛争を開けることがあります。
outcome-note-other = 記録しました。また何かあれば、いつでも送ってください。

## 終わったあと

outcome-gap = 請求額との差
outcome-still = まだできること
outcome-ways = 抗議(Appeal、目安は{ $day }まで)、ヘルプセンターへの相談、アンケート(Survey)、PayPal・カード会社・消費者センター
outcome-ways-late = ヘルプセンターへの相談、PayPal・カード会社・消費者センター
outcome-ask-sum = 戻った金額を「5,594円」のように送ると、請求額と比べて記録します。
outcome-sum-noted = { $title } 戻った金額を記録しました
outcome-follow-refund = 返金が届くまで見守る
outcome-follow-return = 返送の期限を知らせて
outcome-follow-appeal = 抗議の期限を知らせて
outcome-followed = { $title } 引き続きお知らせします
outcome-followed-toast = お知らせを続けます
undo-what-follow = 見守りの再開
