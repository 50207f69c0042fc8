"""The tap that a buyer asks about, and the one that is done: neither is what a seller asks for."""

import pytest

from handlers.reading.read import read
from tests.reading.moments import MONDAY
from tests.reading.tap_sentences import ASKED, DONE, NOT_ASKED, NOT_DONE


@pytest.mark.parametrize(("text", "tap"), ASKED)
def test_a_tap_is_asked_about(text: str, tap: str) -> None:
    assert read(text, MONDAY).tap == tap


@pytest.mark.parametrize("text", NOT_ASKED)
def test_no_tap_is_asked_about(text: str) -> None:
    assert read(text, MONDAY).tap is None


@pytest.mark.parametrize(("text", "tap"), DONE)
def test_a_tap_is_done(text: str, tap: str) -> None:
    reading = read(text, MONDAY)
    assert (reading.tapped, reading.tap) == (tap, None)


@pytest.mark.parametrize("text", NOT_DONE)
def test_no_tap_is_done(text: str) -> None:
    assert read(text, MONDAY).tapped is None
