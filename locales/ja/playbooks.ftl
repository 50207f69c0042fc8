### チェックリスト: 題名、ひとことの答え、落とし穴、ステップのやり方

## 題名(pb-名前)、ボタン(-short)、質問への答え(-answer)

pb-decline_proposal = 提案を拒否する
pb-decline_proposal-short = 提案を拒否する
pb-decline_proposal-answer = セラーの提案もAliExpressの提案も、拒否できます。拒否したら、証拠を足し、希望を書き直します。提案は上書きされるので、前の提案を消す必要はありません。

pb-seller_keeps_rejecting = 判定は全額返金(セラーが拒否を続けるときも)
pb-seller_keeps_rejecting-short = セラーが拒否を続ける
pb-seller_keeps_rejecting-answer = 証拠がすべて「Valid」で、提案が全額返金なら、希望が通る見込みです。期限までは、「申し立て詳細」をときどき確かめてください。

pb-seller_asks_cancel = 取り下げたら返金・再送すると言われた
pb-seller_asks_cancel-short = 取り下げを頼まれた
pb-seller_asks_cancel-answer = 取り下げずに、セラーの提案を拒否して進めます。返金の約束は、紛争の中の提案に金額が入って、はじめて有効です。

pb-ae_steps_in_date = 「○月○日, AliExpress Steps In」の表示
pb-ae_steps_in_date-short = AliExpressの介入日
pb-ae_steps_in_date-answer = その日にAliExpressが間に入る予定です。新しい提案が出るか、希望が認められます。証拠は前日までにそろえておきます。

pb-color_mismatch = 違うカラーが届いた
pb-color_mismatch-short = 違うカラーが届いた
pb-color_mismatch-answer = セラー側の落ち度なら、希望が通ることが多いです。ただ、通らない場合もあり、購入履歴などにもよるようです。注文した色と届いた色を並べて見せられる証拠が決め手です。

pb-partial_refund_offer = 一部返金の提案が来た
pb-partial_refund_offer-short = 一部返金の提案
pb-partial_refund_offer-answer = 「Refund Only」は、商品を返さずに、書かれた金額だけが返金される提案(一部返金)です。受け入れるかどうかは自分で決められます。

pb-message_to_ae = AliExpressにメッセージを送る
pb-message_to_ae-short = AliExpressに聞く
pb-message_to_ae-answer = 専用の入力欄はありません。「提案を編集する」のコメント欄が、AliExpressに伝える場所です。

pb-final_judgement_unhappy = 最終判定に納得できない
pb-final_judgement_unhappy-short = 判定に納得できない
pb-final_judgement_unhappy-answer = 終わった紛争でも「抗議」(Appeal) を出せることがあります。そのあとはヘルプセンターで担当者に相談できます。判定のあとで返金された例もあります。

pb-accept_button_missing = 全額返金なのに「承認」ボタンがない
pb-accept_button_missing-short = 承認ボタンがない
pb-accept_button_missing-answer = 画面の不具合で出ないことがあります。ボタンがないまま期限が来ると、自動で承認されて返金が始まることもあります。

pb-wrong_address_valid_wait = 別住所で「Valid」と出た。待てば全額返金?
pb-wrong_address_valid_wait-short = Validのあとの3日間
pb-wrong_address_valid_wait-answer = 待つ前に、まずセラーの提案を「拒否する」のが大切です。そのあと3日ほどで最終判定になることが多いです。

pb-agreement_mail_twice = 合意のメールが2回届いた
pb-agreement_mail_twice-short = 合意メールが2回
pb-agreement_mail_twice-answer = AliExpressの提案を承認しているなら、そのまま待って大丈夫なことが多いです。2回目の提案がAliExpressのもので、金額が減っていないかだけは確かめます。

pb-what_if_decline = 「反対」を押すとどうなる?
pb-what_if_decline-short = 反対するとどうなる?
pb-what_if_decline-answer = 「承認・賛成」すると、その条件で終わります。「拒否・反対」すると続き、双方のコメントと証拠を見てAliExpressが判断します。

pb-judgement_zero_wrong_address = 別住所に配達済みなのに、0円で終わった
pb-judgement_zero_wrong_address-short = 0円で終わった
pb-judgement_zero_wrong_address-answer = 注文の住所と、実際に配達された地域の違いを、2枚の画面で示して抗議します。注文が複数あるときは、1件ずつ進めます。

