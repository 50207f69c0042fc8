"""What is to be erased, and the archives that are made for a person."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Go up. Processes of the former shape leave the new columns empty."""
    op.add_column("owners", sa.Column("erasing_since", sa.BigInteger(), nullable=True))
    _partial("ix_owners_erasing", "owners", ["id"], "erasing_since IS NOT NULL")
    op.add_column("disputes", sa.Column("deleted_at", sa.BigInteger(), nullable=True))
    _partial("ix_disputes_deleted", "disputes", ["id"], "status = 'deleted'")
    op.create_table(
        "archives",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("owner_id", _ID, nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("dispute_id", _ID, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("files", _JSON, nullable=False),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_try_at", sa.BigInteger(), nullable=False),
        sa.Column("after_delivery", _ID, server_default="0", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("lease_token", sa.String(length=36), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_archives_chat_id_chats"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"],
            ["disputes.id"],
            name=op.f("fk_archives_dispute_id_disputes"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["owners.id"],
            name=op.f("fk_archives_owner_id_owners"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archives")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_archives_owner_id"), "archives", ["owner_id"])
    op.create_index(op.f("ix_archives_dispute_id"), "archives", ["dispute_id"])
    _partial("ix_archives_waiting", "archives", ["next_try_at"], "state = 'waiting'")
    _partial("ix_archives_expiring", "archives", ["expires_at"], "state <> 'waiting'")


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, postgresql_where=condition, sqlite_where=condition)


def downgrade() -> None:
    """Go back."""
    op.drop_table("archives")
    op.drop_index("ix_disputes_deleted", table_name="disputes")
    with op.batch_alter_table("disputes", schema=None) as batch_op:
        batch_op.drop_column("deleted_at")
    op.drop_index("ix_owners_erasing", table_name="owners")
    with op.batch_alter_table("owners", schema=None) as batch_op:
        batch_op.drop_column("erasing_since")
