"""The undo log: what a dispute and its deadlines looked like before the last change."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.instants import Instant
from storage.records import Change
from storage.tables import changes, deadlines, disputes

KEPT = 20
"""Changes kept an owner; older ones can no longer be undone."""

_INSTANT_COLUMNS = {
    table.name: [column.name for column in table.c if isinstance(column.type, Instant)]
    for table in (disputes, deadlines)
}


def _as_json(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row with its instants as ISO texts."""
    plain = dict(row)
    for name in _INSTANT_COLUMNS[table]:
        if plain[name] is not None:
            plain[name] = plain[name].isoformat()
    return plain


def _from_json(table: str, row: dict[str, Any]) -> dict[str, Any]:
    restored = dict(row)
    for name in _INSTANT_COLUMNS[table]:
        if restored[name] is not None:
            restored[name] = datetime.fromisoformat(restored[name])
    return restored


async def remember(
    tx: AsyncConnection, owner_id: int, dispute_id: int, what: str, now: datetime
) -> None:
    """Keep how this dispute stands now, just before it is changed by `what` (a text's id)."""
    dispute = (
        (await tx.execute(select(disputes).where(disputes.c.id == dispute_id))).mappings().one()
    )
    clocks = (
        await tx.execute(select(deadlines).where(deadlines.c.dispute_id == dispute_id))
    ).mappings()
    before = {
        "dispute": _as_json("disputes", dict(dispute)),
        "deadlines": [_as_json("deadlines", dict(row)) for row in clocks],
    }
    await tx.execute(
        insert(changes).values(
            owner_id=owner_id, dispute_id=dispute_id, what=what, before=before, made_at=now
        )
    )
    newest = (
        select(changes.c.id)
        .where(changes.c.owner_id == owner_id)
        .order_by(changes.c.id.desc())
        .limit(KEPT)
    )
    await tx.execute(
        delete(changes).where(changes.c.owner_id == owner_id, changes.c.id.not_in(newest))
    )


async def last(tx: AsyncConnection, owner_id: int) -> Change | None:
    """The owner's last change that can still be undone."""
    result = await tx.execute(
        select(changes).where(changes.c.owner_id == owner_id).order_by(changes.c.id.desc()).limit(1)
    )
    row = result.mappings().one_or_none()
    return Change(**row) if row else None


async def undo(tx: AsyncConnection, change: Change) -> list[int]:
    """Put the dispute and its deadlines back as they were; returns the ids of its deadlines.

    Deadlines made since are cancelled. Versions rise, so that the caller must plan the warnings of
    every returned deadline anew.
    """
    before = _from_json("disputes", change.before["dispute"])
    dispute_id = before.pop("id")
    # Whether to be asked every day is a wish about the bot: it stays, whatever is taken back.
    before.pop("look_in", None)
    await tx.execute(update(disputes).where(disputes.c.id == dispute_id).values(before))
    found = await tx.execute(select(deadlines.c.id).where(deadlines.c.dispute_id == dispute_id))
    ids = [row.id for row in found]
    old = {row["id"]: _from_json("deadlines", row) for row in change.before["deadlines"]}
    for deadline_id in ids:
        values = dict(old.get(deadline_id, {"status": "cancelled"}))
        values.pop("id", None)
        values["version"] = deadlines.c.version + 1
        await tx.execute(update(deadlines).where(deadlines.c.id == deadline_id).values(values))
    await tx.execute(delete(changes).where(changes.c.id == change.id))
    return ids


async def forget_words(tx: AsyncConnection, dispute_id: int) -> None:
    """Empty the words a person typed in what is kept of a dispute's earlier states."""
    found = await tx.execute(
        select(changes.c.id, changes.c.before).where(changes.c.dispute_id == dispute_id)
    )
    for row in found.all():
        before = {
            "dispute": {**row.before["dispute"], "source_text": ""},
            "deadlines": [{**clock, "source_text": ""} for clock in row.before["deadlines"]],
        }
        await tx.execute(update(changes).where(changes.c.id == row.id).values(before=before))


async def forget(tx: AsyncConnection, dispute_id: int) -> None:
    """Nothing of a dispute can be undone any more."""
    await tx.execute(delete(changes).where(changes.c.dispute_id == dispute_id))
