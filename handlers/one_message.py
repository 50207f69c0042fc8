"""A card and the question after it, so that a press on either leaves no outdated card behind."""

from msgspec import structs

from handlers.replies import Card, ReplyNode, Text
from handlers.turn import Turn

EDITING = frozenset({"telegram"})
"""Platforms that edit the message that was pressed."""


def card_and_question(turn: Turn, card: Card, question: Text | None) -> tuple[ReplyNode, ...]:
    """The card first, then the question.

    Where the pressed message is edited in place both stand in one: a press on the question then
    renews the card, too. Elsewhere they are two, so that the question can have quick replies.
    """
    if question is None:
        return (card,)
    if turn.chat.platform not in EDITING:
        return card, question
    notes = (*card.notes, question.words)
    return (structs.replace(card, notes=notes, buttons=(*question.buttons, *card.buttons)),)
