"""When a piece of evidence was dropped, so that its file goes only after a while."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go up. Processes of the former shape leave the new column empty."""
    op.add_column("evidence", sa.Column("dropped_at", sa.BigInteger(), nullable=True))
    op.create_index("ix_evidence_blob", "evidence", ["blob"])
    op.create_index(
        "ix_evidence_dropped",
        "evidence",
        ["id"],
        postgresql_where=sa.text("status = 'dropped'"),
        sqlite_where=sa.text("status = 'dropped'"),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_evidence_dropped", table_name="evidence")
    op.drop_index("ix_evidence_blob", table_name="evidence")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("dropped_at")
