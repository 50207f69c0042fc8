"""An owner's settings: changed, remembered as they stood before, and put back."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, TypedDict, cast

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import owners as records
from storage.owner_records import Owner
from storage.records import OwnerChange
from storage.tables import owner_changes, owners

KEPT = 20
"""Changes kept an owner; older ones can no longer be undone."""


class Settings(TypedDict, total=False):
    """What of an owner can be set; the fields mean what they mean in `Owner`."""

    zone: str
    locale: str
    quiet_from: time
    quiet_until: time
    warn_at: time | None
    leads: Mapping[str, tuple[str, ...]]
    look_at: time | None
    quiet_good: bool


_TIMES = frozenset({"quiet_from", "quiet_until", "warn_at", "look_at"})
FIELDS = tuple(Settings.__annotations__)


def _stored(settings: Mapping[str, Any]) -> dict[str, Any]:
    stored: dict[str, Any] = {}
    for name in FIELDS:
        if name in settings:
            value = settings[name]
            if name in _TIMES and value is not None:
                value = value.isoformat("minutes")
            if name == "leads":
                value = {kind: list(tokens) for kind, tokens in value.items()}
            stored[name] = value
    return stored


def settings_of(owner: Owner) -> Settings:
    """All settings of an owner."""
    return cast("Settings", {name: getattr(owner, name) for name in FIELDS})


async def change(tx: AsyncConnection, owner_id: int, settings: Settings) -> Owner:
    """Change what is given, leave the rest; returns the owner as it is now."""
    if values := _stored(settings):
        await tx.execute(update(owners).where(owners.c.id == owner_id).values(values))
    return await records.owner(tx, owner_id)


async def remember(tx: AsyncConnection, owner: Owner, now: datetime) -> int:
    """Keep an owner's settings as they stand just before a change; returns the change's id."""
    before = _stored(settings_of(owner))
    made = await tx.execute(
        insert(owner_changes)
        .values(owner_id=owner.id, before=before, made_at=now)
        .returning(owner_changes.c.id)
    )
    newest = (
        select(owner_changes.c.id)
        .where(owner_changes.c.owner_id == owner.id)
        .order_by(owner_changes.c.id.desc())
        .limit(KEPT)
    )
    await tx.execute(
        delete(owner_changes).where(
            owner_changes.c.owner_id == owner.id, owner_changes.c.id.not_in(newest)
        )
    )
    return int(made.scalar_one())


async def last(tx: AsyncConnection, owner_id: int) -> OwnerChange | None:
    """The last change of an owner's settings that can still be undone."""
    result = await tx.execute(
        select(owner_changes)
        .where(owner_changes.c.owner_id == owner_id)
        .order_by(owner_changes.c.id.desc())
        .limit(1)
    )
    row = result.mappings().one_or_none()
    return OwnerChange(**row) if row else None


async def undo(tx: AsyncConnection, change: OwnerChange) -> Owner:
    """Put the settings back as they were before a change; returns the owner as it is now.

    The caller plans the warnings of all deadlines anew.
    """
    known = {name: value for name, value in change.before.items() if name in FIELDS}
    await tx.execute(update(owners).where(owners.c.id == change.owner_id).values(known))
    await tx.execute(delete(owner_changes).where(owner_changes.c.id == change.id))
    return await records.owner(tx, change.owner_id)
