"""A playbook for somebody who has registered no case: the answer, the steps, the traps."""

from handlers.buttons import Verb, pack
from handlers.casework import playbooks
from handlers.gone import gone
from handlers.replies import Card, Press, Reply, Row
from handlers.step_cards import playbook_button
from handlers.turn import Turn
from storage.records import Dispute


async def show(turn: Turn, playbook: str, draft: Dispute | None = None) -> Reply:
    """The answer to a question and its steps, for somebody who has registered no case.

    The card that is open beside it, if one is, can be registered here, too.
    """
    found = playbooks.load().get(playbook)
    if found is None:
        return await gone(turn)
    say = turn.say
    known = {"case": "open"}
    steps = found.steps_for(known)
    # Without a screen to find one's way on, the titles alone would say little.
    told = not any(step.by_device for step in steps)
    rows = tuple(
        Row(
            f"{number}/{len(steps)}",
            f"{say(step.title_id)}\n{say(step.how_ids[0])}" if told else say(step.title_id),
        )
        for number, step in enumerate(steps, start=1)
    )
    notes = [
        say(f"pb-{playbook}-answer"),
        *(say(f"trap-{trap}") for trap in found.traps_for(known)),
    ]
    notes += [say("checklist-safety")] if found.safety else []
    new = Press(say("checklist-register"), pack(Verb.NEW, None, playbook), "primary")
    if draft is not None:
        new = Press(say("button-register"), pack(Verb.REGISTER, draft.id), "primary")
    buttons = (
        new,
        *(playbook_button(turn, None, name) for name in found.leads_to),
    )
    return Reply((Card(say(f"pb-{playbook}"), rows, tuple(notes), buttons),))
