"""An item of evidence named in words: typed as an answer, or written under a picture."""

import re
import unicodedata
from datetime import timedelta

from handlers.casework.evidence_items import ITEMS, OTHER
from handlers.casework.evidence_needed import Needed, needed
from handlers.evidence_item import ask_again, put, state_of
from handlers.evidence_words import item_short
from handlers.reading.model import Reading
from handlers.reading.proofs import proofs_named
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.typed import is_command
from handlers.waiting import WAITING_FOR_ITEM, waited_for
from locales.catalogue import LOCALES, Words
from storage import conversations, disputes, evidence
from storage.records import Dispute
from storage.states import EvidenceStatus

LONGEST = 40
"""Characters of an answer; a longer message tells more than what a picture shows."""
WITHIN = timedelta(hours=1)
"""Later than this a word is no answer any more; the buttons still are."""
SPEAKS_OF_ELSE = frozenset(
    {
        "close_dispute",
        "delete_dispute",
        "list_disputes",
        "set_notify_pref",
        "show_next_deadline",
        "snooze",
        "set_external_deadline",
    }
)
NEWS = frozenset({"register_dispute", "report_stage", "report_progress", "import_paste"})
_TELLS = re.compile(
    r"(?<!撮っ)(?<!撮りまし)(?:[いうくつぬむるた]|(?<!で)す|ません)(?:よ|ね|けど|が|(?:の|ん)?です(?:が|けど)?)?$"
    r"|\b(?:sent|says|said|wants|asked|replied|refused|offered|arrived|came|has|have|is)\b"
)
"""How a sentence ends that tells what happened: セラーからメッセージが来ました is no name."""


async def told(turn: Turn, reading: Reading, text: str) -> Reply | None:
    """「開封動画です」, while it is asked which item a piece is; None for any other message."""
    waiting = await waited_for(turn)
    if waiting is None or not waiting.data.get("asked") or is_command(text):
        return None
    if turn.now - waiting.since > WITHIN:
        return None
    case = await disputes.get(turn.tx, turn.owner.id, waiting.dispute_id or 0)
    if case is None:
        return None
    found = [await evidence.get(turn.tx, turn.owner.id, id) for id in waiting.data["asked"]]
    pieces = [one for one in found if one is not None and one.status is EvidenceStatus.KEPT]
    items = _items(await state_of(turn, case), text, sure=_is_answer(reading, text))
    if not pieces or not items:
        if waiting.waiting_for == WAITING_FOR_ITEM and reading.intent == "unknown":
            # Its buttons stay; a second message like this one is answered otherwise.
            await conversations.stop_waiting(turn.tx, turn.chat.id)
        return None
    if len(items) > 1:
        return await ask_again(turn, case, pieces)
    return await put(turn, case, pieces, items[0], each=bool(waiting.data.get("each")))


def of_caption(case: Dispute, caption: str) -> str | None:
    """The one item that the words under a picture name."""
    text = caption.strip()
    if not text or len(text) > LONGEST or _asks(text):
        return None
    wanted = needed(case)
    items = _items(wanted, text)
    return items[0] if len(items) == 1 and items[0] in wanted.items else None


def _is_answer(reading: Reading, text: str) -> bool:
    if len(text.strip()) > LONGEST or reading.deadline or reading.order_ids or reading.amounts:
        return False
    # A mere name of a proof is read as a question for evidence.
    asks = reading.intent.startswith("ask_") and reading.intent != "ask_evidence"
    if reading.intent in NEWS and _TELLS.search(_plain(text)):
        return False
    return not (asks or reading.intent in SPEAKS_OF_ELSE or _asks(text))


def _asks(text: str) -> bool:
    return "?" in unicodedata.normalize("NFKC", text)


def _items(state: Needed, text: str, *, sure: bool = True) -> tuple[str, ...]:
    """The items of the list that are named; else the one named that is none of it.

    Where it is not sure that the text answers, only a button's very words count.
    """
    says = [Words(locale) for locale in LOCALES]
    exact = [
        item
        for item in (*ITEMS, OTHER)
        if any(_plain(text) == _plain(item_short(say, item)) for say in says)
    ]
    named = proofs_named(text) if sure else []
    for found in (exact, named):
        if listed := tuple(item for item in found if item in state.items):
            return listed
    return tuple((exact or named)[:1])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(" \n。.!").casefold()
