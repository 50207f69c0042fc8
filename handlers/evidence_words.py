"""The checklist of a case's evidence in words: short names, ✔ and ✖, and buttons for what lacks."""

from collections.abc import Sequence

from handlers.buttons import Verb, pack
from handlers.casework.evidence_items import ITEMS, OTHER
from handlers.casework.evidence_needed import Needed, needed
from handlers.course import Course
from handlers.replies import Press, Row
from locales.catalogue import Words


def item_short(say: Words, item: str) -> str:
    """An item in a word or two; その他 for one that is no longer known."""
    return say(f"proof-short-{item if item in ITEMS else OTHER}")


def marked(say: Words, item: str, count: int) -> str:
    """商品ページ ✔."""
    return say("proof-marked", item=item_short(say, item), there="yes" if count else "no")


def mark_line(say: Words, state: Needed) -> str:
    """商品ページ ✔ 開封の動画 ✖: what decides the case, and what else is there."""
    shown = [*state.must, *(item for item in state.helpful if state.count(item))]
    return say("proof-glue").join(marked(say, item, state.count(item)) for item in shown)


def evidence_row(say: Words, state: Needed) -> Row:
    """The checklist as one row of a card, an item a line, with how many pieces each has."""
    lines = [say("card-evidence-count", count=str(len(state.pieces)))]
    for item in state.items:
        count = state.count(item)
        id = "proof-there" if count else "proof-missing"
        if not count and item in state.helpful:
            id = "proof-missing-helpful"
        lines.append(say(id, item=item_short(say, item), count=str(count)))
    if state.others:
        lines.append(say("proof-others", count=str(len(state.others))))
    if state.unassigned:
        lines.append(say("proof-unassigned", count=str(len(state.unassigned))))
    return Row(say("card-evidence"), "\n".join(lines))


def proof_lines(say: Words, course: Course) -> str:
    """What counts as evidence on a step of a checklist, with what is there already."""
    state = course.evidence or needed(course.dispute)
    return "\n".join(
        say("step-proof", item=say(f"proof-{item}"), there="yes" if state.count(item) else "no")
        for item in course.playbook.evidence or state.items
    )


def add_buttons(say: Words, dispute_id: int, missing: Sequence[str]) -> list[Press]:
    """A button for each missing item, to send it now."""
    return [
        Press(say("button-add-item", item=item_short(say, item)), add_payload(dispute_id, item))
        for item in missing
    ]


def add_payload(dispute_id: int, item: str) -> str:
    """To send a photo for an item of a case."""
    return pack(Verb.EVIDENCE_SEND, dispute_id, item)


def assign_button(say: Words, state: Needed) -> list[Press]:
    """The button that asks which item the pieces without one belong to; none if there are none."""
    loose = state.unassigned
    if not loose:
        return []
    payload = pack(Verb.EVIDENCE_ITEM, loose[-1].id, f".{loose[0].id}")
    return [Press(say("button-choose-item", count=str(len(loose))), payload)]
