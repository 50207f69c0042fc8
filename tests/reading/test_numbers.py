"""Tracking numbers in one piece with their letters, and order numbers beside them."""

import pytest

from handlers.reading.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "tracking", "orders"),
    [
        ("lp00123456789012です", ("LP00123456789012",), ()),
        ("追跡番号:rr123456785cn。", ("RR123456785CN",), ()),
        ("jy24abc1d123456789", ("JY24ABC1D123456789",), ()),  # digits in two rows
        ("4px3001234567890", ("4PX3001234567890",), ()),
        ("注文8199004455667788のlp00123456789012", ("LP00123456789012",), ("8199004455667788",)),
        ("a" * 40 + "lp00123456789012", (), ()),  # within a longer piece
        ("lp00123456789012" + "9" * 40, (), ()),
        ("x1234567", (), ()),  # too short
        ("8199004455667788", (), ("8199004455667788",)),
    ],
)
def test_what_a_row_of_digits_is(
    text: str, tracking: tuple[str, ...], orders: tuple[str, ...]
) -> None:
    found = find_numbers(text)
    assert (found.tracking, found.orders) == (tracking, orders)
    assert all(text[begin:end].upper() in (*tracking, *orders) for begin, end in found.spans)


def test_noise_of_letters_and_digits_is_gone_through_once() -> None:
    # Each row of digits looks back over no more than the longest number.
    noise = ("a" * 30 + "123456") * 130
    assert find_numbers(noise).spans == ()
