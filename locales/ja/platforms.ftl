# The few words that a view needs by itself.

# Before a message whose earlier sending has an unknown fate.
platform-again = 【再送】
# The title of what did not fit into the card above.
platform-more = つづき
platform-choose = 選んでください。
platform-copy = コピー
# A kept file on a platform that can show files only from a public address.
platform-media-kept = 「{ $name }」は保存してあります。このトークでは表示できません。
platform-media-open = 「{ $name }」はこちらから開けます。

# The calendar in a message (Telegram).
platform-calendar-month = { $year }年{ $month }月
# Seven words, Monday first.
platform-calendar-weekdays = 月 火 水 木 金 土 日
platform-calendar-day = { $month }月{ $day }日
platform-calendar-hour = { $hour }時
platform-calendar-date-only = 日付だけ
platform-calendar-back = 戻る
platform-calendar-pick = 日付を選んでください。
