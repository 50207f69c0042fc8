"""Atoms that name one point in time together: 来週の金曜 + の + 夕方5時."""

from datetime import date, tzinfo

from handlers.reading.grammar import Atom, Clock, Length


class Expression:
    """Atoms that name one point in time together, at their place in the folded text."""

    __slots__ = (
        "assumptions", "base", "clock", "day", "doubts", "end", "hours", "impossible", "length",
        "others", "parts", "past", "start", "today", "weak", "weekday", "zone",
    )  # fmt: skip

    def __init__(self, start: int, end: int, day: date | None = None) -> None:
        self.start, self.end, self.day = start, end, day
        self.parts: tuple[int | None, int | None, int] | None = None
        self.clock: Clock | None = None
        self.length: Length | None = None
        self.base: date | None = None
        self.zone: tzinfo | None = None
        self.weekday: int | None = None
        self.others: list[date] = []
        self.assumptions: list[str] = []
        self.doubts: list[str] = []
        self.past = self.weak = self.impossible = False
        self.today = False  # nothing but 今日: said of anything
        self.hours = False  # from one clock time to another: 9時から18時

    @property
    def is_left(self) -> bool:
        """「注文は完了済み、あと9日」: what is left is of no event that went before."""
        return self.length is not None and self.length.toward == "left"


def begin(atom: Atom) -> Expression:
    """An expression of one atom, to which others may be joined."""
    begun = Expression(atom.start, atom.end, atom.day)
    begun.parts, begun.clock, begun.length = atom.parts, atom.clock, atom.length
    begun.weekday = atom.weekday
    begun.others, begun.assumptions = list(atom.others), list(atom.assumptions)
    begun.past, begun.weak, begun.impossible = atom.past, atom.weak, atom.impossible
    begun.today = atom.today
    return begun
