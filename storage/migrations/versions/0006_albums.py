"""Which album a piece of evidence came in, so that one press keeps it whole."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go up. Processes of the former shape leave the new column empty."""
    op.add_column("evidence", sa.Column("album", sa.String(64), nullable=True))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("album")
