"""Questions: how something is done, what comes next, what counts as evidence."""

from handlers import checklist, guide, menu, register, stage
from handlers.buttons import Payload, Verb, pack
from handlers.card import draft_card
from handlers.casework import playbooks
from handlers.casework.evidence_items import items_for
from handlers.course import known_now
from handlers.draft import clocks_of, new_date, open_draft, says_something
from handlers.english import with_text
from handlers.overview import case_reply
from handlers.picking import date_payload
from handlers.reading.model import ReadDeadline, Reading
from handlers.replies import Card, Press, Reply, ReplyNode, Text
from handlers.turn import Turn
from handlers.which import by_text, meant, named
from handlers.wording import date_words, kind_words, reason_short
from storage import disputes
from storage.records import Dispute

GENERAL = {
    "ask_external_deadline": "external_routes",
    "ask_template": "message_to_ae",
}
"""The checklist of a question that names none."""
TROUBLES = (
    "decline_proposal",
    "partial_refund_offer",
    "ae_steps_in_date",
    "accept_button_missing",
    "no_buttons",
    "seller_asks_cancel",
    "not_received_protection",
    "return_goods",
    "final_judgement_unhappy",
    "reach_human",
)


async def proofs(turn: Turn, reading: Reading, text: str) -> Reply:
    """What counts as evidence, for the reason that is named or that of the case."""
    say = turn.say
    cases = await meant(turn, text, reading.order_ids)
    case = max(cases, key=lambda one: one.number or 0) if cases else None
    reason = reading.reason or (case.reason if case else None)
    listed = "\n".join(say("step-evidence-item", item=say(f"proof-{i}")) for i in items_for(reason))
    buttons = [menu.new(say), menu.trouble(say)]
    if case is not None:
        buttons = [
            Press(say("button-add-evidence"), pack(Verb.EVIDENCE_SEND, case.id), "primary"),
            Press(say("button-evidence"), pack(Verb.EVIDENCE_LIST, case.id)),
            Press(say("button-todo"), pack(Verb.TODO, case.id)),
        ]
    title = say("step-evidence")
    if reason:
        title = say("evidence-strong", reason=reason_short(say, reason))
    return Reply((Card(title, (), (listed, say("step-evidence-note")), tuple(buttons)),))


async def answer(turn: Turn, reading: Reading, text: str) -> Reply:
    """Lead through the checklist of the question, for the case it is about."""
    playbook = reading.playbook or GENERAL.get(reading.intent)
    if playbook not in playbooks.load():
        playbook = None
    cases = await meant(turn, text, reading.order_ids)
    if not cases:
        return await _without_case(turn, reading, text, playbook)
    if playbook is None and len(cases) == 1 and await by_text(turn, text):
        return await case_reply(turn, cases[0])
    case = max(cases, key=lambda one: one.number or 0)
    news: tuple[ReplyNode, ...] = ()
    if len(cases) == 1:
        case, news = await stage.told_beside(turn, case, text)
    if playbook is None and reading.intent == "ask_howto":
        shown = await trouble(turn)
    elif playbook is None:
        shown = await checklist.on_press(turn, Payload(Verb.TODO, case.id))
    else:
        shown = await checklist.begin(turn, case, playbook)
        found = playbooks.load()[playbook]
        shown = with_text(turn, reading, found, case, await known_now(turn, case), shown)
    return with_date(turn, case, reading, Reply((*news, *shown.nodes)))


def with_date(turn: Turn, case: Dispute, reading: Reading, shown: Reply) -> Reply:
    """A question may hold a date: it is offered, not taken."""
    found = reading.deadline
    if reading.playbook == "cannot_open_dispute":
        found = found or reading.opens
    if found is None or found.at < turn.now:
        return shown
    return Reply((date_offered(turn, case, found), *shown.nodes))


def date_offered(turn: Turn, case: Dispute, found: ReadDeadline) -> Card:
    """A date for a case, one tap away: a card, so that its button stays pressable."""
    say = turn.say
    date = new_date(found)
    words = date_words(say, date.at, date.precision, turn.owner.zone, turn.now)
    take = Press(say("button-register-date"), date_payload(case, date))
    title = named(say, case)
    asked = say("howto-date", date=words, title=title)
    if date.kind != "unknown":
        kind = kind_words(say, date.kind)
        asked = say("howto-date-of", date=words, title=title, kind=kind)
    return Card(asked, buttons=(take,))


async def _without_case(turn: Turn, reading: Reading, text: str, playbook: str | None) -> Reply:
    """The steps for somebody who has registered nothing; what the question tells, as a card."""
    draft = await open_draft(turn)
    if draft is not None or not says_something(reading):
        return await guide.without_case(turn, playbook, draft) if playbook else await trouble(turn)
    draft, card = await kept(turn, reading, text)
    shown = await guide.without_case(turn, playbook, draft) if playbook else await trouble(turn)
    return Reply((card, *shown.nodes))


async def kept(turn: Turn, reading: Reading, text: str) -> tuple[Dispute, Card]:
    """What a question tells of a case, on a card without a question: one was asked of us. Ours
    come with the next answer.
    """
    draft = await register.noted(turn, reading, text, turn.message)
    return draft, draft_card(turn, draft, await clocks_of(turn, draft))


async def trouble(turn: Turn) -> Reply:
    """困りごとから選ぶ: the commonest troubles, each leading to its checklist."""
    return await trouble_pressed(turn, Payload(Verb.TROUBLE))


async def trouble_pressed(turn: Turn, payload: Payload) -> Reply:
    """All troubles, the commonest first; for the case of the button, or else the latest one."""
    say = turn.say
    running = await disputes.running(turn.tx, turn.owner.id)
    latest = max(running, key=lambda one: one.number or 0).id if running else None
    case = payload.id if payload.id in [one.id for one in running] else latest
    names = [*TROUBLES, *(name for name in playbooks.load() if name not in TROUBLES)]
    pages = -(-len(names) // len(TROUBLES))
    page = int(payload.argument) % pages if payload.argument.isdigit() else 0
    begin = page * len(TROUBLES)
    buttons = [
        Press(say(f"pb-{name}-short"), pack(Verb.PLAYBOOK, case, name))
        for name in names[begin : begin + len(TROUBLES)]
    ]
    more = Press(say("trouble-more"), pack(Verb.TROUBLE, case, (page + 1) % pages))
    shown = Text(say("trouble-which"), (*buttons, more, menu.help_(say)))
    return Reply((shown,), replaces_pressed=bool(payload.argument))
