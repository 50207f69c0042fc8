### 取り消せないボタンを押す前の確認と、セラーのよくある頼み方

button-guard = 押す前に確認

guard-before-accept = 「承認」(Accept) を押す前に
guard-before-cancel = 「紛争をキャンセル」(Cancel Request) を押す前に
guard-before-confirm = 「受取確認」(Confirm received) を押す前に
guard-of-case = { $what } — { $title }

guard-which-accept = どの件の「承認」ですか?
guard-which-cancel = どの件の取り下げですか?
guard-which-confirm = どの件の「受取確認」ですか?

## 質問と答え

guard-ask-whose = だれの提案ですか? 提案カードの名前で確かめられます。
guard-row-whose = だれの提案
guard-whose-seller = セラー
guard-whose-ae = AliExpress(運営)
guard-whose-unsure = わからない

guard-ask-field = 提案の金額の欄は、どうなっていますか? コメントの文章ではなく、金額の欄を見てください。
guard-row-field = 金額の欄
guard-field-full = 希望どおり
guard-field-less = 少ない・返品つき
guard-field-zero = 0円・再送

guard-ask-protection = 購入者保護の期間は、まだ残っていますか? 注文の詳細で確かめられます。
guard-row-protection = 購入者保護
guard-protection-live = まだ残っている
guard-protection-over = 切れている
guard-protection-unsure = わからない

guard-ask-money = いま、手元に届いているものはどれですか?
guard-row-money = 届いたもの
guard-money-arrived = 返金が届いた
guard-money-promised = 約束だけ
guard-money-goods = 商品が届いて満足

guard-ask-goods = 商品は届きましたか? 動作や中身も確かめましたか?
guard-row-goods = 商品
guard-goods-fine = 届いた・問題なし
guard-goods-faulty = 届いたが問題あり
guard-goods-missing = 届いていない

guard-ask-dispute = この注文の紛争は、いま開いていますか?
guard-row-dispute = 紛争
guard-dispute-open = 開いている
guard-dispute-none = ない

## 判断

guard-dont-accept = 「承認」(Accept) は押さないでください
guard-press-accept = 「承認」(Accept) を押して大丈夫です
guard-dont-cancel = 「紛争をキャンセル」(Cancel Request) は押さないでください
guard-press-cancel = 「紛争をキャンセル」(Cancel Request) を押してもかまいません
guard-needless-cancel = 「紛争をキャンセル」(Cancel Request) は押さなくて大丈夫です
guard-dont-confirm = 「受取確認」(Confirm received) は押さないでください
guard-press-confirm = 「受取確認」(Confirm received) を押して大丈夫です

guard-why-seller_full = 金額の欄が希望どおりで、返品もなければ、セラーの提案でもかまいません。押す前に、欄の数字をもう一度見てください。
guard-why-final = 押すと、その条件で紛争が終わります。
guard-why-seller_not_ae = セラーの提案は、AliExpressの判定ではありません。「拒否する」(Decline) を押しても紛争は続き、AliExpressが判断します。
guard-why-difference_lost = 押すとその条件で終わり、差額はもう請求できません。
guard-why-zero_final = 押すと返金0円で終わり、もう紛争を開けません。
guard-why-resent_unprotected = 再送品には購入者保護がありません。届かなくても、返金を求められなくなります。
guard-why-ae_full = AliExpressの提案で、金額の欄も希望どおりです。押すと返金の手続きが始まります。
guard-why-not_the_sellers = 画面にはセラーの提案も並びます。「承認」を押すのは、AliExpressの提案のほうだけです。
guard-why-decline_with_proof = 期限までに「拒否する」(Decline) を押し、新しい証拠を足します。何もしないと、その内容で決まることがあります。
guard-why-see_whose = 「申し立て詳細」の提案カードで、セラーの提案かAliExpressの提案かを先に確かめます。
guard-why-only_field = 有効なのは金額の欄の数字だけです。コメントに書かれた約束は含まれません。

