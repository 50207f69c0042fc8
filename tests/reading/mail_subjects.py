"""What a mail is about by its subject: the stage and the playbook."""

ORDER = "\n\nご注文番号 8201234567890123\nストア: Bag Store\n"
TO_ALL = (
    "\n商品が届かない場合や、説明と異なる、数量が不足しているなどの問題がある場合は、返品や返金を"
    "お申し込みいただけます。証拠の写真をご用意ください。\nヘルプセンター | 配信停止\n"
)
_SENDER = "AliExpress <transaction@notice.aliexpress.com>\n2026年11月27日\n"

SUBJECTS: tuple[tuple[str, str, str | None], ...] = (
    ("返品リクエストが承認されました", "return_goods", "return_goods"),
    ("返品先住所のご案内", "return_goods", "return_goods"),
    ("Your return request has been approved", "return_goods", "return_goods"),
    ("商品が返品センターに到着しました", "seller_receives_return", "refund_arrival"),
    ("We've received your return", "seller_receives_return", "refund_arrival"),
    ("返金手続き開始のお知らせ", "refund_processing", "refund_arrival"),
    ("Your refund is on its way", "refund_processing", "refund_arrival"),
    ("Refund completed for your order", "closed", "refund_arrival"),
    ("紛争の処理を開始しました", "ae_steps_in", "ae_steps_in_date"),
    ("ご注文の商品が発送されました", "in_transit", None),
    ("この商品はまだ申し立てを開始できません", "in_transit", "cannot_open_dispute"),
    ("アンケートのお願い", "closed", None),
)


def mails_of(subject: str) -> tuple[str, str]:
    """Mails that tell nothing of the case but their subject, with and without their sender."""
    mail = subject + ORDER + TO_ALL
    return mail, _SENDER + mail
