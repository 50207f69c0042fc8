"""A process of its own that writes once into a database."""

import asyncio
import sys

from bot.wake import tell_others
from storage import facts
from storage.engine import Database


async def main(address: str) -> None:
    """Write and close."""
    database = Database(address)
    try:
        async with database.write() as tx:
            await facts.put(tx, "from-outside", 1)
            await tell_others(tx)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
