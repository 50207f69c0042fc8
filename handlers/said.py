"""A message about a case: to the open card, to a running case, or onto a new card."""

import re

from handlers import checklist, deadline, guide, menu, outcome, register, snooze, stage
from handlers.asking_date import LIVE, WAITING_FOR_DATE, wait_for_date
from handlers.buttons import Payload, Verb, pack
from handlers.casework.playbooks import BEFORE
from handlers.date_picked import picked_beside
from handlers.draft import open_draft, says_something
from handlers.moving import active
from handlers.reading.deadline_kind import of_kind
from handlers.reading.model import Reading
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.waiting import waited_for
from handlers.which import ask, by_order, by_text, meant
from storage import conversations, deadlines, disputes
from storage.records import Dispute
from storage.states import DisputeStatus

_ARRIVED = re.compile(
    r"戻って(?:き|来)|戻りました|返って(?:き|来)|着金(?:し|され|を?確認)|入金(?:され|があ|を?確認)|"
    r"振り込まれ|返金が(?:届|来)|"
    r"refund (?:arrived|received)|money back|got (?:the|my|a full) refund",
    re.IGNORECASE,
)
"""The money is here, not only granted."""


async def onto_open_card(turn: Turn, reading: Reading, text: str) -> Reply | None:
    """Put a message onto the card that is open, if it says something for it; else None."""
    if await open_draft(turn) is None or not says_something(reading):
        return None
    if await by_text(turn, text) is not None:
        return None
    return await register.from_text(turn, reading, text, turn.message)


async def for_waiting_date(turn: Turn, reading: Reading, text: str) -> Reply | None:
    """A date that was asked for a moment ago belongs to the case it was asked for; else None."""
    waiting = await waited_for(turn)
    if waiting is None or waiting.waiting_for != WAITING_FOR_DATE:
        return None
    found = reading.deadline
    if found is None and waiting.data.get("kind") == "open_from":
        found = reading.opens
    case = await disputes.get(turn.tx, turn.owner.id, waiting.dispute_id or 0)
    if found is None or case is None or await by_text(turn, text) is not None:
        return None
    if case.status is DisputeStatus.DRAFT:
        await conversations.stop_waiting(turn.tx, turn.chat.id)
        return await register.from_text(turn, reading, text, turn.message)
    tells = reading.intent in ("register_dispute", "import_paste")
    another = tells and reading.reason not in (None, case.reason)
    if case.status not in LIVE or another:
        return None
    if waiting.data.get("beside"):
        return await deadline.beside(turn, case, found)
    clock = await deadlines.get(turn.tx, turn.owner.id, waiting.deadline_id or 0)
    kind = waiting.data.get("kind") or (clock.kind if clock else "")
    return await deadline.for_case(turn, case, of_kind(found, kind))


async def case(turn: Turn, reading: Reading, text: str) -> Reply:
    """News of a case, or of a new one."""
    one = await by_text(turn, text) or await by_order(turn, reading.order_ids)
    cases = [one] if one else await meant(turn, text, reading.order_ids)
    running = await disputes.running(turn.tx, turn.owner.id)
    if one is None and (not cases or _opens_another(reading, running)):
        return await _first(turn, reading, text)
    return await stage.told(turn, reading, cases)


def _opens_another(reading: Reading, cases: list[Dispute]) -> bool:
    """Whether a message tells of a case beside those that run.

    An order number alone belongs to the only case, if that has none yet.
    """
    if reading.intent not in ("register_dispute", "import_paste"):
        return False
    if len(cases) == 1 and _says_it_again(reading, cases[0]) and not reading.another_case:
        return False
    lacking = len(cases) == 1 and not cases[0].order_ids
    told = reading.reason or (reading.order_ids and not lacking)
    return bool(told or reading.another_case)


# What goes wrong on the way is told by many names.
_ON_THE_WAY = frozenset(
    ["not_received", "customs", "tracking_invalid", "returned_to_sender", "delivered_not_received"]
)


def _says_it_again(reading: Reading, case: Dispute) -> bool:
    """「まだ届きません」, 「通関で止まってる」: the trouble of the only case, and nothing new.

    Of an order that is watched also that its dispute was opened.
    """
    alike = reading.reason == case.reason or {reading.reason, case.reason} <= _ON_THE_WAY
    opened = reading.stage == "seller_response" and case.status is not DisputeStatus.WATCHING
    new = reading.deadline or reading.order_ids or reading.amounts or reading.demand or opened
    return reading.reason is not None and alike and not new


async def _first(turn: Turn, reading: Reading, text: str) -> Reply:
    empty = not says_something(reading)
    draft = await open_draft(turn)
    if empty and reading.playbook not in (None, BEFORE) and draft is None:
        # A trouble without a word about the case: its steps first, registering stands below.
        return await guide.without_case(turn, reading.playbook or "")
    if says_something(reading) or reading.stage or reading.intent == "register_dispute":
        return await register.from_text(turn, reading, text, turn.message)
    if draft is not None:
        # Its card still waits: to say that there is no case would send the buyer back to the start.
        return await register.show_draft(turn, draft)
    say = turn.say
    return menu.plain(say("nothing-runs"), menu.new(say), menu.trouble(say), menu.help_(say))


