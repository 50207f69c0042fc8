### お知らせ(期限の前とあと)、1時間後・明日の朝

notice-title = { $title } — { $kind }
notice-left = 残り
notice-several = { $count }件の期限のお知らせです。近い順に並べます。
notice-late = このお知らせは { $when } の予定でしたが、遅れて届きました。残り時間は、いまの時点のものです。
notice-provisional = この日付は目安です。画面の日付がわかったら教えてください。
notice-this-morning = 時刻がわからない期限なので、今日の午前中に済ませておくと安心です。
notice-right-now = 時刻がわからない期限なので、今日のうちでもできるだけ早く済ませてください。
notice-how-did-it-go = { $title } どうなりましたか?
notice-ask-date = { $title } 画面の日付は見つかりましたか?
where-is-the-date = 日付の場所: アプリは「申し立て詳細」(Dispute Detail) のオレンジ色の文字(例: 2月3日, AliExpress Steps In)。PCは「Negotiation Finished」の「Estimated Time」です。

notice-todo = やること
notice-change-date = 日付変更
notice-finished = 終わった
notice-snooze-hour = 1時間後
notice-snooze-morning = 明日の朝
notice-enter-date = 日付を入れる
notice-not-yet = まだ
notice-see-case = この紛争を見る
notice-opened = 紛争を開いた
notice-solved = 解決した

## その期限までにすること

do-seller_response = セラーの回答を待つ期間です。紛争は取り下げず、「申し立て詳細」を見てください。セラーの提案が来ていたら、「承認」(Accept) を押す前に金額を確かめます。
do-ae_step_in = 介入が始まるまでに、証拠をすべてアップロードし、納得できない提案は「拒否する」(Decline) を押しておきます。
do-negotiation_end = 「申し立て詳細」を見て、新しい提案や判定が出ていないか確かめてください。表示の日付より早く終わることもあります。
do-accept_decline = 納得できない提案は、期限までに「拒否する」(Decline) を押し、証拠と英文を足してください。何もしないと、その提案で終わることがあります。
do-return_ship = 期限までに、発送と追跡番号の入力の両方が必要です。過ぎると、代金がセラーに渡ってしまいます。
do-seller_receive = 返送した荷物の追跡を見てください。届いているのに「受け取っていない」と言われたら、追跡の画面を証拠に出します。
do-protection_end = まだ届かない、または品物に問題があるなら、今日のうちに延長を頼むか、紛争を開いてください。「受取確認」は押しません。
do-open_from = この日から紛争を開けます。問題が続いていたら「申し立てをする」(Open Dispute) へ進んでください。
do-open_until = この日を過ぎると、AliExpressでは紛争を開けなくなります。問題が残っていたら、早めに開いてください。
do-appeal = 判定に納得できないときは、期限までに「抗議」(Appeal) を出します。1回きりと言われているので、証拠をすべてそろえてから送ってください。
do-appeal_result = 抗議(Appeal)の結果を「申し立て詳細」とメールで確かめてください。
do-refund_arrival = 注文の「返金情報」(Refund information) と、カードやPayPalの明細を確かめてください。
do-support_reply = サポートからの返答を確かめてください。まだなら、ヘルプセンターでもう一度たずねます。
do-paypal_open = AliExpressで解決していなければ、PayPalの「問題解決センター」で申し立てができます。支払日から180日が目安です。
do-paypal_escalate = 期限までに「クレーム」へ切り替えないと、PayPalの申し立ては自動で終わります。
do-card_chargeback = カード会社に電話して「チャージバックを申請したい」と伝えてください。会社によって期限はもっと短いことがあります。
do-snooze = お知らせの時間です。
do-unknown = 「申し立て詳細」(Dispute Detail) を開いて、提案と期限を確かめてください。

## 期限のあとの質問

asked-seller_response = セラーの回答はありましたか? 「申し立て詳細」で確かめてください。
asked-ae_step_in = AliExpressから提案や判定は出ましたか? 「申し立て詳細」とメールで確かめてください。
asked-negotiation_end = 交渉は終わりましたか? 「申し立て詳細」で結果を確かめてください。
asked-accept_decline = 判定は決まりましたか? 「申し立て詳細」で確かめてください。
asked-return_ship = 返送と追跡番号の入力は済みましたか? 済んでいたら「まだ続いている」を押すと、次の期限に進みます。
asked-protection_end = 荷物は届きましたか? 保護が終わっても、完了から15日以内なら紛争を開けることがあります。
asked-open_from = 紛争を開けるようになりました。問題は続いていますか?
asked-open_until = 紛争は開けましたか? 間に合わなかったときも、PayPalやカード会社に相談できることがあります。
asked-appeal = 抗議(Appeal)は出せましたか?
asked-appeal_result = 抗議(Appeal)の結果は出ましたか?
asked-refund_arrival = 返金は届きましたか? 20営業日を過ぎても届かないときは、カード会社に確かめます。
asked-unknown = 画面で結果を確かめて、近いものを選んでください。

## 1時間後・明日の朝

snooze-done = わかりました。{ $when } に、{ $title } をもう一度お知らせします。
snooze-toast = { $when } にお知らせします
snooze-over = { $title } のこの期限のお知らせは、もう終わっています。いまの状況は下のボタンで見られます。
snooze-over-toast = この期限はもう終わっています
snooze-passed = もう期限を過ぎています。どうなったか、近いものを選んでください。
snooze-too-late-hour = 1時間後では期限を過ぎてしまいます。いまのうちに進めておきましょう。
snooze-too-late-morning = 明日の朝では期限を過ぎてしまいます。今日のうちに進めておきましょう。
snooze-too-late-then = その時刻では期限を過ぎてしまいます。いまのうちに進めておきましょう。
