"""The few ways on that stand under an answer when there is nothing more particular to press."""

from handlers.buttons import Verb, pack
from handlers.replies import Press, Reply, Text
from locales.catalogue import Words


def new(say: Words) -> Press:
    """Register a case."""
    return Press(say("menu-new"), pack(Verb.NEW), "primary")


def cases(say: Words) -> Press:
    """The list."""
    return Press(say("menu-list"), pack(Verb.LIST))


def next_clock(say: Words) -> Press:
    """The nearest deadline."""
    return Press(say("menu-next"), pack(Verb.NEXT))


def trouble(say: Words) -> Press:
    """Choose what the trouble is."""
    return Press(say("menu-trouble"), pack(Verb.TROUBLE))


def help_(say: Words) -> Press:
    """Examples of what can be written."""
    return Press(say("menu-help"), pack(Verb.HELP))


def settings(say: Words) -> Press:
    """How everything is set."""
    return Press(say("button-settings"), pack(Verb.SETTINGS))


def main(say: Words) -> tuple[Press, ...]:
    """All of them."""
    return (new(say), cases(say), trouble(say), help_(say))


def plain(words: str, *buttons: Press) -> Reply:
    """An answer of one message."""
    return Reply((Text(words, buttons),))
