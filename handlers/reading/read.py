"""The one door of this package: a message goes in, its meaning comes out."""

import gc
from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import cache

from handlers.reading.model import Reading
from handlers.reading.zones import zone_of


def read(text: str, now: datetime, zone: str = "Asia/Tokyo") -> Reading:
    """Understand one message at a given moment.

    ``now`` must be aware; ``zone`` is the IANA name in which the writer's dates are meant and in
    which the deadline is given back. Raises ValueError for an unknown zone, and never for a text.

    The grammar and the word lists come with the first text, if ``prepare`` has not fetched them.
    """
    here = zone_of(zone)
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    return _understand()(text, now.astimezone(here), here)


@cache
def _understand() -> Callable[[str, datetime, tzinfo], Reading]:
    from handlers.reading.message import understand

    return understand


def prepare_places() -> None:
    """Load the names of the world's places, a third of a second for the few texts that name one."""
    from handlers.reading import places

    places.by_name("")
    places.by_atlas("")


def prepare() -> None:
    """Load the grammar and the word lists, which takes about a second.

    Nobody who writes first has to wait for them then, and a process that never reads does without.
    """
    from handlers.reading import date_opinion, line_opinion, page_opinion, second_opinion
    from handlers.reading.lexicon.index import lexicon
    from handlers.reading.message import understand  # noqa: F401
    from handlers.reading.sums import sum_opinion

    lexicon()
    second_opinion.weights()
    page_opinion.weights()
    date_opinion.weights()
    sum_opinion.weights()
    line_opinion.weights()
    # Tens of thousands of phrases that stay for good: without this the garbage collector goes
    # through them all again and again, for 15 ms each time, in the middle of a message.
    gc.freeze()
