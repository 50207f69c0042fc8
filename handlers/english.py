"""英文ください: the English text that belongs to a checklist, given at once and not at its step."""

from typing import NamedTuple

from handlers.casework import playbooks
from handlers.casework.conditions import Known
from handlers.casework.drafts import drafts
from handlers.draft import merged_amounts
from handlers.reading.model import Reading
from handlers.replies import Copyable, Reply
from handlers.turn import Turn
from handlers.wording import Facts
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


def with_text(turn: Turn, playbook: str | None, facts: Facts, known: Known, shown: Reply) -> Reply:
    """The answer, with the playbook's English text in front of it unless it stands there already.

    The text is that of the first step that has one, of those that what is ``known`` calls for.
    """
    found = playbooks.load().get(playbook or "")
    if found is None:
        return shown
    steps = found.steps_for(known)
    name = next((one for step in steps if (one := found.draft_of(step))), found.draft)
    texts: tuple[Copyable, ...] = drafts(turn.say, name, facts) if name else ()
    new = tuple(one for one in texts if one not in shown.nodes)
    return Reply((*new, *shown.nodes), shown.replaces_pressed)
