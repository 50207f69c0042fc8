"""It was asked which case a message is about, and a case was chosen: it gets all that was told."""

from handlers import deadline, kept_news, stage
from handlers.asking_date import LIVE
from handlers.buttons import Payload
from handlers.draft import new_date
from handlers.picking import date_payload
from handlers.reading.model import Reading
from handlers.replies import Reply
from handlers.turn import Turn
from storage import disputes
from storage.records import Dispute


async def put(turn: Turn, payload: Payload) -> Reply:
    """A date's case: the date as it was told, with the news beside it while they are kept."""
    case = await _live(turn, payload)
    news = await kept_news.take(turn) if case else None
    if case and news and news.deadline and _is_that_date(case, news, payload):
        return await stage.told(turn, news, [case])
    return await deadline.put(turn, payload)


def _is_that_date(case: Dispute, news: Reading, payload: Payload) -> bool:
    assert news.deadline is not None
    told = date_payload(case, new_date(news.deadline))
    return told.endswith(f"~{payload.argument}")


async def set_stage(turn: Turn, payload: Payload) -> Reply:
    """The case of other news."""
    case = await _live(turn, payload)
    news = await kept_news.take(turn) if case else None
    if case and news and (news.stage or "") == payload.argument:
        return await stage.told(turn, news, [case])
    return await stage.set_stage(turn, payload)


async def _live(turn: Turn, payload: Payload) -> Dispute | None:
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    return case if case is not None and case.status in LIVE else None
