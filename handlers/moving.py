"""A running case gets a date: a deadline changes, or another one is added, and warnings follow."""

from dataclasses import dataclass

from handlers import menu
from handlers.buttons import Verb, pack
from handlers.calendar_link import calendar_link
from handlers.card import todo
from handlers.card_rows import clock_rows, warning_note
from handlers.casework import schedule, stages
from handlers.picking import NewDate
from handlers.replies import Button, Card, Press, Reply, Row
from handlers.turn import Turn
from handlers.which import named
from handlers.wording import deadline_words
from storage import changes, deadlines
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus

APART = frozenset(
    {"protection_end", "open_from", "open_until", "paypal_open", "paypal_escalate",
     "card_chargeback", "support_reply"}
)  # fmt: skip
"""Clocks that run beside a dispute's own and never take the place of one."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline as it stands now, and as it stood before (None: it is new)."""

    clock: Deadline
    before: Deadline | None


def target(clocks: list[Deadline], kind: str) -> Deadline | None:
    """Which of a case's deadlines a date of this kind corrects; None if it is another one.

    A 目安 of ours gives way to any date; a date of no named kind moves the nearest deadline.
    """
    same = [clock for clock in clocks if clock.kind == kind]
    if same:
        return same[0]
    if kind == "unknown":
        provisional = [clock for clock in clocks if clock.provisional]
        return next(iter(provisional or clocks), None)
    if kind in APART:
        return None
    loose = [clock for clock in clocks if clock.provisional or clock.kind == "unknown"]
    return loose[0] if loose else None


async def active(turn: Turn, dispute: Dispute) -> list[Deadline]:
    """The deadlines that run for a case, the nearest first."""
    return await deadlines.of_dispute(turn.tx, dispute.id, DeadlineStatus.ACTIVE)


async def move(turn: Turn, clock: Deadline, date: NewDate) -> Deadline:
    """Give a deadline another date and plan its warnings anew."""
    moved = await deadlines.change(
        turn.tx,
        clock.id,
        kind=clock.kind if date.kind == "unknown" else date.kind,
        at=date.at,
        precision=date.precision,
        zone=turn.owner.zone,
        source_text=date.source_text,
        assumptions=date.assumptions,
        alternatives=(),
        provisional=False,
        status=DeadlineStatus.ACTIVE,
    )
    await schedule.replan(turn.tx, turn.owner, turn.chat.id, moved, turn.now)
    return moved


async def add(turn: Turn, dispute: Dispute, date: NewDate) -> Deadline:
    """Give a case one more deadline."""
    made = await deadlines.add(
        turn.tx,
        owner_id=turn.owner.id,
        dispute_id=dispute.id,
        kind=date.kind,
        at=date.at,
        precision=date.precision,
        zone=turn.owner.zone,
        now=turn.now,
        status=DeadlineStatus.ACTIVE,
        source_text=date.source_text,
        assumptions=date.assumptions,
    )
    await schedule.replan(turn.tx, turn.owner, turn.chat.id, made, turn.now)
    return made


async def put(turn: Turn, dispute: Dispute, date: NewDate, *, remembered: bool = False) -> Reply:
    """A date for a case, wherever it belongs; remembered, so that it can be undone."""
    clock = target(await active(turn, dispute), date.kind)
    if clock is not None and _same(clock, date):
        return await told(turn, dispute, Moved(clock, clock))
    if not remembered:
        await changes.remember(turn.tx, turn.owner.id, dispute.id, "undo-what-date", turn.now)
    if clock is None:
        return await told(turn, dispute, Moved(await add(turn, dispute, date), None))
    return await told(turn, dispute, Moved(await move(turn, clock, date), clock))


async def put_on(turn: Turn, dispute: Dispute, clock: Deadline, date: NewDate) -> Reply:
    """A date for this very deadline."""
    if _same(clock, date):
        return await told(turn, dispute, Moved(clock, clock))
    await changes.remember(turn.tx, turn.owner.id, dispute.id, "undo-what-date", turn.now)
    return await told(turn, dispute, Moved(await move(turn, clock, date), clock))


async def put_beside(turn: Turn, dispute: Dispute, date: NewDate) -> Reply:
    """One more deadline for a case; the same one told again is not added twice."""
    for clock in await active(turn, dispute):
        if clock.at == date.at and date.kind in ("unknown", clock.kind):
            return await told(turn, dispute, Moved(clock, clock))
    await changes.remember(turn.tx, turn.owner.id, dispute.id, "undo-what-add", turn.now)
    if date.kind == "unknown" and (stage := stages.STAGES.get(dispute.stage or "")):
        taken = {clock.kind for clock in await active(turn, dispute)}
        if stage.kind and stage.kind not in taken:
            date = NewDate(date.at, date.precision, stage.kind, date.source_text, date.assumptions)
    return await told(turn, dispute, Moved(await add(turn, dispute, date), None))


def _same(clock: Deadline, date: NewDate) -> bool:
    return (
        clock.at == date.at
        and clock.precision == date.precision
        and not clock.provisional
        and clock.status is DeadlineStatus.ACTIVE
        and date.kind in ("unknown", clock.kind)
    )


async def told(turn: Turn, dispute: Dispute, moved: Moved) -> Reply:
    """Say what became of a deadline: before, now, and when warnings come."""
    say = turn.say
    rows = []
    unchanged = moved.before is not None and moved.before.version == moved.clock.version
    if moved.before is not None and not unchanged:
        old = deadline_words(say, moved.before, turn.owner.zone, turn.now)
        if moved.before.provisional:
            old = say("moved-was-provisional", date=old)
        rows.append(Row(say("moved-before"), old))
    rows += clock_rows(turn, [moved.clock])
    notes = await warning_note(turn, [moved.clock])
    name = named(say, dispute)
    if unchanged:
        title = say("moved-same", title=name)
    else:
        title = say("moved-title" if moved.before else "added-title", title=name)
    buttons: list[Button] = []
    if not unchanged:
        buttons += await undo_button(turn, dispute)
    buttons += [calendar_link(say, dispute, moved.clock), todo(say, dispute), menu.cases(say)]
    return Reply(
        (Card(title, tuple(rows), tuple(notes), tuple(buttons), tone="done"),),
        replaces_pressed=True,
        toast=say("moved-toast"),
    )


async def undo_button(turn: Turn, dispute: Dispute) -> list[Press]:
    """元に戻す, if the last change of all was one of this case."""
    change = await changes.last(turn.tx, turn.owner.id)
    if change is None or change.dispute_id != dispute.id:
        return []
    return [Press(turn.say("button-undo"), pack(Verb.UNDO, change.id))]
