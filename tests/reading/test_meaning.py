from typing import Any

import pytest

from handlers.reading.read import read
from tests.reading.meanings import EVERYTHING
from tests.reading.moments import MONDAY, written


@pytest.mark.parametrize(("text", "expected"), EVERYTHING, ids=[row[0][:40] for row in EVERYTHING])
def test_a_sentence_means(text: str, expected: dict[str, Any]) -> None:
    reading = read(text, MONDAY)
    found: dict[str, Any] = {}
    for name in expected:
        if name == "kind":
            found[name] = reading.deadline.kind if reading.deadline else None
        elif name == "at":
            found[name] = written(reading.deadline)
        elif name == "amounts":
            found[name] = [f"{a.value} {a.currency} {a.role}" for a in reading.amounts]
        elif name in ("order_ids", "tracking"):
            found[name] = list(getattr(reading, name))
        else:
            found[name] = getattr(reading, name)
    assert found == expected


def test_another_shop_is_noticed() -> None:
    assert read("Temuで買った物が届かない", MONDAY).other_shop == "Temu"
    assert read("AliExpressではなくアマゾンの方が早い", MONDAY).other_shop is None
    assert read("AliExpressで買った物が届かない", MONDAY).other_shop is None


@pytest.mark.parametrize(
    "text",
    [
        "楽天カードで払いました。チャージバックできますか",
        "カードは楽天です",
        "楽天のカードの明細に返金が出ました",
        "アマゾンカードで払った色違いの靴",
        "Yahooメールに判定の通知が来ました",
    ],
)
def test_a_card_or_a_mailbox_is_no_shop(text: str) -> None:
    assert read(text, MONDAY).other_shop is None


def test_a_shop_stands_beside_a_card_of_its_name() -> None:
    assert read("楽天で買った靴、楽天カードで払いました", MONDAY).other_shop == "楽天"
