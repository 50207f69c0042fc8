"""What a message was understood to mean: plain, frozen values without behaviour.

Every field holds a word of a closed vocabulary, or None where the message says nothing about it.

``outcome`` is what a proposal, a judgement or the end of the case gives the buyer:
``full_refund`` · ``partial_refund`` · ``zero`` (closed or proposed with nothing) ·
``return_refund`` (money back once the goods are sent back) · ``resend`` (goods again, no money) ·
``lost`` (decided against the buyer, no amount named) · ``withdrawn`` (the buyer took it back).

``doubts`` are reasons for the chat to ask before it plans anything: ``impossible_date`` (2月30日),
``weekday_mismatch``, ``past``, ``far`` (more than 400 days ahead, or a day without a
year that lies just behind in this one), ``two_readings`` (a day or more
apart), ``unsure`` (a date in a story, of which no word says that it is a deadline),
``ae_time_without_zone`` (a clock time copied from an AliExpress page, which may be Pacific time).
"""

from datetime import datetime
from typing import Literal, NamedTuple

Precision = Literal["date", "datetime"]


class Amount(NamedTuple):
    """One sum of money, as a plain decimal number ("6993", "12.34"), its ISO currency and role.

    Roles: claimed, paid, offered_by_seller, offered_by_ae, judged, refunded, unknown.
    """

    value: str
    currency: str
    role: str


class ReadDeadline(NamedTuple):
    """One deadline: an aware instant in the reading zone, and how it was arrived at.

    ``span`` counts characters of the text as it was given. A date without an hour is 23:59 of
    that day with precision ``date``. ``hour_only``: the text names an hour and no day, so that
    the day is the next one that has that hour still before it. ``counted``: it names a length, and
    no date that a page could show.
    """

    at: datetime
    precision: Precision
    kind: str
    source_text: str
    span: tuple[int, int]
    assumptions: tuple[str, ...] = ()
    alternatives: tuple["ReadDeadline", ...] = ()
    doubts: tuple[str, ...] = ()
    hour_only: bool = False
    counted: bool = False

    def doubted(self, doubt: str) -> "ReadDeadline":
        """The same with one doubt more."""
        return self._replace(doubts=tuple(dict.fromkeys((*self.doubts, doubt))))


class Reading(NamedTuple):
    """Everything one message says about a dispute.

    ``other_shop`` is the shop the trouble is with when it is not AliExpress; ``doubts`` repeats
    those of the deadline and adds ``impossible_date`` where a date was written that no calendar
    has, in which case there is no deadline. ``tap`` is a tap that cannot be taken back (accept,
    cancel, confirm) and that the buyer asks about or is about to do, ``tapped`` one that is done;
    ``trick`` what a seller asks for, a row of the word list ``tricks``. ``told`` are answers that a
    playbook then need not ask for. ``preferences`` are settings that the text asks for, with the
    value that each is to have (preferences.py). ``opens``: the day from which a dispute can be
    opened, counted from a shipping that is told; it is the deadline only where that day was asked
    for. ``days_ahead``, where there is no deadline: what is named of the time to come, the nearest
    first, of which no word says that it is one. ``steps``: what the buyer says to have done of a
    checklist (steps_told.py). ``another_case``: that it is about a case beside the one that was
    spoken of. The command ``read`` tells none of these nine.
    """

    intent: str = "unknown"
    reason: str | None = None
    demand: str | None = None
    stage: str | None = None
    playbook: str | None = None
    proposer: str | None = None
    verdict: str | None = None
    outcome: str | None = None
    quantity: int | None = None
    amounts: tuple[Amount, ...] = ()
    order_id: str | None = None
    order_ids: tuple[str, ...] = ()
    tracking: tuple[str, ...] = ()
    deadline: ReadDeadline | None = None
    other_shop: str | None = None
    another_case: bool = False
    doubts: tuple[str, ...] = ()
    tap: str | None = None
    tapped: str | None = None
    trick: str | None = None
    told: tuple[tuple[str, str], ...] = ()
    preferences: tuple[tuple[str, str], ...] = ()
    opens: ReadDeadline | None = None
    days_ahead: tuple[ReadDeadline, ...] = ()
    steps: tuple[str, ...] = ()
