"""What an expression of a text means: its instant and whose clock it is, told as a deadline."""

from datetime import datetime, tzinfo

from handlers.reading.correction_words import STILL_COUNTS
from handlers.reading.cue_words import BEHIND_UNTIL
from handlers.reading.deadline_kind import kind_of
from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.patterns import Pattern
from handlers.reading.reports import report
from handlers.reading.resolve import or_just_behind, resolve
from handlers.reading.surroundings import Surroundings

# Words that only AliExpress' own pages and mails have.
_FROM_PAGE = Pattern(
    r"steps in|estimated time|negotiation finished|judge?ment (?:from|details)|aliexpress' judg"
    r"|order no|dispute (?:detail|reason|finished|in progress|order)|proposed a new solution"
    r"|notice\.aliexpress|dear (?:customer|buyer)|交渉完成推定時間"
)
_FEW_MORE, _NEAR = 6, 12  # beside a day alone, and in front of one that puts another right
# 「28日じゃなくて29日だった」
_PUT_RIGHT = Pattern(r"(?:じゃな|ではな|やな)[^。!?\n\d]{0,6}$")


class Teller:
    """Tells the expressions of one text as deadlines."""

    def __init__(self, norm: Normalised, words: str, now: datetime, zone: tzinfo) -> None:
        """``now`` is aware and in ``zone``."""
        self.norm, self.words, self.now = norm, words, now
        self._zone = zone

    def tell(self, here: Expression, words: Surroundings) -> ReadDeadline | None:
        """The deadline that an expression means, of the kind that its surroundings tell; None
        where no calendar has it.
        """
        return self.tell_as(kind_of(self.words, words.clause, words.label), here)

    def tell_as(self, kind: str, here: Expression) -> ReadDeadline | None:
        """The deadline of that kind; None where no calendar has it."""
        # Only a clock time copied from a page may be Pacific.
        from_page = here.clock is not None and (
            _FROM_PAGE.search(self.words) is not None or "現地時間" in self.words
        )
        found = resolve(here, self.now, self._zone, from_page=from_page)
        if found is None:
            return None
        if not self._is_to_come(here):
            or_just_behind(found, here, self.now)
        return report(self.norm, here, found, kind)

    def _is_to_come(self, here: Expression) -> bool:
        """Whether a day that is named without its month lies ahead by what is said of it."""
        return (
            len(self.words) - (here.end - here.start) <= _FEW_MORE
            or BEHIND_UNTIL.match(self.words, here.end) is not None
            or STILL_COUNTS.match(self.words, here.end) is not None
            or _PUT_RIGHT.search(self.words, max(0, here.start - _NEAR), here.start) is not None
        )
