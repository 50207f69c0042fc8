"""What a warning says when its time has come: one truthful message a chat.

Written at the moment of sending, so that the time left is true however late it goes out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers import evidence_notice, look_notice
from handlers.buttons import Verb, pack
from handlers.casework.evidence_needed import Needed
from handlers.casework.policy import ASK_DATE, GOOD_NEWS, is_look, is_question
from handlers.ceilings import FAR
from handlers.outcome import OTHER, outcome_buttons
from handlers.replies import Button, Card, PickDate, Press, Reply, Row, Text
from handlers.snooze import ASK, HOUR, MORNING
from handlers.wording import (
    date_words,
    deadline_instant,
    deadline_left,
    kind_words,
    title_of,
    where_words,
)
from locales.catalogue import Words
from storage import deadlines, disputes
from storage.disputes import RUNNING
from storage.message_records import Planned
from storage.owner_records import Chat, Owner
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus

LATE = timedelta(minutes=5)
"""Later than this, a notice says that it is late."""
BEGINNINGS = frozenset({"open_from", "snooze"})
"""Kinds whose moment is no end: nothing is lost when it has passed."""
NOON = time(12)


@dataclass(frozen=True, slots=True)
class _Due:
    """A deadline with its rows that are due, in one chat's language and zone."""

    say: Words
    owner: Owner
    now: datetime
    case: Dispute
    clock: Deadline
    rows: tuple[Planned, ...]
    evidence: Needed | None = None
    """Where evidence counts for this deadline and the case has a list of its own."""
    looks: bool = False
    """Whether the screen is asked about with it; without rows nothing else is said."""

    @property
    def passed(self) -> bool:
        return self.clock.at <= self.now

    @property
    def asks_date(self) -> bool:
        """Whether it is the question after the date on the screen, for a 目安 of our own."""
        return self.clock.provisional and any(
            row.offset == ASK_DATE or row.content.get("ask") == "date" for row in self.rows
        )

    @property
    def late_since(self) -> datetime | None:
        """When the first of them should have come, if that is more than five minutes ago."""
        first = min(row.due_at for row in self.rows)
        return first if self.now - first > LATE else None


async def compose(
    tx: AsyncConnection,
    rows: Sequence[Planned],
    owner: Owner,
    chat: Chat,
    now: datetime,
    say: Words,
) -> Reply | None:
    """One message for all warnings of a chat that are due; None if none of them holds any more.

    Rows of a deadline that was changed, is over, or whose case is closed are left out. The nearest
    deadline comes first, each with a card and buttons of its own.
    """
    wanted = [row for row in rows if row.chat_id == chat.id and row.deadline_id is not None]
    clocks = await deadlines.many(tx, [row.deadline_id for row in wanted if row.deadline_id])
    found: list[_Due] = []
    for clock in sorted(clocks.values(), key=lambda one: (one.at, one.id)):
        mine = tuple(row for row in wanted if _still_holds(row, clock))
        case = await disputes.get(tx, owner.id, clock.dispute_id) if mine else None
        if case is None or case.status.value not in RUNNING:
            continue
        looks = await look_notice.holds(tx, mine, owner, chat, case, clock, now)
        warnings = tuple(row for row in mine if not is_look(row.offset))
        if warnings or looks:
            asked = await evidence_notice.asked(tx, case, clock)
            found.append(_Due(say, owner, now, case, clock, warnings, asked, looks))
    if not found:
        return None
    cards = tuple(_card(due) for due in found)
    if len(cards) == 1:
        return Reply(cards)
    several = "notice-several" if any(due.rows for due in found) else "look-several"
    return Reply((Text(say(several, count=str(len(cards)))), *cards))


async def is_only_good(tx: AsyncConnection, rows: Sequence[Planned]) -> bool:
    """Whether all of these are about good news: nothing is lost by hearing of them later."""
    clocks = await deadlines.many(tx, [row.deadline_id for row in rows if row.deadline_id])
    kinds = {clock.kind for clock in clocks.values()}
    return bool(kinds) and kinds <= GOOD_NEWS and all(row.deadline_id for row in rows)


def _still_holds(row: Planned, clock: Deadline) -> bool:
    return (
        row.deadline_id == clock.id
        and row.deadline_version == clock.version
        and clock.status is DeadlineStatus.ACTIVE
    )


def _card(due: _Due) -> Card:
    if not due.rows:
        return look_notice.alone(due.say, due.case, _rows(due))
    if due.asks_date and not due.passed:
        return _ask_date(due)
    asked = any(is_question(row.offset) for row in due.rows)
    if asked or (due.passed and due.clock.kind not in BEGINNINGS):
        return _how_did_it_go(due)
    card = _warning(due)
    return look_notice.beside(due.say, card, due.case) if due.looks else card


