"""The case goes on: it entered a new stage, or the buyer did a step."""

from msgspec import structs

from handlers import checklist, deadline, kept_news, moving, proposals_told
from handlers.asking_date import LIVE, WAITING_FOR_DATE
from handlers.buttons import Payload, Verb, pack
from handlers.card_rows import clock_rows, facts, silence_note, warning_note
from handlers.casework import schedule, stages
from handlers.casework.playbooks import (
    BY_REASON,
    DURING,
    GRANTED,
    UNHAPPY,
    playbook_after,
    playbook_for,
)
from handlers.draft import merged_amounts
from handlers.entering import enter
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.picking import picker
from handlers.reading.model import Amount, Reading
from handlers.reading.read import read
from handlers.reading.telling import telling_part
from handlers.replies import Asked, Button, Card, Press, Reply, ReplyNode, Row, Text, change_card
from handlers.turn import Turn
from handlers.which import ask, named
from handlers.wording import kind_words, stage_words
from storage import changes, conversations, disputes, proposals
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus


async def told(turn: Turn, reading: Reading, cases: list[Dispute]) -> Reply:
    """News of a case: of the only one, or of the one that is named; else ask which."""
    if len(cases) > 1:
        if reading.deadline:
            return await deadline.told(turn, reading.deadline, cases, reading)
        await kept_news.keep(turn, reading)
        stage = reading.stage or ""
        return ask(
            turn,
            turn.say("ask-which-stage"),
            cases,
            lambda case: pack(Verb.SET_STAGE, case.id, stage),
        )
    case = await _take_in(turn, cases[0], reading)
    changed = case is not cases[0]
    if reading.deadline:
        shown = await deadline.for_case(turn, case, reading.deadline, remembered=changed)
        return _with_news(turn, case, shown) if changed else shown
    waits_on = reading.stage == case.stage and not (reading.playbook or reading.proposer)
    if not changed and (waits_on or not _tells_something(reading)):
        return await _as_it_stands(turn, case, waits=waits_on)
    playbook = _playbook(reading)
    if playbook and changed:
        playbook = case.playbook
    return await _next_step(turn, case, playbook, changed=changed)


async def _as_it_stands(turn: Turn, case: Dispute, *, waits: bool) -> Reply:
    """「セラーから返事がない」: what silence means, as there is nothing to do."""
    shown = await case_reply(turn, case)
    notes = silence_note(turn, case, await moving.active(turn, case)) if waits else []
    return Reply((*(Text(note) for note in notes), *shown.nodes))


def _tells_something(reading: Reading) -> bool:
    return bool(reading.playbook or reading.stage or reading.proposer)


def _playbook(reading: Reading) -> str | None:
    """The checklist that the news lead to; a full refund granted is not to be declined."""
    granted = reading.stage == "ae_proposal" and reading.outcome == "full_refund"
    particular = reading.playbook not in (None, DURING, *BY_REASON.values())
    return GRANTED if granted and not particular else reading.playbook


def _with_news(turn: Turn, case: Dispute, shown: Reply) -> Reply:
    """What was told beside the date stands on the date's card."""
    facts = _facts(turn, case)
    return change_card(shown, lambda card: structs.replace(card, rows=(*facts, *card.rows)))


def _facts(turn: Turn, case: Dispute) -> list[Row]:
    rows = facts(turn, case)
    if case.stage:
        rows.append(Row(turn.say("card-stage"), stage_words(turn.say, case.stage)))
    return rows


async def _take_in(turn: Turn, case: Dispute, reading: Reading) -> Dispute:
    """Write down what is new; the case as it is now (the very same object if nothing is)."""
    fields: dict[str, object] = {}
    if reading.stage and reading.stage != case.stage:
        fields["stage"] = reading.stage
    if reading.demand and reading.demand != case.demand:
        fields["demand"] = reading.demand
    for name in ("order_ids", "tracking"):
        if getattr(reading, name) and not getattr(case, name):
            fields[name] = getattr(reading, name)
    amounts = merged_amounts(case.amounts, _named_amounts(case, reading))
    if amounts != case.amounts:
        fields["amounts"] = amounts
    if not fields:
        await proposals_told.keep_told(turn, case, reading)
        return case
    playbook = _playbook(reading)
    if playbook in (None, UNHAPPY) and "stage" in fields:
        playbook = playbook_after(case, reading.stage or "", reading.outcome) or playbook
    if playbook:
        fields["playbook"] = playbook
    fields["answers"] = {**case.answers, **dict(reading.told)}
    await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-stage", turn.now)
    changed = await disputes.change(turn.tx, case.id, **fields)
    await proposals_told.keep_told(turn, changed, reading)
    if playbook:
        await schedule.replan_looks(turn.tx, turn.owner, turn.chat.id, changed, turn.now)
    if "stage" in fields:
        has_date = reading.deadline is not None
        kind = "" if has_date else _after_appealing(changed)
        changed = await enter(turn, changed, reading.stage or "", has_date=has_date, kind=kind)
    return changed


