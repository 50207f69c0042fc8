### ヘルプ(例文は、そのまま送ると読み取られます)

help-title = 送り方の例
help-example-register-label = 登録
help-example-register = 色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入
help-example-date-label = 期限の変更
help-example-date = 期限は2月5日です
help-example-left-label = 残り時間
help-example-left = 残り2日14時間
help-example-watch-label = 届かない注文
help-example-watch = まだ届きません。保護期限は12月20日です
help-example-howto-label = やり方
help-example-howto = 提案は拒否できますか?
help-example-list-label = 一覧
help-example-list = 一覧を見せて
help-example-next-label = 次の期限
help-example-next = 次の期限はいつ?
help-example-close-label = 終わったとき
help-example-close = 全額返金されて解決しました
help-example-settings-label = お知らせの時間
help-example-settings = 通知は夜8時だけにして
help-photos = 写真や動画を送ると、証拠として保存できます。
help-words = 「一覧」「次の期限」「図で見る」「カレンダー」「証拠一覧」「元に戻す」「キャンセル」「設定」「連携」「プライバシー」も使えます。English: 「英語にして」
help-disclaimer = AliExpressとは関係のない案内で、法律の助言ではありません。
