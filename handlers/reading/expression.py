"""Atoms that name one point in time together: 来週の金曜 + の + 夕方5時."""

from datetime import date, tzinfo

from handlers.reading.grammar import Atom, Clock, Length


class Expression:
    """Atoms that name one point in time together, at their place in the folded text."""

    __slots__ = (
        "assumptions", "base", "clock", "day", "doubts", "end", "hours", "impossible", "length",
        "others", "parts", "past", "start", "today", "weak", "weekday", "zone",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        day: date | None = None,
        parts: tuple[int | None, int | None, int] | None = None,
        clock: Clock | None = None,
        length: Length | None = None,
        weekday: int | None = None,
        others: tuple[date, ...] = (),
        assumptions: tuple[str, ...] = (),
    ) -> None:
        self.start, self.end, self.day = start, end, day
        self.parts, self.clock, self.length, self.weekday = parts, clock, length, weekday
        self.others, self.assumptions, self.doubts = [*others], [*assumptions], list[str]()
        self.base: date | None = None
        self.zone: tzinfo | None = None
        self.past = self.weak = self.impossible = False
        self.today = False  # nothing but 今日: said of anything
        self.hours = False  # from one clock time to another: 9時から18時

    @property
    def is_left(self) -> bool:
        """「注文は完了済み、あと9日」: what is left is of no event that went before."""
        return self.length is not None and self.length.toward == "left"


def begin(atom: Atom) -> Expression:
    """An expression of one atom, to which others may be joined."""
    _, start, end, day, parts, clock, length, _, weekday, others, assumptions, *marks = atom
    begun = Expression(start, end, day, parts, clock, length, weekday, others, assumptions)
    begun.past, begun.weak, begun.impossible, begun.today = marks
    return begun
