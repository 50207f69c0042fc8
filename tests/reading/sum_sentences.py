"""Sums of money in words, and whose they are.

Each row: the text, and its amounts as "value currency role", one behind the other.
"""

SUMS: tuple[tuple[str, str], ...] = (
    # Of a story: who is quoted, what was decided, what was bought.
    (
        "セラーは11月18日に「US $20 で解決したい」と回答。支払いは US $184.50 です",
        "20 USD offered_by_seller, 184.50 USD paid",
    ),
    (
        "お客様と販売者は紛争の解決策について合意に達しました。\n返金のみ JPY 2,310\n"
        "返金の処理が開始されるまでお待ちください。",
        "2310 JPY judged",
    ),
    (
        "Dispute Finished\nRefund Only JPY 9,870\nAliExpress' Judgment\nDifferent product Valid\n"
        "The refund has been submitted to your bank.\nPaid JPY 9,870",
        "9870 JPY judged, 9870 JPY paid",
    ),
    (
        "争議理由\n追跡番号が無効です\n売り手の回答\nまだありません\n希望する解決方法\n"
        "返金のみ(全額 JPY 1,142)",
        "1142 JPY claimed",
    ),
    (
        "PayPal領収書\nAlipayへの¥7,248 JPYのお支払いが完了しました。\n取引に問題がある場合",
        "7248 JPY paid",
    ),
    ("店の「$1.50 返す」を拒否しました", "1.50 USD offered_by_seller"),
    ("店が「千円でどや」やて", "1000 JPY offered_by_seller"),
    ("AEの判定が45.30ドルの全額で勝ったのに返金が来ない", "45.30 USD judged"),
    ("9月28日に6,600円でフィギュアを注文、右腕が折れてた", "6600 JPY paid"),
    (
        "セラーは「正規品だ」の一点張りで0円回答、昨日AliExpressが出してきた提案も3,840円です",
        "0 JPY offered_by_seller, 3840 JPY offered_by_ae",
    ),
    ("届いた時計の箱がつぶれてガラスにヒビ。三万二千円もしたのに", "32000 JPY paid"),
    ("一万五千円の返金を希望", "15000 JPY claimed"),
    ("4,000円に増やすと言われました", "4000 JPY offered_by_seller"),
    ("4,000円まで上げてきた", "4000 JPY offered_by_seller"),
    ("4,000円に増やしてほしい", "4000 JPY claimed"),
    ("二万三千四百円で買った", "23400 JPY paid"),
    ("十二万円払った", "120000 JPY paid"),
    ("三万円しか返さないと言われた", "30000 JPY unknown"),
    ("3万二千円で買ったバッグ", "32000 JPY paid"),
    ("2千5百円で買った", "2500 JPY paid"),
    ("5百円だけ返すと言われた", "500 JPY unknown"),
    ("1万2千5百円払った", "12500 JPY paid"),
    ("千五百円の返金を求めています", "1500 JPY claimed"),
    (
        "提案が二つ並んどる。1は返品なしで1500円、2は返品して全額やって。どっちもAliExpressから",
        "1500 JPY offered_by_ae",
    ),
    (
        "案は2つ。返品なしで800円か、返品して2,400円。両方ともAliExpressの提案",
        "800 JPY offered_by_ae, 2400 JPY offered_by_ae",
    ),
    (
        "1,200円か3,000円を選べって。どちらも運営から",
        "1200 JPY offered_by_ae, 3000 JPY offered_by_ae",
    ),
    (
        "北京時間で11月20日の正午までに答えろと売り手が言うてます。全額は無理で6ドルならと",
        "6 USD offered_by_seller",
    ),
    ("セラーがうるさい。5ドルならって", "5 USD offered_by_seller"),
    ("店が譲らない。全部は返せんけど2000円ならと", "2000 JPY offered_by_seller"),
    (
        "[11月16日 09:11] seller: we can refund 3 USD, please cancel dispute\n"
        "[11月16日 20:30] 私: 全額返金してください",
        "3 USD offered_by_seller",
    ),
    (
        "セラー: I can give you $4, please close dispute\n私: 全額返してください",
        "4 USD offered_by_seller",
    ),
    ("Seller: how about 5 USD refund?\nMe: no, full refund please", "5 USD offered_by_seller"),
    ("店: 2ドル返金します\n自分: 全額でお願いします", "2 USD offered_by_seller"),
    ("セラーの言い値は800円", "800 JPY offered_by_seller"),
    ("アリエクから案が来ました。期限は11月30日、額は2,400円です", "2400 JPY offered_by_ae"),
    ("金曜が交渉の最終日、相手は40ドルしか出さないと言っています", "40 USD offered_by_seller"),
    ("紛争が却下されました。0円だそうです", "0 JPY judged"),
    ("明細に-4,380円とあったので返金は済んだようです", "4380 JPY refunded"),
    ("1200円で手を打ってくれと出品者から来ました", "1200 JPY offered_by_seller"),
    ("紛争が終わってJPY 0でした", "0 JPY judged"),
    ("AEの結論は返金0円", "0 JPY judged"),
    ("却下で返金額は0円になった", "0 JPY judged"),
    ("4,980円+送料600円で購入。壊れてた", "4980 JPY paid, 600 JPY paid"),
    ("本体4980円に送料600円かかった", "4980 JPY paid, 600 JPY paid"),
    ("商品代4980円(送料600円)", "4980 JPY paid, 600 JPY paid"),
    ("時計4,980円と送料600円、動きません", "4980 JPY paid, 600 JPY paid"),
    ("4,980円と送料600円、全額返金を要求", "4980 JPY claimed, 600 JPY claimed"),
    ("返品送料が600円かかる", "600 JPY unknown"),
    ("返送の送料600円は誰が払うの", "600 JPY unknown"),
    ("取引日: 2027年4月2日\n取引額: 8,640円\nお客様が開かれた異議", "8640 JPY paid"),
    (
        "返金完了 Refund Complete\n返金額 US $9.99\nこの紛争はクローズされました",
        "9.99 USD refunded",
    ),
    ("ﾊﾝﾃｲ 0円。ｱﾋﾟｰﾙは12/22ﾏﾃﾞ", "0 JPY judged"),
    ("ハンテイ0円でした", "0 JPY judged"),
    ("はんていは0円", "0 JPY judged"),
    ("AEのはんてい、0円", "0 JPY judged"),
    (
        "お客様の提案: 返金のみ US $21.00\n双方が合意に達しない場合、介入いたします",
        "21.00 USD claimed",
    ),
    ("解決した!!セラーが全額返してくれました✨2,345円", "2345 JPY refunded"),
    ("2,345円、全額返ってきました！", "2345 JPY refunded"),
    ("2,345円ちゃんと返してくれた", "2345 JPY refunded"),
    ("全額2,345円返してもらえました", "2345 JPY refunded"),
    ("昨日2345円入ってました", "2345 JPY refunded"),
    ("2,345円戻してもらえたので終わりで", "2345 JPY refunded"),
    ("2345円もどってきた", "2345 JPY refunded"),
    ("2,345円が口座に戻されてました", "2345 JPY refunded"),
    (
        "英文これで合ってる？ The color is different from my order. Please refund JPY 3,980.",
        "3980 JPY claimed",
    ),
    ("Please refund me JPY 3,980", "3980 JPY claimed"),
    ("I would like a refund of JPY 3,980", "3980 JPY claimed"),
    ("Please give me back JPY 3,980.", "3980 JPY claimed"),
    ("please return my JPY 3,980", "3980 JPY claimed"),
    ("I am asking for JPY 3,980", "3980 JPY claimed"),
    ("Kindly refund the full amount of JPY 3,980", "3980 JPY claimed"),
    ("レビューに星1つけたら「5つ星に変えてくれたら$3返す」だって", "3 USD offered_by_seller"),
    ("評価を変えたら$3返すって言われた", "3 USD offered_by_seller"),
    ("$3返すから取り下げてって", "3 USD offered_by_seller"),
    ("$3払うから閉じてくれって", "3 USD offered_by_seller"),
    (
        "お客様の紛争に関するお知らせ\n販売者の提案: 返金のみ US $4.20\n"
        "お客様の提案: 返金のみ US $21.00\n双方が合意に達しない場合",
        "4.20 USD offered_by_seller, 21.00 USD claimed",
    ),
    (
        "セラーの提案：一部返金 US $4.20\n購入者様の提案：全額返金 US $21.00",
        "4.20 USD offered_by_seller, 21.00 USD claimed",
    ),
    (
        "AEからJPY 5,594の提案、1/9に自動で承認。わたしは6,993円の全額じゃないと嫌です",
        "5594 JPY offered_by_ae, 6993 JPY claimed",
    ),
    (
        "AEの案は5,594円。6,993円全額でないと納得できません",
        "5594 JPY offered_by_ae, 6993 JPY claimed",
    ),
    ("AEの提案5,594円、私は6,993円満額じゃなきゃ嫌", "5594 JPY offered_by_ae, 6993 JPY claimed"),
    ("AEの提案は5,594円。6,993円以外認めない", "5594 JPY offered_by_ae, 6993 JPY claimed"),
    (
        "セラーが30%だけ返すって。7,200円払ったうちの2,160円",
        "7200 JPY paid, 2160 JPY offered_by_seller",
    ),
    ("18Kの刻印あるのに磁石につく。2.5gで8,900円もしたんだけど", "8900 JPY paid"),
    ("8,900円もするのに安っぽい", "8900 JPY paid"),
    ("8,900円も出したのに偽物", "8900 JPY paid"),
    ("8,900円もかけたのにこれかよ", "8900 JPY paid"),
    ("8,900円使ったのにゴミ", "8900 JPY paid"),
    ("8,900円もとられて届かない", "8900 JPY paid"),
    ("セールで8,900円やったけど偽物", "8900 JPY paid"),
    (
        "ほんとに返ってきました!5,594円。ありがとうございました",
        "5594 JPY refunded",
    ),
    (
        "やっと戻ってきた!5,594円",
        "5594 JPY refunded",
    ),
    (
        "入金されてた。5,594円",
        "5594 JPY refunded",
    ),
    (
        "返金きた!5,594円",
        "5594 JPY refunded",
    ),
    (
        "振り込まれました。5,594円",
        "5594 JPY refunded",
    ),
    (
        "返金8.40ドル確認、この件おしまい",
        "8.40 USD refunded",
    ),
    (
        "返金はされたけどたった1ドル。残りもらえないの?",
        "1 USD refunded",
    ),
    (
        "返金されてたのは1ドルぽっち",
        "1 USD refunded",
    ),
    (
        "アリエクの判定が本日出ました。2,340円のみ返金、残り3日で自動承認だそうです",
        "2340 JPY judged",
    ),
    (
        "AEの判定きた!2,340円のみ返金",
        "2340 JPY judged",
    ),
    (
        "運営の判定です。2,340円返金",
        "2340 JPY judged",
    ),
    (
        "裁定が下りました。2,340円の返金です",
        "2340 JPY judged",
    ),
    (
        "件名：異議申し立ての決定が下されました\n注文 8200011122233344\n返金額 JPY 2,"
        "340\n返金は7月31日までに処理されます",
        "2340 JPY judged",
    ),
    (
        "差出人: AliExpress <transaction@notice.aliexpress.com"
        ">\n件名: AliExpress Dispute Order\n\nご注文 82099155388261"
        "74 について、AliExpressが新しい解決案を提案しました。\nJudgement from A"
        "E: Valid\n提案: 全額返金 JPY 5,210(返品不要)\n2026年12月11日までに「承"
        "認」または「拒否」を選択してください。",
        "5210 JPY offered_by_ae",
    ),
    (
        "セラーからのメッセージ貼ります\n「Hello dear, It is not fair to bla"
        "me us. Please cancel the dispute, we will refund $"
        "8 by PayPal or resend a new one. Thank you for you"
        "r kindness.」\nどう返事すれば角が立ちませんか。",
        "8 USD offered_by_seller",
    ),
    (
        "店から「we will refund 8 USD if you close the dispute」",
        "8 USD offered_by_seller",
    ),
    (
        "「dear friend, we will give you $8, please cancel」と来た",
        "8 USD offered_by_seller",
    ),
    (
        "we'd like to refund you $8, please cancel the dispute",
        "8 USD offered_by_seller",
    ),
    (
        "Order ID: 8217700993345621\nJudgment from AE: Valid"
        "\nReason: Package Sent to a Wrong Address\nSeller pr"
        "oposal: 返金 JPY 0 + 商品の再発送\nRemaining: 2d 05h 40m",
        "0 JPY offered_by_seller",
    ),
    (
        "紛争おわった。0円やと。もうええわ、アリエク二度と使わん",
        "0 JPY judged",
    ),
    (
        "終わった。返金0円やて",
        "0 JPY judged",
    ),
    (
        "進行中の紛争\n提案1(販売者): 返品なしで JPY 900 の返金\n  拒否する   承認\n提案2"
        "(あなた): 全額返金 JPY 4,310\n回答期限 2028/11/04 16:59\nお客様は新し"
        "い提案を追加して問題の解決を続行できます",
        "900 JPY offered_by_seller, 4310 JPY claimed",
    ),
    (
        "提案1（セラー）：一部返金 JPY 900\n提案2（私）：全額返金 JPY 4,310",
        "900 JPY offered_by_seller, 4310 JPY claimed",
    ),
    (
        "提案1 販売者:900円\n提案2 あなた:4,310円",
        "900 JPY offered_by_seller, 4310 JPY claimed",
    ),
    (
        "お世話になります。AliExpressから「提案に対し3日以内に承認または拒否」というメールが今朝届"
        "きました。商品代7,800円に対し2,340円の返金とのことです。",
        "7800 JPY paid, 2340 JPY offered_by_ae",
    ),
    (
        "7,800円の服に対してAEの提案が2,340円返金",
        "7800 JPY paid, 2340 JPY offered_by_ae",
    ),
    (
        "商品代7,800円に対して運営の案は2,340円の返金だそうです",
        "7800 JPY paid, 2340 JPY offered_by_ae",
    ),
    ("アリエクの提案が来た。返品不要で900円返金、あと3日", "900 JPY offered_by_ae"),
    ("運営から案が届いた。1,500円返金、2日以内に選べと", "1500 JPY offered_by_ae"),
    ("セラーから提案が来ました。1,000円返金。期限は12/3", "1000 JPY offered_by_seller"),
    ("AEから新しい案。1,250円", "1250 JPY offered_by_ae"),
    ("運営の提案が届きました。金額は1,750円です", "1750 JPY offered_by_ae"),
    ("セラーから提案が来ました。商品の金額は2,000円です", "2000 JPY paid"),
    ("セラーから提案が来ました。支払いは3,000円です", "3000 JPY paid"),
    ("アリエクから提案が出ました。私は全額3,000円を希望してます", "3000 JPY claimed"),
    ("判定が出ました。返品なしで1,200円返金。残り2日", "1200 JPY judged"),
    (
        "セラーが1,000円返すって。最初は500円だったのに",
        "1000 JPY offered_by_seller, 500 JPY offered_by_seller",
    ),
    ("運営の案は2,000円。前は1,500円だった", "2000 JPY offered_by_ae, 1500 JPY offered_by_ae"),
    (
        "セラーが500円返すと言う。買ったときは2,800円だった",
        "500 JPY offered_by_seller, 2800 JPY paid",
    ),
    ("返金の12.5ドル、口座で確認できました。ありがとう", "12.5 USD refunded"),
    ("返金4,980円を確認できません", "4980 JPY unknown"),
    ("判定は2,000円だったのに戻ってきたの1,500円だけ", "2000 JPY judged, 1500 JPY refunded"),
    ("お代は2,700円でした", "2700 JPY paid"),
    ("コンビニ払い2,980円", "2980 JPY paid"),
    (
        "セラーの提案は300円、こちらの要求は1,580円全額",
        "300 JPY offered_by_seller, 1580 JPY claimed",
    ),
    ("セラーが「取り下げたら20ドル返す」とうるさい", "20 USD offered_by_seller"),
    ("紛争が終了。返金ゼロ円という判定です", "0 JPY judged"),
    # What came back, what a buyer puts in, what a seller promises, and the price told aside.
    ("判定きた。validで全額の6,340円返してくれるそうです", "6340 JPY judged"),
    ("半分だけ戻ってきました(1,320円)", "1320 JPY refunded"),
    ("2,400円が12月4日にカードに入金、残りを待ってる", "2400 JPY refunded"),
    ("合計4,180円が本日明細にマイナスで載っていました", "4180 JPY refunded"),
    ("$12.50返金キタ!", "12.50 USD refunded"),
    ("提案の金額を2,999円のまま出し直した", "2999 JPY claimed"),
    ("提案も7,150円の全額に書き直し済みです", "7150 JPY claimed"),
    ("680円だしもういいや", "680 JPY paid"),
    ("もともと3,620円で、傷だらけ", "3620 JPY paid"),
    ("決済日は5月1日で8,840円、カード会社に頼む", "8840 JPY paid"),
    (
        "解決案がAliExpressから。返金のみ1,440円(もとは1,925円)",
        "1440 JPY offered_by_ae, 1925 JPY paid",
    ),
    ("紛争を取り下げたら2500円返すって書いてある", "2500 JPY offered_by_seller"),
    ("割れて届いて紛争を出したら「900円でどう?」って売り手から", "900 JPY offered_by_seller"),
    ("ok friend, $4, you cancel dispute", "4 USD offered_by_seller"),
    ("入金済み $17.40 一件落着", "17.40 USD refunded"),
    ("全部返してほしいのに向こうは300円って。", "300 JPY offered_by_seller"),
    ("AEから新しい解決案が出てた。$5.20(払ったのは$8.90)", "5.20 USD offered_by_ae, 8.90 USD paid"),
    ("決済は5月6日、VISAで7,750円", "7750 JPY paid"),
)
