"""The stages of a case and their usual timers: each claim in one table, with what it rests on.

The date on the buyer's own screen always wins; these are 目安 that fill the gap until it is told.
Whoever learns better changes one line here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from handlers.reading.business_days import add_business_days
from handlers.reading.deadline_kind import STAGES as STAGES_TOLD
from handlers.reading.zones import wall_instant, zone_of
from storage.records import DisputeStatus

Certainty = Literal["several sources", "one source", "sources disagree", "our inference"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the clock that runs in it (kind, days, business days or not), and what follows."""

    key: str
    kind: str | None
    days: int
    next: str | None
    source: str
    age: str
    certainty: Certainty
    business: bool = False


_ROWS = (
    Stage(
        "awaiting_shipment", "open_from", 11, "in_transit",
        "AliExpress's help: a dispute can be opened from the 11th day after shipping",
        "2021-2024", "several sources",
    ),
    Stage(
        "in_transit", "protection_end", 60, "open_window",
        "AliExpress's order page; guides say 60, 75 or 90 days",
        "2020-2025", "sources disagree",
    ),
    Stage(
        "extension", "protection_end", 5, "open_window",
        "AliExpress's help on extending the protection: only the seller grants it",
        "2019-2022", "several sources",
    ),
    Stage(
        "open_window", "open_until", 15, "seller_response",
        "AliExpress's buyer protection page: 15 days after the delivery time ended",
        "2021-2024", "several sources",
    ),
    Stage(
        "completed_15d", "open_until", 15, "seller_response",
        "AliExpress's buyer protection page: 15 days after receipt was confirmed",
        "2021-2024", "several sources",
    ),
    Stage(
        "seller_response", "seller_response", 5, "ae_steps_in",
        "AliExpress's seller guides: the seller answers within 5 days",
        "2021-2024", "several sources",
    ),
    Stage(
        "negotiation", "ae_step_in", 7, "ae_proposal",
        "AliExpress's seller guides: AliExpress joins within 7 days of the opening",
        "2017-2024", "several sources",
    ),
    Stage(
        "ae_steps_in", "ae_step_in", 7, "ae_proposal",
        "The article: 「2月3日, AliExpress Steps In」 is the day of the intervention",
        "2019-2022", "several sources",
    ),
    Stage(
        "ae_proposal", "accept_decline", 3, "refund_processing",
        "The article: about three days after a proposal the judgement is final",
        "2019-2022", "one source",
    ),
    Stage(
        "negotiation_finished", "negotiation_end", 7, "refund_processing",
        "The article: Negotiation Finished, Estimated Time; cases often close earlier",
        "2019-2022", "one source",
    ),
    Stage(
        "return_goods", "return_ship", 10, "seller_receives_return",
        "AliExpress's help: 10 days to send it back and enter the tracking number",
        "2020-2024", "several sources",
    ),
    Stage(
        "seller_receives_return", "seller_receive", 30, "refund_processing",
        "Common knowledge among buyers; no page found that says it",
        "unknown", "our inference",
    ),
    Stage(
        "refund_processing", "refund_arrival", 20, "closed",
        "AliExpress's help: 3 to 20 business days, newer pages 1 to 10",
        "2018-2024", "sources disagree", business=True,
    ),
    Stage(
        "appeal", "appeal", 7, "closed",
        "Seller-side rule: within 7 days of the end and once only; for buyers inferred",
        "2015-2022", "our inference",
    ),
    Stage("closed", None, 0, None, "A judged case is not opened again", "2020-2024",
          "several sources"),
    Stage(
        "external", "paypal_open", 180, None,
        "PayPal's help for Japan: 180 days from the payment",
        "2021", "several sources",
    ),
)  # fmt: skip
STAGES = {stage.key: stage for stage in _ROWS}

TIMERS: dict[str, tuple[int, bool]] = {
    "appeal_result": (5, True),
    "paypal_escalate": (20, False),
    "card_chargeback": (120, False),
    "support_reply": (3, False),
}
"""Clocks that no stage begins with: days, and whether business days are meant.

AliExpress's closed case page (「wait for 2-5 working days」), PayPal's help (20 days to escalate),
card networks' rules (120 days), and our own three days for the help centre.
"""

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


def clock_of(kind: str) -> Clock:
    """The usual length of a kind; three days for one that has none."""
    if kind in TIMERS:
        return Clock(kind, *TIMERS[kind])
    for stage in STAGES.values():
        if stage.kind == kind:
            return Clock(kind, stage.days, stage.business)
    return Clock(kind, 3)


def next_clock(stage: str | None) -> Clock | None:
    """The clock that usually begins when this stage's own ran out; None after the last one."""
    row = STAGES.get(stage or "")
    following = STAGES.get(row.next) if row and row.next else None
    if following is None or following.kind is None:
        return None
    return Clock(following.kind, following.days, following.business)


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
    while row.kind is not None:
        clock = Clock(row.kind, row.days, row.business)
        at = clock.after(base, zone)
        if now is None or at > now:
            return row.kind, at, "date"
        # AliExpress's intervention counts from the opening like the seller's answer does.
        base = base if row.key == "seller_response" else at
        if row.next is None:
            break
        row = STAGES[row.next]
    kind = row.kind or "unknown"
    return kind, Clock(kind, 3).after(now or opened_at, zone), "date"
