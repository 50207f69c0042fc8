"""1時間後, 明日の朝, 夜9時に: a warning is put off; that moment stays, quiet hours or not."""

from datetime import UTC, datetime, time, timedelta

from handlers.buttons import Payload, Verb, pack
from handlers.casework.policy import SNOOZE
from handlers.casework.quiet import at_wall
from handlers.gone import gone
from handlers.outcome import outcome_buttons
from handlers.picking import picker
from handlers.reading.model import ReadDeadline
from handlers.reading.zones import zone_of
from handlers.replies import Button, Card, Press, Reply, Row, Text
from handlers.turn import Turn
from handlers.wording import date_words, deadline_instant, deadline_left, kind_words, title_of
from storage import deadlines, disputes, outbox
from storage.disputes import RUNNING
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus

HOUR = "1h"
MORNING = "am"
THEN = "then"
"""Another moment, told in words; no button has it."""
ASK = "ask"
"""まだ, said to the question after the date on the screen: it is put again the next morning."""
MORNING_AT = time(8)
NIGHT_ENDS = time(4)
"""Before this hour 明日の朝 is said of the morning that comes."""
_TOO_LATE = {HOUR: "hour", MORNING: "morning", THEN: "then"}
SAME = timedelta(minutes=5)
"""Two presses within this time mean one reminder."""


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """Put a deadline's warning off by an hour or to the next morning at 08:00."""
    clock = payload.id and await deadlines.get(turn.tx, turn.owner.id, payload.id)
    case = clock and await disputes.get(turn.tx, turn.owner.id, clock.dispute_id)
    if not clock or not case or payload.argument not in (HOUR, MORNING, ASK):
        return await gone(turn)
    if case.status.value not in RUNNING or clock.status is not DeadlineStatus.ACTIVE:
        return _not_any_more(turn, case)
    if clock.at <= turn.now and payload.argument != ASK:
        return _passed(turn, case, clock)
    moment = put_off_to(payload.argument, turn.now, turn.owner.zone)
    return await _put_off(turn, case, clock, moment, payload.argument)


async def until(turn: Turn, case: Dispute, clock: Deadline, moment: datetime) -> Reply:
    """Put a deadline's warning off to a moment that was told: 「30分後に」, 「夜9時にまた」."""
    if clock.at <= turn.now:
        return _passed(turn, case, clock)
    return await _put_off(turn, case, clock, moment, THEN)


def told_moment(told: ReadDeadline | None, zone: str) -> datetime | None:
    """The moment of 「夜9時に」; of a mere day (「来週また」) its morning at 08:00."""
    if told is None or told.precision == "datetime":
        return told and told.at
    there = zone_of(zone)
    return at_wall(told.at.astimezone(there).date(), MORNING_AT, there)


async def _put_off(
    turn: Turn, case: Dispute, clock: Deadline, moment: datetime, argument: str
) -> Reply:
    if moment >= clock.at and argument != ASK:
        return _too_late(turn, case, clock, argument)
    await _plan_once(turn, clock, moment, argument)
    when = date_words(turn.say, moment, "datetime", turn.owner.zone, turn.now)
    words = turn.say("snooze-done", when=when, title=title_of(turn.say, case))
    buttons = (_todo(turn, case),)
    return Reply((Text(words, buttons),), toast=turn.say("snooze-toast", when=when))


def put_off_to(argument: str, now: datetime, zone: str) -> datetime:
    """The moment (UTC) that a choice means: an hour on, or the next morning at 08:00 there."""
    if argument == HOUR:
        return now + timedelta(hours=1)
    there = zone_of(zone)
    here = now.astimezone(there)
    days = 0 if here.time() < NIGHT_ENDS else 1
    return at_wall(here.date() + timedelta(days=days), MORNING_AT, there)


async def _plan_once(turn: Turn, clock: Deadline, moment: datetime, argument: str) -> None:
    for row in await outbox.warnings_of(turn.tx, clock.id):
        if row.offset.startswith(SNOOZE) and abs(row.due_at - moment) < SAME:
            return
    minutes = int(moment.astimezone(UTC).timestamp()) // 60
    more = {"ask": "date"} if argument == ASK else {}
    offset = f"{SNOOZE}{minutes}"
    await outbox.plan_warning(turn.tx, turn.chat.id, clock, offset, moment, turn.now, **more)


def _not_any_more(turn: Turn, case: Dispute) -> Reply:
    words = turn.say("snooze-over", title=title_of(turn.say, case))
    card = Press(turn.say("notice-see-case"), pack(Verb.CARD, case.id))
    return Reply((Text(words, (card,)),), toast=turn.say("snooze-over-toast"))


def _passed(turn: Turn, case: Dispute, clock: Deadline) -> Reply:
    card = Card(
        title_of(turn.say, case),
        rows=_rows(turn, clock),
        notes=(turn.say("snooze-passed"),),
        buttons=outcome_buttons(turn.say, case.id),
        tone="question",
    )
    return Reply((card,))


def _too_late(turn: Turn, case: Dispute, clock: Deadline, argument: str) -> Reply:
    hour_is_left = argument != HOUR and put_off_to(HOUR, turn.now, "UTC") < clock.at
    buttons: list[Button] = [_todo(turn, case)]
    if hour_is_left:
        snooze = pack(Verb.SNOOZE, clock.id, HOUR)
        buttons.append(Press(turn.say("notice-snooze-hour"), snooze))
    change = pack(Verb.CHANGE_DEADLINE, clock.id)
    buttons.append(picker(turn, turn.say("notice-change-date"), change, clock))
    note = turn.say(f"snooze-too-late-{_TOO_LATE[argument]}")
    card = Card(
        title_of(turn.say, case), _rows(turn, clock), (note,), tuple(buttons), tone="warning"
    )
    return Reply((card,))


def _rows(turn: Turn, clock: Deadline) -> tuple[Row, ...]:
    say, zone, now = turn.say, turn.owner.zone, turn.now
    return (
        Row(kind_words(say, clock.kind), deadline_instant(say, clock, zone, now)),
        Row(say("notice-left"), deadline_left(say, clock, zone, now)),
    )


def _todo(turn: Turn, case: Dispute) -> Press:
    return Press(turn.say("notice-todo"), pack(Verb.TODO, case.id), "primary")
