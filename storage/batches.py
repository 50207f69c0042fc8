"""One statement for many rows, planned alike for any number of them on both databases."""

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    any_,
    bindparam,
    cast,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from storage.tables import Json

T = TypeVar("T", int, str)


def is_sqlite(tx: AsyncConnection) -> bool:
    """Whether it is SQLite, where the two databases say a thing in different ways."""
    return bool(tx.dialect.name == "sqlite")


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


def mapped_bound(
    sqlite: bool,
    row_id: ColumnElement[int],
    name: str,
    type_: type[TypeEngine[Any]] = Text,
) -> ColumnElement[Any]:
    """What a map holds for a row's id, NULL where it holds none.

    In a statement that is built once: the map, with texts as its keys, comes under this name.
    """
    held = bindparam(name, type_=Json)
    # Both databases could say ->>, SQLite only since 3.38.
    if sqlite:
        found: ColumnElement[Any] = func.json_extract(
            held, literal('$."').concat(cast(row_id, Text)).concat('"')
        )
    else:
        found = held.op("->>", return_type=Text())(cast(row_id, Text))
    return cast(found, type_) if type_ is BigInteger else found
