"""The day on which a mail or a line of a chat was written, from which its lengths count.

「本日から5営業日以内」 of a mail of the 25th, pasted on the 27th; "within 48 hours from now".
"""

from datetime import date, datetime

from handlers.reading import base_words
from handlers.reading.expression import Expression
from handlers.reading.grammar import Clock, Length
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.surroundings import Surroundings

_HEAD = 60  # so far behind its day the head of a quoted mail ends: "… AliExpress wrote:"


class MailDays:
    """The day that the head of one folded text tells, and the stamps of its lines."""

    def __init__(self, words: str, now: datetime) -> None:
        """``now`` is aware."""
        self._words, self._now = words, now
        self._mailed: tuple[date, Expression] | None = None

    def remember(self, day: date, here: Expression, words: Surroundings) -> None:
        """Keep a day that is over if it is that of the mail: 「送信日:」, or a line for itself."""
        if self._mailed is not None or here.length is not None:
            return
        alone = here.parts is not None and here.parts[0] is not None and self._is_a_line(here)
        if alone or base_words.tells_when_mailed(
            words.before, self._words[here.end : here.end + _HEAD]
        ):
            self._mailed = day, here

    def base_of(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> tuple[date, Expression] | None:
        """The day of writing that a length counts from, and where the text tells it."""
        today = self._now.date()
        if length.exact and earlier and self._is_stamp_of_a_line(earlier[-1], words):
            stamp = earlier[-1]
            day = stamp.day
            if day is None and stamp.clock is not None and self._is_over(stamp.clock):
                day = today
            if day is not None and day <= today:
                return day, stamp
        if self._mailed is not None and base_words.counts_from_the_mail(
            self._words[words.label[1] : words.clause[1]], words.before, words.behind
        ):
            return self._mailed
        return None

    def _is_stamp_of_a_line(self, here: Expression, words: Surroundings) -> bool:
        """「2027/07/06 14:20 担当: 48時間以内にご連絡いたします」: the moment begins the line."""
        text = self._words
        line = text.rfind("\n", 0, here.start) + 1
        return (
            is_in_lines(text)
            and here.clock is not None
            and not here.clock.guessed
            and not text[line : here.start].strip(" [(")
            and "\n" not in text[here.end : words.label[1]]
        )

    def _is_over(self, clock: Clock) -> bool:
        return (clock.hour, clock.minute) <= (self._now.hour, self._now.minute)

    def _is_a_line(self, here: Expression) -> bool:
        """Whether a day has its line for itself, and the text is of many lines."""
        words = self._words
        return (
            is_in_lines(words)
            and (here.start == 0 or words[here.start - 1] == "\n")
            and words[here.end : here.end + 1] in ("\n", "")
        )
