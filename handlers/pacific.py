"""「日本時間だと何時ですか?」: in which zone AliExpress' dates are, and those that a message names.

AliExpress' pages show Pacific time where they say PST or PDT, and often where they say nothing.
"""

from zoneinfo import ZoneInfo

from handlers import menu
from handlers.card_rows import PACIFIC
from handlers.howto import date_offered, kept
from handlers.reading.model import ReadDeadline, Reading
from handlers.replies import Reply
from handlers.settings_words import zone_words
from handlers.turn import Turn
from handlers.which import meant
from handlers.wording import date_words, day_words
from storage import deadlines


async def answer(turn: Turn, reading: Reading, text: str) -> Reply:
    """The date that a message asks about in both zones; without one the nearest deadline."""
    found = reading.deadline
    if found is not None and (found.counted or "from_base" in found.assumptions):
        found = None  # a countdown tells the same moment everywhere
    say = turn.say
    words = await _in_general(turn) if found is None else _told(turn, found)
    shown = menu.plain(words, menu.next_clock(say), menu.cases(say))
    if found is None or found.at < turn.now:
        return shown
    cases = await meant(turn, text, reading.order_ids)
    if len(cases) == 1:
        return Reply((*shown.nodes, date_offered(turn, cases[0], found)))
    if not cases and (reading.order_ids or reading.reason):
        # A page with the question below it: what it tells is kept, as of any other question.
        _, card = await kept(turn, reading, text)
        return Reply((*shown.nodes, card))
    return shown


async def _in_general(turn: Turn) -> str:
    say = turn.say
    for clock in await deadlines.active(turn.tx, turn.owner.id):
        if clock.at > turn.now:
            here = date_words(say, clock.at, clock.precision, turn.owner.zone, turn.now)
            there = date_words(say, clock.at, "datetime", PACIFIC, turn.now)
            return f"{say('zone-answer')}\n\n{say('zone-example', here=here, there=there)}"
    return say("zone-answer")


def _told(turn: Turn, found: ReadDeadline) -> str:
    """In the owner's zone what was told in Pacific time, or what would be if it was."""
    say, zone, now = turn.say, turn.owner.zone, turn.now
    whose = zone_words(say, zone, now)
    if "converted_zone" in found.assumptions:
        here = date_words(say, found.at, "datetime", zone, now)
        there = date_words(say, found.at, "datetime", PACIFIC, now)
        return say("zone-told", zone=whose, here=here, there=there)
    there_at = found.at.astimezone(ZoneInfo(zone)).replace(tzinfo=ZoneInfo(PACIFIC))
    until = date_words(say, there_at, "datetime", zone, now)
    if found.precision == "date":
        begin = date_words(say, there_at.replace(hour=0, minute=0), "datetime", zone, now)
        day = day_words(say, there_at, PACIFIC)
        words = say("zone-if-day", zone=whose, day=day, begin=begin, end=until)
    else:
        there = date_words(say, there_at, "datetime", PACIFIC, now)
        words = say("zone-if-hour", zone=whose, here=until, there=there)
    return f"{words}\n\n{say('zone-answer')}"
