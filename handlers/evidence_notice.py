"""What a warning says of the evidence: what is there, what is missing, and a way to add it."""

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.casework.evidence_needed import Needed, counts_for, needed
from handlers.evidence_words import add_payload, mark_line
from handlers.replies import Press, Row
from locales.catalogue import Words
from storage import evidence
from storage.records import Deadline, Dispute


async def asked(tx: AsyncConnection, case: Dispute, clock: Deadline) -> Needed | None:
    """What a case needs by a deadline; None where it says nothing of evidence."""
    if not counts_for(case, clock.kind) or not needed(case).must:
        return None
    return needed(case, await evidence.of_dispute(tx, case.id))


def rows(say: Words, state: Needed | None) -> tuple[Row, ...]:
    """証拠: 商品ページ ✔ 開封の動画・写真 ✖."""
    return (Row(say("notice-evidence"), mark_line(say, state)),) if state else ()


def buttons(say: Words, case: Dispute, state: Needed | None) -> tuple[Press, ...]:
    """証拠を追加, for the weightiest item that is missing."""
    if state is None or not state.missing_must:
        return ()
    return (Press(say("button-add-evidence"), add_payload(case.id, state.missing_must[0])),)
