"""The lines of a card: what is known of a case, its clocks, and what was assumed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.casework import stages
from handlers.casework.known import base_amount
from handlers.casework.policy import is_warning
from handlers.replies import Row
from handlers.turn import Turn
from handlers.wording import (
    date_words,
    day_words,
    deadline_instant,
    deadline_left,
    demand_words,
    kind_words,
    money_words,
    reason_words,
    short_words,
    with_share,
)
from locales.catalogue import Words
from storage import deadlines, outbox
from storage.records import Deadline, Dispute, Money
from storage.states import DeadlineStatus, DisputeStatus

MEASURED = frozenset({"offered_by_seller", "offered_by_ae", "judged", "refunded"})
"""Roles of sums that are shown with their share of what was paid."""
COMING = 2
"""So many of the clocks to come are shown."""
PACIFIC = "America/Los_Angeles"


def facts(turn: Turn, dispute: Dispute, *, without: frozenset[str] = frozenset()) -> list[Row]:
    """Reason, demand, amounts and numbers of a case, as far as they are known.

    `without`: roles of sums that the card shows elsewhere.
    """
    say = turn.say
    rows = []
    if dispute.reason:
        rows.append(Row(say("card-reason"), reason_words(say, dispute.reason)))
    if dispute.demand:
        rows.append(Row(say("card-demand"), demand_words(say, dispute.demand)))
    rows += [
        Row(say(f"amount-{money.role.replace('_', '-')}"), _sum(say, dispute, money))
        for money in dispute.amounts
        if money.role not in without
    ]
    if dispute.order_ids:
        rows.append(Row(say("card-order"), "\n".join(dispute.order_ids)))
    if dispute.tracking:
        rows.append(Row(say("card-tracking"), "\n".join(dispute.tracking)))
    return rows


def _sum(say: Words, dispute: Dispute, money: Money) -> str:
    """What was offered, judged or paid back is measured by what was paid."""
    base = base_amount(dispute)
    if money.role in MEASURED and base is not None and base.role != money.role:
        return with_share(say, money, base)
    return money_words(say, money)


def clock_rows(turn: Turn, clocks: list[Deadline], *, left: bool = True) -> list[Row]:
    """Each deadline with its weekday, and the time left until it."""
    say = turn.say
    rows = []
    for clock in clocks:
        label = kind_words(say, clock.kind)
        if clock.provisional:
            label = say("card-provisional", kind=label)
        rows.append(Row(label, deadline_instant(say, clock, turn.owner.zone, turn.now)))
        if left:
            remaining = deadline_left(say, clock, turn.owner.zone, turn.now)
            rows.append(Row(say("card-left"), remaining))
    return rows


def coming_rows(turn: Turn, dispute: Dispute, clocks: list[Deadline]) -> list[Row]:
    """What usually follows the clocks that run, as one row of 目安."""
    say, zone = turn.say, turn.owner.zone
    found = stages.coming(dispute.stage, clocks, dispute.opened_at, zone)[:COMING]
    if not found:
        return []
    lines = [
        say("coming-clock", day=day_words(say, at, zone), kind=kind_words(say, kind))
        for kind, at in found
    ]
    return [Row(say("card-coming"), "\n".join(lines))]


def silence_note(turn: Turn, dispute: Dispute, clocks: list[Deadline]) -> list[str]:
    """What doing nothing means in the case's stage, if the stage's own clock is what runs.

    Of a 期限 of no named kind nobody knows what it ends: silence may cost everything then.
    """
    row = stages.STAGES.get(dispute.stage or "")
    if row is None or not any(clock.kind == row.kind for clock in clocks):
        return []
    stage = {"ae_steps_in": "negotiation", "extension": "in_transit"}.get(
        dispute.stage or "", dispute.stage
    )
    id = f"silence-{stage}"
    return [turn.say(id)] if turn.say.has(id) else []


def assumption_notes(turn: Turn, clock: Deadline) -> list[str]:
    """What was assumed in reading a date, in words, and what is doubtful about it."""
    say = turn.say
    here = clock.at.astimezone(ZoneInfo(clock.zone))
    notes = []
    for name in clock.assumptions:
        if name == "two_readings" and any(one["kind"] != clock.kind for one in clock.alternatives):
            name = "several_deadlines"
        if not say.has(f"assumed-{name.replace('_', '-')}"):
            continue
        there = ""
        if name in ("converted_zone", "ae_time_without_zone"):
            there = date_words(say, clock.at, "datetime", PACIFIC, turn.now)
        notes.append(
            say(
                f"assumed-{name.replace('_', '-')}",
                year=str(here.year),
                month=str(here.month),
                time=f"{here.hour}:{here.minute:02d}",
                there=there,
            )
        )
    return notes


async def warning_times(turn: Turn, clocks: list[Deadline]) -> str:
    """When warnings will come up to each deadline: `1/31 9:00, 2/2 20:00`; empty if none will."""
    times: set[datetime] = set()
    for clock in clocks:
        planned = await outbox.warnings_of(turn.tx, clock.id)
        times |= {
            one.due_at for one in planned if one.due_at <= clock.at and is_warning(one.offset)
        }
    return ", ".join(short_words(turn.say, at, turn.owner.zone) for at in sorted(times))


async def live_clocks(turn: Turn, dispute: Dispute) -> list[Deadline]:
    """The deadlines that a case's card shows: proposed ones of a draft, else the active ones."""
    wanted = (
        DeadlineStatus.PROPOSED if dispute.status is DisputeStatus.DRAFT else DeadlineStatus.ACTIVE
    )
    return await deadlines.of_dispute(turn.tx, dispute.id, wanted)


async def warning_note(turn: Turn, clocks: list[Deadline]) -> list[str]:
    """The line that tells when warnings will come; none if none will.

    A line of its own and not a row: it is read as one sentence on every platform.
    """
    times = await warning_times(turn, clocks)
    return [turn.say("card-warnings", times=times)] if times else []
