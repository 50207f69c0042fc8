"""The words that tell a mail's sentences apart, and where they count."""

import pytest

from handlers.reading.mail_marks import Mark, Marks


@pytest.mark.parametrize(
    ("text", "mark", "told"),
    [
        ("if you decline", Mark.IF, True),
        ("elif you decline", Mark.IF, False),  # within another word
        ("if yours is declined", Mark.IF, False),
        ("拒否する場合は理由を書きます", Mark.IF, True),
        ("選びますと、終了します", Mark.IF, True),
        ("please wait", Mark.ADVISES, True),
        ("pleased to tell", Mark.ADVISES, False),
        ("6,993円です", Mark.SUM, True),
        ("us $ 12.34", Mark.SUM, True),
        ("日本円で払います", Mark.SUM, False),  # without a figure
        ("maybe march 5", Mark.MONTH, True),
        ("dismay", Mark.MONTH, False),
        ("50% off everything", Mark.SALE, True),
        ("switch offline", Mark.SALE, False),
    ],
)
def test_a_word_tells_what_it_tells(text: str, mark: int, told: bool) -> None:
    assert bool(Marks(text).within(0, len(text)) & mark) is told


def test_a_word_of_two_marks_tells_both() -> None:
    assert Marks("残り 3日").within(0, 5) & (Mark.DAY | Mark.RUNS) == Mark.DAY | Mark.RUNS


def test_only_words_that_stand_whole_in_a_stretch_count() -> None:
    text = "承認する。営業日。"
    marks = Marks(text)
    assert marks.within(0, 5) == Mark.TO_DO
    assert marks.within(5, len(text)) == Mark.GENERAL
    assert marks.within(1, 5) == marks.within(5, 7) == 0
