"""Which of an owner's cases a message is about: named by number, by order, or the only one."""

import re
import unicodedata
from collections.abc import Callable

from handlers.ceilings import LIST_PAGE
from handlers.menu import cases
from handlers.replies import Press, Reply, Text
from handlers.turn import Turn
from handlers.wording import title_of
from locales.catalogue import Words
from storage import disputes
from storage.records import Dispute

_NUMBER = re.compile(r"#\s*(\d{1,4})(?!\d)|(?<!\d)(\d{1,3})番(?=[のをはがもでだ、,\s]|$)")

_ALONE = re.compile(rf"(?:{_NUMBER.pattern})(?:の件|の方|のほう)?(?:です|だ|かな|で)?")


def only_number(text: str) -> bool:
    """Whether a message is nothing but a case's short number: #3, 3番."""
    spelled = unicodedata.normalize("NFKC", text).strip()
    return bool(_ALONE.fullmatch(spelled))


def named(say: Words, dispute: Dispute, limit: int = 40) -> str:
    """A case as its owner knows it: `#3 サイズ違い 6,993円`."""
    title = title_of(say, dispute)
    return title if len(title) <= limit else title[: limit - 1] + "…"


def number_in(text: str, *, first: bool = False) -> int | None:
    """The short number that a message names; `first`: only one that it begins with."""
    spelled = unicodedata.normalize("NFKC", text).strip()
    found = _NUMBER.match(spelled) if first else _NUMBER.search(spelled)
    return int(found[1] or found[2]) if found else None


async def by_text(turn: Turn, text: str) -> Dispute | None:
    """The case that a message names by its short number, if it is there."""
    number = number_in(text)
    if number is None:
        return None
    return await disputes.by_number(turn.tx, turn.owner.id, number)


async def by_order(turn: Turn, order_ids: tuple[str, ...]) -> Dispute | None:
    """The running case of one of these order numbers."""
    if order_ids:
        for dispute in await disputes.running(turn.tx, turn.owner.id):
            if set(dispute.order_ids) & set(order_ids):
                return dispute
    return None


async def meant(turn: Turn, text: str, order_ids: tuple[str, ...] = ()) -> list[Dispute]:
    """The cases that a message can be about: one, if it names it; else all running ones.

    A message that names an order is about none of those that have another.
    """
    one = await by_text(turn, text) or await by_order(turn, order_ids)
    if one:
        return [one]
    running = await disputes.running(turn.tx, turn.owner.id)
    return [case for case in running if not case.order_ids] if order_ids else running


def ask(
    turn: Turn, question: str, found: list[Dispute], payload: Callable[[Dispute], str]
) -> Reply:
    """Ask which case is meant, with a button for each of the latest."""
    latest = sorted(found, key=lambda one: -(one.number or 0))[:LIST_PAGE]
    buttons = [Press(named(turn.say, one), payload(one)) for one in latest]
    return Reply((Text(question, (*buttons, cases(turn.say))),))