pb-no_buttons = 承認も拒否も表示されない
pb-no_buttons-short = ボタンが出ない
pb-no_buttons-answer = 同じような経験をした人もいます。まずアプリの更新、PC、別のブラウザーを試します。それでも出ないときは、画面を残してヘルプセンターに伝えます。

pb-dispute_page_missing = 紛争のページが見られない
pb-dispute_page_missing-short = 紛争ページが見えない
pb-dispute_page_missing-answer = 紛争の一覧が空でも、注文のページの「紛争中」から開けることがあります。

pb-account_blocked = アカウントが止められた
pb-account_blocked-short = アカウントの停止
pb-account_blocked-answer = まずメール(迷惑メールも)を確かめて、理由と再開の手続きを探します。警告なしに購入者保護が使えなくなったり、紛争を開けなくなったりすることもあるようです。

pb-expectations_tips = 次に困らないためのコツ
pb-expectations_tips-short = トラブルを防ぐコツ
pb-expectations_tips-answer = 安いかわりに、届くのが遅い、写真と少し違う、といったことは起こりがちです。全額返金は簡単には認められない、と考えておくと安心です。

pb-seller_asks_change_reason = 紛争の理由を変えてと言われた
pb-seller_asks_change_reason-short = 理由の変更を頼まれた
pb-seller_asks_change_reason-answer = 変えなくて大丈夫です。事実と違う理由に変えると、返金や送料で不利になります。

pb-cannot_open_dispute = 紛争を開けない
pb-cannot_open_dispute-short = 紛争を開けない
pb-cannot_open_dispute-answer = 発送から11日目より前、または完了から15日を過ぎていると開けないのが目安です。どちらでもなければ、ボタンの場所を確かめます。

pb-register_and_open = これから紛争を開く
pb-register_and_open-short = 紛争を開く
pb-register_and_open-answer = 「受取確認」は押さずに、証拠をそろえてから「申し立てをする」(Open Dispute) に進みます。

pb-return_goods = 返品して返金になった
pb-return_goods-short = 返品の進め方
pb-return_goods-answer = 返品には期限があります(目安は10日)。追跡できる方法で送り、追跡番号を紛争の画面に入れて、はじめて完了です。

pb-not_received_protection = 届かない・保護期限が近い
pb-not_received_protection-short = 商品が届かない
pb-not_received_protection-answer = 紛争を開く前なら、購入者保護が切れる前に延長を頼むか、紛争を開きます。切れたあとも、15日以内なら開けることがあります。

pb-refund_arrival = 返金を待つ
pb-refund_arrival-short = 返金を確かめる
pb-refund_arrival-answer = 返金は3〜20営業日ほどかかるのが目安です。カード払いは、支払った月の明細にマイナスで載ることがあります。

pb-external_routes = PayPal・カード会社・消費者センター
pb-external_routes-short = ほかの相談先
pb-external_routes-answer = AliExpressで解決しないときも、支払い方法によって相談先があります。PayPalとカードには期限があるので、早めに動きます。

pb-reach_human = サポートの担当者につながる
pb-reach_human-short = 担当者と話す
pb-reach_human-answer = 最初に出るのは自動応答のEVAです。「担当者と話したい」と根気よく伝えると、つながることが多いです。

pb-wrong_address = 別の住所に送られた
pb-wrong_address-short = 別の住所に送られた
pb-wrong_address-answer = 決め手は、注文の配送先住所と、追跡に出る配達地域の違いです。2枚の画面を並べて見せます。

pb-delivered_not_received = 「配達済み」なのに届いていない
pb-delivered_not_received-short = 配達済みなのに未着
pb-delivered_not_received-answer = まず配送会社に、どこへ配達したかを確かめます。その回答が、いちばん強い証拠になります。

## 落とし穴

