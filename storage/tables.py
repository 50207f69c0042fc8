"""The tables, one home for both databases (SQLite and PostgreSQL).

The migrations in `storage/migrations` must arrive at exactly these: a test compares them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import DROPPED as DROPPED
from storage.columns import HELD as HELD
from storage.columns import NEW as NEW
from storage.columns import PLANNED as PLANNED
from storage.columns import READY as READY
from storage.columns import Json as Json
from storage.columns import belongs, key, key_of
from storage.columns import metadata as metadata
from storage.instants import Instant

owners = Table(
    "owners",
    metadata,
    key(),
    Column("zone", String(64), nullable=False),
    Column("locale", String(8), nullable=False),
    Column("quiet_from", String(5), nullable=False),
    Column("quiet_until", String(5), nullable=False),
    # What the owner chose over the rules of when to warn; nothing chosen is the rule.
    Column("warn_at", String(5)),
    Column("leads", Json, nullable=False, server_default=text("'{}'")),
    Column("look_at", String(5)),
    Column("quiet_good", Boolean, nullable=False, server_default=text("false")),
    Column("last_number", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    # The lease of whoever handles this owner's events: one event in work an owner.
    Column("lease_token", String(36)),
    Column("lease_until", Instant),
    sqlite_autoincrement=True,
)

chats = Table(
    "chats",
    metadata,
    key(),
    belongs("owner_id", "owners"),
    Column("platform", String(16), nullable=False),
    Column("address", String(128), nullable=False),
    Column("group", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("clock_ahead", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    Column("state_changed_at", Instant),
    # The lease of whoever sends to this chat: one delivery in flight a chat.
    Column("lease_token", String(36)),
    Column("lease_until", Instant),
    # The chat's own pace, see storage/paces.py.
    Column("free_at", Instant),
    # How many a push to a LINE group reaches, and so costs.
    Column("members", Integer),
    UniqueConstraint("platform", "address"),
    Index(None, "owner_id"),
    Index(None, "free_at"),
    sqlite_autoincrement=True,
)

paces = Table(
    "paces",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("free_at", Instant, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    key(),
    Column("platform", String(16), nullable=False),
    Column("key", String(64), nullable=False),
    belongs("owner_id", "owners", optional=True),
    belongs("chat_id", "chats", optional=True),
    Column("kind", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("raw", Json, nullable=False),
    # new | handled | parked | ignored
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("next_try_at", Instant, nullable=False),
    Column("handled_at", Instant),
    UniqueConstraint("platform", "key"),
    Index(
        "ix_inbox_waiting",
        "next_try_at",
        "owner_id",
        postgresql_where=text("state = 'new'"),
        sqlite_where=text("state = 'new'"),
    ),
    Index("ix_inbox_of_chat", "chat_id"),
    Index("ix_inbox_of_owner", "owner_id", "state", "at", "id"),
    sqlite_autoincrement=True,
)

disputes = Table(
    "disputes",
    metadata,
    key(),
    belongs("owner_id", "owners"),
    Column("status", String(16), nullable=False),
    Column("number", Integer),
    Column("title", Text, nullable=False),
    Column("reason", String(32)),
    Column("demand", String(32)),
    Column("stage", String(32)),
    Column("playbook", String(48)),
    Column("amounts", Json, nullable=False),
    Column("order_ids", Json, nullable=False),
    Column("tracking", Json, nullable=False),
    Column("source_text", Text, nullable=False),
    Column("asked", Json, nullable=False),
    Column("answers", Json, nullable=False, server_default=text("'{}'")),
    Column("look_in", Boolean),
    Column("outcome", String(32)),
    Column("message", String(64)),
    Column("created_at", Instant, nullable=False),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    UniqueConstraint("owner_id", "number"),
    sqlite_autoincrement=True,
)

proposals = Table(
    "proposals",
    metadata,
    key(),
    belongs("dispute_id", "disputes"),
    Column("made_by", String(16), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("value", String(32)),
    Column("currency", String(8)),
    Column("with_return", Boolean),
    Column("told_at", Instant, nullable=False),
    Index(None, "dispute_id"),
    sqlite_autoincrement=True,
)

deadlines = Table(
    "deadlines",
    metadata,
    key(),
    belongs("dispute_id", "disputes"),
    belongs("owner_id", "owners"),
    Column("kind", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("precision", String(8), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("source_text", Text, nullable=False),
    Column("assumptions", Json, nullable=False),
    Column("alternatives", Json, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("status", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index(None, "dispute_id"),
    Index(None, "owner_id", "status", "at"),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    metadata,
    key(),
    belongs("chat_id", "chats"),
    # 0 answers before 1 warnings and notices: somebody waits for an answer.
    Column("rank", Integer, nullable=False),
    Column("body", Json, nullable=False),
    Column("retry_key", String(36), nullable=False),
    Column("reply_token", String(256)),
    Column("reply_until", Instant),
    # ready | sent | refused | parked
    Column("state", String(16), nullable=False),
    Column("next_try_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("first_attempt_at", Instant),
    # Attempting is a durable fact of its own: set and committed before the body leaves, cleared
    # when its fate is known to be "not delivered".
    Column("attempted_at", Instant),
    Column("uncertain", Boolean, nullable=False, server_default=text("false")),
    Column("marked", Boolean, nullable=False, server_default=text("false")),
    Column("message", String(64)),
    Column("reason", Text),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Index(
        "ix_deliveries_ready",
        "chat_id",
        "rank",
        "id",
        postgresql_where=text("state = 'ready'"),
        sqlite_where=text("state = 'ready'"),
    ),
    Index(
        "ix_deliveries_next_try",
        "next_try_at",
        "chat_id",
        postgresql_where=text("state = 'ready'"),
        sqlite_where=text("state = 'ready'"),
    ),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    key(),
    belongs("chat_id", "chats"),
    Column("kind", String(16), nullable=False),
    Column("due_at", Instant, nullable=False),
    # What is due at the same time goes by this: a warning's deadline.
    Column("urgent_at", Instant),
    # Answers and notices: {"reply": <tree>, "to": <what it hangs on>}. Warnings are written when
    # they are frozen, so that they tell the true time left.
    Column("content", Json, nullable=False),
    belongs("dispute_id", "disputes", optional=True),
    belongs("deadline_id", "deadlines", optional=True),
    Column("deadline_version", Integer),
    Column("offset", String(16), nullable=False, server_default=""),
    Column("dedupe_key", String(96)),
    Column("state", String(16), nullable=False),
    belongs("delivery_id", "deliveries", optional=True),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    UniqueConstraint("dedupe_key"),
    Index(
        "ix_outbox_claim",
        "due_at",
        "chat_id",
        "kind",
        "urgent_at",
        postgresql_where=text("state = 'planned'"),
        sqlite_where=text("state = 'planned'"),
    ),
    Index(
        "ix_outbox_of_chat",
        "chat_id",
        "due_at",
        postgresql_where=text("state = 'planned'"),
        sqlite_where=text("state = 'planned'"),
    ),
    Index(
        "ix_outbox_held",
        "chat_id",
        postgresql_where=text("state = 'held'"),
        sqlite_where=text("state = 'held'"),
    ),
    Index("ix_outbox_of_deadline", "deadline_id"),
    Index("ix_outbox_of_delivery", "delivery_id"),
    Index("ix_outbox_of_dispute", "dispute_id"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    metadata,
    key_of("chat_id", "chats"),
    Column("waiting_for", String(32), nullable=False),
    belongs("dispute_id", "disputes", optional=True),
    belongs("deadline_id", "deadlines", optional=True),
    Column("data", Json, nullable=False),
    Column("since", Instant, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    key(),
    belongs("owner_id", "owners"),
    belongs("dispute_id", "disputes", optional=True),
    Column("status", String(16), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("blob", String(256), nullable=False),
    Column("media_type", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("message", String(64)),
    Column("caption", Text, nullable=False),
    Column("item", String(48)),
    Column("created_at", Instant, nullable=False),
    Column("dropped_at", Instant),
    Column("album", String(64)),
    Index(None, "owner_id", "sha256"),
    Index(None, "dispute_id"),
    Index("ix_evidence_blob", "blob"),
    Index(
        "ix_evidence_dropped",
        "id",
        postgresql_where=text("status = 'dropped'"),
        sqlite_where=text("status = 'dropped'"),
    ),
    sqlite_autoincrement=True,
)

progress = Table(
    "progress",
    metadata,
    key_of("dispute_id", "disputes"),
    Column("playbook", String(48), primary_key=True),
    Column("step", String(48)),
    Column("done", Json, nullable=False),
    Column("device", String(8)),
    Column("finished_at", Instant),
)

changes = Table(
    "changes",
    metadata,
    key(),
    belongs("owner_id", "owners"),
    belongs("dispute_id", "disputes"),
    Column("what", String(48), nullable=False),
    Column("before", Json, nullable=False),
    Column("made_at", Instant, nullable=False),
    Index(None, "owner_id", "id"),
    Index(None, "dispute_id"),
    sqlite_autoincrement=True,
)

owner_changes = Table(
    "owner_changes",
    metadata,
    key(),
    belongs("owner_id", "owners"),
    Column("before", Json, nullable=False),
    Column("made_at", Instant, nullable=False),
    Index(None, "owner_id", "id"),
    sqlite_autoincrement=True,
)
"""The settings as they stood before each change, so that it can be undone."""

calendars = Table(
    "calendars",
    metadata,
    key_of("owner_id", "owners"),
    # Of the token only its number and a hash are kept: who reads the database cannot read
    # anybody's calendar.
    Column("nonce", String(32), nullable=False),
    Column("token_hash", String(64), nullable=False),
    Column("etag", String(64), nullable=False),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("token_hash"),
)
"""The one calendar address of an owner that is valid."""

facts = Table(
    "facts",
    metadata,
    Column("name", String(96), primary_key=True),
    Column("value", Json, nullable=False),
    Column("until", Instant),
)
"""Small single facts: Telegram's polling offset, a poller's lease, a counter of the month."""
