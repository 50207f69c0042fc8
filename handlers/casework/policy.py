"""When each kind of deadline is warned about: one row a kind.

`Before` counts calendar days back to an hour of the chat's zone; `Hours` counts hours back and
needs a deadline with a clock time; `Workdays` counts Japanese business days back; `AtOnce` is the
moment itself; `After` asks how it went. Hours of the day are wall times in the chat's zone.

Sources: the article's questions 「拒否する」場合は何か追加で必要? (look on the day of the
intervention), 売り手が「拒否」する (look again until the estimated time) and
自動的に「全額返金」になる? (three days to answer); AliExpress's help on opening (15 days) and
returning (10 days); PayPal's help (180 days, then 20 to escalate); card networks' dispute windows
(120 days, so that 30 before is the 90th). Every deadline that passes is asked about afterwards,
because cases close both earlier and later than the page shows.
"""

from dataclasses import dataclass


def _at_hour(hour: int, minute: int) -> str:
    if minute:
        return f"@{hour}:{minute:02}"
    return "" if hour == 9 else f"@{hour}"


@dataclass(frozen=True, slots=True)
class Before:
    """Days before the deadline's day, at this hour.

    `own`: the hour was chosen by the owner. What would then come after the deadline comes a day
    sooner.
    """

    days: int
    hour: int = 9
    minute: int = 0
    own: bool = False

    @property
    def name(self) -> str:
        """Its name among a deadline's warnings."""
        return (f"D-{self.days}" if self.days else "D0") + _at_hour(self.hour, self.minute)


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours before the moment; nothing where only a day is known."""

    hours: int

    @property
    def name(self) -> str:
        """Its name among a deadline's warnings."""
        return f"-{self.hours}h"


@dataclass(frozen=True, slots=True)
class Workdays:
    """Japanese business days before the deadline's day, at this hour."""

    days: int
    hour: int = 9
    minute: int = 0

    @property
    def name(self) -> str:
        """Its name among a deadline's warnings."""
        return f"-{self.days}b" + _at_hour(self.hour, self.minute)


@dataclass(frozen=True, slots=True)
class AtOnce:
    """The moment itself, or 09:00 where only a day is known; quiet hours do not move it."""

    name: str = "at"


@dataclass(frozen=True, slots=True)
class After:
    """The question how it went: days after the deadline's day, at this hour."""

    days: int = 1
    hour: int = 9
    minute: int = 0

    @property
    def name(self) -> str:
        """Its name among a deadline's warnings; a question's begins with a plus."""
        return f"+{self.days}d" + _at_hour(self.hour, self.minute)


Offset = Before | Hours | Workdays | AtOnce | After

_LONG = (Before(30), Before(14), Before(7), Before(3), Before(1), After())
_STEP_IN = (Before(3), Before(1, 20), Before(0), After())
_OPENING = (Before(7), Before(5), Before(3), Before(1), Hours(12), After())

POLICY: dict[str, tuple[Offset, ...]] = {
    "accept_decline": (Before(1, 20), Before(0), Hours(3), After()),
    "ae_step_in": _STEP_IN,
    "negotiation_end": _STEP_IN,
    # Its evening question is put on the day itself, by the reminder table: the seller answers late.
    "seller_response": (Before(1), After(0, 21)),
    "return_ship": (Before(5), Before(3), Before(1, 20), Hours(6), After()),
    "seller_receive": (Before(3), Before(0), After()),
    "protection_end": _OPENING,
    "open_until": _OPENING,
    "open_from": (AtOnce(), After()),
    # The day after the case was closed is the sixth before the end of its seven days.
    "appeal": (Before(6), Before(3), Before(1), After()),
    "appeal_result": (Before(0), After()),
    # 20 business days from the agreement: these are the 5th and the 10th, and the last.
    "refund_arrival": (Workdays(15), Workdays(10), Before(0), After()),
    "support_reply": (Before(0), After()),
    "paypal_open": _LONG,
    "card_chargeback": _LONG,
    "paypal_escalate": (Before(7), Before(3), Before(1), After()),
    "snooze": (AtOnce(),),
    "unknown": (Before(3), Before(1, 20), Before(0), Hours(3), After()),
}
"""All kinds of the vocabulary; `offsets_of` takes a stranger for `unknown`."""

KINDS = tuple(POLICY)
GOOD_NEWS = frozenset({"refund_arrival", "open_from"})
"""Kinds of which nothing bad is told, and nothing is lost by hearing of them later: money that is
on its way, a dispute that can be opened from now on."""
ASK_DATE = "ask-date"
"""The next day's question after the date on the screen, for a deadline that is our own 目安."""
HALFWAY = "half"
"""The one warning where none of the table's is left: at half the time."""
SNOOZE = "snooze:"
"""Begins the names of what the buyer put off; minutes since 1970 of its moment follow."""

LOOK = "look:"
"""Begins the names of the daily question after the screen; its day in the chat's zone follows."""
LOOK_AT = 20
"""The hour, in the chat's zone, of a question that no warning of its day carries."""
LOOK_FROM = 1
"""Days before a deadline's day from which its screen is asked about."""
LOOK_AHEAD = 60
"""Days for which questions are planned at most: a case that is asked about daily ends sooner."""


def offsets_of(kind: str) -> tuple[Offset, ...]:
    """The row of a kind."""
    return POLICY.get(kind, POLICY["unknown"])


def lead_of(offset: str) -> str:
    """A warning's name without its hour: D-1 at nine and D-1 at eight in the evening are one."""
    return offset.partition("@")[0]


def is_question(offset: str) -> bool:
    """Whether this warning asks how it went."""
    return offset.startswith("+")


def is_look(offset: str) -> bool:
    """Whether this is the daily question whether the screen has changed."""
    return offset.startswith(LOOK)


def is_warning(offset: str) -> bool:
    """Whether this warns: it is no question of ours."""
    return not is_question(offset) and not is_look(offset)
