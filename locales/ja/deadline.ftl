### 期限の変更と追加

moved-title = { $title } の期限を変更しました
added-title = { $title } に期限を追加しました
moved-same = { $title } の期限は登録のとおりです
moved-before = 変更前
moved-was-provisional = { $date }(目安)
moved-toast = 期限を登録しました

ask-which-date = { $date } は、どの件の期限ですか?
ask-which-change = どの件の期限を変えますか?
ask-which-add = どの件に期限を追加しますか?
ask-which-stage = どの件のことですか?
todo-which = どの件を進めますか?
ask-date-typed = 画面の日付を「2月3日」や「残り2日14時間」のように送るか、ボタンで選んでください。
ask-another-date = 追加する期限の日付を、「2月3日」のように送るか、ボタンで選んでください。
ask-next-date = 画面に「{ $kind }」の日付は出ていますか? 「2月3日」のように送るか、ボタンで選んでください。
date-is-past = その日時はもう過ぎています。正しい日付を選んでください。
date-is-far = 2年以上先の日付です。画面の日付をもう一度確かめて選んでください。
date-not-read = 日付が見つかりませんでした。「期限は2月3日」や「残り2日14時間」のように送ってください。
date-not-understood = 日付として読み取れませんでした。「2月3日」や「残り2日14時間」のように送るか、ボタンで選んでください。
read-date-title = { $title } 読み取った日付

stage-noted = { $title } の状況を更新しました

zone-answer = AliExpressの画面の日付は、太平洋時間(日本より16〜17時間遅れ)のことがあります。時刻がわからないときは、前日までに済ませると安心です。「PST」や「PDT」と書いて送ると、日本時間に直します。
zone-example = 次の期限: { $here }(太平洋時間では { $there })
zone-told = { $zone }では { $here } です(太平洋時間では { $there })。
zone-if-hour = 画面の { $there } が太平洋時間なら、{ $zone }では { $here } です。
zone-if-day = 画面の { $day } が太平洋時間なら、{ $zone }では { $begin } から { $end } までです。
zone-tokyo = 日本時間

watch-opened = 紛争として登録しました
watch-opened-title = { $title } を紛争として登録しました
