"""Text that was taken from a picture is read as it stood there."""

import pytest

from handlers.reading.pictures import mended
from tests.reading.adversarial import assert_linear


@pytest.mark.parametrize(
    ("taken", "meant"),
    [
        ("返金 4,2OO\n".lower(), "返金 4,200\n"),
        ("支払額 ¥1 , 240\n", "支払額 ¥1,240\n"),
        ("refund us s7.77\n", "refund us $7.77\n"),
        ("返 金 の み\n", "返金のみ\n"),
        # nothing that a picture did
        ("5つ , 10つ\n", "5つ , 10つ\n"),
        ("20oz のマグ\n", "20oz のマグ\n"),
    ],
)
def test_figures_and_signs_are_put_right(taken: str, meant: str) -> None:
    assert mended(taken, ())[0] == meant


def test_a_long_row_of_figures_takes_no_more_than_its_length() -> None:
    assert_linear(lambda text: mended(f"x\n{text}", ()), "1.234.")
