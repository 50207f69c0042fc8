"""Which evidence wins, by the reason of a dispute.

Sources: the article's questions 違うカラー and 荷物が別住所に「配達された」, and its list of what
counts as evidence (product page, chat, tracking history, unboxing); AliExpress's old help on
evidence (ruler beside the goods, a video for what does not work, the customs' paper).
"""

GENERAL = ("product_page", "order_detail", "chat", "item_photo")
OTHER = "other"
"""The item of a piece that belongs to none of a list: the buyer has said so."""

BY_REASON: dict[str, tuple[str, ...]] = {
    "not_received": ("end_date", "tracking", "chat"),
    "tracking_invalid": ("tracking_two",),
    "wrong_address": ("address", "tracking_place"),
    "delivered_not_received": ("tracking_place", "carrier_answer", "chat"),
    "returned_to_sender": ("tracking",),
    "customs": ("customs_paper",),
    "shipping_method_changed": ("shipping_method", "tracking"),
    "color_mismatch": ("item_photo", "product_page", "order_detail", "label"),
    "size_mismatch": ("ruler", "size_label", "size_chart"),
    "not_as_described": ("item_photo", "product_page"),
    "wrong_item": ("unboxing", "item_photo", "product_page"),
    "quality": ("close_up", "video"),
    "damaged": ("label", "damage", "unboxing"),
    "not_working": ("video",),
    "shortage": ("count", "weight_label", "unboxing"),
    "empty_parcel": ("unboxing", "weight_label"),
    "counterfeit": ("brand", "item_photo"),
    "no_longer_needed": (),
}
"""What decides a case of this reason, the weightiest first."""

HELPFUL: dict[str, tuple[str, ...]] = {
    "tracking_invalid": ("chat",),
    "wrong_address": ("carrier_answer",),
    "returned_to_sender": ("chat",),
    "customs": ("tracking", "chat"),
    "shipping_method_changed": ("chat",),
    "color_mismatch": ("chat",),
    "size_mismatch": ("order_detail",),
    "not_as_described": ("order_detail", "chat"),
    "wrong_item": ("label",),
    "quality": ("product_page",),
    "not_working": ("product_page", "label"),
    "shortage": ("order_detail",),
    "empty_parcel": ("carrier_answer",),
    "counterfeit": ("product_page",),
    "no_longer_needed": ("order_detail", "chat"),
}
"""What helps beside it: offered and listed, and never called for by a warning."""

ITEMS = tuple(
    sorted({item for items in (GENERAL, *BY_REASON.values(), *HELPFUL.values()) for item in items})
)


def items_for(reason: str | None) -> tuple[str, ...]:
    """The items that a dispute with this reason should show, the weightiest first."""
    if reason not in BY_REASON:
        return GENERAL
    return BY_REASON[reason] + HELPFUL.get(reason, ())
