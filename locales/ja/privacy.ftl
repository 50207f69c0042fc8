### プライバシー、取り出し、削除

menu-privacy = プライバシー

privacy-title = プライバシー
privacy-kept-label = お預かりするもの
privacy-kept = 送られた文・写真・動画、押したボタン、紛争の内容(理由、金額、注文番号、期限)、設定、利用者ID(Telegramでは表示名も)。氏名や連絡先はお聞きしません。
privacy-use-label = 使いみち
privacy-use = 期限のお知らせと案内だけに使います。広告には使わず、AliExpressにも渡しません。
privacy-days-label = 残しておく期間
privacy-days =
    やり取りの控え: { $talk }日
    紛争の内容: 削除されるまで
    写真・動画: 紛争が終わってから{ $photos }日
    ブロックされたとき: { $blocked }日後にすべて削除(それまでに解除すると、そのまま残ります)
privacy-export-label = 取り出す
privacy-export = 「エクスポート」と送ると、内容と写真をひとつにまとめてお渡しします。
privacy-delete-label = 削除する
privacy-delete = 1件だけなら「1番を削除」、すべてなら「全部削除」と送ってください。LINEで送信を取り消した文や写真も消えます。
privacy-group = このグループでの内容は、グループの記録として残ります。「全部削除」はグループ全体に効きます。
privacy-disclaimer = 紛争ナビはAliExpressとは関係のない、非公式の案内です。

button-export = エクスポート
button-erase = 全部削除

## 全部削除

erase-sure =
    すべて削除しますか? 登録した件({ $cases }件)、写真・動画({ $photos }点)、お知らせの予定、設定、やり取りの控えが消えます。元には戻せません。

    必要なものは、先に「エクスポート」で取り出せます。
erase-sure-group =
    このグループの記録をすべて削除しますか? 登録した件({ $cases }件)、写真・動画({ $photos }点)、お知らせの予定、設定、やり取りの控えが消え、ほかの方からも見られなくなります。元には戻せません。

    必要なものは、先に「エクスポート」で取り出せます。
erase-sure-linked = つないであるLINEとTelegramの、両方の記録が消えます。
button-erase-sure = すべて削除する
button-erase-not = 削除しない
button-export-first = 先にエクスポート
erase-done =
    すべて削除しました。お知らせと、カレンダーへの表示も止まりました。

    写真のファイルとやり取りの控えは、このメッセージのあとに消えます。トークの画面に残っている文は、こちらからは消せないので、必要でしたらお手元で消してください。
erase-done-toast = 削除しました

## 1件を完全に消す

button-delete-now = 今すぐ完全に消す
deleted-for-good = この件は、写真も含めて完全に消します。元には戻せません。
deleted-for-good-toast = 完全に消します
