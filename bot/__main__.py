"""The commands: run · web · worker · migrate · doctor · read."""

import argparse
import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings

USAGE_ERROR = 2


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="funso-navi", description="Keeps the deadlines of AliExpress disputes (紛争ナビ)."
    )
    commands = made.add_subparsers(dest="command", metavar="command")
    commands.add_parser("run", help="everything in one process (the default)")
    commands.add_parser("web", help="webhooks, health and the local page only")
    commands.add_parser("worker", help="handle events, send, poll")
    commands.add_parser("migrate", help="bring the database to the newest shape")
    doctor = commands.add_parser("doctor", help="check settings, database, platforms and contents")
    doctor.add_argument(
        "--graph",
        nargs="*",
        metavar="playbook",
        help="only print pictures of these playbooks (of all, if none is named) as Mermaid charts",
    )
    doctor.add_argument(
        "--set-up",
        action="store_true",
        help="also put up LINE's rich menu and Telegram's commands and texts, where they changed",
    )
    commands.add_parser("read", help="read sentences: JSON lines in, JSON lines out")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (2: a setting is wrong)."""
    options = parser().parse_args(arguments)
    command = options.command or "run"
    if command == "read":
        # Loads neither a platform's SDK nor the database.
        from bot.read_lines import main as read_lines

        return read_lines(sys.stdin, sys.stdout)
    if command == "doctor" and options.graph is not None:
        return _graph(options.graph)
    from bot.config import SettingsError, settings
    from bot.event_loop import run
    from bot.logs import set_up

    try:
        given = settings()
    except SettingsError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)  # noqa: T201
        return USAGE_ERROR
    set_up(given.log_level)
    if command == "migrate":
        return run(_migrate(given))
    if command == "doctor":
        from bot.doctor import examine

        return run(examine(given, sys.stdout, put_up=options.set_up))
    return run(_serve(given, command))


def _graph(names: Sequence[str]) -> int:
    from handlers.casework.playbook_graph import graphs

    try:
        print("\n\n".join(graphs(list(names))))  # noqa: T201
    except KeyError as stranger:
        print(f"no playbook is called {stranger}", file=sys.stderr)  # noqa: T201
        return USAGE_ERROR
    return 0


async def _migrate(given: "Settings") -> int:
    from storage.engine import Database
    from storage.migrate import migrate

    database = Database(given.database_url)
    try:
        await migrate(database)
    finally:
        await database.close()
    return 0


async def _serve(given: "Settings", role: str) -> int:
    from handlers.reading.read import prepare

    # Two SDKs make a million objects, nearly all for good: looking for rubbish among them was a
    # third of the start. The parts switch the collector on again when they stand.
    gc.disable()
    if role != "web":
        # Before the SDKs: their classes then fill what the building of the word lists leaves free.
        prepare()
    from bot.app import App
    from bot.roles import NotMigrated, PortTaken, Process

    try:
        await Process(App(given), role).run()  # type: ignore[arg-type]
    except PortTaken as problem:
        print(f"{problem}. Choose another PORT, or stop what listens there", file=sys.stderr)  # noqa: T201
        return USAGE_ERROR
    except NotMigrated:
        print(  # noqa: T201
            "DATABASE_URL: the database is not migrated. Run: python -m bot migrate",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
