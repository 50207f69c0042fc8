### 期限を図で見る(図と同じことを文でも伝える)

button-timeline = 図で見る
timeline-which = どの件を図で見ますか?
timeline-stage = 段階: { $stage }
timeline-outcome = 結果: { $outcome }
timeline-now = いま
timeline-registered = 登録した
timeline-opened = 紛争を開いた
timeline-closed = 終わった
timeline-proposal-seller = セラーの提案
timeline-proposal-aliexpress = AliExpressの提案
timeline-proposal-buyer = こちらの希望
timeline-past-clock = { $kind }を過ぎた
timeline-coming-day = { $day }ごろ
timeline-warnings = お知らせ
timeline-no-clock = これからの期限は、まだ登録されていません。
timeline-line = { $words } { $label }
timeline-line-more = { $words } { $label }: { $more }