trap-accept_is_final = 「承認」(Accept) を押すとその条件で終わり、差額はもう請求できません。
trap-decline_alone = 拒否しただけで証拠を足さないと、同じ判定になりやすいです。
trap-new_evidence = セラーが証拠を追加すると、判定が変わることがあります。
trap-closes_early = 表示の日付より早く終わることもよくあります。
trap-cancel = 保護期限のあとに取り下げると、もう紛争を開けない可能性が高いです。
trap-cancel_left = 保護期限が残っていれば開き直せることもありますが、取り下げずに進めるほうが確実です。
trap-resend = 「返金0・再発送」を承認すると、再送品が届かなくても保障がありません。
trap-pacific = 画面の日付は太平洋時間のことがあります(2月3日なら、日本では2月3日17時から4日17時ごろまで)。
trap-partial_possible = 落ち度がなくても、一部返金の判定になることがあります。
trap-return_cost = 返品の提案は、送料をだれが払うかを先に確かめます。
trap-amount_field = 編集のときに、金額の欄を下げてしまわないように気をつけます。
trap-appeal_once = 「抗議」(Appeal) は1回きりと言われています。証拠をすべてそろえてから送ります。
trap-seller_accept = 「セラーの提案」の「承認」と取り違えないように、誰の提案かを見てから押します。
trap-do_not_just_wait = 待つだけで、セラーの提案を残したままにしないようにします。
trap-officer = 判定は担当者によって大きく変わることがあります。おかしな判定は、アンケート(Survey)でも伝えられます。
trap-wrong_address_word = 理由は「届いていない」より「パッケージの送付先が間違いました」(Package Sent to a Wrong Address) のほうが伝わりやすいです。
trap-many_disputes = 紛争の割合が高すぎると、アカウントが制限されることがあるようです。
trap-no_confirm = 問題があるうちは、「受取確認」(Confirm received) を押さないようにします。
trap-others_names = ほかの人の名前や番地が写っていたら、隠してから送ります。
trap-no_proof_of_list = 「クレーマー扱いでボタンが消える」という話には、確かな根拠が見つかっていません。
trap-no_second_account = 別のアカウントを作って避ける方法は、おすすめしません。
trap-own_reason = 「自己都合・不要になった」を選ぶと、送料や返金で不利になります。
trap-return_both = 発送だけでは足りません。期限までに追跡番号の入力も必要です。
trap-protection_over = 期限の当日を待たずに動きます。表示は太平洋時間のことがあります。
trap-not_parallel = PayPalやカードの手続きを始めると、AliExpressの紛争が止まることがあります。始める前に、紛争の期限を確かめます。

## ステップ

