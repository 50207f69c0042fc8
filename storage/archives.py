"""Archives that are made in the background: an export of everything, a dispute's evidence pack.

A row waits until a worker has leased it, and is leased again where that one was killed: what was
half made is made anew. The lease's own token is shown with each write, as elsewhere.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Archive
from storage.tables import WAITING, archives, chats, deliveries

Kind = Literal["export", "pack"]


def _archive(row: RowMapping) -> Archive:
    return Archive(
        id=row["id"],
        owner_id=row["owner_id"],
        chat_id=row["chat_id"],
        dispute_id=row["dispute_id"],
        kind=row["kind"],
        state=row["state"],
        files=tuple(row["files"]),
        done=row["done"],
        total=row["total"],
        tries=row["tries"],
        after_delivery=row["after_delivery"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
    )


async def ask(
    tx: AsyncConnection,
    owner_id: int,
    chat_id: int,
    kind: Kind,
    now: datetime,
    *,
    total: int,
    dispute_id: int | None = None,
) -> Archive:
    """Have an archive made; the one that is being made already, if there is one of the same."""
    same = dispute_id if dispute_id is not None else None
    waiting = await tx.execute(
        select(archives).where(
            archives.c.owner_id == owner_id,
            archives.c.chat_id == chat_id,
            archives.c.kind == kind,
            archives.c.dispute_id.is_(None) if same is None else archives.c.dispute_id == same,
            archives.c.state == WAITING,
        )
    )
    if row := waiting.mappings().first():
        return _archive(row)
    newest = (await tx.execute(select(func.max(deliveries.c.id)))).scalar_one()
    made = await tx.execute(
        insert(archives)
        .values(
            owner_id=owner_id,
            chat_id=chat_id,
            dispute_id=dispute_id,
            kind=kind,
            state="waiting",
            files=[],
            total=total,
            next_try_at=now,
            after_delivery=newest or 0,
            created_at=now,
        )
        .returning(*archives.c)
    )
    return _archive(made.mappings().one())


async def get(tx: AsyncConnection, owner_id: int, archive_id: int) -> Archive | None:
    """The archive of this id, if it is this owner's."""
    result = await tx.execute(
        select(archives).where(archives.c.id == archive_id, archives.c.owner_id == owner_id)
    )
    row = result.mappings().one_or_none()
    return _archive(row) if row else None


async def is_for_its_chat(tx: AsyncConnection, archive_id: int) -> bool:
    """Whether the chat that asked is still this owner's: it may have been unlinked since."""
    result = await tx.execute(
        select(archives.c.id)
        .join(chats, chats.c.id == archives.c.chat_id)
        .where(archives.c.id == archive_id, chats.c.owner_id == archives.c.owner_id)
    )
    return result.first() is not None


async def of_dispute(tx: AsyncConnection, dispute_id: int) -> list[Archive]:
    """All archives of a dispute."""
    result = await tx.execute(select(archives).where(archives.c.dispute_id == dispute_id))
    return [_archive(row) for row in result.mappings()]


async def any_waiting(tx: AsyncConnection, now: datetime) -> bool:
    """Whether an archive can be begun; a look that takes no lock."""
    result = await tx.execute(select(archives.c.id).where(_can_be_begun(now)).limit(1))
    return result.first() is not None


def _can_be_begun(now: datetime) -> ColumnElement[bool]:
    free = or_(archives.c.lease_until.is_(None), archives.c.lease_until < now)
    return and_(archives.c.state == WAITING, archives.c.next_try_at <= now, free)


async def claim(
    tx: AsyncConnection, now: datetime, token: str, until: datetime, limit: int
) -> list[Archive]:
    """Lease archives that wait, the oldest first."""
    picked = (
        select(archives.c.id)
        .where(_can_be_begun(now))
        .order_by(archives.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("picked")
    )
    result = await tx.execute(
        update(archives)
        .where(archives.c.id.in_(select(picked.c.id)))
        .values(lease_token=token, lease_until=until, done=0, tries=archives.c.tries + 1)
        .returning(*archives.c)
    )
    return [_archive(row) for row in result.mappings()]


async def hold(
    tx: AsyncConnection, archive_id: int, token: str, until: datetime, done: int
) -> bool:
    """Lengthen our lease and note how far it is; False if it is gone, or somebody else's."""
    return await _change(tx, archive_id, token, lease_until=until, done=done)


async def made(
    tx: AsyncConnection,
    archive_id: int,
    token: str,
    files: Sequence[dict[str, Any]],
    expires_at: datetime,
) -> bool:
    """It lies in the evidence store; False if it is gone, or somebody else's."""
    return await _change(
        tx, archive_id, token, state="made", files=list(files), expires_at=expires_at, **_FREE
    )


async def failed(tx: AsyncConnection, archive_id: int, token: str, expires_at: datetime) -> bool:
    """It cannot be made."""
    return await _change(tx, archive_id, token, state="failed", expires_at=expires_at, **_FREE)


async def try_later(
    tx: AsyncConnection, archive_id: int, token: str, at: datetime, *, counts: bool = True
) -> bool:
    """It could not be made just now; `counts` is False where that was not its own fault."""
    tries = archives.c.tries - (0 if counts else 1)
    return await _change(tx, archive_id, token, next_try_at=at, tries=tries, **_FREE)


_FREE: dict[str, Any] = {"lease_token": None, "lease_until": None}


async def _change(tx: AsyncConnection, archive_id: int, token: str, **values: Any) -> bool:
    result = await tx.execute(
        update(archives)
        .where(archives.c.id == archive_id, archives.c.lease_token == token)
        .values(values)
    )
    return result.rowcount == 1


async def expired(tx: AsyncConnection, now: datetime, limit: int) -> list[Archive]:
    """Archives that had their time."""
    result = await tx.execute(
        select(archives)
        .where(archives.c.state != WAITING, archives.c.expires_at < now)
        .order_by(archives.c.expires_at)
        .limit(limit)
    )
    return [_archive(row) for row in result.mappings()]


async def remove(tx: AsyncConnection, ids: Sequence[int]) -> int:
    """Delete the rows of archives whose files are gone; returns how many."""
    result = await tx.execute(delete(archives).where(archives.c.id.in_(ids)))
    return result.rowcount


async def message_showing(tx: AsyncConnection, archive: Archive, payload: str) -> str | None:
    """The platform's id of the newest sent message with this button; None while there is none."""
    result = await tx.execute(
        select(deliveries.c.message, deliveries.c.body)
        .where(
            deliveries.c.id > archive.after_delivery,
            deliveries.c.chat_id == archive.chat_id,
            deliveries.c.state == "sent",
            deliveries.c.message.is_not(None),
        )
        .order_by(deliveries.c.id.desc())
        .limit(50)
    )
    for row in result:
        if payload in str(row.body):
            return str(row.message)
    return None


async def named(tx: AsyncConnection, owner_id: int, blob: str) -> dict[str, Any] | None:
    """The part of this owner's archives that lies under a key of the evidence store."""
    result = await tx.execute(select(archives.c.files).where(archives.c.owner_id == owner_id))
    return next((file for row in result for file in row.files if file["blob"] == blob), None)


async def ids_of(tx: AsyncConnection, ids: Sequence[int]) -> set[int]:
    """Which of these archives are there."""
    result = await tx.execute(select(archives.c.id).where(archives.c.id.in_(ids)))
    return set(result.scalars())
