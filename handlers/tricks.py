"""よくある頼み方です: what is behind a seller's request, and how to meet it, before the answer."""

from handlers.buttons import Verb, pack
from handlers.draft import says_something
from handlers.reading.model import Reading
from handlers.replies import Asked, Card, Press, Reply, Row, Text
from handlers.turn import Turn
from handlers.which import meant

PLAYBOOKS = {
    "cancel_first": "seller_asks_cancel",
    "wait_close": "seller_asks_cancel",
    "outside": "seller_asks_cancel",
    "pay_first": "seller_asks_cancel",
    "confirm_first": "seller_asks_cancel",
    "zero_resend": "decline_proposal",
    "text_promise": "decline_proposal",
    "step_by_step": "partial_refund_offer",
    "change_reason": "seller_asks_change_reason",
    "others_tracking": "wrong_address",
    "bad_return": "return_goods",
    "threat": "reach_human",
}
"""The checklist that meets each trick."""


def is_all(reading: Reading) -> bool:
    """Whether a message is understood as a trick and as nothing else."""
    return (
        reading.trick is not None
        and reading.tap is None
        and reading.intent == "unknown"
        and not says_something(reading)
    )


async def before(turn: Turn, reading: Reading, text: str, shown: Reply) -> Reply:
    """One card about the trick that a message tells of, then what it gets anyway."""
    if reading.trick is None:
        return shown
    card = await _card(turn, reading, text, shown)
    return Reply((card, *shown.nodes), toast=shown.toast)


async def _card(turn: Turn, reading: Reading, text: str, shown: Reply) -> Card:
    say, trick = turn.say, reading.trick or ""
    playbook = PLAYBOOKS[trick]
    rows = (
        Row(say("trick-danger"), say(f"trick-{trick}-why")),
        Row(say("trick-answer"), say(f"trick-{trick}-do")),
    )
    buttons: tuple[Press, ...] = ()
    there = say(f"pb-{playbook}")
    if not _leads_to(shown, playbook) and not any(there == title for title in _titles(shown)):
        cases = await meant(turn, text, reading.order_ids)
        case = max(cases, key=lambda one: one.number or 0) if cases else None
        label = say(f"pb-{playbook}-short")
        buttons = (Press(label, pack(Verb.PLAYBOOK, case.id if case else None, playbook)),)
    return Card(say("trick-title"), rows, (), buttons, tone="warning")


def _titles(shown: Reply) -> list[str]:
    return [node.title for node in shown.nodes if isinstance(node, Card)]


def _leads_to(shown: Reply, playbook: str) -> bool:
    """Whether the answer is that checklist already, or has the button to it."""
    payloads = [
        button.payload
        for node in shown.nodes
        for part in ((node.card, node.question) if isinstance(node, Asked) else (node,))
        for button in (part.buttons if isinstance(part, Text | Card) else ())
        if isinstance(button, Press)
    ]
    return any(one.split("~")[3].partition(".")[0] == playbook for one in payloads)