step-open_detail = 「申し立て詳細」を開いて提案を見る
step-open_detail-app = アカウント → 注文 → その注文 →「進行中の紛争」(Dispute in Progress) →「申し立て詳細」(Dispute Detail)。提案1・提案2のカードで、誰の提案か・金額・返品の有無を見ます。
step-open_detail-pc = My AliExpress → Dispute List → Dispute Detail。「Seller Proposal」「AliExpress' Proposal」の金額と、返品の有無を見ます。
step-decline = 納得できない提案を「拒否する」(Decline)
step-decline-app = 「申し立て詳細」の提案カードごとに「拒否する」(Decline) を押します。「承認」(Accept) は押しません。
step-decline-pc = Dispute Detail で、その提案の「Decline」(Reject) をクリックします。「Accept」は押しません。
step-decline-missing = 提案がまだ来ていないときは「拒否する」は出ません。そのまま次へ進めます。提案があるのに出ないときは、アプリを更新するか、PCや別のブラウザーで開いてみてください。
step-decline_seller = セラーの提案を「拒否する」(Decline)
step-decline_seller-app = 「申し立て詳細」で、セラーの提案のカードの「拒否する」(Decline) を押します。
step-decline_seller-pc = Dispute Detail の「Seller Proposal」で「Decline」をクリックします。
step-decline_seller-missing = すでに拒否していれば、ボタンは出ません。その場合は「できた」で進めます。
step-upload = 「証拠をアップロードする」(Upload Evidence)
step-upload-app = 「申し立て詳細」→「証拠をアップロードする」(Upload Evidence)。まだ出していない写真・動画・スクリーンショットを選びます。
step-upload-pc = Dispute Detail →「Upload Evidence」ボタン。ファイルを選んで送信します。
step-upload-missing = ボタンがないときは、「提案を編集する」(Edit) の画面からも添付できることがあります。送れないときは、画像を小さくしてみてください。
step-edit = 「提案を編集する」(Edit) で希望と英文を入れる
step-edit-app = 「申し立て詳細」→「提案を編集する」(提言の編集)。希望の種類と金額を確かめ、コメント欄に英文を貼って送信します。前の提案に上書きされるので、削除はしません。
step-edit-pc = Dispute Detail →「My Proposal」の枠の「Edit」。金額を確かめ、コメント欄に英文を貼って送信します。
step-edit-missing = 提案を拒否したあとに現れることがあります。いちど画面を開き直してみてください。
step-write_message = 「提案を編集する」から質問を送る
step-write_message-app = 「申し立て詳細」→「提案を編集する」(提言の編集) のコメント欄に、質問を1つだけ英語で書きます。
step-write_message-pc = Dispute Detail →「My Proposal」の「Edit」のコメント欄に、質問を1つだけ英語で書きます。
step-accept_ae = AliExpressの提案なら「承認」する
step-accept_ae-app = 「申し立て詳細」で、AliExpressの提案であることと金額を確かめてから「承認」(Accept) を押します。
step-accept_ae-pc = Dispute Detail の「AliExpress' Proposal」で金額を確かめてから「Accept」をクリックします。
step-accept_ae-missing = 「承認」が出ないまま期限が来ると、自動で承認されることがあります。セラーの提案の「承認」は押さずに待ちます。
step-accept_offer = 金額に納得できるなら「承認」(Accept) する
step-accept_offer-app = 「申し立て詳細」で、誰の提案か・金額・返品の有無を見てから、その提案の「承認」(Accept) を押します。押すと終わりです。
step-accept_offer-pc = Dispute Detail で、誰の提案か・金額・返品の有無を見てから「Accept」をクリックします。押すと終わりです。
step-accept_offer-missing = 「承認」が出ないまま期限が来ると、自動で承認されることがあります。別の提案の「承認」は押さずに待ちます。
step-file_dispute = 「申し立てをする」から紛争を開く
step-file_dispute-app = 注文 →「申し立てをする」(Open Dispute。新しい画面では「返品/返金」)→ 返金のみ (Refund Only) → 理由と金額を選び、英文と証拠を付けて送信します。
step-file_dispute-pc = My Orders → View Detail → Open Dispute → Refund Only → 理由と金額を選び、英文と証拠を付けて送信します。
step-file_dispute-missing = 完了後は、注文ページの下のほうの Product Details に「Open Dispute」があります。発送から11日目までは出ないのが目安です。
step-appeal = 「抗議」(Appeal) を出す
step-appeal-app = 終わった紛争の「申し立て詳細」の下のほうにある「抗議」(Appeal) を開き、英文と証拠をまとめて送ります。
step-appeal-pc = 終わった Dispute Detail の青い「Appeal」を開き、英文と証拠をまとめて送ります。
step-appeal-missing = 期間を過ぎたか、すでに出していると表示されません。ヘルプセンターに直接相談します。
step-open_from_order = 注文のページから紛争を開いてみる
step-open_from_order-app = アカウント → 注文 → その注文 → ステータスの「紛争中」(Dispute in Progress) を押します。
step-open_from_order-pc = My Orders → その注文の「Dispute in Progress」、または My AliExpress → Dispute List。
step-see_end_date = 終了の予定日を見る
step-see_end_date-app = 「申し立て詳細」のオレンジ色の日付を見ます。見つからなければ、PC版で確かめます。
step-see_end_date-pc = Dispute Detail の「Negotiation Finished」の「Estimated Time」の日付を見ます。
step-extend = 購入者保護の延長を頼む
step-extend-app = セラーとのチャットで、英文を送って延長を頼みます。決めるのはセラーです。48時間たっても返事がなければ、紛争へ進みます。
step-extend-pc = 注文の詳細で延長(Extend)を申請します。48時間たっても返事がなければ、紛争へ進みます。
step-see_refund = 「返金情報」を見る
step-see_refund-app = アカウント → 注文 → その注文 →「返金情報」(Refund information)。処理中か完了かを見ます。
step-see_refund-pc = My Orders → その注文の詳細 → 返金の欄(Refund)を見ます。
step-find_button = 「申し立てをする」の場所を確かめる
step-find_button-app = 注文の詳細の下のほうまで見ます。「返品/返金」という名前になっていることもあります。
step-find_button-pc = 注文の詳細の、いちばん下の Product Details に「Open Dispute」があります。
step-return_address = 返品先の住所を確かめる
step-return_address-app = 「申し立て詳細」の「返品先の住所」を開き、画面を保存します。
step-return_address-pc = Dispute Detail の返送先(Return address)を開き、画面を保存します。
step-enter_tracking = 返送の追跡番号を入力する
step-enter_tracking-app = 「申し立て詳細」の「返品用の追跡番号」(Return Tracking Number) に番号を入れて送信します。
step-enter_tracking-pc = Dispute Detail の「Return Tracking Number」に番号を入れて送信します。
step-save = 最後の画面を撮って残す
step-save-how = 送信したあとの画面(提案の内容・日付)をスクリーンショットにします。ここに送れば、証拠として預かります。
step-photo_item = 品物と荷物のラベルを撮る
step-photo_item-how = 明るい場所で、品物の全体と問題のところ、荷物のラベルを撮ります。ラベルは捨てずに残します。
step-shot_order = 商品ページと注文の画面を撮る
step-shot_order-how = 商品ページ(説明・写真)と、注文の詳細(選んだ色・サイズ・金額)をスクリーンショットにします。
step-shot_chat = セラーのメッセージを撮る
step-shot_chat-how = 取り下げや変更を頼まれたチャットの画面を、日付が入るように撮ります。
step-shot_address = 注文の配送先住所を撮る
step-shot_address-how = 注文の詳細で、配送先住所と注文番号が見える画面をスクリーンショットにします。
step-shot_tracking = 追跡の画面を撮る
step-shot_tracking-how = 日本郵便や17TRACKで番号を調べ、日付と配達地域(局名)が見えるように撮ります。
step-side_by_side = 2枚を並べて、違うところに印を付ける
step-side_by_side-how = 住所の画面と追跡の画面を1枚に並べ、地域が違うところを赤い枠で囲みます。
step-compare = 提案の金額を確かめる
step-compare-how = 提案の金額が支払った金額の何割かを見ます。返品が必要かどうかと、その送料も確かめます。いくらまでなら受け入れるかを、先に決めておきます。
step-check_offers = いま出ている提案を確かめる
step-check_offers-how = 「申し立て詳細」に、自分の提案と拒否したセラーの提案のほかに、AliExpressの提案が出ていないか見ます。
step-check_new = セラーの新しい証拠を確かめる
step-check_new-how = 「申し立て詳細」で、セラーのコメントや画像が増えていないか見ます。事実と違えば、証拠で答えます。
step-check_second = 2回目の提案の中身を確かめる
step-check_second-how = 誰の提案か、金額が前と同じかを見ます。減っていたり、セラーの提案だったりしたら、承認しません。
step-look_daily = 1日1回、画面とメールを見る
step-look_daily-how = 期限まで、「申し立て詳細」とAliExpressからのメールを1日1回見ます。新しい提案が出たら、ここに送ってください。
step-look_twice = 1日2回、承認ボタンを確かめる
step-look_twice-how = 朝と夜に画面を見て、AliExpressの提案に「承認」が出たら押します。セラーの提案の「承認」は押しません。
step-note_date = 画面の日付を控える
step-note_date-how = 「2月3日, AliExpress Steps In」の日付を、見えたとおりにここへ送ってください。前日にもお知らせします。
step-no_cancel = 「紛争をキャンセル」は押さない
step-no_cancel-how = 画面の下の「紛争をキャンセル」(Cancel Request) には触れません。チャットには上の英文で返事ができます。
step-no_confirm = 「受取確認」を押さない
step-no_confirm-how = 問題があるうちは、注文の「受取確認」(Confirm received) を押しません。
step-keep_reason = 理由は変えずに断る
step-keep_reason-how = 上の英文をチャットで送り、紛争の理由はそのままにします。
step-wait_three = 3日ほど待つ
step-wait_three-how = 拒否したあと3日ほどで最終判定になることが多いです。その間も1日1回、画面を見ます。
step-wait_result = 結果を待つ
step-wait_result-how = 2〜5営業日ほどが目安です。「申し立て詳細」とメールを見ておきます。
step-gather_new = まだ出していない証拠をそろえる
step-gather_new-how = 前に出していない証拠を優先して集めます。未着なら、郵便局の回答が役に立ちます。
step-help_late = 期限を2日過ぎても動かなければ、ヘルプセンターへ
step-help_late-how = 期限まではそのまま待って大丈夫です。2日過ぎても承認も返金もなければ、ヘルプセンター → チャット → 注文を選び、上の英文を送ります。
step-help_refund = それでも届かなければ、ヘルプセンターへ
step-help_refund-how = カード会社で確認できなければ、ヘルプセンター → チャット → 注文を選び、上の英文を送ります。「返金情報」の画面も用意します。
step-tell_support = 英文で状況を伝えて、会話を残す
step-tell_support-how = 注文番号・判定・証拠・希望額を上の英文で伝えます。会話の画面は、スクリーンショットで残します。
step-shot_judgement = 判定の画面を撮る
step-shot_judgement-how = 「Valid」と金額が見える画面をスクリーンショットにします。あとで判定が変わったときの証拠になります。
step-note_return = 返送の期限を控える
step-note_return-how = 画面に出ている返送の期限を、見えたとおりにここへ送ってください(目安は10日)。5日前からお知らせします。
step-file_unless = 延長されなければ、期限の前に紛争を開く
step-file_unless-app = 注文 →「申し立てをする」(Open Dispute。新しい画面では「返品/返金」)→ 返金のみ (Refund Only) → 理由と金額を選び、英文と証拠を付けて送信します。
step-file_unless-pc = My Orders → View Detail → Open Dispute → Refund Only → 理由と金額を選び、英文と証拠を付けて送信します。
step-file_unless-missing = 配達期限の前で荷物が動いているあいだは、出ないことがあります。期限の翌日にもう一度見てください。
step-look_twice-missing = 「承認」が出ないまま期限が来ると、自動で承認されて返金が始まることもあります。セラーの提案の「承認」は押さずに待ちます。
step-survey = アンケート(Dispute Survey)で伝える
step-survey-how = 終わった紛争の画面の「Dispute Survey」に、おかしいと思う点を短く書きます。ファイルも付けられます。
step-help_center = ヘルプセンターに相談する
step-help_center-how = ヘルプセンター → チャット → 注文を選び、「agent」と送って担当者を待ちます。英文で状況を伝え、会話の画面も残します。
step-other_device = アプリの更新、PC、別のブラウザーを試す
step-other_device-how = アプリを更新して入り直す → PC版を開く → 別のブラウザーで開く → 言語を英語にする、の順に試します。
step-record = いまの画面を記録する
step-record-how = ボタンがない、エラーが出る、といった画面を、日付が入るように撮ります。画面録画でもかまいません。
step-keep_mails = AliExpressからのメールを残す
step-keep_mails-how = 紛争の通知メールは、内容の証拠になります。消さずに残しておきます。
step-check_mail = AliExpressからのメールを探す
step-check_mail-how = 迷惑メールも含めて、停止や制限についてのメールを探します。理由と手続きが書かれていることがあります。
step-reactivate = アカウントの再開を申請する
step-reactivate-how = 「Appeal for account reactivation」のリンクがあれば開き、英文で理由を尋ねて再開をお願いします。
step-save_cases = 進行中の紛争の画面を残す
step-save_cases-how = ログインできるうちに、紛争・注文・支払いの画面をスクリーンショットにします。
step-ask_carrier = 郵便局・配送会社に確かめる
step-ask_carrier-how = 追跡番号を伝えて、配達先が自分の住所かどうかを尋ねます。回答を書面やメールでもらえると、強い証拠になります。
step-ask_neighbour = 家族・近所・置き場所を確かめる
step-ask_neighbour-how = 家族や管理人、宅配ボックスを確かめます。「配達済み」の表示が先に出ることもあるので、2日ほど待ちます。
step-tell_seller = セラーに英語でひとこと伝える
step-tell_seller-how = チャットで英文と写真を送ります。このやりとりも証拠になります。
step-check_shipped = 発送日を確かめる
step-check_shipped-how = 開けるのは、発送から11日目以降が目安です。発送日を送ってもらえれば、開ける日にお知らせします。
step-check_delivery = 配達期限と完了日を確かめる
step-check_delivery-how = 配達期限の前で荷物が動いているあいだは、開けないことがあります。完了したあとは15日以内が目安です。
step-small_files = 添付を小さくしてみる
step-small_files-how = 画像は2MB以下のJPG・PNGにします。大きなファイルは、エラーも出ずに失敗することがあります。
step-compare_cost = 返品の送料を先に確かめる
step-compare_cost-how = 商品代と送料を比べます。「返品無料」の印があれば送料はかかりません。高いときは、上の英文で相談します。
step-ship_tracked = 追跡できる方法で送る
step-ship_tracked-how = EMSや国際eパケットなど、追跡番号の付く方法で送ります。梱包と控えの写真を撮ります。
step-free_return = 返品無料の手順で送る
step-free_return-how = 「返品先の住所」の画面に出る返品コードと送り方に従います。国内の倉庫あてになることが多いようです。元のラベルをはがし、控えと梱包の写真を撮ります。
step-see_tracking = 追跡と保護期限を確かめる
step-see_tracking-how = 追跡の最後の動きと、注文の詳細に出ている購入者保護の残り日数を見ます。日付を送ってもらえれば、お知らせします。
step-see_statement = カードやPayPalの明細を見る
step-see_statement-how = 支払った月の明細に、マイナスで載っていることもあります。
step-ask_bank = 20営業日を過ぎたら、カード会社に聞く
step-ask_bank-how = 「返金情報」の画面を用意して、カード会社に返金の状況を尋ねます。
step-paypal = PayPalで払った場合: 問題解決センター
step-paypal-how = 支払日から180日以内に「問題解決センター」で申し立て、そのあと20日以内に「クレーム」へ切り替えます。申し立てたら「PayPalで今日申し立てた」と送ってください。20日の期限もお知らせします。
step-card = カードで払った場合: カード会社に電話
step-card-how = 「チャージバックを申請したい」と伝えます。120日ほどが目安ですが、会社によってはもっと短いので、90日までの連絡が安心です。
step-ccj = 国民生活センターの越境消費者センター(CCJ)
step-ccj-how = 海外のお店とのトラブルを、無料で相談できます(Webフォーム。電話はありません)。転売目的の購入は対象外です。国内のことは消費者ホットライン188へ。
step-summary = やりとりを1枚にまとめる
step-summary-how = 注文・支払い・判定・チャットの画面を、日付の順に並べます。相談先にそのまま出せます。
step-choose_order = ヘルプセンターのチャットを開く
step-choose_order-how = ヘルプセンター → チャット → 該当の注文を選びます。
step-say_agent = 「agent」と繰り返し伝える
step-say_agent-how = 「未解決」(Unresolved) を選び、「agent」「human」と送ります。何度か繰り返すとつながります。
step-ask_when = いつ返事が来るかを聞く
step-ask_when-how = 返事の予定日を尋ねて、その日付をここに送ってください。
step-tips_before = 買う前に
step-tips_before-how = 写真付きのレビューと「返品無料」の印を見ます。急ぐものや品質が大事なものは、ほかのお店も考えます。
step-tips_arrival = 届いたら
step-tips_arrival-how = 開封の様子を動画に撮り、品物を確かめてから「受取確認」を押します。急いで押す必要はありません。
step-tips_record = 紛争は必要なときだけ
step-tips_record-how = 小さな違いなら、見送るのも一つの考えです。紛争の割合が高すぎると、アカウントが制限されることがあるようです。

