"""What the sums of a page or a chat tell of the two sides."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO

NOW = datetime(2027, 5, 20, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "demand", "proposer"),
    [
        # the words beside the sum that is claimed
        (
            "紛争理由: 注文とサイズが違う\nお客様のリクエスト: 全額返金 JPY 3,300\n"
            "セラーの提案: 一部返金 JPY 700\n\nステータス 交渉中",
            "full_refund",
            "seller",
        ),
        # what was claimed of what was paid
        (
            "Me: The lid is broken. I paid $28.00. Please refund $14.00 for it.\n"
            "Pot Store: how about $8 and you keep all\nMe: I will think about it.",
            "partial_refund",
            "seller",
        ),
        (
            "Me: The glass lid arrived broken. Order total was US $28.90. Please refund 14 dollars"
            " for the lid.\nPot Store: how about we refund you 8 dollars?\nMe: I will think.",
            "partial_refund",
            "seller",
        ),
        (
            "PayPal\n異議に関する最新情報\n\n取引額: 9,800円\nお客様が請求した金額: 4,000円\n"
            "売り手が提示した返金額: 1,500円",
            "partial_refund",
            "seller",
        ),
        # what is said in the buyer's turns, and not in the seller's
        (
            "店: full refund is not possible\n自分: 全額でお願いします。3,000円払いました。\n"
            "店: 500円はどうですか\n自分: いいえ",
            "full_refund",
            "seller",
        ),
        (
            "店: full refund is not possible\n自分: そうですか。3,000円払いました。\n"
            "店: はい\n自分: いつ届きますか",
            None,
            None,
        ),
        # a page of a return has no proposer
        ("返品受領待ち\n\n返金予定額:JPY 7,430\n返品の追跡番号:EN318402265JP\n\n", None, None),
    ],
)
def test_a_chat_tells_what_is_asked_for_and_who_offers(
    text: str, demand: str | None, proposer: str | None
) -> None:
    reading = read(text, NOW)
    assert (reading.demand, reading.proposer) == (demand, proposer)
