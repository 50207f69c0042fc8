"""Pasted snippets, mails and pages, and the deadline of each, "date kind"; None for none.

Read in Japan on Thursday 26 November 2026 at 20:15.
"""

DEADLINES: tuple[tuple[str, str | None], ...] = (
    # whose clock it is, by the sentence
    (
        "The seller did not agree with your request and submitted another solution.\n"
        "You can accept or decline it and keep negotiating until Dec 03, 2026.",
        "2026-12-03 negotiation_end",
    ),
    (
        "申し立て詳細 販売者の回答待ち 残り 3日5時間20分 販売者が期限内に回答しない場合、"
        "リクエストは自動的に承認されます 注文番号 8201234567890123",
        "2026-11-30 seller_response",
    ),
    (
        "Order 8201234567890123\nQuality problem   Refund Only JPY 2,190\n"
        "Waiting for your response – reply before Dec 03, 2026\nView detail",
        "2026-12-03 accept_decline",
    ),
    (
        "担当者:ご不便をおかけし申し訳ございません。確認いたします。\nお客様:お願いします\n"
        "担当者:承知いたしました。12月8日(火)までにメールにてご回答いたします。",
        "2026-12-08 support_reply",
    ),
    (
        "Your order was automatically completed on 2026-11-20.\nIf there is something wrong you "
        "can still apply for a return or refund until 2026-12-05.",
        "2026-12-05 open_until",
    ),
    (
        "ご利用代金に関するお問い合わせの件\n加盟店名:AliExpress、金額:33,180円\n"
        "別紙「商品未着申告書」にご記入のうえ、令和8年12月15日(火)までにご返送ください。",
        "2026-12-15 card_chargeback",
    ),
    (
        "AliExpressの提案\n① 返金のみ JPY 1,200\n② 返品・返金 JPY 2,400\n"
        "2026年12月1日 16:00(PST)までに「承認」または「拒否」を選択してください。",
        "2026-12-02 accept_decline",
    ),
    (
        "当社カードをご利用いただきありがとうございます。\n同封の「異議申立書」にご記入のうえご返送ください。\n"
        "ご利用先 ALIEXPRESS.COM\n返送期限 2026年12月15日(火)必着",
        "2026-12-15 card_chargeback",
    ),
    (
        "Thank you for contacting us about order 8201234567890123. You will get our answer not "
        "later than Thursday, December 3, 2026, 18:00 China time (GMT+8).",
        "2026-12-03 support_reply",
    ),
    (
        "You can't open a dispute yet.\nSeller shipped your order on 2026-11-20. Disputes can be "
        "opened from 2026-12-01.\nOrder 8201234567890123",
        "2026-12-01 open_from",
    ),
    ("状態:配達済み(24日)\n発送元 中国 → 宛先 日本\n2026-11-24 14:06 お届け済み", None),
    (
        "Return in progress\n✓ Nov 20 – You shipped the item\n"
        "◌ Waiting for the seller to confirm receipt. The seller has until Dec 20, 2026.\n"
        "Order ID 8201234567890123",
        "2026-12-20 seller_receive",
    ),
    (
        "The return tracking number you entered could not be verified. Please upload a correct "
        "number before Dec 8, otherwise order 8201234567890123 will be settled to the seller.",
        "2026-12-08 return_ship",
    ),
    (
        "On Tue, Nov 24, 2026 at 9:14 PM AliExpress wrote:\n> AliExpress proposed a new solution "
        "for order 8201234567890123\n> You have 3 days to accept or decline.",
        "2026-11-27 accept_decline",
    ),
    # a history of what is over
    (
        "システム通知 2026/11/26 15:40\n注文 8201234567890123 の申し立ては終了しました。\n"
        "これまでの経過\n"
        "11/04 判定「アイテムの返品と返金」\n11/06 購入者が承認\n"
        "11/16 返送の期限\n11/26 終了\n代金 5,940円は販売者に支払われます。",
        None,
    ),
    # how long a thing was used is no clock
    (
        "Dispute Detail\nNegotiation Finished\nEstimated Time:\n2026-12-01\n"
        "Comment: The screen stays black after charging 12 hours.",
        "2026-12-01 negotiation_end",
    ),
    # a length counts from a day by its label
    (
        "返品が承認されました\n返品の承認日 2026年11月24日\n発送の期間 承認日から10日以内",
        "2026-12-04 return_ship",
    ),
    (
        "判定の日付: 2026年11月25日\n判定の日付から3日以内に承認か拒否を選んでください",
        "2026-11-28 accept_decline",
    ),
    ("Ship the goods within 10 days from November 25, 2026", "2026-12-05 return_ship"),
    (
        "Your order was completed on Nov 24, 2026. If there is a problem with it, you can request "
        "a refund within 15 days after completion.",
        "2026-12-09 open_until",
    ),
    (
        "紛争がキャンセルされました\nキャンセル日:2026年11月26日\n"
        "購入者保護期間が終了する2026年12月16日(水)まで、再度紛争を申請できます。",
        "2026-12-16 protection_end",
    ),
    # a status is no general heading
    (
        "申し立て詳細\n\n返品待ち\n残り 6日 2時間 15分\n期限までに商品を返送してください。\n\n"
        "申し立ての履歴\n2026/11/20 返品が承認されました\n\n"
        + "ヘルプ\n送料は誰が負担しますか?\n" * 12,
        "2026-12-02 return_ship",
    ),
    # labels of mails
    (
        "Order 8201234567890123\nStatus: waiting for buyer to return goods\n"
        "time limit 2026-12-08",
        "2026-12-08 return_ship",
    ),
    ("AliExpress proposed a new solution\nour proposal ........ partial refund US $24.68\n"
     "answer by ........... December 11, 2026", "2026-12-11 accept_decline"),
    ("Result of the appeal expected: no later than December 7, 2026", "2026-12-07 appeal_result"),
    ("申し立てができる最終日 2026年12月23日(水)", "2026-12-23 unknown"),
    (
        "The system will accept the proposal on your behalf on December 4, 2026.",
        "2026-12-04 accept_decline",
    ),
    (
        "返品荷物の状況\n現在の段階:販売者の受領確認待ち\n確認の期限:2026年12月20日",
        "2026-12-20 seller_receive",
    ),
    (
        "延長前の保護期間終了日 2026年12月1日\n延長後の保護期間終了日 2026年12月15日",
        "2026-12-15 protection_end",
    ),
    ("AliExpressへようこそ\n\nご注文 8239927715530464 は2026年11月25日に自動的に完了となりました。"
     "\n\n完了後15日間は返品・返金の申請ができます。\n\n合計:2,480円", "2026-12-10 open_until"),
    ("Your order has been completed\n\nOrder ID: 8200971136648257\nCompleted: Nov 24, 2026"
     " (automatically)\n\nYou can still open a dispute within 15 days from the completion date.",
     "2026-12-09 open_until"),
    ("件名: 返品が承認されました\n\n返品リクエストが2026年11月24日に承認されました。10日以内に商品"
     "を発送し、番号を入力してください。\n\n返送方法: 国内倉庫", "2026-12-04 return_ship"),
    ("注文詳細\n注文番号:1148820073391654\n\n紛争は2026年12月6日から提起できます。",
     "2026-12-06 open_from"),
    ("紛争が閉じられました\n\nお客様が2026年11月24日までに追跡番号を入力しなかったため、注文 "
     "8246652107793384 の紛争は終了しました。\n結果:返金なし", None),
    ("返金申請\n\n理由  偽物・模倣品\n返金金額  JPY 3,200\n画像・動画  4/6\n送信", None),
    ("セラー回答待ち\n18:42:10 後に自動承認\n理由　別の商品が届いた\nリクエスト　返金のみ",
     "2026-11-27 accept_decline"),
    # days of events have labels, too
    ("ご注文が完了しました\n配達日:2026年11月10日\n完了日:2026年11月25日", "2026-12-10 open_until"),
    (
        "購入者保護の終了日:2026年12月21日\n07-30 11:05 輸出通関が完了しました",
        "2026-12-21 protection_end",
    ),
    # the dates of others
    ("お荷物を持ち戻りました。\nお問い合わせ番号:LX402817735CN\n保管期限:12月3日(木)", None),
    ("ショップより「ご理解に感謝します。良い一日を。」", None),
    ("返金の手続きを始めました。\n手続き開始日:2026年11月25日\n返金額:JPY 3,912", None),
    # an end told by what happens if nobody gives way; a last day; what will begin
    (
        "まもなくAliExpressが介入します\n・お客様 返金のみ 3,650円\n・販売者 返金のみ 1,095円\n"
        "11月30日(月)になっても合意に至らない場合、AliExpressが証拠にもとづいて判断いたします。",
        "2026-11-30 ae_step_in",
    ),
    (
        "[Dispute #9928114503]\nStatus........ Waiting for your answer\n"
        "Seller answer. Refund USD 5.60\nLast day...... 2 December 2026",
        "2026-12-02 accept_decline",
    ),
    (
        "返金/返品の進捗\n●申請済み\n 11月17日 09:12\n●販売者の回答\n 11月21日 22:40 拒否\n"
        "○AliExpressの審査\n 11月29日に開始予定\n[メッセージを送る] [資料を追加]",
        "2026-11-29 ae_step_in",
    ),
    # the same day with and without its hour, which is another one in Japan
    (
        "Subject: Action required - ship your return by Dec 9, 2026\n\nHello,\n1. Ship the item.\n"
        "2. Enter the tracking number no later than Dec 9, 2026 23:59 PST.\n"
        "If we don't get it in time, the payment will be released to the seller.",
        "2026-12-10 return_ship",
    ),
    # text taken from a picture
    (
        "AliExpress の提 案\n返 金 の み   JPY 4,2OO\n期 限   2026 年 11 月 3 0 日\n"
        "[ 承 認 ] [ 拒 否 す る ]",
        "2026-11-30 accept_decline",
    ),
    # who speaks in a chat, before the hour or behind it
    (
        "客服 11:20 您好亲\nわたし 11:24 It says delivered.\n客服 11:31 sorry dear\n"
        "わたし 11:33 Refund $13.05 please\n客服 11:50 close dispute first dear",
        None,
    ),
    (
        "21:03 とも「これ見て」\n21:03 とも「AliExpressの判定、返金 JPY 2,000で終了だって」\n"
        "21:04 わたし「まあいいんじゃない」\n21:06 とも「だね」\nもう閉じてOKです",
        None,
    ),
    # the day on which a mail received the dispute
    (
        "お問い合わせ受付のご案内\n\n下記のお申し立てを2026年11月25日に受領いたしました。\n\n"
        "ご注文番号 3027719904856213\n申立理由 商品が記載された内容と異なる",
        "2026-11-30 seller_response",
    ),
    # the day of a rule is told beside it
    (
        "This order is complete. Disputes are accepted for 15 days after completion"
        " (until Dec 8, 2026 11:59 PM PST).\nPaid with card: US $52.80\nOrder ID 8204471190356682",
        "2026-12-09 unknown",
    ),
    (
        "You can open a dispute 10 days after the seller ships your item(s).\n"
        "Shipped: Nov 21, 2026\nOpen Dispute available from: Dec 2, 2026\nOrder 8204479901265587",
        "2026-12-02 open_from",
    ),
    (
        "返金額 ￥15,200 はご利用のカード会社に送金されました(送金日 11月25日)。\n"
        "明細への反映は遅くとも12月31日の見込みです。\n最終結果 一部返金(返品なし)\n"
        "申し立て理由 部品が不足",
        "2026-12-31 refund_arrival",
    ),
    # A long label in front of a day, and who comes in then.
    (
        "Proposal from seller\nRefund: JPY 500\n"
        "Estimated Time for Negotiation Finished: 2026-12-08 PST",
        "2026-12-08 negotiation_end",
    ),
    (
        "Judgement: Valid\nRefund Only US $9.20\nAuto-accept on 2026-12-02 23:59 PST",
        "2026-12-03 accept_decline",
    ),
    (
        "AliExpress will join on Dec 4\nYour request ¥2,900\nSeller's reply ¥800",
        "2026-12-04 ae_step_in",
    ),
    (
        "Judgment result: 2026-11-25\nReason: Damaged\nReturn and refund\n"
        "Refund US $9.20 after return\n10 days to send back the jacket",
        "2026-12-05 return_ship",
    ),
    (
        "お届け予定日を過ぎても届かない場合は12月9日から申し立てが可能です。\n"
        "注文 8201234567890123\n現在の状態 輸送中\nお届け予定 12/2-12/8",
        "2026-12-09 open_from",
    ),
    # More labels, and what stands beside a clock
    ("申し立て終了\n判定 返金 JPY 0\n[抗議] 抗議は 12月20日 まで受け付けます\n支払い JPY 5,320",
     "2026-12-20 appeal"),
    (
        "注文詳細\n配送中\nご注文の保護終了まで:5日 11時間\nお届け予定 2026/11/25\n商品 ¥1,480",
        "2026-12-02 protection_end",
    ),
    (
        "お荷物は配達されました\n11月24日 14:02\n注文 8201234567890123\n"
        "受取を確認しない場合、12月9日に注文が自動的に完了します。",
        "2026-12-09 protection_end",
    ),
    (
        "紛争の状態:AliExpressが審査中\n紛争を打ち切る時間:2026-12-02 23:59 (太平洋時間)\n"
        "販売者の案:返金 JPY 0",
        "2026-12-03 ae_step_in",
    ),
    (
        "返品・返金が認められました\n返金 ¥5,120\n発送と追跡番号入力 あと10日\n"
        "住所は24時間以内に表示されます",
        "2026-12-06 return_ship",
    ),
    (
        "Open Dispute is not available yet. You can open a dispute on Dec 11, 2026, "
        "i.e. 10 days after the seller shipped. Order: JPY 4,444",
        "2026-12-11 open_from",
    ),
    # PayPal's own clocks
    (
        "You can message the seller or escalate your dispute to a claim. If you do not respond by "
        "December 14, 2026, the dispute will be closed automatically.",
        "2026-12-14 paypal_escalate",
    ),
    (
        "PayPal Resolution Center\nDispute PP-R-ABC-123456\n"
        "Escalate to a claim by December 18, 2026 or the case closes",
        "2026-12-18 paypal_escalate",
    ),
    # English pages: tables, ranges, what counts from a day without its year
    (
        "Date\tWho\tWhat\n2026-11-15\tBuyer\tOpened dispute\n2026-11-24\tAliExpress\tStepped in\n"
        "2026-11-25\tAliExpress\tProposed a new solution: Refund Only JPY 2,200",
        "2026-11-28 accept_decline",
    ),
    (
        "Order Details\nCompleted on Nov 20, 2026\nOrder ID 8201234567890123\nLamp\nJPY 3,480",
        "2026-12-05 open_until",
    ),
    (
        "The return window closes tomorrow (Nov 27) at 4:59 PM JST. Upload the return tracking "
        "number for order 8201234567890123 or the return will be cancelled.",
        "2026-11-27 return_ship",
    ),
    (
        "The seller confirmed on Nov 24, 2026 that your return arrived. Refund of JPY 4,100 has "
        "started. Please allow up to 10 business days from Nov 24.",
        "2026-12-08 refund_arrival",
    ),
    (
        "Order 8201234567890123\nWaiting for Refund\nYour request is accepted: full refund "
        "JPY 8,700\nEstimated arrival: 4–15 Dec 2026",
        "2026-12-15 refund_arrival",
    ),
    (
        "Refund on the way\nOrder 8201234567890123\nJPY 8,700\nEstimated arrival: Dec 4 - 15, 2026",
        "2026-12-15 refund_arrival",
    ),
    (
        "Hi, a decision on your dispute was taken on Wednesday, November 25, 2026.\n"
        "Order: 8201234567890123\nResult: Refund Only USD 5.20\nIf you disagree, press Decline.",
        "2026-11-28 accept_decline",
    ),
    (
        "Subject: Your US $4 coupon expires on 30 November!\nHi there, winter sale is coming. "
        "Spend US $29 and save US $4. Coupon valid until 30 November 2026. Unsubscribe",
        None,
    ),
    (
        "[Yesterday 21:10] Seller: impossible dear, we check every parcel\n"
        "[Yesterday 21:12] You: Look at the video at 0:08, the tape was cut\n"
        "[Today 09:41] Seller: we are small shop",
        None,
    ),
    (
        "Order details\nAwaiting delivery\nYour order will be completed automatically in 11 days "
        "5 hours\nOrder ID: 8201234567890123",
        "2026-12-08 protection_end",
    ),
    (
        "Dear customer\nUnder our card rules a dispute about goods not received (ALIEXPRESS, "
        "JPY 5,300) can be filed until 22/12/2026. The form is on our website.\nCard Services",
        "2026-12-22 card_chargeback",
    ),
    (
        "We received your application for a chargeback concerning ALIEXPRESS, JPY 1,980. Please "
        "return the enclosed form so that it reaches us no later than 8 December 2026.",
        "2026-12-08 card_chargeback",
    ),
    (
        "Hi,\nBuyer protection for your purchase paid with PayPal: you can report a problem "
        "within 180 days of your payment.\nDate of payment: 14 July 2026\nMerchant: AliExpress",
        "2027-01-10 paypal_open",
    ),
    (
        "Hello, this is PayPal.\nWe've decided the case in your favour. JPY 3,240 will be returned "
        "to your PayPal balance within 5 business days.",
        "2026-12-03 refund_arrival",
    ),
    (
        "Your appeal was rejected.\nOrder 8201234567890123 / paid by PayPal USD 24.53 on 6 Aug "
        "2026\n\nPayPalはまだ間に合いますか、いつまで?",
        "2027-02-02 paypal_open",
    ),
    (
        "Order 8201234567890123\nSeller: refused\nBoth sides can still change their proposals "
        "until the 29th.",
        "2026-11-29 negotiation_end",
    ),
    (
        "PayPal Resolution Center\nCase PP-R-BBB-100200300\nThe seller has offered a partial "
        "refund of $6.00. Please answer this offer by December 9, 2026.",
        "2026-12-09 accept_decline",
    ),
    (
        "PayPal 問題解決センター\nケースID: PP-R-CCC-300200100\n売り手から一部返金 ¥1,200 の提案が"
        "届きました。12月9日までに承諾または拒否してください。",
        "2026-12-09 accept_decline",
    ),
    # what is going to be on a day, in any words of English but those of a parcel
    (
        "AliExpress Dispute Order\nJudgment: Valid\nSolution: Full Refund JPY 9,310\nThe solution "
        "will be executed after 2026.11.28 17:00 (GMT-8) unless new evidence is provided.",
        "2026-11-29 accept_decline",
    ),
    (
        "A reminder that the negotiation for your dispute (order 8201234567890123) finishes on "
        "December 2, 2026 at 10 AM Pacific Time.",
        "2026-12-03 negotiation_end",
    ),
    (
        "Seller declined your request.\nOrder: 8201234567890123\nAliExpress will get involved on "
        "Friday, December 4.",
        "2026-12-04 ae_step_in",
    ),
    (
        "AliExpress logistics\nOrder 8201234567890123\nYour parcel will most likely arrive on "
        "December 4. It will be delivered to your door on December 5.",
        None,
    ),
    (
        "> The decision of your dispute has been made.\n> Order 8201234567890123\n> Solution: JPY 0"
        "\n> The decision becomes final on November 29.",
        "2026-11-29 accept_decline",
    ),
    (
        "AliExpress: Refund of US $11.26 has been issued for order 8201234567890123. It may take "
        "up to 10 working days to reach your account.",
        "2026-12-10 refund_arrival",
    ),
    (
        "Seller: sorry my dear, warehouse send wrong goods. I can resend the right one tomorrow, "
        "or refund 600 yen and you keep it?",
        None,
    ),
    (
        "You paid $58.00 USD to AliExpress\nTransaction date: August 11, 2026\nBuyer protection: "
        "you can report a problem within 180 days of the payment.",
        "2027-02-07 paypal_open",
    ),
    (
        "| Time | Event |\n|---|---|\n| 11/15 10:02 | Dispute submitted |\n| 11/18 22:40 | Seller "
        "declined, offers 0 JPY |\n| 12/2 | Negotiation finishes (estimated) |",
        "2026-12-02 negotiation_end",
    ),
    (
        "Process\n1) Nov 24, 2026 - Buyer requested refund of US $74 (wrong item received)\n"
        "2) Seller to answer (5 days)\n3) AliExpress decision\n4) Refund\nNow at step: 2",
        "2026-11-29 seller_response",
    ),
    (
        "Order date . . . . . . Oct 1, 2026\nProtection until . . . Dec 9, 2026\nDelivery method "
        ". . . AliExpress Standard Shipping\nPaid with . . . . PayPal",
        "2026-12-09 protection_end",
    ),
    (
        "Waiting for buyer to return\n06 : 04 : 48   (days : hours : min)\nReturn to: Rm 302, "
        "Baiyun District, Guangzhou, China\nReturn tracking number: ________  [Submit]",
        "2026-12-03 return_ship",
    ),
    (
        "Dispute update: AliExpress suggests a refund of JPY 1,175 for order 8201234567890123. "
        "Answer by Mon, Nov 30 or it will be accepted for you.",
        "2026-11-30 accept_decline",
    ),
    # and Japanese ones: a day that a label names goes before what is counted
    (
        "注文詳細\nお客様の荷物はまだ輸送中です。紛争は発送から10日後に開くことができます。\n"
        "発送日  2026-11-22\n紛争を開くことができる日  2026-12-03\n注文番号 8201234567890123",
        "2026-12-03 open_from",
    ),
    (
        "紛争の詳細 注文8201234567890123\nAliExpressからの提案: 返金なし\n"
        "決定の自動執行まで 1日 03:20\n",
        "2026-11-27 accept_decline",
    ),
    (
        "注文日 2026年10月20日\n紛争 受付 11月25日\n要求 全額返金 JPY 2,060\n"
        "対応状況 ― 売り手未回答",
        "2026-11-30 seller_response",
    ),
    (
        "販売者が保証した配達時間(75日)は 11月20日 に終了しました。12月5日までに紛争を開いて返金を"
        "リクエストできます。紛争がない場合、注文は完了とみなされます。",
        "2026-12-05 open_until",
    ),
    (
        "AliExpressの判定の詳細\n判定日時  2026-11-26\n解決策  返金 & 返品\n返金額  ¥15,300(全額)\n"
        "次のステップ  10日以内に商品を返送し、追跡番号を提出してください",
        "2026-12-06 return_ship",
    ),
    (
        "販売者 19:48\n理由が品質の場合、返金を許可できません。\n販売者 19:52\n"
        "明日までに変更してもらえますか",
        "2026-11-27 unknown",
    ),
    (
        "販売者があなたの紛争を拒否しました\nあなたの申請: 返金のみ JPY 3,415 / 動作しない\n"
        "次に: 提案を編集するか、AliExpressの介入をお待ちください(2026-12-02)",
        "2026-12-02 ae_step_in",
    ),
    (
        "紛争の結果のお知らせ\n注文番号:8201234567890123\nAliExpressの判断:無効\n返金:なし(¥0)\n"
        "異議がある場合は "
        "2026年12月2日 までに新しい証拠を提出してください。",
        "2026-12-02 accept_decline",
    ),
    (
        "注文 8201234567890123\n配達完了\n本日 11:52 玄関先に配置(置き配)\n写真あり\n"
        "紛争の申し立てが必要な場合 残り14日",
        "2026-12-10 open_until",
    ),
    (
        "AliExpress 判定: 返品&返金(送料 販売者負担)\n応答期限 11月28日。応答がない時は自動的に"
        "受け入れ\n[受け入れる] [拒絶する]",
        "2026-11-28 accept_decline",
    ),
)  # fmt: skip
