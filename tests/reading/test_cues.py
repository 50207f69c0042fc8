import pytest

from handlers.reading.read import read
from tests.reading.clock_words import KIND
from tests.reading.cue_sentences import CUES
from tests.reading.date_rows import THURSDAY
from tests.reading.kind_sentences import KINDS
from tests.reading.sum_sentences import SUMS

_CLOCKS = [(text, kind) for kind, texts in KIND.items() for text in texts]


@pytest.mark.parametrize(("text", "expected", "kind"), CUES, ids=[row[0][:40] for row in CUES])
def test_what_makes_a_deadline_of_a_date(text: str, expected: str | None, kind: str | None) -> None:
    found = read(text, THURSDAY).deadline
    if found is None or expected is None:
        assert found == expected
        return
    form = "%Y-%m-%d" if found.precision == "date" else "%Y-%m-%dT%H:%M:%S"
    assert found.at.strftime(form) == expected
    assert kind in (None, found.kind)


@pytest.mark.parametrize(
    ("text", "kind"), [*KINDS, *_CLOCKS], ids=[row[0][:40] for row in [*KINDS, *_CLOCKS]]
)
def test_what_must_be_done_by_then_tells_the_clock(text: str, kind: str | None) -> None:
    found = read(text, THURSDAY).deadline
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(("text", "sums"), SUMS, ids=[row[0][:40] for row in SUMS])
def test_sums_and_whose_they_are(text: str, sums: str) -> None:
    assert ", ".join(" ".join(one) for one in read(text, THURSDAY).amounts) == sums