def _after_appealing(case: Dispute) -> str:
    """Who has appealed waits for the result: the time to appeal is over."""
    filed = case.answers.get("appealed") == "yes"
    return "appeal_result" if case.stage == "appeal" and filed else ""


async def told_beside(
    turn: Turn, case: Dispute, text: str
) -> tuple[Dispute, tuple[ReplyNode, ...]]:
    """Take in the stage and the offer that a question, or news of a step, tells of a running case.

    Gives the case, and a card that says so. What is only supposed is left out; a case never goes
    back by it, nor ends.
    """
    news = telling_part(text)
    if not news or case.status is not DisputeStatus.OPEN:
        return case, ()
    found = read(news, turn.now, turn.owner.zone)
    order = [name for name in stages.STAGES if name not in ("closed", "external")]
    here = order.index(case.stage) if case.stage in order else -1
    is_ahead = found.stage in order and order.index(found.stage) > here
    # 「2,000円返すと言われた。どうしたらいい?」
    offered = tuple(one for one in found.amounts if one.role.startswith("offered"))
    taken = Reading(
        stage=found.stage if is_ahead else None,
        amounts=offered,
        proposer=found.proposer if offered else None,
        outcome=found.outcome if offered else None,
    )
    changed = await _take_in(turn, case, taken)
    if changed is case:
        return case, ()
    shown = await noted(turn, changed, None, None)
    return changed, shown.nodes


def _named_amounts(case: Dispute, reading: Reading) -> list[Amount]:
    """Sums with their roles; one of no named role is the claim, if none is known yet."""
    known = {money.role for money in case.amounts}
    if known & {"claimed", "paid", "unknown"}:
        return [amount for amount in reading.amounts if amount.role != "unknown"]
    return [
        amount._replace(role="claimed") if amount.role == "unknown" else amount
        for amount in reading.amounts
    ]


async def set_stage(turn: Turn, payload: Payload) -> Reply:
    """The case was chosen whose stage was told."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    stage = payload.argument
    if case is None or (stage and stage not in stages.STAGES):
        return await gone(turn)
    if case.status not in LIVE:
        return await case_reply(turn, case)
    return await told(turn, Reading(stage=stage or None), [case])


async def _next_step(turn: Turn, case: Dispute, playbook: str | None, *, changed: bool) -> Reply:
    """Say how the case stands now, ask for its next date and show what to do."""
    if not changed:
        return await checklist.begin(turn, case, playbook or playbook_for(case))
    kind = stages.STAGES[case.stage].kind if case.stage in stages.STAGES else None
    kind = _after_appealing(case) or kind
    return await noted(turn, case, playbook, kind)


def _is_known(turn: Turn, clocks: list[Deadline], kind: str) -> bool:
    """Whether the screen's date of this clock was told already, and is still to come."""
    return any(one.kind == kind and not one.provisional and one.at > turn.now for one in clocks)


async def _without_sum(turn: Turn, case: Dispute) -> list[Row]:
    """「返品して返金」: proposals that name no sum, which would stand among the facts."""
    latest = await proposals.latest_by(turn.tx, case.id)
    plain = {side: one for side, one in latest.items() if one.amount is None}
    return proposals_told.rows(turn.say, case, plain)


async def noted(
    turn: Turn, case: Dispute, playbook: str | None, kind: str | None, *, undo: bool = True
) -> Reply:
    """How a case stands now, what to do, and the question after its next date if none is known."""
    say = turn.say
    clocks = await moving.active(turn, case)
    shown = [*_facts(turn, case), *await _without_sum(turn, case), *clock_rows(turn, clocks[:2])]
    notes = [*await warning_note(turn, clocks[:2]), *silence_note(turn, case, clocks)]
    buttons: list[Button] = [*(await moving.undo_button(turn, case) if undo else ())]
    todo = pack(Verb.PLAYBOOK, case.id, playbook) if playbook else pack(Verb.TODO, case.id)
    buttons.insert(0, Press(say("button-todo"), todo, "primary"))
    title = say("stage-noted", title=named(say, case))
    card = Card(title, tuple(shown), tuple(notes), tuple(buttons), tone="done")
    if kind is None or _is_known(turn, clocks, kind):
        return Reply((card,), replaces_pressed=True)
    await conversations.wait_for(
        turn.tx,
        turn.chat.id,
        WAITING_FOR_DATE,
        turn.now,
        dispute_id=case.id,
        data={"kind": kind},
    )
    pick = picker(turn, say("button-pick-date"), pack(Verb.SET_DATE, case.id, kind))
    leave = Press(say("button-no-date"), pack(Verb.SKIP, case.id, "date"))
    question = Text(say("ask-next-date", kind=kind_words(say, kind)), (pick, leave))
    return Reply((Asked(card, question),), replaces_pressed=True)
