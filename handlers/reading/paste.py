"""Is it a pasted mail or dispute page? Labels and values on lines of their own."""

_PASTE_LABELS = ("order no", "order id", "order number", "dispute reason", "status:", "status\n",
    "subject:", "件名", "from:", "差出人", "aliexpress' judgment", "aliexpress' judgement",
    "aliexpress judgement", "judgment from ae", "judgement from ae", "proposal:", "my proposal",
    "seller proposal", "refund only", "reminder", "dear customer", "dear buyer", "estimated time",
    "注文番号", "注文id", "紛争理由", "紛争の理由", "ステータス", "proposed a new solution",
    "dispute finished", "dispute in progress", "negotiation finished", "送信者", "宛先",
    "transaction@notice", "申し立て理由", "申し立ての理由", "返金額", "refund amount", "steps in",
    "日時:", "date:", "to:", "申し立て詳細", "dispute detail", "aliexpress dispute order",
    "判定:", "提案:", "seller's proposal", "お客様", "期限:", "支払額", "order date",
    "注文日")  # fmt: skip


def is_paste(text: str) -> bool:
    """Labels and values of a page or a mail, on lines of their own."""
    lines = text.count("\n") + 1
    if lines < 3:
        return False
    labels = sum(label in text for label in _PASTE_LABELS)
    return (
        labels >= 3
        or (labels >= 2 and (lines >= 4 or ":" in text))
        or (labels >= 1 and lines >= 4 and ("aliexpress" in text or "dispute" in text))
    )
