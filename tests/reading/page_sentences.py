"""Pasted snippets, mails and pages, and one thing each of them says.

Read in Japan on Thursday 26 November 2026 at 20:15.
"""

# Stages.
STAGES: tuple[tuple[str, str | None], ...] = (
    # the clock that runs goes before what else a page tells
    (
        "Subject: The seller has responded\n\nOrder 8201234567890123\n"
        "The refund will be issued if the case is closed.\n"
        "Your request: full refund US $31\nAliExpress steps in: Dec 9, 2026",
        "negotiation",
    ),
    (
        "注文 8201234567890123\n状態:返品待ち\n残り時間:2日14時間5分\n"
        "返品の追跡番号を入力しましたか",
        "return_goods",
    ),
    ("返品のうえ返金する解決案が成立いたしました。\n返品先の住所をご確認ください", "return_goods"),
    (
        "AliExpressの審査チームが判定を行いました。\nJudgment from AE: Valid\n"
        "AliExpressの提案: 全額返金 JPY 8,117",
        "ae_proposal",
    ),
    ("販売者がご請求を拒否しました。12月9日にAliExpressが介入します。", "negotiation"),
    ("カード会社から: チャージバックのお申し込みは12月17日必着でお願いいたします", "external"),
)  # fmt: skip

# Who proposes.
PROPOSERS: tuple[tuple[str, str | None], ...] = (
    ("A new solution has been proposed by AliExpress for order 8201234567890123", "aliexpress"),
    ("[AliExpress]販売者より解決案が提示されました\n注文番号 8201234567890123", "seller"),
    ("[AliExpress] セラーから提案が届きました。返金 JPY 0、商品の再発送", "seller"),
    # a chat in which nothing is offered
    ("店: full refund is not possible\n自分: 3,000円払いました。\n店: はい\n自分: いつ?", None),
    (
        "店: 発送しました\n自分: 届きません。2,400円払いました。\n店: 待ってください\n自分: 何日?",
        None,
    ),
)

# What the buyer demands.
DEMANDS: tuple[tuple[str, str | None], ...] = (
    ("お客様の提案:全額返金 JPY 7,800\nセラーの提案:返金 JPY 0、商品の再発送", "full_refund"),
    (
        "You asked for: full refund, US $32.90\nOur proposal: partial refund US $24.68",
        "full_refund",
    ),
)

# Sums and their roles.
AMOUNTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "AliExpressが解決案を提示しました。\n理由: 販売者が配送方法を変更した\n"
        "解決案: 返品なしで一部返金 USD 14.62",
        ("14.62 offered_by_ae",),
    ),
    (
        "AliExpressが新しい解決案を提示しました。\n理由: 商品が壊れていた\n"
        "解決案: 一部返金 USD 9.80",
        ("9.80 offered_by_ae",),
    ),
    (
        "Seller's solution (rejected): Refund 5.00 USD\nMy solution: Refund Only 36.00 USD",
        ("36.00 claimed", "5.00 offered_by_seller"),
    ),
    (
        "紛争終了 (2026年11月24日)\n最終的な解決策:返金のみ USD 2.00\nAliExpressの判定\n"
        "・配送方法が約束と異なる 一部有効\n注文金額 USD 31.15",
        ("2.00 judged", "31.15 paid"),
    ),
    (
        "Your refund of US $8.20 for order 8201234567890123 has been completed.",
        ("8.20 refunded",),
    ),
    (
        "AliExpress solution waiting for your confirmation\nOption 1\nRefund without return\n"
        "US $4.10\nOption 2\nRefund with return\nUS $12.30\n\nHelp",
        ("12.30 offered_by_ae", "4.10 offered_by_ae"),
    ),
    (
        "Your request: full refund, US $31.90\n"
        "Seller's proposal: partial refund US $8.00 without return",
        ("31.90 claimed", "8.00 offered_by_seller"),
    ),
    (
        "申し立て詳細\n理由: 破損\nお支払い金額: JPY 4,186\nご希望: 全額返金 JPY 4,186\n"
        "状態: 回答待ち",
        ("4186 claimed", "4186 paid"),
    ),
    (
        "【申し立て状況】\n請求額:1,980円/お支払額:5,940円\n現在:販売者の回答待ち",
        ("1980 claimed", "5940 paid"),
    ),
    (
        "order total ......... us $32.90\nyou asked for ....... full refund, us $32.90\n"
        "our proposal ........ partial refund of us $24.68\nanswer by ..... Dec 11\nAliExpress",
        ("24.68 offered_by_ae", "32.90 claimed", "32.90 paid"),
    ),
)  # fmt: skip

# Which playbook helps.
PLAYBOOKS: tuple[tuple[str, str | None], ...] = (
    (
        "昨日も同じメールが来たのにまた…\n\n"
        "紛争が合意に達しました\nお客様\n\n注文番号 8263307714490582 "
        "の紛争について、合意に達したことをお知らせいたします。",
        "agreement_mail_twice",
    ),
    (
        'Seller: your dispute reason "Counterfeit" is bad for my shop\n'
        'Seller: can you modify it to "I don\'t need it anymore"?\nMe: No. The logo is fake.',
        "seller_asks_change_reason",
    ),
    # AliExpress offers something, whatever the seller did
    (
        "申し立て詳細\nAliExpressが新しい解決案を提案しました\n残り2日 05:41:18\n"
        "提案1(AliExpress)\n返品しないで、12.40ドルの一部返金\n承認 拒否する\n"
        "提案2(販売者)\n返金 0 USD\n拒否済み\n私の提案\n返金のみ 30ドル",
        "partial_refund_offer",
    ),
    (
        "Return/Refund details\nAliExpress solution waiting for your confirmation\n"
        "2d 14h 05m left\nOption 1\nRefund without return\nUS $4.10\n"
        "Option 2\nRefund with return\nUS $12.30\n"
        "Your request: US $12.30, refund only\nReason: Quantity shortage",
        "partial_refund_offer",
    ),
    # a refund that is decided or done
    (
        "AliExpress: refund completed Hi! Your refund of JPY 2,310 for order 8201234567890123 has "
        "been completed. It was sent to your PayPal account on November 26, 2026. Refund type: "
        "Partial Refund Reason: Quality problem Dispute opened: November 3, 2026 "
        "Dispute closed: November 18, 2026",
        "refund_arrival",
    ),
    (
        "お客様\n\nご注文 8201234567890123 の紛争について決定しました。\n\n"
        "紛争の理由 別の商品が届いた\n判定 妥当\n結果 全額返金 4,105円\n\n"
        "返金はお支払い方法に応じて順次処理されます。商品を返送していただく必要はございません。",
        "refund_arrival",
    ),
    (
        "ショップから「紛争の理由を『不要になった』に変更してください」と来ました",
        "seller_asks_change_reason",
    ),
    (
        "We can refund you 1,450 yen. Please click accept our proposal in the dispute page.",
        "partial_refund_offer",
    ),
)  # fmt: skip
