"""`doctor`: says what is well and what is not, in lines that a person can act on."""

import asyncio
from datetime import timedelta
from typing import TextIO

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.config import Settings
from bot.set_up import set_up
from handlers.casework.playbook_check import check
from locales import catalogue
from storage import deliveries, outbox
from storage.engine import Database
from storage.migrate import pending

WEEK = timedelta(days=7)


async def examine(settings: Settings, out: TextIO, *, put_up: bool = False) -> int:
    """Print one line a check; returns 0 if all is well, 1 if not.

    With `put_up` what the platforms show of the bot is brought up to date, too.
    """
    problems = 0

    def say(well: bool, what: str) -> None:
        nonlocal problems
        problems += not well
        out.write(f"{'ok  ' if well else 'FAIL'} {what}\n")

    say(True, f"LINE: {'connected by its tokens' if settings.has_line else 'no tokens'}")
    telegram = "webhook" if settings.public_url else "polling"
    say(True, f"Telegram: {telegram if settings.has_telegram else 'no token'}")
    for problem in check():
        say(False, f"playbooks: {problem}")
    for problem in catalogue.differences():
        say(False, f"texts: {problem}")
    await _database(settings, say)
    if put_up:
        await set_up(settings, say)
    return 1 if problems else 0


async def _database(settings: Settings, say: "object") -> None:
    assert callable(say)
    database = Database(settings.database_url)
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    now = SystemClock().now()
    try:
        async with asyncio.timeout(5):
            waiting = await pending(database)
            say(not waiting, f"{kind}: " + ("not migrated: run `migrate`" if waiting else "ready"))
            if waiting:
                return
            async with database.read() as tx:
                oldest = await outbox.oldest_due(tx, now)
                parked = await deliveries.parked_since(tx, now - WEEK)
        age = oldest or timedelta(0)
        say(age < timedelta(minutes=5), f"outbox: oldest due row waits {age.total_seconds():.0f} s")
        say(not parked, f"deliveries parked within a week: {len(parked)}")
        for row in parked[:10]:
            say(False, f"  delivery {row['id']} for chat {row['chat_id']}: {row['reason']}")
    except (OSError, TimeoutError, SQLAlchemyError) as failure:
        say(False, f"{kind}: cannot be reached ({type(failure).__name__}). Check DATABASE_URL")
    finally:
        await database.close()
