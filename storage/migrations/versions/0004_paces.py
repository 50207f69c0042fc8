"""Paces that all processes share, and an index from which chats are claimed, the urgent first."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

PLANNED = sa.text("state = 'planned'")
HELD = sa.text("state = 'held'")


def upgrade() -> None:
    """Go up. What processes of the former shape plan has no urgency, and goes by its due time."""
    op.create_table(
        "paces",
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("free_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", name=op.f("pk_paces")),
    )
    op.add_column("chats", sa.Column("free_at", sa.BigInteger(), nullable=True))
    op.add_column("chats", sa.Column("members", sa.Integer(), nullable=True))
    op.create_index("ix_chats_free_at", "chats", ["free_at"])
    op.add_column("outbox", sa.Column("urgent_at", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_outbox_claim",
        "outbox",
        ["due_at", "chat_id", "kind", "urgent_at"],
        postgresql_where=PLANNED,
        sqlite_where=PLANNED,
    )
    op.drop_index("ix_outbox_due", table_name="outbox")
    op.create_index(
        "ix_outbox_held", "outbox", ["chat_id"], postgresql_where=HELD, sqlite_where=HELD
    )


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_outbox_held", table_name="outbox")
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["due_at", "chat_id"],
        postgresql_where=PLANNED,
        sqlite_where=PLANNED,
    )
    op.drop_index("ix_outbox_claim", table_name="outbox")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("urgent_at")
    op.drop_index("ix_chats_free_at", table_name="chats")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("members")
        batch_op.drop_column("free_at")
    op.drop_table("paces")
