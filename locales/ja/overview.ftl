### 一覧、次の期限、1件のカード、終了と削除

list-title = 進行中の件({ $count }件)
list-empty = 進行中の件はありません
list-no-deadline = 期限は未登録
list-closed = 終わった件: { $count }件
button-closed = 終わった件
next-title = 次の期限: { $title }
next-draft = このカードはまだ登録されていません。「これで登録」を押すと、期限の前にお知らせします。
next-none = これからの期限はありません。状況を文で送るか、ボタンで登録できます。

button-change-date = 日付変更
button-change-date-of = { $kind }の変更
button-confirm-date = この目安で合っている
button-add-date = 期限を追加
button-evidence = 証拠一覧
button-close = 終わった
button-delete = 削除
button-open-dispute = 紛争を開いた
button-see-card = この件を見る

number-not-there = #{ $number } は見つかりませんでした。どの件のことか、一覧で確かめてください。
close-nothing = 終わりにする件が見つかりませんでした。
close-which = どの件が終わりましたか?

delete-nothing = 削除できる件はありません。
delete-which = どの件を削除しますか?
delete-sure = { $title } を削除しますか? お知らせも止まります。
button-delete-sure = 削除する
button-delete-not = 削除しない
deleted = { $title } を削除しました。お知らせも止めました。1日のあいだは元に戻せます。そのあと、写真も含めて完全に消えます。
deleted-toast = 削除しました
