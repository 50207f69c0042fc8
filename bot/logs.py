"""Logging: one line an event, ids as fields, no address and no text of a person in it."""

import logging
import sys

from logfmter import Logfmter

# These log request addresses, and Telegram's hold the bot's token.
TALKATIVE = ("httpx", "httpcore", "telegram", "aiohttp", "linebot", "urllib3", "hpack")
# These log values at DEBUG: of statements, forms, messages, pictures.
LEAKY = (
    *("sqlalchemy", "aiosqlite", "asyncpg", "alembic", "multipart", "python_multipart"),
    # The local page's events, and what a photo's EXIF says (where it was taken).
    *("sse_starlette", "PIL"),
)


def set_up(level: str) -> None:
    """Send log lines to standard error as `key=value`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        Logfmter(
            keys=["at", "level", "logger"],
            mapping={"at": "asctime", "level": "levelname", "logger": "name"},
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in (*TALKATIVE, *LEAKY):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Its start-up lines carry terminal colours and say nothing that ours do not.
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    # An access line holds the address, and addresses may hold tokens.
    logging.getLogger("uvicorn.access").setLevel(logging.CRITICAL)
