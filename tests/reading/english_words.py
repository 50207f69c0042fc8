"""What went wrong, as buyers write it to a seller in English and copy it to the bot."""

from tests.reading.parcel_words import Words

DEMAND: Words = {
    "partial_refund": (
        "Refund half please, the paint is peeling off",
        "I want half my money back, the color is different",
    ),
}

VERDICT: Words = {
    None: ("The tracking number is not valid at any carrier",),
    "valid": ("The judgement is valid",),
}

REASON: Words = {
    "color_mismatch": ("I ordered the black one but you sent grey. Please refund.",),
    "damaged": (
        "The glass was in pieces when I opened the box",
        "The vase arrived in many pieces",
    ),
    "delivered_not_received": (
        "Tracking says delivered but I never got it",
        "Status is delivered, I never got my parcel",
    ),
    "not_as_described": (
        "The material is plastic, not metal as described",
        "The ring is not silver as described",
        "the capacity is only 32GB, not 512GB",
    ),
    "not_received": (
        "It has been 50 days and nothing has arrived",
        "Seven weeks and nothing came",
    ),
    "quality": (
        "The zipper came apart the first time I used it",
        "The stitching is terrible and threads hang everywhere",
    ),
    "returned_to_sender": ("The parcel was sent back to China",),
    "shipping_method_changed": (
        "You changed the shipping to a slower method",
        "You used a cheaper shipping than I paid for",
    ),
    "shortage": ("only 3 of 5 pieces in the bag", "Only two of four chairs came"),
    "tracking_invalid": ("The tracking number is not valid at any carrier",),
    "wrong_address": (
        "It was delivered to a different city",
        "The post left it at someone else's address",
    ),
    "wrong_item": ("Not the model I ordered", "Seller sent a different model"),
}
