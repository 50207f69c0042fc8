"""全部削除: asked about once, then everything of the owner goes (`storage/erasing.py`)."""

from datetime import UTC, datetime, timedelta

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.replies import Press, Reply, Text
from handlers.turn import Turn
from storage import disputes, erasing, evidence, owners

VALID = timedelta(hours=1)
"""An older button asks again: one that lies far up in the chat must not delete what came since."""


async def asked(turn: Turn, _payload: Payload | None = None) -> Reply:
    """Ask whether it is meant, and say what will be gone."""
    say = turn.say
    cases = [case for case in await disputes.of_owner(turn.tx, turn.owner.id) if case.number]
    pieces = await evidence.of_owner(turn.tx, turn.owner.id)
    words = say("erase-sure", cases=str(len(cases)), photos=str(len(pieces)))
    if turn.chat.group:
        words = say("erase-sure-group", cases=str(len(cases)), photos=str(len(pieces)))
    if len(await owners.chats_of(turn.tx, turn.owner.id)) > 1:
        words += "\n\n" + say("erase-sure-linked")
    minute = int(turn.now.timestamp()) // 60
    buttons = (
        Press(say("button-erase-sure"), pack(Verb.ERASE_SURE, None, minute), "danger"),
        Press(say("button-export-first"), pack(Verb.EXPORT)),
        Press(say("button-erase-not"), pack(Verb.LIST)),
    )
    return Reply((Text(words, buttons),))


async def sure(turn: Turn, payload: Payload) -> Reply:
    """It is meant: the records go in this transaction, files and the rest after this answer."""
    minute = int(payload.argument) if payload.argument.isdecimal() else 0
    pressed_for = turn.now - datetime.fromtimestamp(min(minute * 60, 1 << 33), UTC)
    if not -VALID <= pressed_for <= VALID:
        return await asked(turn)
    await erasing.begin(turn.tx, turn.owner.id, turn.now)
    say = turn.say
    return Reply(
        (Text(say("erase-done"), (menu.new(say),)),),
        replaces_pressed=True,
        toast=say("erase-done-toast"),
    )
