"""The table of archives that are made in the background (`storage/archives.py`)."""

from sqlalchemy import Column, Index, Integer, String, Table

from storage.columns import Id, Json, belongs, key, metadata, partial
from storage.instants import Instant

archives = Table(
    "archives",
    metadata,
    key(),
    belongs("owner_id", "owners"),
    belongs("chat_id", "chats"),
    belongs("dispute_id", "disputes", optional=True),
    Column("kind", String(16), nullable=False),
    # waiting | made | failed
    Column("state", String(16), nullable=False),
    # Where they lie in the evidence store: [{"blob", "name", "size"}], once they are made.
    Column("files", Json, nullable=False),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("total", Integer, nullable=False, server_default="0"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("next_try_at", Instant, nullable=False),
    # The newest delivery of all when it was asked for: the message that shows it comes later.
    Column("after_delivery", Id, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("lease_token", String(36)),
    Column("lease_until", Instant),
    Index(None, "owner_id"),
    Index(None, "dispute_id"),
    partial("ix_archives_waiting", "next_try_at", where="state = 'waiting'"),
    partial("ix_archives_expiring", "expires_at", where="state <> 'waiting'"),
    sqlite_autoincrement=True,
)
