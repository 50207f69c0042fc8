"""After the decision: what came back against what was claimed, and what can still be done.

Sources: the article's question 最終判定に納得がいかない (help centre, money that came back after a
closed dispute) and its question 荷物が別住所に「配達された」 (a judgement of 0 yen, 抗議);
AliExpress's help on refunds.
"""

from datetime import datetime

from handlers import entering, moving
from handlers.buttons import Payload, Verb, pack
from handlers.card import registered_card
from handlers.casework import stages
from handlers.casework.known import base_amount
from handlers.draft import merged_amounts
from handlers.gone import gone
from handlers.reading.model import Amount
from handlers.replies import Card, Press, Reply, Row
from handlers.turn import Turn
from handlers.which import named
from handlers.wording import day_words, money_words, with_share
from storage import changes, conversations, disputes
from storage.records import Conversation, Dispute, Money
from storage.states import DisputeStatus

WAITING = "refunded"
"""What a chat waits for after a partial refund: the sum that came back."""
FOLLOWED = {"refund": "refund_processing", "return": "return_goods", "appeal": "appeal"}
"""What can be watched on after the end, and the stage that the case is in then."""
AFTER = {
    "full_refund": ("refund",),
    "partial_refund": ("refund", "appeal"),
    "return_refund": ("return",),
    "zero": ("appeal",),
    "lost": ("appeal",),
}
UNSATISFIED = frozenset({"partial_refund", "zero", "lost"})


def rows(turn: Turn, case: Dispute) -> list[Row]:
    """What came back, the gap to what was claimed, and what can still be done."""
    say, base = turn.say, base_amount(case)
    found = []
    back = _came_back(case)
    if back is not None:
        found.append(Row(say("amount-refunded"), with_share(say, back, base)))
        if base is not None and base.currency == back.currency and back.value < base.value:
            gap = Money(base.value - back.value, base.currency, "gap")
            found.append(Row(say("outcome-gap"), money_words(say, gap)))
    if case.outcome in UNSATISFIED:
        last = _appeal_until(turn, case)
        day = day_words(say, last, turn.owner.zone)
        ways = say("outcome-ways", day=day) if last >= turn.now else say("outcome-ways-late")
        found.append(Row(say("outcome-still"), ways))
    return found


def _came_back(case: Dispute) -> Money | None:
    by_role = {money.role: money for money in case.amounts}
    if "refunded" in by_role:
        return by_role["refunded"]
    return base_amount(case) if case.outcome == "full_refund" else None


def _appeal_until(turn: Turn, case: Dispute) -> datetime:
    return stages.usual("appeal").after(case.closed_at or turn.now, turn.owner.zone)


def buttons(turn: Turn, case: Dispute, *, arrived: bool = False) -> list[Press]:
    """To be warned on: of the refund (unless it is here), the return, the appeal's last day."""
    say = turn.say
    wanted = AFTER.get(case.outcome or "", ())
    if arrived:
        wanted = tuple(what for what in wanted if what != "refund")
    if _appeal_until(turn, case) < turn.now:
        wanted = tuple(what for what in wanted if what != "appeal")
    found = [
        Press(say(f"outcome-follow-{what}"), pack(Verb.FOLLOW, case.id, what)) for what in wanted
    ]
    if case.outcome in UNSATISFIED:
        external = pack(Verb.PLAYBOOK, case.id, "external_routes")
        found.append(Press(say("pb-external_routes-short"), external))
    return found


async def ask_sum(turn: Turn, case: Dispute) -> list[str]:
    """After a partial refund whose sum nobody told: the line that asks for it."""
    if case.outcome != "partial_refund" or _came_back(case) is not None:
        return []
    await conversations.wait_for(turn.tx, turn.chat.id, WAITING, turn.now, dispute_id=case.id)
    return [turn.say("outcome-ask-sum")]


async def sum_in_words(turn: Turn, waiting: Conversation | None) -> Reply | None:
    """The sum that came back was typed; None if the message is none."""
    reading = turn.reading
    if waiting is None or waiting.waiting_for != WAITING or reading is None:
        return None
    case = await disputes.get(turn.tx, turn.owner.id, waiting.dispute_id or 0)
    if case is None or len(reading.amounts) != 1 or reading.deadline or reading.reason:
        return None
    value, currency, _ = reading.amounts[0]
    amounts = merged_amounts(case.amounts, [Amount(value, currency, "refunded")])
    case = await disputes.change(turn.tx, case.id, amounts=amounts)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    title = turn.say("outcome-sum-noted", title=named(turn.say, case))
    card = Card(title, tuple(rows(turn, case)), buttons=tuple(buttons(turn, case)), tone="done")
    return Reply((card,))


async def follow(turn: Turn, payload: Payload) -> Reply:
    """A closed case is watched on: it runs again, in the stage that it really is in."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    stage = FOLLOWED.get(payload.argument)
    if case is None or stage is None or case.status is DisputeStatus.DRAFT:
        return await gone(turn)
    if case.status is DisputeStatus.CLOSED:
        await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-follow", turn.now)
        # An appeal counts from the end of the dispute; what else begins, begins now.
        since = case.closed_at if stage == "appeal" else None
        case = await entering.enter(turn, case, stage, since=since)
    card = await registered_card(turn, case)
    title = turn.say("outcome-followed", title=named(turn.say, case))
    more = (*await moving.undo_button(turn, case), *card.buttons)
    return Reply(
        (Card(title, card.rows, card.notes, more, tone="done"),),
        replaces_pressed=True,
        toast=turn.say("outcome-followed-toast"),
    )
