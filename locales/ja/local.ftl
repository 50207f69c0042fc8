# この端末だけで開くチャットの画面

local-title = 紛争ナビ
local-where = この端末だけのチャット
local-log-label = 会話
local-me = あなた
local-bot = 紛争ナビ

local-clock-label = 時計を進める
local-clock-real = 実際の時刻
local-clock-moved = 時計を進めています
local-clock-now = いま
local-clock-hours = +3時間
local-clock-day = +1日
local-clock-deadline = 期限の直前
local-clock-hint = 進めた時計はこのチャットだけのものです。LINEやTelegramには影響しません。
local-clock-moving = 時計を進めています。途中のお知らせも順に届きます…
local-clock-arrived = 時計を合わせました:
local-clock-none = この先の期限がまだありません。

local-input-label = メッセージ
local-input-hint = 例: 2月3日にAliExpress介入
local-send = 送信
local-attach = 写真・動画を選ぶ
local-attached = 送る写真・動画
local-remove = 取り消す
local-chips-label = 返事の候補

local-sending = 送信中…
local-unsent = まだ送れていません。つながりしだい自動で送ります。
local-failed = 送れませんでした。
local-offline = サーバーにつながりません。自動でつなぎ直しています。入力した内容は残ります。
local-online = つながりました。
local-further = 続きを見る

local-copy = コピー
local-copied = コピーしました
local-copy-failed = コピーできませんでした。文を長押しして選んでください。
local-new-tab = 新しいタブで開きます

local-pick-date = 日付を選ぶ
local-pick-moment = 日時を選ぶ
local-pick-ok = 決定
local-pick-cancel = やめる
local-pick-range = 選べるのは次の範囲です:
local-pick-missing = 日付を選んでください。

local-photo = 写真
local-video = 動画
local-file = ファイル
local-save = 保存
local-too-large = 50MBを超えるファイルは送れません。動画は15〜30秒に切って送るか、元のファイルを手元に保存しておいてください。
local-no-script = この画面を使うには、ブラウザーのJavaScriptを有効にしてください。
