"""The stages of a case in their order, and the clocks that run in them.

How long each usually runs, and on what that rests: `claims.py`. The date on the buyer's own screen
always wins; these are 目安 that fill the gap until it is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from handlers.casework.claims import TIMERS
from handlers.reading.business_days import add_business_days
from handlers.reading.deadline_kind import STAGES as STAGES_TOLD
from handlers.reading.zones import wall_instant, zone_of
from storage.records import Deadline
from storage.states import DisputeStatus


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the timer that runs in it, and the stage that usually follows."""

    key: str
    timer: str | None
    next: str | None

    @property
    def clock(self) -> "Clock | None":
        """The clock that begins with it; None where none does."""
        return usual(self.timer) if self.timer else None

    @property
    def kind(self) -> str | None:
        """The kind of that clock."""
        return self.clock.kind if self.clock else None


_ROWS = (
    Stage("awaiting_shipment", "open_from", "in_transit"),
    Stage("in_transit", "protection_end", "open_window"),
    Stage("extension", "extension", "open_window"),
    Stage("open_window", "open_until", "seller_response"),
    Stage("completed_15d", "open_until", "seller_response"),
    Stage("seller_response", "seller_response", "ae_steps_in"),
    Stage("negotiation", "ae_step_in", "ae_proposal"),
    Stage("ae_steps_in", "ae_step_in", "ae_proposal"),
    Stage("ae_proposal", "accept_decline", "refund_processing"),
    Stage("negotiation_finished", "negotiation_end", "refund_processing"),
    Stage("return_goods", "return_ship", "seller_receives_return"),
    Stage("seller_receives_return", "seller_receive", "refund_processing"),
    Stage("refund_processing", "refund_arrival", "closed"),
    Stage("appeal", "appeal", "closed"),
    Stage("closed", None, None),
    Stage("external", "paypal_open", None),
)
STAGES = {stage.key: stage for stage in _ROWS}
FROM_OPENING = frozenset({"seller_response", "ae_step_in"})
"""Kinds that count from the opening of the dispute, whatever ran before."""

STAGE_OF_KIND = {
    **STAGES_TOLD,
    # Once such a date is the case's own clock, the case is where that clock ends.
    "ae_step_in": "ae_steps_in",
    "negotiation_end": "negotiation_finished",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that can be proposed: its kind and its usual length."""

    kind: str
    days: int
    business: bool = False

    def after(self, base: datetime, zone: str) -> datetime:
        """23:59 of its last day in this zone, counted from the base's day (UTC)."""
        day = base.astimezone(zone_of(zone)).date()
        last = (
            add_business_days(day, self.days) if self.business else day + timedelta(days=self.days)
        )
        end = wall_instant(datetime.combine(last, time(23, 59)), zone_of(zone))
        return end.astimezone(UTC)


def usual(timer: str) -> Clock:
    """The clock of a timer."""
    found = TIMERS[timer]
    return Clock(found.kind, found.days, found.business)


def clock_of(kind: str) -> Clock:
    """The usual length of a kind; three days for one that has none."""
    return usual(kind) if kind in TIMERS else Clock(kind, 3)


def next_clock(stage: str | None) -> Clock | None:
    """The clock that usually begins when this stage's own ran out; None after the last one."""
    row = STAGES.get(stage or "")
    following = STAGES.get(row.next) if row and row.next else None
    return following.clock if following else None


def coming(
    stage: str | None, clocks: Sequence[Deadline], opened_at: datetime | None, zone: str
) -> list[tuple[str, datetime]]:
    """The clocks that usually follow those that run: kind and instant (UTC), the nearest first.

    Each counts from the end of the one before it, the first from the case's own date, so that they
    move along when that is told. Nothing is planned for them: they are shown, so that nobody is
    surprised.
    """
    row = STAGES.get(stage or "")
    own = next((clock for clock in clocks if row and clock.kind == row.kind), None)
    if row is None or own is None:
        return []
    running = {clock.kind for clock in clocks}
    found: list[tuple[str, datetime]] = []
    base = own.at
    # Whether a watched order becomes a dispute is not known: its chain ends with the watching.
    while row.next not in (None, "seller_response") and (row := STAGES[row.next or ""]).clock:
        clock = row.clock
        assert clock is not None
        begin = opened_at if clock.kind in FROM_OPENING and opened_at else base
        at = clock.after(begin, zone)
        if clock.kind not in running and at > base:
            found.append((clock.kind, at))
        base = max(base, at)
    return found


def provisional_deadline(
    stage: str | None,
    status: DisputeStatus,
    opened_at: datetime,
    zone: str,
    now: datetime | None = None,
) -> tuple[str, datetime, str]:
    """The 目安 of a case without a date: kind, instant (UTC), precision.

    Counted from the opening day in the chat's zone. A stage that is not known is the one a fresh
    case begins with. Where `now` is given and a clock would have run out, the next of the chain is
    taken, and if all have, three days from now: a dispute never stays without a clock.
    """
    begins = "in_transit" if status is DisputeStatus.WATCHING else "seller_response"
    if stage == "closed":
        # A case that was judged against the buyer and is registered still has its appeal.
        stage = "appeal"
    row = STAGES.get(stage or "", STAGES[begins])
    base = opened_at
    while (clock := row.clock) is not None:
        at = clock.after(base, zone)
        if now is None or at > now:
            return clock.kind, at, "date"
        # AliExpress's intervention counts from the opening like the seller's answer does.
        base = base if row.key == "seller_response" else at
        if row.next is None:
            break
        row = STAGES[row.next]
    kind = row.kind or "unknown"
    return kind, Clock(kind, 3).after(now or opened_at, zone), "date"
