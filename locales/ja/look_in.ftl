### 毎日の確認: 今日の画面は変わりましたか?

look-question = 今日の画面は変わりましたか?
look-title = { $title } 今日の画面は変わりましたか?
look-several = { $count }件の画面の確認です。期限の近い順に並べます。
look-note = 「申し立て詳細」(Dispute Detail) とメールを見て、近いものを選んでください。

look-answer-none = 変化なし
look-answer-proposal = 新しい提案
look-answer-judged = 判定が出た
look-answer-over = 終了
look-button-on = 毎日聞いてもらう
look-button-off = もう聞かないで

## 答えたあと

look-thanks = 確認ありがとうございます。{ $title } の次の日付は { $when }({ $kind })です。
look-thanks-no-date = 確認ありがとうございます。{ $title } は変わりなしですね。
look-thanks-several = 確認ありがとうございます。いちばん近い日付は { $when }({ $title })です。
look-thanks-toast = 変化なし、ですね
look-whose = { $title } 新しい提案は、どちらからですか?
look-side-seller = セラー
look-side-aliexpress = AliExpress
look-judged = { $title } どんな判定でしたか?

## 聞く・聞かない

look-on-window = わかりました。{ $title } は、期限の前日から1日1回「今日の画面は変わりましたか?」とお聞きします。次は { $when } です。
look-on-daily = わかりました。{ $title } は、期限まで1日1回「今日の画面は変わりましたか?」とお聞きします。次は { $when } です。
look-on-later = わかりました。{ $title } は、次の期限の日付がわかったら、その前日から1日1回お聞きします。
look-on-toast = 毎日お聞きします
look-off = わかりました。{ $title } の毎日の確認はやめます。期限のお知らせは、これまでどおり届きます。
look-off-toast = もう聞きません
look-not-open = { $title } は進行中の紛争ではないので、毎日の確認はありません。
look-which-on = どの件を毎日確認しますか?
look-which-off = どの件の確認をやめますか?
look-which-answer = どの件のことですか?
look-nothing-runs = 毎日確認する紛争はまだありません。状況を文で送るか、ボタンで登録できます。
