"""SQLAlchemy's dialect for aiosqlite, with one trip to the connection's thread for a statement.

As it comes, a statement takes four (a cursor is made, executes, is fetched and is closed, each
over a queue to the thread and back) and a transaction begins and ends with one each. Where the
interpreter is busy, each trip waits for its lock: 254 of them for one answered message were most
of what a message took. Here a statement is executed and fetched in one trip, the BEGIN goes along
with the first statement, what nobody reads goes along with the next or with the COMMIT, and a
transaction that has ended is not rolled back once more.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from sqlite3 import Connection, Cursor
from typing import Any, Final, cast

from sqlalchemy import Executable
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    AsyncAdapt_aiosqlite_ss_cursor,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.engine import ExecutionContext
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import EMPTY_DICT
from sqlalchemy.util.concurrency import await_

DRIVER = "sqlite+trips"
"""The drivername of a URL for this dialect."""


async def go_along(tx: AsyncConnection, statement: Executable, values: Mapping[str, Any]) -> None:
    """Execute a write of which nothing is read, not even how many rows it changed.

    On SQLite it goes along with the next trip of its transaction, which raises what it raises.
    """
    # Not by `tx.execute`, which insists on a trip.
    await tx.run_sync(
        lambda connection: connection.execute(statement, values, execution_options=_ALONG)
    )


_ALONG: Final = {"along": True}


class Fetched:
    """What SQLAlchemy asks a cursor for, kept after the cursor itself is closed."""

    arraysize = 1

    def __init__(self, cursor: Cursor | None = None) -> None:
        self.description = cursor.description if cursor else None
        self.rows: Sequence[Any] = cursor.fetchall() if cursor and cursor.description else ()
        # Only after the rows: of an INSERT … RETURNING they are counted as they come.
        self.rowcount = cursor.rowcount if cursor else -1
        self.lastrowid = cursor.lastrowid if cursor else None

    def close(self) -> None:
        """Nothing: the cursor is closed."""


class TripCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that exists only while its statement runs."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        # Not the parent's, which goes to the thread for a cursor.
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._cursor = cast("Any", Fetched())
        self._soft_closed_memoized = EMPTY_DICT
        self._rows = deque()

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._go(_execute, operation, () if parameters is None else parameters)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._go(_execute_many, operation, seq_of_parameters)

    def go_along(self, operation: Any, parameters: Any) -> None:
        """Execute this with the next trip."""
        cast("TripConnection", self._adapt_connection).along.append((operation, parameters))

    async def _go(self, run: Callable[..., Fetched], *given: Any) -> None:
        fetched = await cast("TripConnection", self._adapt_connection).go(run, *given)
        self._cursor = cast("Any", fetched)
        self._rows = deque(fetched.rows)


class StreamCursor(AsyncAdapt_aiosqlite_ss_cursor):
    """A cursor whose rows are fetched as they are wanted."""

    __slots__ = ()

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        await cast("TripConnection", self._adapt_connection).go(_nothing)
        return await super()._execute_async(operation, parameters)


class TripConnection(AsyncAdapt_aiosqlite_connection):
    """A connection that begins its transaction with the first statement of it."""

    __slots__ = ("_begin", "_begun", "along")

    _cursor_cls = TripCursor
    _ss_cursor_cls = StreamCursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._begin: str | None = None
        # Noted before a BEGIN leaves, taken back when an end has come: so a trip that nobody
        # waited for to its end can leave no transaction behind.
        self._begun = False
        self.along: list[tuple[str, Any]] = []
        """Statements that wait for the next trip, with their parameters."""

    def begin_with(self, statement: str) -> None:
        """Begin the next transaction with this, when its first statement comes."""
        self._begin = statement

    async def go(self, run: Callable[..., Fetched], *given: Any) -> Fetched:
        """Run this in the connection's thread, within the transaction."""
        async with self._execute_mutex:
            begin, self._begin = self._begin, None
            along, self.along = self.along, []
            self._begun = self._begun or begin is not None
            driver = cast("Any", self._connection)
            fetched: Fetched = await driver._execute(
                _within, driver._conn, begin, along, run, *given
            )
            return fetched

    def commit(self) -> None:
        """Commit what has begun, and what waits for a trip first."""
        if self.along:
            try:
                await_(self.go(_commit))
            except Exception as error:
                self._handle_exception(error)
        elif self._begun:
            super().commit()
        self._begin = None
        self._begun = False

    def rollback(self) -> None:
        """Take back what has begun."""
        self._begin = None
        self.along.clear()
        if self._begun:
            super().rollback()
            self._begun = False


def _within(
    connection: Connection,
    begin: str | None,
    along: Iterable[tuple[str, Any]],
    run: Callable[..., Fetched],
    *given: Any,
) -> Fetched:
    if begin is not None:
        connection.execute(begin).close()
    for statement, parameters in along:
        connection.execute(statement, parameters).close()
    return run(connection, *given)


def _execute(connection: Connection, statement: str, parameters: Any) -> Fetched:
    return _closed(connection.execute(statement, parameters))


def _execute_many(connection: Connection, statement: str, rows: Iterable[Any]) -> Fetched:
    return _closed(connection.executemany(statement, rows))


def _closed(cursor: Cursor) -> Fetched:
    try:
        return Fetched(cursor)
    finally:
        cursor.close()


def _nothing(_connection: Connection) -> Fetched:
    return Fetched()


def _commit(connection: Connection) -> Fetched:
    connection.commit()
    return Fetched()


class TripModule(AsyncAdapt_aiosqlite_dbapi):
    """The driver, whose connections are ours."""

    def connect(self, *arg: Any, **kw: Any) -> TripConnection:
        """A new connection."""
        made = super().connect(*arg, **kw)
        return TripConnection(self, made._connection)


class TripDialect(SQLiteDialect_aiosqlite):
    """SQLite over aiosqlite, one trip for a statement."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> TripModule:
        """The driver's module, as SQLAlchemy asks for it."""
        return TripModule(__import__("aiosqlite"), __import__("sqlite3"))

    def do_execute(
        self, cursor: Any, statement: str, parameters: Any, context: ExecutionContext | None = None
    ) -> None:
        """Execute a statement, or have it wait for the next trip."""
        if context is not None and "along" in context.execution_options:
            cursor.go_along(statement, parameters)
        else:
            cursor.execute(statement, parameters)


registry.register("sqlite.trips", __name__, "TripDialect")
