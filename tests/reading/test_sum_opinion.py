"""What the words around a sum of a copied page speak for, and when that counts."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from handlers.reading.sums import sum_opinion
from handlers.reading.sums.money import find_sums
from handlers.reading.sums.sum_opinion import FEWEST, likelier_roles, pieces_of
from handlers.reading.weights import weights_of
from tests.reading.learning import Example
from tests.reading.moments import TOKYO
from tests.reading.weigh_sums import LESSON, Known, sums

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=TOKYO)
_ORDER = "注文番号 8204471190356682"


@pytest.mark.parametrize(
    ("page", "amounts"),
    [
        (
            f"異議の詳細\n{_ORDER}\n状態 売り手の返答待ち\n理由 空の荷物が届いた\n"
            "求める返金 5,011円(返品なし)\n支払われた金額 5,400円",
            {"5011 claimed", "5400 paid"},
        ),
        (
            f"紛争の概要\n{_ORDER}\nご購入金額 ¥6,480\nお客様が求めている金額 ¥6,480\n"
            "ストアの回答 ¥1,200\n運営の結論 ¥4,000\n12月2日までに同意または拒否",
            {"6480 paid", "6480 claimed", "1200 offered_by_seller", "4000 judged"},
        ),
        (
            f"申し立てを受け付けました\n{_ORDER}\nご希望の内容 返金のみ JPY 940\n"
            "ご注文の総額 JPY 2,820\n販売者は12月3日までに回答します",
            {"940 claimed", "2820 paid"},
        ),
    ],
)
def test_the_words_around_a_sum_speak_where_its_label_is_new(page: str, amounts: set[str]) -> None:
    assert {f"{one.value} {one.role}" for one in read(page, NOW).amounts} == amounts


def test_of_a_sum_with_hardly_a_word_around_it_the_rules_tell() -> None:
    text = "¥500"
    assert likelier_roles(text, find_sums(text), ["paid"], None) == ["paid"]


def test_a_list_of_prices_is_left_to_the_rules() -> None:
    text = "求める返金 5,011円\n" * 13
    assert likelier_roles(text, find_sums(text), ["paid"] * 13, None) == ["paid"] * 13
    assert likelier_roles(text, find_sums(text)[:1], ["paid"], None) == ["claimed"]


def test_the_pieces_tell_what_stands_where() -> None:
    text = "ご希望の返金 500円\nお支払い 900円"
    first, second = pieces_of(text, find_sums(text), "seller")
    assert {"LB返金", "l返金", "<金 ", "V2", "Q12"} <= first
    assert {"UB返金", "V4", "Q02", "S10", "pl返金"} <= second
    assert {"n" + one for one in second if one.startswith("l")} <= first
    assert pieces_of(text, [], None) == []


def test_of_a_value_with_two_roles_each_place_gets_the_likelier_one() -> None:
    around = {"paid": set("abcdefgh"), "claimed": set("ijklmnop"), "judged": set("qrstuvwx")}
    sure = [Known([pieces] * 4, [role]) for role, pieces in around.items()]
    both = Known([around["claimed"] | {"a"}, around["paid"] | {"i"}], ["claimed", "paid"])
    *_, first, second = sums([*sure, both])
    assert first == Example(both.places[0], {"role": "claimed"})
    assert second == Example(both.places[1], {"role": "paid"})


def test_what_was_learned_is_what_is_read() -> None:
    told = {"paid": set("abcdefgh"), "claimed": set("ijklmnop"), "judged": set("qrstuvwx")}
    examples = [Example(pieces, {"role": role}) for role, pieces in told.items()]
    weights = weights_of(LESSON.learned_from(examples * 4))
    for role, pieces in told.items():
        found = weights.by_value(pieces, FEWEST)
        assert max(found, key=found.__getitem__) == role


def test_every_role_can_be_told() -> None:
    roles = {"claimed", "paid", "offered_by_seller", "offered_by_ae", "judged", "refunded"}
    assert set(sum_opinion.weights().fields["role"].values) == roles | {"unknown"}
