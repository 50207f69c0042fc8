"""Sums of what was copied: chats, histories, and the pages of banks, cards and PayPal.

Each row: the text, and its amounts as "value currency role".
"""

CHATS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # names in front of what is said
    (
        "Me: The mug came broken. I paid 1,980 yen.\n"
        "Blue Kitchen Store: sorry dear, 300 yen ok?\n"
        "Me: no. 1,980 yen please.\n"
        "Blue Kitchen Store: the most is 700",
        ("1980 JPY paid", "300 JPY offered_by_seller"),
    ),
    (
        "販売者:\n私たちは800円を返すことができます。\n自分:\n800円では足りません。\n販売者:\nでは、1,200円。",
        ("800 JPY offered_by_seller", "1200 JPY offered_by_seller"),
    ),
    # names and moments above it
    (
        "5月18日 10:02 販売者\n税金950円を払う必要があります。\n5月18日 12:40 自分\n払いません。\n"
        "5月19日 09:15 販売者\n分かりました。半分の475円を返金します。",
        ("950 JPY unknown", "475 JPY offered_by_seller"),
    ),
    # a name alone on its line, which comes again
    (
        "Me\nPlease refund the 1,400 yen.\nKeebWorks Store\nWe can bear half, 700 yen.\n"
        "Me\nNo.\nKeebWorks Store\nok",
        ("1400 JPY claimed", "700 JPY offered_by_seller"),
    ),
    # no names, but what was read
    (
        "2027/05/18 9:12 既読\n3,300円全額でお願いします。\n2027/05/18 11:47\n"
        "お客様、600円を返金することを提案します。\n2027/05/18 12:30 既読\n足りません。\n"
        "2027/05/18 15:02\n1,100円まで行けます。",
        ("3300 JPY claimed", "600 JPY offered_by_seller", "1100 JPY offered_by_seller"),
    ),
    # no sign of who speaks but the words
    ("Hello my friend, cancel first, then I return you $5 by paypal", ("5 USD offered_by_seller",)),
    (
        "親愛なる友よ、私たちの店は小さいです。あなたに400円を返金し、商品を保つことができますか?",
        ("400 JPY offered_by_seller",),
    ),
    # … and a buyer who quotes a seller is none
    ("セラーから400円と言われた。私は2,400円全部返してほしい",
     ("400 JPY offered_by_seller", "2400 JPY claimed")),
)  # fmt: skip

HISTORIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Dispute history\n\n2027-05-01\tBuyer\tOpened dispute\tRefund JPY 4,400\n"
        "2027-05-04\tSeller\tRejected\tRefund JPY 200\n"
        "2027-05-12\tAliExpress\tJudgment: Valid\tRefund JPY 3,300\n"
        "2027-05-15\tSystem\tRefund started\tJPY 3,300",
        ("4400 JPY claimed", "200 JPY offered_by_seller", "3300 JPY judged", "3300 JPY refunded"),
    ),
    (
        "紛争の履歴\n\n2027-05-01 09:14\u3000購入者\u3000紛争を提起\u3000返金のみ JPY 5,100\n"
        "2027-05-03 18:03\u3000販売者\u3000提案: 返金のみ JPY 600\n"
        "2027-05-09 16:45\u3000AliExpress\u3000新しい解決案\u3000返金のみ JPY 2,550\n",
        ("5100 JPY claimed", "600 JPY offered_by_seller", "2550 JPY offered_by_ae"),
    ),
    (
        "交渉の記録\n\n5月8日 14:30\n販売者が提案を更新しました\n一部返金 ¥900\n\n"
        "5月6日 20:40\nあなたが紛争を提起しました\n全額返金 ¥3,900\n",
        ("900 JPY offered_by_seller", "3900 JPY claimed"),
    ),
    (
        "No.\tProposed by\tSolution\tAmount\n1\tBuyer\tRefund Only\tUSD 20.50\n"
        "2\tSeller\tRefund Only\tUSD 3.10\n3\tSeller\tReturn & Refund\tUSD 20.50\nOpen\n",
        ("20.50 USD claimed", "20.50 USD offered_by_seller", "3.10 USD offered_by_seller"),
    ),
)

STATEMENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "ご利用明細\n\nご利用日\tご利用店名\tご利用金額\t摘要\n"
        "2027/03/02\tALIEXPRESS.COM\t2,310円\t1回払い\n"
        "2027/03/18\tALIEXPRESS.COM\t-2,310円\t返品\n\n当月ご請求額\t5,000円",
        ("2310 JPY paid", "2310 JPY refunded", "5000 JPY unknown"),
    ),
    (
        "デビットカード\n\n■ご利用分\n現地通貨額:USD 15.20\n引落額:2,280円\n\n■返金分\n"
        "現地通貨額:USD 15.20\n入金額:2,190円",
        ("15.20 USD paid", "15.20 USD refunded", "2280 JPY paid", "2190 JPY refunded"),
    ),
    (
        "入出金明細照会\n\n日付\t内容\tお支払金額\tお預り金額\t残高\n"
        "2027/04/03\tデビット ALIEXPRESS\t1,750円\t\t80,000円\n"
        "2027/04/21\tデビット返金 ALIEXPRESS\t\t1,750円\t81,750円",
        ("1750 JPY paid", "1750 JPY refunded", "80000 JPY unknown", "81750 JPY unknown"),
    ),
    (
        "取引履歴\n\n返金\nAliExpress\n2027年4月2日\n+990円\n\n支払い\nAliExpress\n2027年3月5日\n-990円",
        ("990 JPY refunded", "990 JPY paid"),
    ),
    (
        "PayPal\n取引の詳細\n\nAliExpress\n-¥3,300 JPY\n支払い日\n2027年2月9日\n"
        "取引ID\n4LT80265WE119372K",
        ("3300 JPY paid",),
    ),
    (
        "PayPal\nThe seller sent you an offer\n\nTransaction amount: $18.40 USD\n"
        "Amount you disputed: $18.40 USD\n\nAliExpress offers you a partial refund of $4.00 USD.",
        ("18.40 USD paid", "18.40 USD claimed", "4.00 USD offered_by_seller"),
    ),
    (
        "カードご利用のお知らせ\n\n利用日:2027/05/11\n利用先:ALIEXPRESS.COM\n利用金額:4,863円\n\n"
        "※確認のため、0円や1円で通知されることがあります。",
        ("4863 JPY paid",),
    ),
)

PAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Order details\n\nSubtotal            $28.00\nStore discount     -$2.80\n"
        "Total               $25.20\n\nRefund information\nRefund status: Refund Processing\n"
        "Refund amount: $7.00",
        ("25.20 USD paid", "7.00 USD refunded", "28.00 USD unknown", "2.80 USD unknown"),
    ),
    (
        "申し立て詳細\n\n紛争終了\n\n結果\n返金のみ JPY 0\n\n私の提案\n全額返金 JPY 6,610\n\n"
        "履歴\nAliExpressが解決案を提案しました",
        ("0 JPY judged", "6610 JPY claimed"),
    ),
    (
        "SELLER'S OFFER\nReturn the goods and get a refund of US $33.10\n\n"
        "Order: 8182249607715394\n"
        "You asked for: Full refund, US $33.10, no return",
        ("33.10 USD claimed", "33.10 USD offered_by_seller"),
    ),
    (
        "We have received your dispute\n\nReason: Quantity shortage\nReceived: Yes\n"
        "Solution: Refund only, JPY 1,210 (part of JPY 2,420)\nOpened: May 4, 2027",
        ("1210 JPY claimed", "2420 JPY paid"),
    ),
    (
        "ご利用明細(確定)\nご利用日 2026/11/20\nご利用先 ALIEXPRESS(返品・取消)\n"
        "ご利用金額 -3,480円\nお支払い月 2027年1月",
        ("3480 JPY refunded",),
    ),
    ("自分: 1万1,500円払って注文しました。\n販売者: はい。", ("11500 JPY paid",)),
    # Written twice, it is one sum.
    (
        "Seller: Friend, I can give you 4 usd back.\n\nSeller proposed: Refund only US $4.00",
        ("4.00 USD offered_by_seller",),
    ),
    # What a decision gives is money that has come back only when that is said.
    (
        "Your return request has been approved\n\nSolution: Return Goods & Refund\n"
        "Refund amount: JPY 8,420\n\nPlease send the goods back and enter the tracking number.",
        ("8420 JPY judged",),
    ),
    (
        "返品と返金\n\nステータス: 返品待ち\n返金額: US $46.70\n追跡番号を入力してください。",
        ("46.70 USD judged",),
    ),
    # a party a line
    (
        "Order 8177350029946218\nYours            JPY 7,480     No\n"
        "Seller's         JPY 2,200     No\nAliExpress       JPY 5,236     No",
        ("7480 JPY claimed", "2200 JPY offered_by_seller", "5236 JPY offered_by_ae"),
    ),
    # The same sum under two labels, on one line or on two; figures that are no sum.
    (
        "AliExpress:新しい解決案があります(返金のみ JPY 1,240)。12月4日までにご回答ください。"
        "お支払い JPY 2,480、ご請求 JPY 2,480。\n注文 8201234567890123",
        ("1240 JPY offered_by_ae", "2480 JPY paid", "2480 JPY claimed"),
    ),
    (
        "私の提案:全額返金 JPY 2,980\nセラーの提案1 JPY 900(拒否済み)\n"
        "お支払い JPY 2,980\n理由 破損",
        ("2980 JPY claimed", "900 JPY offered_by_seller", "2980 JPY paid"),
    ),
    # A comma as the point; nothing, with no currency; spaces that a picture left.
    (
        "Proposed refund (AliExpress)  EUR 13,70\nBuyer's request  EUR 27,40\n"
        "Dispute Reason: Damaged\nStatus: waiting for both parties",
        ("13.70 EUR offered_by_ae", "27.40 EUR claimed"),
    ),
    (
        "販売者の提案:返金0、商品の再発送\n私の提案:全額返金 ¥2,980\n"
        "パッケージの送付先が間違いました\n残り時間 2日23:10:00",
        ("0 JPY offered_by_seller", "2980 JPY claimed"),
    ),
    (
        "申し立て詳細\n要求額 ¥1 , 240\n支払額 ¥3 , 100\n売り手の回答を待っています",
        ("1240 JPY claimed", "3100 JPY paid"),
    ),
    # What the seller offers in PayPal's case
    (
        "PayPal 問題解決センター\n異議番号 PP-R-ABC-1234\n取引金額 8,420円\n"
        "販売者からの返金の申し出 3,000円\n12月28日までに回答してください",
        ("8420 JPY paid", "3000 JPY offered_by_seller"),
    ),
    (
        "PayPal: 売り手が異議に回答しました\n「返金 2,000円を提案します」\n請求した金額 8,300円\n"
        "回答期限: 2027/01/27",
        ("2000 JPY offered_by_seller", "8300 JPY claimed"),
    ),
)

COPIED = (*CHATS, *HISTORIES, *STATEMENTS, *PAGES)
