"""The tap that a buyer asks about: not one that is done, and not one that a seller asks for."""

import pytest

from handlers.reading.read import read
from tests.reading.moments import MONDAY
from tests.reading.tap_sentences import ASKED, NOT_ASKED


@pytest.mark.parametrize(("text", "tap"), ASKED)
def test_a_tap_is_asked_about(text: str, tap: str) -> None:
    assert read(text, MONDAY).tap == tap


@pytest.mark.parametrize("text", NOT_ASKED)
def test_no_tap_is_asked_about(text: str) -> None:
    assert read(text, MONDAY).tap is None
