"""A process of its own that migrates a database and says what is left to do."""

import asyncio
import sys

from storage.engine import Database
from storage.migrate import migrate, pending


async def main(address: str) -> None:
    """Migrate, look, close."""
    database = Database(address)
    try:
        await migrate(database)
        print(await pending(database))
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
