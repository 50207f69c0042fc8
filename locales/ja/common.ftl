### どこでも使う言葉とボタン

menu-new = 紛争を登録
menu-list = 一覧
menu-next = 次の期限
menu-trouble = 困りごとから選ぶ
menu-help = ヘルプ

button-todo = やること
button-undo = 元に戻す
button-back = 前へ
button-next-page = 次へ
button-skip = あとで決める
button-calendar = カレンダーに追加
button-leave = このままにする

## 追加されたとき

greeting =
    紛争ナビです。AliExpressの紛争(申し立て)の期限を覚えておき、切れる前にお知らせします。提案の拒否、証拠のアップロード、提案の編集も、ボタンで順に案内します。

    いまの状況を、ふつうの文で送ってください。
    例: 色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入

    送られた内容は、期限のお知らせと案内のためだけに使います。削除や取り出し方は「プライバシー」でご覧いただけます。
greeting-group =
    紛争ナビです。このグループで、AliExpressの紛争(申し立て)の期限を覚えておき、切れる前にお知らせします。

    話しかけるときは、「紛争ナビ」と書き始めるか、@で呼んでください。ボタンはどなたでも押せます。
    例: 紛争ナビ 色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入

    送られた内容は、期限のお知らせと案内のためだけに使います。削除や取り出し方は「プライバシー」でご覧いただけます。
greeting-again = 紛争ナビです。登録済みの内容は残っています。新しい日付や出来事があれば、そのまま送ってください。

## 使えないボタン、やめるとき

gone = このボタンは、いまは使えません。登録されている内容はこちらです。
gone-toast = いまは使えないボタンです
stopped = わかりました。入力を取りやめました。登録済みの内容はそのままです。
stopped-nothing = いま途中の操作はありません。登録済みの内容はそのままです。
skipped = そのままにしました
nothing-runs = 登録中の紛争はまだありません。状況を文で送るか、ボタンで登録できます。

## 元に戻す

undone = { $what }を元に戻しました。
undone-toast = 元に戻しました
undo-nothing = 元に戻せる変更はありません。
undo-too-late = もう元に戻してあるか、あとに別の変更があるため、このボタンでは戻せません。「元に戻す」と送ると、新しい変更から順に戻せます。
undo-what-register = 登録
undo-what-date = 期限の変更
undo-what-add = 期限の追加
undo-what-delete = 削除
undo-what-open = 「紛争を開いた」
undo-what-stage = 状況の更新
undo-what-reason = 理由の変更
undo-what-demand = 希望の変更

## 読み取れないとき

unknown =
    いまの文からは、紛争の内容がわかりませんでした。たとえば、こう送ってください。
    ・色違いで紛争中です。2月3日にAliExpress介入
    ・残り2日14時間
    ・提案を拒否するには?
unknown-running = いまの一覧です。新しい日付(例: 2月3日)や出来事(例: セラーから提案が来た)を送ると、反映します。
unknown-draft = 日付・理由・金額・注文番号を送ると、下の内容に書き足します。よければ「これで登録」を押してください。
no-words = 文で送ってもらえると助かります。下のボタンからも進められます。
thanks = どういたしまして。期限が近づいたらお知らせします。
other-shop = ここはAliExpressの紛争のための窓口です。{ $shop }の件は、{ $shop }の注文履歴やヘルプから問い合わせるのが確実です。困ったときは消費者ホットライン(188)にも相談できます。
trouble-which = どんなことでお困りですか? 近いものを選ぶと、手順を案内します。
trouble-more = ほかの困りごと
howto-date = { $date } を、{ $title } の期限にしますか?
howto-date-of = { $date } を、{ $title } の「{ $kind }」にしますか?
button-register-date = この日付を登録
