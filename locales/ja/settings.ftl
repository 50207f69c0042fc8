### 設定

settings-title = 設定
settings-language = 言語
settings-zone = 時間帯
settings-quiet = お知らせを控える時間
settings-quiet-hours = { $start }〜{ $end }
settings-note = 控える時間のお知らせは、間に合うなら朝に、急ぐものは前の晩に届きます。
language-ja = 日本語
language-en = English
button-language-ja = 日本語にする
button-language-en = Englishにする
language-changed = 日本語で案内します
