"""Chats of one person that are linked: codes, wrong tries, and where warnings go."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go up. Processes of the former shape know of no links and send where it was planned."""
    op.create_table(
        "link_codes",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.id"],
            name=op.f("fk_link_codes_chat_id_chats"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_link_codes")),
    )
    op.create_index("ix_link_codes_chat_id", "link_codes", ["chat_id"])
    op.add_column(
        "chats", sa.Column("link_tries", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("chats", sa.Column("link_tried_at", sa.BigInteger(), nullable=True))
    op.add_column("owners", sa.Column("told_on", sa.String(16), nullable=True))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("owners", schema=None) as batch_op:
        batch_op.drop_column("told_on")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("link_tried_at")
        batch_op.drop_column("link_tries")
    op.drop_index("ix_link_codes_chat_id", table_name="link_codes")
    op.drop_table("link_codes")
