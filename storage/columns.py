"""What the tables are made of: names, types and columns that many of them share."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    literal_column,
)
from sqlalchemy.dialects import postgresql

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives rowids only to INTEGER PRIMARY KEY; PostgreSQL's integer would end at 2 billion.
Id = BigInteger().with_variant(Integer, "sqlite")
Json = JSON().with_variant(postgresql.JSONB, "postgresql")

# States that partial indexes rest on. They are written into the statement and not bound, so that
# the choice of the index never hangs on whether the database looks at bound values as it plans.
PLANNED = literal_column("'planned'", String)
READY = literal_column("'ready'", String)
NEW = literal_column("'new'", String)
DROPPED = literal_column("'dropped'", String)
HELD = literal_column("'held'", String)


def key() -> Column[int]:
    """The number of a row."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def belongs(name: str, to: str, *, optional: bool = False) -> Column[int]:
    """A row of another table, with which this one goes."""
    return Column(name, Id, ForeignKey(f"{to}.id", ondelete="CASCADE"), nullable=optional)


def key_of(name: str, to: str) -> Column[int]:
    """The number of a row that stands for one of another table, and goes with it."""
    there = ForeignKey(f"{to}.id", ondelete="CASCADE")
    return Column(name, Id, there, primary_key=True, autoincrement=False)