## 最初の質問(1つだけ)

question-floor = いくら戻れば受け入れますか?
answer-floor-100 = 全額だけ
answer-floor-90 = 9割以上
answer-floor-80 = 8割以上
answer-floor-50 = 半額以上
question-protection = 購入者保護の期限は、まだ残っていますか?
answer-protection-left = まだ残っている
answer-protection-over = もう切れた
question-appealed = 「抗議」(Appeal) はもう出しましたか?
answer-appealed-no = まだ
answer-appealed-yes = もう出した
question-declined = セラーの提案は、もう拒否しましたか?
answer-declined-no = まだ
answer-declined-yes = 拒否した
question-looked = どの画面で確かめましたか?
answer-looked-app = アプリだけ
answer-looked-pc = PCだけ
answer-looked-both = 両方
question-second_offer = 2回目の提案は、前と比べてどうですか?
answer-second_offer-same = 同じか増えた
answer-second_offer-less = 減った
answer-second_offer-seller = セラーの提案だった
question-login = いま、ログインできますか?
answer-login-yes = できる
answer-login-no = できない
question-opening = 注文はいま、どの段階ですか?
answer-opening-early = 発送から10日以内
answer-opening-moving = まだ配送中
answer-opening-within = 完了から15日以内
answer-opening-over = 完了から15日を過ぎた
question-arrived = 商品は届きましたか?
answer-arrived-yes = 届いた
answer-arrived-no = 届いていない
question-free_return = 注文に「返品無料」の印はありますか?
answer-free_return-yes = ある
answer-free_return-no = ない
question-paid_with = 何で支払いましたか?
answer-paid_with-card = カード
answer-paid_with-paypal = PayPal
answer-paid_with-other = コンビニ・その他
