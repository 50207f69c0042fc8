"""Which evidence wins, by the reason of a dispute.

Sources: the article's questions 違うカラー and 荷物が別住所に「配達された」, and its list of what
counts as evidence (product page, chat, tracking history, unboxing); AliExpress's old help on
evidence (ruler beside the goods, a video for what does not work, the customs' paper).
"""

GENERAL = ("product_page", "order_detail", "chat", "item_photo")

BY_REASON: dict[str, tuple[str, ...]] = {
    "not_received": ("order_detail", "tracking", "chat"),
    "tracking_invalid": ("tracking_two", "order_detail", "chat"),
    "wrong_address": ("address", "tracking_place", "carrier_answer"),
    "delivered_not_received": ("tracking_place", "carrier_answer", "chat"),
    "returned_to_sender": ("tracking", "order_detail", "chat"),
    "customs": ("customs_paper", "tracking", "chat"),
    "shipping_method_changed": ("shipping_method", "tracking", "chat"),
    "color_mismatch": ("item_photo", "product_page", "order_detail", "label", "chat"),
    "size_mismatch": ("ruler", "product_page", "order_detail", "label"),
    "not_as_described": ("item_photo", "product_page", "order_detail", "chat"),
    "wrong_item": ("unboxing", "item_photo", "product_page", "label"),
    "quality": ("close_up", "product_page", "video"),
    "damaged": ("label", "damage", "unboxing"),
    "not_working": ("video", "product_page", "label"),
    "shortage": ("count", "label", "unboxing", "order_detail"),
    "empty_parcel": ("unboxing", "label", "carrier_answer"),
    "counterfeit": ("item_photo", "brand", "product_page"),
    "no_longer_needed": ("order_detail", "chat"),
}
ITEMS = tuple(sorted({item for items in (GENERAL, *BY_REASON.values()) for item in items}))


def items_for(reason: str | None) -> tuple[str, ...]:
    """The items that a dispute with this reason should show, the weightiest first."""
    return BY_REASON.get(reason or "", GENERAL)
