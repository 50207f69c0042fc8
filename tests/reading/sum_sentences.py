"""Sums of money in words, and whose they are.

Each row: the text, and its amounts as "value currency role", one behind the other.
"""

SUMS: tuple[tuple[str, str], ...] = (
    ("届いた時計の箱がつぶれてガラスにヒビ。三万二千円もしたのに", "32000 JPY paid"),
    ("一万五千円の返金を希望", "15000 JPY claimed"),
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
)
