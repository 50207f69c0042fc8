"""今日の画面は変わりましたか?: written at the moment of sending, into the day's warning if it can.

A question that does not hold any more by then is left out: the day it was meant for is over, it was
put already, something else is asked that day, or the case has moved on.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from msgspec import structs
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers import look_buttons
from handlers.casework.look_in import carrier, days_before
from handlers.casework.planner import look_name
from handlers.casework.policy import is_look, is_question
from handlers.casework.quiet import Quiet, at_wall
from handlers.reading.zones import zone_of
from handlers.replies import Card, Row
from handlers.wording import title_of
from locales.catalogue import Words
from storage import deadlines, warnings
from storage.message_records import Planned
from storage.owner_records import Chat, Owner
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, OutboxState


async def holds(
    tx: AsyncConnection,
    rows: Sequence[Planned],
    owner: Owner,
    chat: Chat,
    case: Dispute,
    clock: Deadline,
    now: datetime,
) -> bool:
    """Whether one of a deadline's due rows asks after the screen today, and still should."""
    zone = zone_of(owner.zone)
    today = now.astimezone(zone).date()
    if not any(row.offset == look_name(today) for row in rows) or clock.at <= now:
        return False
    days = days_before(case, chat.platform, clock.kind)
    if days is None or today < clock.at.astimezone(zone).date() - timedelta(days=days):
        return False
    alone = all(is_look(row.offset) for row in rows)
    if alone and Quiet(owner.quiet_from, owner.quiet_until, zone).window(now):
        return False
    active = await deadlines.of_dispute(tx, case.id, DeadlineStatus.ACTIVE)
    nearest = carrier(case, active, now)
    if nearest is None or nearest.id != clock.id:
        return False
    begin = at_wall(today, time(), zone)
    end = at_wall(today + timedelta(days=1), time(), zone)
    mine = {row.id for row in rows}
    others = [row for row in await warnings.between(tx, case.id, begin, end) if row.id not in mine]
    return not any(is_question(row.offset) or _was_put(row) for row in others)


def _was_put(row: Planned) -> bool:
    return is_look(row.offset) and row.state is not OutboxState.PLANNED


def beside(say: Words, warning: Card, case: Dispute) -> Card:
    """The day's warning with the question at its end: one message costs one push."""
    return structs.replace(
        warning,
        notes=(*warning.notes, say("look-question")),
        buttons=(*warning.buttons, *look_buttons.answers(say, case.id)),
    )


def alone(say: Words, case: Dispute, rows: tuple[Row, ...]) -> Card:
    """The question on a day without a warning; `rows` tell the deadline and the time left."""
    return Card(
        say("look-title", title=title_of(say, case)),
        rows=rows,
        notes=(say("look-note"),),
        buttons=look_buttons.answers(say, case.id),
        tone="question",
    )
