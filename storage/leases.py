"""Lease tokens, and letting go of leases whose process is dead.

A token names its process, so that on one machine (SQLite) a successor need not wait until a
killed process's lease runs out. On PostgreSQL the process may live elsewhere: it is waited out.
"""

import os
import uuid

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import archives, chats, owners


def new_token() -> str:
    """A token of this process, unique to one claim; 36 characters at the most."""
    return f"{os.getpid()}.{uuid.uuid4().hex[:24]}"


async def release_dead(tx: AsyncConnection) -> int:
    """Let go of what processes that no longer run on this machine had leased; returns how many."""
    freed = 0
    for table in (archives, chats, owners):
        found = await tx.execute(
            select(table.c.lease_token).where(table.c.lease_token.is_not(None)).distinct()
        )
        dead = [row.lease_token for row in found if not _lives(row.lease_token)]
        if dead:
            result = await tx.execute(
                update(table)
                .where(table.c.lease_token.in_(dead))
                .values(lease_token=None, lease_until=None)
            )
            freed += result.rowcount
    return freed


def _lives(token: str) -> bool:
    """Whether the token's process runs; in doubt, it does."""
    number = token.partition(".")[0]
    if not number.isdigit():
        return True
    if int(number) == os.getpid():
        # Nothing is leased by us before we have begun: this number was another's.
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
