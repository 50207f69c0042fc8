"""One statement for many rows, planned alike for any number of them on both databases."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    TableValuedAlias,
    any_,
    bindparam,
    column,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import Json

T = TypeVar("T", int, str)


def is_sqlite(tx: AsyncConnection) -> bool:
    """Whether it is SQLite, where the two databases say a thing in different ways."""
    return bool(tx.dialect.name == "sqlite")


def insert_of(is_on_sqlite: bool) -> Any:
    """INSERT as the database's own dialect has it, with ON CONFLICT."""
    return sqlite.insert if is_on_sqlite else postgresql.insert


def among(
    tx: AsyncConnection, column: ColumnElement[T], values: Collection[T]
) -> ColumnElement[bool]:
    """The condition that a column holds one of these numbers or texts.

    They are one bound value, an array: a list of values is another statement for each length, slow
    to write out, and on PostgreSQL its general plan reads a whole table against the list.
    """
    if is_sqlite(tx):
        each = func.json_each(literal(list(values), Json)).table_valued("value")
        return column.in_(select(each.c.value))
    return column == any_(literal(list(values), ARRAY(column.type)))


def among_bound(sqlite: bool, column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """The same condition in a statement that is built once: the values come under this name."""
    if sqlite:
        each = func.json_each(bindparam(name, type_=Json)).table_valued("value")
        return column.in_(select(each.c.value))
    return column == any_(bindparam(name, type_=ARRAY(column.type)))


def each_bound(sqlite: bool, name: str) -> TableValuedAlias:
    """A map as rows of `key` and `value`, to update from: each row's value is looked up once.

    In a statement that is built once: the map, with texts as its keys, comes under this name.
    """
    each = func.json_each if sqlite else func.jsonb_each_text
    return each(bindparam(name, type_=Json)).table_valued("key", "value")


def rows_bound(sqlite: bool, name: str, columns: Sequence[Column[Any]]) -> FromClause:
    """A list of maps as rows of these columns, to insert from: one bound value for all of them.

    In a statement that is built once: the list comes under this name. Instants are microseconds.
    """
    given = bindparam(name, type_=Json)
    if not sqlite:
        types = [column(one.name, one.type) for one in columns]
        return func.jsonb_to_recordset(given).table_valued(*types).render_derived(with_types=True)
    each = func.json_each(given).table_valued("value")
    values = (func.json_extract(each.c.value, f"$.{one.name}") for one in columns)
    return select(
        *(
            type_coerce(value, one.type).label(one.name)
            for value, one in zip(values, columns, strict=True)
        )
    ).subquery()
