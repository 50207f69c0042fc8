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

# LINE's menu below the chat: a label in its picture, and what a press says.
rich-menu-bar = メニュー
rich-menu-new = 紛争を登録
rich-menu-list = 一覧
rich-menu-next = 次の期限
rich-menu-evidence = 証拠を送る
rich-menu-trouble = 困ったとき
rich-menu-settings = 設定

# Telegram: what stands on the bot's page and in an empty chat, and its commands.
telegram-name = 紛争ナビ
telegram-short = AliExpressの紛争の期限をお知らせし、提案の拒否や証拠の準備を順に案内します。AliExpressの公式サービスではありません。
telegram-description =
    AliExpressの紛争(申し立て)の期限を覚えておき、切れる前にお知らせします。提案の拒否、証拠のアップロード、提案の編集も、ボタンで順に案内します。

    いまの状況を、ふつうの文で送ってください。
    例: 色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入
command-new = 紛争を登録
command-list = 進行中の件の一覧
command-next = 次の期限
command-timeline = 期限を図で見る
command-evidence = 保存した証拠
command-settings = 言語・時間帯・お知らせ
command-help = 使い方
command-cancel = 途中の入力をやめる
command-start = はじめのあいさつ
