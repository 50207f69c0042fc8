"""The bot was added or taken away, people came or went, or a message was taken back."""

from handlers import menu, privacy
from handlers.casework import schedule
from handlers.events import Left, Moved, Unsent
from handlers.replies import Reply, Text
from handlers.turn import Turn
from storage import (
    changes,
    conversations,
    deadlines,
    disputes,
    evidence,
    following,
    inbox,
    owners,
    quotas,
)
from storage.records import Dispute
from storage.states import ChatState, DeadlineStatus


async def joined(turn: Turn) -> Reply:
    """Greet: what it is for, with one example, and what is kept."""
    await owners.set_chat_state(turn.tx, turn.chat.id, ChatState.ACTIVE, turn.now)
    return await greet(turn)


async def greet(turn: Turn) -> Reply:
    """What it is for, with one example."""
    say = turn.say
    words = say("greeting-group") if turn.chat.group else say("greeting")
    if await disputes.running(turn.tx, turn.owner.id):
        words = say("greeting-again")
        return Reply((Text(words, (menu.cases(say), menu.next_clock(say), *menu.main(say)[2:])),))
    buttons = (menu.new(say), menu.trouble(say), menu.help_(say), privacy.button(say))
    return Reply((Text(words, buttons),))


async def left(turn: Turn) -> None:
    """Nothing can be sent here now; what is kept stays for when they come back."""
    assert isinstance(turn.event, Left)
    state = ChatState.BLOCKED if turn.event.reason == "blocked" else ChatState.LEFT
    await owners.set_chat_state(turn.tx, turn.chat.id, state, turn.now)
    await conversations.stop_waiting(turn.tx, turn.chat.id)


async def members_changed(turn: Turn) -> None:
    """Have a group's members counted anew before the next push: each of them is one of a month's.

    Without a word: nobody spoke to us.
    """
    await quotas.count_members(turn.tx, turn.chat.id, None)


async def unsent(turn: Turn) -> None:
    """Forget the words of a message that was taken back, and its picture; a case stays.

    Without a word: whoever takes a message back does not want it spoken of. Source: LINE's
    documentation on the unsend event asks for the intention to be respected.
    """
    assert isinstance(turn.event, Unsent)
    message = turn.event.message
    words = await inbox.forget_message(turn.tx, turn.chat.id, message)
    waiting = await conversations.current(turn.tx, turn.chat.id)
    if waiting is not None and waiting.data.get("message") == message:
        await conversations.stop_waiting(turn.tx, turn.chat.id)
    for case in await disputes.of_owner(turn.tx, turn.owner.id):
        if case.message == message:
            await _forget_words(turn, case)
        elif words and await _forget_dates(turn, case, words):
            await changes.forget_words(turn.tx, case.id)
    for piece in await evidence.of_message(turn.tx, turn.owner.id, message):
        await evidence.forget(turn.tx, piece.id)


async def _forget_words(turn: Turn, case: Dispute) -> None:
    await disputes.change(turn.tx, case.id, source_text="")
    await changes.forget_words(turn.tx, case.id)
    await _forget_dates(turn, case)


async def _forget_dates(turn: Turn, case: Dispute, words: str | None = None) -> bool:
    """Forget the words that a case's dates were read from: all, or those of this message.

    A date told in a later message keeps no message of its own, so its words are compared: the
    same words of another message go with them, and no date does.
    """
    found = False
    for clock in await deadlines.of_dispute(turn.tx, case.id):
        if clock.source_text and (words is None or clock.source_text in words):
            found = True
            changed = await deadlines.change(turn.tx, clock.id, source_text="")
            if clock.status is DeadlineStatus.ACTIVE:
                # The version rose with the change: the same warnings stand under the new one.
                await schedule.replan(
                    turn.tx, turn.owner, turn.chat.id, changed, turn.now, from_settings=True
                )
    return found


async def moved(turn: Turn) -> None:
    """Follow the chat to its new address."""
    assert isinstance(turn.event, Moved)
    await following.follow(turn.tx, turn.chat.id, turn.event.address, turn.now)