guard-why-money_is_here = 返金が届いていれば、目的は果たされています。紛争はそのまま終わるので、何も押さずに待って大丈夫です。
guard-why-promise_outside = 紛争の外での約束は、守られなくても取り返せません。返金は、紛争の中の提案に金額を入れてもらいます。
guard-why-protection_runs = 保護が残っていても、取り下げたあとに開き直せるとは限りません。
guard-why-no_second_dispute = 購入者保護が切れているので、取り下げると再紛争できない可能性が高いです。
guard-why-maybe_over = 購入者保護が切れていると、取り下げたあとに再紛争できない可能性が高いです。先に注文の詳細で確かめます。
guard-why-goods_checked = 品物を確かめて満足していれば、取り下げても困りません。少しでも気になるうちは押さないでください。

guard-why-dispute_first = 紛争が開いているあいだは、「受取確認」を急ぐ必要はありません。先に紛争を終わらせます。
guard-why-tried_out = 品物に問題がなければ、押してかまいません。個数や動作をまだ試していなければ、試してからにします。
guard-why-fifteen_days = 押したあとに不具合が見つかったら、15日以内が紛争を開ける目安です。
guard-why-confirm_means_fine = 押すと、問題なく受け取ったことになり、返金を求めにくくなります。
guard-why-confirm_means_arrived = 押すと、届いたことになり、返金を求めにくくなります。
guard-why-go_on_with_proof = 紛争はそのまま続け、証拠を足していきます。
guard-why-open_first = 押す前に、証拠を撮って「申し立てをする」(Open Dispute) に進みます。
guard-why-open_in_time = 購入者保護が切れる前に、延長を頼むか「申し立てをする」(Open Dispute) に進みます。
guard-disclaimer = 一般的な目安です。最後は、いまの画面の表示を見て決めてください。

guard-way-accept = 承認の手順
guard-way-cancel = 取り下げてよいか確認
guard-again = 答え直す
guard-closed = この件は、もう終わったものとして登録されています。いまの内容はこちらです。

## セラーのよくある頼み方

trick-title = よくある頼み方です
trick-danger = 気をつけたい点
trick-answer = おすすめの対応

trick-cancel_first-why = 取り下げたあとでは、約束が守られなくても紛争を開き直せないことがあります。
trick-cancel_first-do = 「紛争をキャンセル」(Cancel Request) は押さず、返金は紛争の中の提案で出してもらいます。
trick-wait_close-why = 待つうちに期間が過ぎ、届かないときに返金を求められなくなります。
trick-wait_close-do = 紛争は開いたまま待ちます。届いて問題がないとわかってから終わらせれば十分です。
trick-outside-why = ここで少額を承認すると、その額で終わります。残りが払われる保証はありません。
trick-outside-do = 紛争の外での返金は断り、全額を提案の金額の欄に入れてもらいます。
trick-pay_first-why = 返金を受けるのに、先にお金を払う決まりはありません。
trick-pay_first-do = 払わずに、画面を撮って証拠に加えます。
trick-confirm_first-why = 「受取確認」(Confirm received) を押すと、問題なく届いたことになってしまいます。
trick-confirm_first-do = 返金や品物がそろうまでは押さず、頼まれた画面を撮っておきます。
trick-zero_resend-why = 承認すると返金0円で終わり、再送品が届かなくても補償を求められません。
trick-zero_resend-do = その提案は「拒否する」(Decline) を押します。
trick-text_promise-why = 承認したときに有効なのは金額の欄だけで、文章の約束は残りません。
trick-text_promise-do = 欄の数字が希望どおりになるまで承認せず、「拒否する」(Decline) で進めます。
trick-step_by_step-why = 少しずつ上げて、早く安く終わらせるための進め方です。
trick-step_by_step-do = 受け入れる最低額を先に決め、それより低い提案は拒否します。
trick-change_reason-why = 事実と違う理由や低い金額に変えると、こちらの都合とみなされ、返金や送料で不利になります。
trick-change_reason-do = 理由も金額もそのままにし、頼まれた画面を証拠に加えます。
trick-others_tracking-why = 番号の上では「配達済み」なので、届いたと判断されやすくなります。
trick-others_tracking-do = 自分の住所と、追跡に出る配達地域の2枚を並べて示します。
trick-bad_return-why = 送料が返金より高くついたり、返した荷物が届かなかったりします。
trick-bad_return-do = 送る前に「提案を編集する」で、返品なしの返金か、送料のセラー負担を求めます。
trick-threat-why = 不安にさせて取り下げさせるのが目的で、紛争の判定には関係しません。
trick-threat-do = 返事はせずに画面を撮り、ヘルプセンターに伝えます。紛争はそのまま続けます。
