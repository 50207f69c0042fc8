"""When to warn, as the owner chose it, how to undo that, and calendar addresses."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Go up. Processes of the former shape make owners who have chosen nothing."""
    op.add_column("owners", sa.Column("warn_at", sa.String(length=5), nullable=True))
    op.add_column(
        "owners", sa.Column("leads", JSON, server_default=sa.text("'{}'"), nullable=False)
    )
    op.add_column("owners", sa.Column("look_at", sa.String(length=5), nullable=True))
    op.add_column(
        "owners",
        sa.Column("quiet_good", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.create_table(
        "owner_changes",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("owner_id", ID, nullable=False),
        sa.Column("before", JSON, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["owners.id"],
            name=op.f("fk_owner_changes_owner_id_owners"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_owner_changes_owner_id_id"), "owner_changes", ["owner_id", "id"])
    op.create_table(
        "calendars",
        sa.Column("owner_id", ID, autoincrement=False, nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("etag", sa.String(length=64), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["owners.id"],
            name=op.f("fk_calendars_owner_id_owners"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", name=op.f("pk_calendars")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendars_token_hash")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("calendars")
    op.drop_index(op.f("ix_owner_changes_owner_id_id"), table_name="owner_changes")
    op.drop_table("owner_changes")
    with op.batch_alter_table("owners", schema=None) as batch_op:
        batch_op.drop_column("quiet_good")
        batch_op.drop_column("look_at")
        batch_op.drop_column("leads")
        batch_op.drop_column("warn_at")
