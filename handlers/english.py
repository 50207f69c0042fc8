"""英文ください: the English text that belongs to a checklist, given at once and not at its step."""

from typing import NamedTuple

from handlers.casework.conditions import Known
from handlers.casework.drafts import drafts
from handlers.casework.playbooks import Playbook
from handlers.draft import merged_amounts
from handlers.reading.model import Reading
from handlers.replies import Reply, Text
from handlers.turn import Turn
from handlers.wording import CaseFacts
from storage.records import Money


class Typed(NamedTuple):
    """What a message tells of a case that is not kept."""

    reason: str | None
    demand: str | None
    amounts: tuple[Money, ...]
    order_ids: tuple[str, ...]
    tracking: tuple[str, ...]


def facts_of(reading: Reading) -> Typed:
    """What a draft can be filled with from one message alone."""
    return Typed(
        reading.reason,
        reading.demand,
        merged_amounts((), reading.amounts),
        reading.order_ids,
        reading.tracking,
    )


def with_text(
    turn: Turn, reading: Reading, playbook: Playbook, facts: CaseFacts, known: Known, shown: Reply
) -> Reply:
    """The answer; where a wording is asked for, with the playbook's English text in front of it.

    The text is that of the first step that has one, of those that what is ``known`` calls for;
    none where it stands in the answer already.
    """
    if reading.intent != "ask_template":
        return shown
    steps = playbook.steps_for(known)
    name = next((one for step in steps if (one := playbook.draft_of(step))), playbook.draft)
    texts = drafts(turn.say, name, facts) if name else ()
    if not texts or texts[0] in shown.nodes:
        return shown
    # What is not known of a case stands in it as usual, and may be wrong.
    note = Text(turn.say("step-draft-note"))
    return Reply((*texts, note, *shown.nodes), shown.replaces_pressed)
