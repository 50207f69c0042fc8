"""Trouble with another shop than AliExpress: a kind word, and what helps there."""

from handlers import menu
from handlers.reading.model import Reading
from handlers.replies import Reply
from handlers.turn import Turn


def is_about_another(reading: Reading) -> bool:
    """Whether the trouble is with a shop that this bot knows nothing of."""
    return reading.other_shop is not None


async def answer(turn: Turn, reading: Reading) -> Reply:
    """Say that this is for AliExpress, and that the other shop's own help is the way there."""
    say = turn.say
    words = say("other-shop", shop=reading.other_shop or "")
    return menu.plain(words, menu.new(say), menu.help_(say))