def _warning(due: _Due) -> Card:
    say, kind = due.say, due.clock.kind
    known = kind if say.has(f"do-{kind}") else "unknown"
    notes = [*_lateness(due), say(f"do-{known}"), *_hurry(due), *_provisional(due)]
    return Card(
        say("notice-title", title=title_of(say, due.case), kind=kind_words(say, kind)),
        rows=(*_rows(due), *evidence_notice.rows(say, due.evidence)),
        notes=tuple(notes),
        buttons=(*warning_buttons(due), *evidence_notice.buttons(say, due.case, due.evidence)),
        tone="warning",
    )


def warning_buttons(due: _Due) -> tuple[Button, ...]:
    """やること・日付変更・終わった・1時間後・明日の朝."""
    say, case, clock = due.say, due.case, due.clock
    return (
        Press(say("notice-todo"), pack(Verb.TODO, case.id), "primary"),
        _picker(due, say("notice-change-date")),
        Press(say("notice-finished"), pack(Verb.CLOSE, case.id)),
        Press(say("notice-snooze-hour"), pack(Verb.SNOOZE, clock.id, HOUR)),
        Press(say("notice-snooze-morning"), pack(Verb.SNOOZE, clock.id, MORNING)),
    )


def _how_did_it_go(due: _Due) -> Card:
    say, kind = due.say, due.clock.kind
    known = kind if say.has(f"asked-{kind}") else "unknown"
    notes = [*_lateness(due), say(f"asked-{known}"), *_provisional(due)]
    return Card(
        say("notice-how-did-it-go", title=title_of(say, due.case)),
        rows=_rows(due),
        notes=tuple(notes),
        buttons=_answers(due),
        tone="question",
    )


def _answers(due: _Due) -> tuple[Button, ...]:
    """The outcomes of a dispute; of an order merely watched, whether one was opened."""
    say, case = due.say, due.case
    if case.status is not DisputeStatus.WATCHING:
        return outcome_buttons(say, case.id)
    return (
        Press(say("notice-opened"), pack(Verb.OPEN_DISPUTE, case.id), "primary"),
        Press(say("notice-solved"), pack(Verb.OUTCOME, case.id, OTHER)),
        Press(say("notice-todo"), pack(Verb.TODO, case.id)),
        _picker(due, say("notice-change-date")),
    )


def _ask_date(due: _Due) -> Card:
    say = due.say
    return Card(
        say("notice-ask-date", title=title_of(say, due.case)),
        rows=_rows(due),
        notes=(*_lateness(due), say("notice-provisional"), where_words(say, due.clock.kind)),
        buttons=(
            _picker(due, say("notice-enter-date")),
            Press(say("notice-not-yet"), pack(Verb.SNOOZE, due.clock.id, ASK)),
            Press(say("notice-todo"), pack(Verb.TODO, due.case.id)),
        ),
        tone="question",
    )


def _rows(due: _Due) -> tuple[Row, ...]:
    say, clock, zone, now = due.say, due.clock, due.owner.zone, due.now
    when = Row(kind_words(say, clock.kind), deadline_instant(say, clock, zone, now))
    if due.passed and clock.kind in BEGINNINGS:
        return (when,)
    return (when, Row(say("notice-left"), deadline_left(say, clock, zone, now)))


def _lateness(due: _Due) -> list[str]:
    if due.late_since is None:
        return []
    when = date_words(due.say, due.late_since, "datetime", due.owner.zone, due.now)
    return [due.say("notice-late", when=when)]


def _provisional(due: _Due) -> list[str]:
    return [due.say("notice-provisional")] if due.clock.provisional else []


def _hurry(due: _Due) -> list[str]:
    """On the day itself, where only a day is known: AliExpress may mean an earlier hour."""
    if due.clock.precision != "date":
        return []
    here = due.now.astimezone(ZoneInfo(due.clock.zone))
    if here.date() != due.clock.at.astimezone(ZoneInfo(due.clock.zone)).date():
        return []
    return [due.say("notice-this-morning" if here.time() < NOON else "notice-right-now")]


def _picker(due: _Due, label: str) -> PickDate:
    here = due.now.astimezone(ZoneInfo(due.owner.zone)).replace(tzinfo=None)
    start = due.clock.at.astimezone(ZoneInfo(due.owner.zone)).replace(tzinfo=None)
    today = datetime.combine(here.date(), time())
    latest = max(start, today + FAR)
    start = max(start, datetime.combine(here.date(), time(23, 59)))
    return PickDate(
        label,
        pack(Verb.CHANGE_DEADLINE, due.clock.id),
        initial=f"{start:%Y-%m-%dT%H:%M}",
        earliest=f"{today:%Y-%m-%dT%H:%M}",
        latest=f"{latest:%Y-%m-%dT%H:%M}",
    )
