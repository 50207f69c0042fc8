### 設定

settings-title = 設定
settings-language = 言語
settings-zone = 時間帯
settings-quiet = お知らせを控える時間
settings-quiet-hours = { $start }〜{ $end }
settings-quiet-none = なし
settings-leads = お知らせの時期
settings-hour = お知らせの時刻
settings-look = 毎日の確認
settings-good = 良い知らせ
settings-next = 次のお知らせ
settings-auto = おまかせ
settings-glue = ・
settings-list = 、
settings-note = 控える時間のお知らせは、間に合うなら朝に、急ぐものは前の晩に届きます。
settings-say = 「22時から8時は静かに」「3日前と前日だけ」のように、文でも変えられます。
settings-hour-is-quiet = { $hour } は控える時間の中なので、その前か後に届きます。
settings-nights-ring = 控える時間は1つだけなので、夜も届くことがあります。
language-ja = 日本語
language-en = English
button-language-ja = 日本語にする
button-language-en = Englishにする
zone-words = { $place } (UTC{ $offset })
zone-home = 日本

## 変えたあと

settings-changed = { $what }にしました。
settings-and = 、
set-locale = 言語を{ $language }
set-zone = 時間帯を{ $zone }
set-quiet = 控える時間を「{ $hours }」
set-leads = お知らせの時期を「{ $leads }」
set-hour = お知らせの時刻を「{ $hour }」
set-look = 毎日の確認の時刻を「{ $hour }」
set-good = 良い知らせを「{ $sound }」
settings-same = すでに、その設定になっています。
settings-not-found = その変え方は見つかりませんでした。変えられるのは、次のとおりです。
settings-undone = 設定をもとに戻しました。
settings-undo-late = この変更は、もう戻せません。いまの設定です。
settings-toast = 設定を変えました
settings-undone-toast = もとに戻しました

## お知らせの時期と時刻

lead-day-0 = 当日
lead-day-1 = 前日
lead-days = { $number ->
   *[other] { $count }日前
}
lead-hours = { $number ->
   *[other] { $count }時間前
}
lead-workdays = { $count }営業日前
lead-at = { $lead } { $time }
lead-without = { $lead }なし
lead-of-group = { $group }は{ $leads }
group-decline = 提案への回答
group-step_in = AliExpressの介入
group-seller = セラーの回答
group-return = 返品
group-open = 紛争を開ける期限
group-appeal = 抗議
group-refund = 返金の着金
group-bank = PayPal・カード
group-other = そのほか
good-quiet = 音なし
good-loud = 音あり

## 選ぶ

choose-zone = 時間帯を選んでください。
choose-zone-odd = その地域の時間帯がわかりませんでした。近いところを選んでください。
choose-zone-say = ここにない場所は、「タイムゾーンをバンコクに」のように送ってください。
choose-quiet = お知らせを控える時間を選んでください。
choose-quiet-say = ほかの時間は、「23時から6時は静かに」のように送ってください。
choose-leads = 期限のどれくらい前にお知らせしますか?
choose-leads-say = 「5日前と前日だけ」「2日前にも」のように送っても変えられます。
choose-leads-off = 期限を逃さないように、お知らせを全部止めることはできません。回数や時間は減らせます。
choose-group = { $group }のお知らせの日を選んでください。
choose-group-odd = 「おまかせ」では、期限の種類に合わせた時期にお知らせします。
choose-kind = どの期限のお知らせを変えますか?
choose-hour = 何時にお知らせしますか?
choose-hour-say = 「通知は夜8時だけにして」のように送っても変えられます。
choose-look = 毎日の確認は何時にしますか?
choose-look-say = 「毎日の確認は朝9時に」のように送っても変えられます。
choose-language = 日本語と英語で案内できます。
choose-odd = その設定は読み取れませんでした。ここから選んでください。
button-settings = 設定
button-set-zone = 時間帯
button-set-quiet = 控える時間
button-set-leads = お知らせの時期
button-set-hour = お知らせの時刻
button-set-look = 毎日の確認の時刻
button-good-quiet = 良い知らせを静かに
button-good-loud = 良い知らせも鳴らす
button-set-kinds = 期限の種類ごとに
button-set-auto = おまかせ
button-set-back = 設定にもどる
button-set-undo = もとに戻す
button-quiet-none = 控えない
settings-calendar = カレンダー
