"""The answer to a question and its steps, for somebody who has registered no case."""

from handlers.buttons import Verb, pack
from handlers.casework import playbooks
from handlers.casework.known import known_of
from handlers.casework.playbooks import Playbook
from handlers.draft import clocks_of
from handlers.english import facts_of, with_text
from handlers.gone import gone
from handlers.replies import Card, Press, Reply, Row
from handlers.step_cards import playbook_button
from handlers.turn import Turn
from handlers.watching import is_watched
from storage.records import Dispute


async def without_case(turn: Turn, playbook: str, draft: Dispute | None = None) -> Reply:
    """What to do and what to beware of; the card that is open can be registered here, too."""
    found = playbooks.load().get(playbook)
    if found is None:
        return await gone(turn)
    say = turn.say
    known = await _known_before(turn, draft)
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
    new = Press(say("checklist-register"), pack(Verb.NEW, None, _told(turn, found)), "primary")
    if draft is not None:
        new = Press(say("button-register"), pack(Verb.REGISTER, draft.id), "primary")
    buttons = (
        new,
        *(playbook_button(turn, None, name) for name in found.leads_to),
    )
    shown = Reply((Card(say(f"pb-{playbook}"), rows, tuple(notes), buttons),))
    if turn.reading is None:
        return shown
    return with_text(turn, turn.reading, found, draft or facts_of(turn.reading), known, shown)


async def _known_before(turn: Turn, draft: Dispute | None) -> dict[str, str]:
    """What a question and the open card tell of a case that is not registered yet."""
    told = dict(turn.reading.told) if turn.reading else {}
    if draft is None:
        watched = is_watched(turn.reading.stage if turn.reading else None, [])
        return {"case": "watching" if watched else "open", **told}
    clocks = await clocks_of(turn, draft)
    known = {**known_of(draft, {}, clocks, turn.now), **told}
    if is_watched(draft.stage, [clock.kind for clock in clocks]):
        known["case"] = "watching"
    return known


def _told(turn: Turn, playbook: Playbook) -> str:
    """What a question tells that no card shows: the stage, and the checklist to go on with."""
    stage = (turn.reading.stage if turn.reading else None) or ""
    fits = playbook.safety or (stage and not playbook.aside)
    return f"{stage}.{playbook.name if fits else ''}"