async def new_date(turn: Turn, reading: Reading, text: str) -> Reply:
    """A date, or a word about 期限, and no news: for the case it belongs to."""
    cases = await meant(turn, text, reading.order_ids)
    if reading.deadline is None:
        if "impossible_date" in reading.doubts or not cases:
            return await _no_date(turn, reading, text)
        if len(cases) == 1:
            return await wait_for_date(turn, cases[0])
        question = turn.say("ask-which-change")
        return ask(turn, question, cases, lambda case: pack(Verb.CARD, case.id))
    if not cases:
        return await register.from_text(turn, reading, text, turn.message)
    return await deadline.told(turn, reading.deadline, cases, reading)


async def change_date(turn: Turn) -> Reply:
    """「期限を変更」, without a date yet."""
    return await new_date(turn, Reading(intent="update_deadline"), "")


async def add_date(turn: Turn) -> Reply:
    """「期限を追加」: one more deadline for the case that is meant."""
    cases = await disputes.running(turn.tx, turn.owner.id)
    say = turn.say
    if not cases:
        return menu.plain(say("nothing-runs"), menu.new(say), menu.help_(say))
    if len(cases) == 1:
        return await picked_beside(turn, Payload(Verb.ADD_DEADLINE, cases[0].id))
    return ask(turn, say("ask-which-add"), cases, lambda case: pack(Verb.ADD_DEADLINE, case.id))


async def _no_date(turn: Turn, reading: Reading, text: str) -> Reply:
    say = turn.say
    cases = await meant(turn, text, reading.order_ids)
    if len(cases) == 1:
        return await wait_for_date(turn, cases[0], words=say("ask-impossible-date"))
    if "impossible_date" in reading.doubts and not cases:
        return await register.from_text(turn, reading, text, turn.message)
    return menu.plain(say("date-not-read"), menu.new(say), menu.cases(say), menu.help_(say))


async def closed(turn: Turn, reading: Reading, text: str) -> Reply:
    """It is over: with an outcome that was told, or asking for it."""
    say = turn.say
    cases = await meant(turn, text, reading.order_ids)
    if not cases:
        return menu.plain(say("close-nothing"), menu.new(say), menu.cases(say))
    if len(cases) > 1:
        if reading.outcome in outcome.ALL_ENDINGS:
            ending = reading.outcome
            which = say("close-which")
            return ask(turn, which, cases, lambda case: pack(Verb.OUTCOME, case.id, ending))
        return ask(turn, say("close-which"), cases, lambda case: pack(Verb.CLOSE, case.id))
    if reading.tapped == "cancel" and not reading.outcome:
        return await outcome.close(turn, cases[0], "withdrawn")
    if reading.outcome in outcome.ALL_ENDINGS:
        arrived = _ARRIVED.search(text) is not None
        return await outcome.close(turn, cases[0], reading.outcome or "", arrived=arrived)
    return await outcome.ask(turn, cases[0])


async def progress(turn: Turn, reading: Reading, text: str) -> Reply:
    """A step that the buyer did: noted, and the checklist shown where it stands."""
    cases = await meant(turn, text, reading.order_ids)
    if len(cases) == 1 and reading.tapped == "accept":
        return await outcome.ask_accepted(turn, cases[0])
    if len(cases) == 1 and not reading.deadline:
        done = await checklist.told_done(turn, cases[0], reading.steps)
        one = await disputes.get(turn.tx, turn.owner.id, cases[0].id)
        if done is not None and one is not None:
            # 「セラーの提案を拒否しました」 also tells that there was one.
            _, news = await stage.told_beside(turn, one, text)
            return Reply((*news, *done.nodes))
    if len(cases) == 1 and not reading.deadline and not reading.stage:
        if reading.playbook:
            return await checklist.begin(turn, cases[0], reading.playbook)
        return await checklist.on_press(turn, Payload(Verb.TODO, cases[0].id))
    return await case(turn, reading, text)


async def todo(turn: Turn) -> Reply:
    """「やること」: the checklist of the latest case."""
    cases = await disputes.running(turn.tx, turn.owner.id)
    say = turn.say
    if not cases:
        return menu.plain(say("nothing-runs"), menu.new(say), menu.trouble(say), menu.help_(say))
    if len(cases) > 1:
        return ask(turn, say("todo-which"), cases, lambda case: pack(Verb.TODO, case.id))
    return await checklist.on_press(turn, Payload(Verb.TODO, cases[0].id))


async def later(turn: Turn, reading: Reading, text: str) -> Reply:
    """「あとで」, 「夜9時にまた教えて」: the nearest warning is put off, to then if told when."""
    cases = await meant(turn, text, reading.order_ids)
    clocks = [clock for one in cases for clock in await active(turn, one)]
    coming = [clock for clock in clocks if clock.at > turn.now] or clocks
    if coming:
        clock = min(coming, key=lambda one: one.at)
        told = snooze.told_moment(reading.deadline, turn.owner.zone)
        if told is not None and told > turn.now:
            case = next(one for one in cases if one.id == clock.dispute_id)
            return await snooze.until(turn, case, clock, told)
        morning = any(word in text for word in ("朝", "明日", "あした", "morning", "tomorrow"))
        argument = snooze.MORNING if morning else snooze.HOUR
        return await snooze.on_press(turn, Payload(Verb.SNOOZE, clock.id, argument))
    say = turn.say
    return menu.plain(say("nothing-runs"), menu.new(say), menu.help_(say))
