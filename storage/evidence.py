"""Evidence rows; the bytes lie in the evidence store (`storage/blobs.py`) under their hash."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import RowMapping, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Evidence
from storage.states import EvidenceStatus
from storage.tables import evidence

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Dropped then: the file is not kept for what may still be shown."""
AT_ONCE = LONG_AGO + timedelta(days=1)
"""What was dropped before this moment goes at the next look."""


def _evidence(row: RowMapping) -> Evidence:
    values = dict(row)
    values["status"] = EvidenceStatus(values["status"])
    return Evidence(**values)


async def add(
    tx: AsyncConnection,
    owner_id: int,
    now: datetime,
    *,
    sha256: str,
    blob: str,
    media_type: str,
    size: int,
    width: int | None = None,
    height: int | None = None,
    message: str | None = None,
    caption: str = "",
    album: str | None = None,
    dispute_id: int | None = None,
    status: EvidenceStatus = EvidenceStatus.WAITING,
) -> Evidence:
    """Keep a file that arrived."""
    result = await tx.execute(
        insert(evidence)
        .values(
            owner_id=owner_id,
            dispute_id=dispute_id,
            status=status.value,
            sha256=sha256,
            blob=blob,
            media_type=media_type,
            size=size,
            width=width,
            height=height,
            message=message,
            caption=caption,
            album=album,
            created_at=now,
        )
        .returning(*evidence.c)
    )
    return _evidence(result.mappings().one())


async def get(tx: AsyncConnection, owner_id: int, evidence_id: int) -> Evidence | None:
    """The piece of this id, if it is this owner's."""
    result = await tx.execute(
        select(evidence).where(evidence.c.id == evidence_id, evidence.c.owner_id == owner_id)
    )
    row = result.mappings().one_or_none()
    return _evidence(row) if row else None


async def keep(
    tx: AsyncConnection, evidence_id: int, dispute_id: int, item: str | None = None
) -> Evidence:
    """Attach a piece to a dispute (and, if told, to an item of its list)."""
    values: dict[str, object] = {
        "dispute_id": dispute_id,
        "status": EvidenceStatus.KEPT.value,
        "dropped_at": None,
    }
    if item is not None:
        values["item"] = item
    result = await tx.execute(
        update(evidence).where(evidence.c.id == evidence_id).values(values).returning(*evidence.c)
    )
    return _evidence(result.mappings().one())


async def set_item(tx: AsyncConnection, evidence_ids: Sequence[int], item: str) -> None:
    """Move pieces to an item of their dispute's list."""
    await tx.execute(update(evidence).where(evidence.c.id.in_(evidence_ids)).values(item=item))


async def drop(tx: AsyncConnection, evidence_id: int, now: datetime) -> None:
    """The person does not want this piece kept; housekeeping deletes its file."""
    await tx.execute(
        update(evidence)
        .where(evidence.c.id == evidence_id)
        .values(status=EvidenceStatus.DROPPED.value, dropped_at=now)
    )


async def forget(tx: AsyncConnection, evidence_id: int) -> None:
    """The person took this piece back: its words go now, its file and row at the next look."""
    await tx.execute(
        update(evidence)
        .where(evidence.c.id == evidence_id)
        .values(status=EvidenceStatus.DROPPED.value, dropped_at=LONG_AGO, caption="")
    )


async def of_owner(tx: AsyncConnection, owner_id: int) -> list[Evidence]:
    """All pieces of an owner that were not dropped, in the order they came."""
    result = await tx.execute(
        select(evidence)
        .where(evidence.c.owner_id == owner_id, evidence.c.status != EvidenceStatus.DROPPED.value)
        .order_by(evidence.c.id)
    )
    return [_evidence(row) for row in result.mappings()]


async def of_message(tx: AsyncConnection, owner_id: int, message: str) -> list[Evidence]:
    """What a message brought, dropped or not."""
    result = await tx.execute(
        select(evidence).where(evidence.c.owner_id == owner_id, evidence.c.message == message)
    )
    return [_evidence(row) for row in result.mappings()]


async def of_case(tx: AsyncConnection, dispute_id: int) -> list[Evidence]:
    """All pieces of a dispute, also those that were dropped and are still there."""
    result = await tx.execute(select(evidence).where(evidence.c.dispute_id == dispute_id))
    return [_evidence(row) for row in result.mappings()]


async def of_dispute(tx: AsyncConnection, dispute_id: int) -> list[Evidence]:
    """What is kept for a dispute, in the order it came."""
    result = await tx.execute(
        select(evidence)
        .where(
            evidence.c.dispute_id == dispute_id,
            evidence.c.status == EvidenceStatus.KEPT.value,
        )
        .order_by(evidence.c.id)
    )
    return [_evidence(row) for row in result.mappings()]


async def of_album(tx: AsyncConnection, owner_id: int, album: str) -> list[Evidence]:
    """What was sent together and is not dropped, in the order it came."""
    result = await tx.execute(
        select(evidence)
        .where(
            evidence.c.owner_id == owner_id,
            evidence.c.album == album,
            evidence.c.status != EvidenceStatus.DROPPED.value,
        )
        .order_by(evidence.c.id)
    )
    return [_evidence(row) for row in result.mappings()]


async def join(tx: AsyncConnection, evidence_id: int, album: str) -> Evidence:
    """A piece that was sent before comes again among others."""
    result = await tx.execute(
        update(evidence)
        .where(evidence.c.id == evidence_id)
        .values(album=album)
        .returning(*evidence.c)
    )
    return _evidence(result.mappings().one())


async def waiting(tx: AsyncConnection, owner_id: int) -> list[Evidence]:
    """Files that arrived and were not yet attached, in the order they came."""
    result = await tx.execute(
        select(evidence)
        .where(
            evidence.c.owner_id == owner_id,
            evidence.c.status == EvidenceStatus.WAITING.value,
        )
        .order_by(evidence.c.id)
    )
    return [_evidence(row) for row in result.mappings()]


async def same_file(tx: AsyncConnection, owner_id: int, sha256: str) -> Evidence | None:
    """The same bytes sent before by the same owner and not dropped, if any."""
    result = await tx.execute(
        select(evidence)
        .where(
            evidence.c.owner_id == owner_id,
            evidence.c.sha256 == sha256,
            evidence.c.status != EvidenceStatus.DROPPED.value,
        )
        .order_by(evidence.c.id)
        .limit(1)
    )
    row = result.mappings().one_or_none()
    return _evidence(row) if row else None


async def usage(tx: AsyncConnection, owner_id: int) -> tuple[int, int]:
    """How many files and how many bytes an owner keeps."""
    result = await tx.execute(
        select(func.count(), func.coalesce(func.sum(evidence.c.size), 0)).where(
            evidence.c.owner_id == owner_id, evidence.c.status != EvidenceStatus.DROPPED.value
        )
    )
    count, size = result.one()
    return int(count), int(size)
