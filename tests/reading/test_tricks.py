"""What a seller asks for against the buyer's interest, and what only sounds like it."""

import pytest

from handlers.reading.read import read
from tests.reading.moments import MONDAY
from tests.reading.trick_sentences import PLAIN, TRICKS
from tests.reading.trick_wordings import INNOCENT, WORDINGS


@pytest.mark.parametrize(("text", "trick"), TRICKS + WORDINGS)
def test_a_trick_is_known(text: str, trick: str) -> None:
    assert read(text, MONDAY).trick == trick


@pytest.mark.parametrize("text", PLAIN + INNOCENT)
def test_no_trick_is_seen(text: str) -> None:
    assert read(text, MONDAY).trick is None


@pytest.mark.parametrize(
    "text",
    [
        "残りの分は銀行口座に送るから承認だけしてと頼まれた",
        "先に受取確認だけしてと言われました",
    ],
)
def test_what_a_seller_asks_for_deletes_nothing(text: str) -> None:
    assert read(text, MONDAY).intent != "delete_dispute"
