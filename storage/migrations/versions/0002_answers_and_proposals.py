"""Answers to a playbook's question, proposals of either side, the daily look."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go up. Both columns have defaults, so that processes of the former shape go on writing."""
    op.add_column(
        "disputes", sa.Column("answers", Json, nullable=False, server_default=sa.text("'{}'"))
    )
    op.add_column("disputes", sa.Column("look_in", sa.Boolean(), nullable=True))
    op.create_table(
        "proposals",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("dispute_id", Id, nullable=False),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(length=32), nullable=True),
        sa.Column("currency", sa.String(length=8), nullable=True),
        sa.Column("with_return", sa.Boolean(), nullable=True),
        sa.Column("told_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"],
            ["disputes.id"],
            name=op.f("fk_proposals_dispute_id_disputes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(op.f("ix_proposals_dispute_id"), ["dispute_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_proposals_dispute_id"))
    op.drop_table("proposals")
    with op.batch_alter_table("disputes", schema=None) as batch_op:
        batch_op.drop_column("look_in")
        batch_op.drop_column("answers")
