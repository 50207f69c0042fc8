"""Whose a sum of a page is, by its column and by the heading above it."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from handlers.reading.sums.columns import demand_by_column, parties_by_column, party_of_heading
from handlers.reading.sums.money import find_sums
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)
COLUMNS = """私の提案 | 販売者の提案 | aliexpressの提案
返金のみ | 返金のみ | 返品と返金
jpy 3,180 | jpy 500 | jpy 1,590
編集 | 拒否済み | 承認 拒否する"""
TABBED = """  buyer  seller  aliexpress
type  full refund  partial refund  return goods
amount  us $54.27  us $6.13  us $54.27"""


@pytest.mark.parametrize(
    ("page", "parties"),
    [
        (COLUMNS, ["buyer", "seller", "aliexpress"]),
        (TABBED, ["buyer", "seller", "aliexpress"]),
        (COLUMNS.replace("jpy 500", "-"), []),  # which column is empty?
        (COLUMNS.replace("aliexpressの提案", "日付"), []),  # no party
        (COLUMNS.replace("\n", " "), []),  # no lines
        ("私 | 販売者\n\n\n\n\n\n\n\n\n\njpy 3,180 | jpy 500", []),  # too far below
    ],
)
def test_sums_in_columns_are_of_the_parties_above_them(page: str, parties: list[str]) -> None:
    found = parties_by_column(page, find_sums(page))
    assert [found[place] for place in sorted(found)] == parties


@pytest.mark.parametrize(
    ("page", "demand"),
    [(COLUMNS, "refund_only"), (TABBED, "full_refund"), ("私の提案: 返金", None)],
)
def test_the_buyers_column_tells_the_demand(page: str, demand: str | None) -> None:
    assert demand_by_column(page) == demand


@pytest.mark.parametrize(
    ("above", "party"),
    [
        ("\n■ 出品者のご提案の内容\n 方法 一部返金\n 金額 ", "seller"),
        ("\n■ お客様のご希望\n 方法 全額返金\n 金額 ", "buyer"),
        ("\naliexpress' proposal\noption: full refund\namount ", "aliexpress"),
        ("\nwhat you asked for\nfull refund usd ", "buyer"),
        ("\n■ 出品者のご提案の内容\n\n\n\n\n金額 ", None),  # another paragraph
        ("\n出品者のご提案は届きました。金額 ", None),  # a sentence, and no heading
    ],
)
def test_a_heading_tells_whose_the_sum_below_it_is(above: str, party: str | None) -> None:
    assert party_of_heading(above + "1,480円", len(above)) == party


def test_a_copied_table_gives_each_side_its_sum() -> None:
    page = (
        "AliExpressが新しい解決案を提案しました\n\tあなた\t販売者\tAliExpress\n"
        "種類\t全額返金\t返金のみ\t返金のみ\n金額\tJPY 3,180\tJPY 500\tJPY 1,590\n"
        "回答期限\t11月30日\n"
    )
    reading = read(page, NOW)
    assert sorted((one.value, one.role) for one in reading.amounts) == [
        ("1590", "offered_by_ae"),
        ("3180", "claimed"),
        ("500", "offered_by_seller"),
    ]
    assert reading.demand == "full_refund"
