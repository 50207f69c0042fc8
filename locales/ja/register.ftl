### 登録: 読み取りカード、質問、登録の返事

## カード

draft-title = この内容で登録しますか?
draft-title-watch = この注文の期限を登録しますか?
draft-several = { $count }件の注文を、同じ理由と日付で1件ずつ登録します。
card-reason = 理由
card-demand = 希望
card-order = 注文番号
card-tracking = 追跡番号
card-deadline = 期限
card-no-deadline = まだありません
card-left = 残り
card-provisional = { $kind }(目安)
card-stage = 段階
card-outcome = 結果
card-evidence = 証拠
card-evidence-count = { $count }点
card-warnings = お知らせ: { $times }
card-note-provisional = 「目安」は一般的な日数からの仮の日付です。画面の日付がわかったら教えてください。

amount-claimed = 請求額
amount-paid = 支払額
amount-offered-by-seller = セラーの提案額
amount-offered-by-ae = AliExpressの提案額
amount-judged = 判定額
amount-refunded = 返金額
amount-unknown = 金額

button-register = これで登録
button-fix-date = 日付を直す
button-fix-reason = 理由を直す
button-drop = やめる

## 読み取りの前提

assumed-no-year = 年の記載がないので{ $year }年としました。
assumed-next-month = 月の記載がないので{ $month }月としました。
assumed-date-only = 日付だけなので、その日の23:59までとしました。
assumed-part-of-day = はっきりした時刻がないので、{ $time }としました。
assumed-converted-zone = 太平洋時間の { $there } を日本時間に直しました。
assumed-unknown-zone = 時刻は日本時間として読みました。
assumed-business-days = 土日と祝日を除いて数えました。
assumed-from-base = もとになる日から数えた日付です。
assumed-past = すでに過ぎている日付です。
assumed-far = かなり先の日付です。
assumed-two-readings = 日付の読み方が2通りあります。
assumed-several-deadlines = 期限がいくつか書かれています。
assumed-weekday-mismatch = 日付と曜日が合っていません。
assumed-ae-time-without-zone = AliExpressの時刻は太平洋時間のことがあります(太平洋時間では { $there })。
assumed-unsure = 期限の日付かどうか、はっきりしませんでした。
assumed-impossible-date = カレンダーにない日付が書かれていました。

## 質問

new-intro = 順に1つずつ伺います。{ $question } まとめて文で送っても大丈夫です。
ask-reason = 紛争の理由はどれですか?
ask-demand = 希望はどれですか?
ask-date = AliExpressの画面に、期限の日付は出ていますか? 「2月3日」のように送るか、ボタンで選んでください。
ask-date-named = { $number ->
    [1] { $date } は、期限の日付ですか?
   *[other] 次のどちらかが、期限の日付ですか?
} 違うときは、AliExpressの画面の日付を「2月3日」のように送るか、ボタンで選んでください。
ask-same = { $title } と同じ件ですか?
ask-impossible-date = カレンダーにない日付のようです。画面の日付をもう一度送ってください。
button-more-reasons = ほかの理由
button-pick-date = 日付を選ぶ
button-pick-other = 別の日付を選ぶ
button-no-date = 画面に日付がない
button-without-date = 日付なしで進める
button-both = 両方登録
button-same = 同じ件です
button-other = 別の件です
button-date-is-right = この日付で合っています

doubt-past = { $date } はもう過ぎています。画面の日付をもう一度確かめて、送るか選んでください。
doubt-far = { $date } はかなり先の日付です。合っていますか?
doubt-weekday-mismatch = 日付と曜日が合っていないようです。どちらが正しいですか?
doubt-ae-time-without-zone = AliExpressの画面の時刻は、太平洋時間のことがあります。日本時間ではどちらですか?
doubt-two-readings = どちらの日付ですか?
doubt-unsure = { $date } は、期限の日付ですか?

## 返事

registered-title = { $title } を登録しました
registered-several = { $count }件を登録しました
registered-several-note = 期限は全件に共通です。件ごとの変更は「一覧」からできます。
registered-provisional = 画面の日付がわかるまでは、一般的な日数から出した「目安」でお知らせします。日付が見つかったか、明日またお聞きします。
registered-group = LINEのグループでは、お知らせ1回が人数分の通数として数えられます。
register-done = 登録しました
register-done-already = すでに登録済みです
register-too-many = 同時に登録できるのは{ $limit }件までです。終わった件を「終わった」にすると、新しく登録できます。
draft-dropped = 登録を取りやめました。入力された文も消しました。
draft-dropped-toast = 取りやめました
draft-another = 別の件として、新しいカードにしました。前のカードも残っています。
draft-still-open = 「{ $title }」のカードが、まだ登録されていません。登録すると、期限の前にお知らせします。
button-see-waiting-card = 前のカードを見る
draft-registered-already = この件はすでに登録済みです。消したいときは「削除」を押してください。
edited-too-late = 登録したあとの書き直しは反映されません。変えたいことを新しく送るか、下のボタンで直してください。
calendar-title = { $kind } { $title }

## 何もしないとどうなるか

silence-in_transit = 何もしないまま期限が来ると注文は自動で完了し、そこから15日ほどで紛争を開けなくなります。
silence-open_window = この期間を過ぎると、AliExpressでは紛争を開けなくなります。
silence-completed_15d = この15日を過ぎると、AliExpressでは紛争を開けなくなります。
silence-seller_response = セラーが期限までに答えなければ、希望どおりに進むのが目安です。取り下げずに待ち、提案が来たら中身を確かめます。
silence-negotiation = 合意しないまま進むと、AliExpressが自動で間に入ります。それまでに証拠をそろえておきます。
silence-ae_proposal = 何もしないと、期限にその提案で決まることがあります。受け入れないなら、期限までに「拒否する」(Decline) を押します。
silence-return_goods = 発送と追跡番号の入力が間に合わないと、代金はセラーに渡り、返金されなくなります。

card-coming = このあとの目安
coming-clock = { $day }ごろ { $kind }
