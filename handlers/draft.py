"""Drafts: what was understood from messages, kept until it is confirmed or dropped."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from handlers.casework import playbooks
from handlers.ceilings import DRAFT_AGE, SOURCE_TEXT
from handlers.picking import NewDate
from handlers.reading.model import Amount, ReadDeadline, Reading
from handlers.reading.read import read
from handlers.turn import Turn
from storage import deadlines, disputes
from storage.records import Deadline, Dispute, Money
from storage.states import DeadlineStatus, DisputeStatus


async def open_draft(turn: Turn) -> Dispute | None:
    """The card still to be confirmed that further sentences belong to."""
    for draft in await disputes.drafts(turn.tx, turn.owner.id):
        return draft if turn.now - draft.created_at < DRAFT_AGE else None
    return None


async def clocks_of(turn: Turn, draft: Dispute) -> list[Deadline]:
    """The deadlines proposed on a draft's card."""
    return await deadlines.of_dispute(turn.tx, draft.id, DeadlineStatus.PROPOSED)


def says_something(reading: Reading) -> bool:
    """Whether a message holds anything that a card can show."""
    return bool(
        reading.reason
        or reading.demand
        or reading.amounts
        or reading.order_ids
        or reading.tracking
        or reading.deadline
        or "impossible_date" in reading.doubts
    )


async def begin(
    turn: Turn, reading: Reading | None = None, text: str = "", message: str | None = None
) -> Dispute:
    """Open a draft with what a message says; an empty one for a registration step by step."""
    fields = _fields(reading, (), {}) if reading else {}
    draft = await disputes.add(
        turn.tx,
        turn.owner.id,
        turn.now,
        status=DisputeStatus.DRAFT,
        source_text=text[:SOURCE_TEXT],
        message=message,
        **fields,
    )
    if reading and reading.deadline:
        await _propose(turn, draft, reading.deadline)
    return draft


_COURSE = ("stage", "playbook")


async def merge(
    turn: Turn, draft: Dispute, reading: Reading, text: str = "", message: str | None = None
) -> Dispute:
    """Put what a further message says onto an open draft; what is said anew replaces the old.

    Only the first message's words are kept: taken back, it can be forgotten as a whole.
    """
    amounts = tuple(
        amount._replace(role="claimed") if amount.role == "unknown" else amount
        for amount in reading.amounts
    )
    fields = _fields(reading._replace(amounts=amounts), draft.amounts, draft.answers)
    if reading.intent == "set_external_deadline" and await clocks_of(turn, draft):
        # The card company's day lies beside the case, which is no further on for it.
        fields = {name: value for name, value in fields.items() if name not in _COURSE}
    if text and not draft.source_text:
        fields |= {"source_text": text[:SOURCE_TEXT], "message": message}
    draft = await disputes.change(turn.tx, draft.id, **fields) if fields else draft
    if reading.deadline:
        await _propose(turn, draft, reading.deadline)
    return draft


def _fields(
    reading: Reading, amounts: Iterable[Money], answers: Mapping[str, str]
) -> dict[str, Any]:
    fields: dict[str, Any] = {
        name: value
        for name in ("reason", "demand", "stage", "playbook", "order_ids", "tracking")
        if (value := getattr(reading, name))
    }
    if (found := playbooks.load().get(fields.get("playbook", ""))) and found.aside:
        # It helps on the way, and is no answer to what the case itself needs.
        del fields["playbook"]
    if reading.told:
        fields["answers"] = {**answers, **dict(reading.told)}
    if reading.amounts:
        fields["amounts"] = merged_amounts(amounts, reading.amounts)
    return fields


def merged_amounts(old: Iterable[Money], new: Iterable[Amount]) -> tuple[Money, ...]:
    """Sums by their roles; a new one takes the place of the old one of its role."""
    by_role = {money.role: money for money in old}
    for amount in new:
        try:
            by_role[amount.role] = Money(Decimal(amount.value), amount.currency, amount.role)
        except InvalidOperation:
            continue
    if "claimed" in by_role:
        by_role.pop("unknown", None)
    return tuple(by_role.values())


def new_date(found: ReadDeadline) -> NewDate:
    """A deadline as it was read, in UTC."""
    doubts = [doubt for doubt in found.doubts if doubt not in found.assumptions]
    return NewDate(
        found.at.astimezone(UTC),
        found.precision,
        found.kind,
        found.source_text[:SOURCE_TEXT],
        (*found.assumptions, *doubts),
    )


def alternative_as_json(found: ReadDeadline) -> dict[str, Any]:
    """Another reading of a deadline, as it lies beside the best one."""
    return {
        "at": found.at.astimezone(UTC).isoformat(),
        "precision": found.precision,
        "kind": found.kind,
        "source_text": found.source_text[:SOURCE_TEXT],
    }


def alternative_from_json(kept: dict[str, Any]) -> NewDate:
    """Read an alternative back."""
    return NewDate(
        datetime.fromisoformat(kept["at"]), kept["precision"], kept["kind"], kept["source_text"]
    )


def completed(turn: Turn, found: ReadDeadline, clock: Deadline) -> ReadDeadline:
    """An hour alone (「18時です」, 「18時じゃなくて20時」) is of the day that is shown already."""
    another = clock.precision == "datetime" and found.kind not in ("unknown", clock.kind)
    if not found.hour_only or another:
        return found
    day = clock.at.astimezone(ZoneInfo(clock.zone)).date()
    # Read together, for 24時 and 深夜0時 are of the next day.
    whole = read(f"{day.year}年{day.month}月{day.day}日の{found.source_text}", turn.now, clock.zone)
    if whole.deadline is None:
        return found
    return found._replace(
        at=whole.deadline.at,
        kind=clock.kind,
        assumptions=tuple(one for one in clock.assumptions if one in _OF_THE_DAY),
        alternatives=(),
        doubts=(),
    )


_OF_THE_DAY = ("no_year", "next_month", "business_days", "from_base")
"""What was assumed of a day, and still holds when only its hour changes."""


async def _propose(turn: Turn, draft: Dispute, found: ReadDeadline) -> None:
    clocks = await clocks_of(turn, draft)
    if clocks:
        found = completed(turn, found, clocks[0])
    alternatives = tuple(alternative_as_json(other) for other in found.alternatives)
    await propose(turn, draft, new_date(found), alternatives)


async def propose(
    turn: Turn, draft: Dispute, date: NewDate, alternatives: tuple[dict[str, Any], ...] = ()
) -> Deadline:
    """Put a deadline on a draft's card, in place of the one it corrects.

    One of another kind stands beside those that are there. Each is a new row, so that a button
    made for an earlier reading is known to be out of date.
    """
    kind = date.kind
    for clock in await clocks_of(turn, draft):
        if kind in ("unknown", clock.kind) or clock.kind == "unknown":
            await deadlines.change(turn.tx, clock.id, status=DeadlineStatus.REPLACED)
            kind = clock.kind if kind == "unknown" else kind
    return await deadlines.add(
        turn.tx,
        owner_id=turn.owner.id,
        dispute_id=draft.id,
        kind=kind,
        at=date.at,
        precision=date.precision,
        zone=turn.owner.zone,
        now=turn.now,
        status=DeadlineStatus.PROPOSED,
        source_text=date.source_text,
        assumptions=date.assumptions,
        alternatives=alternatives,
    )
