"""プライバシー: what is kept, how long, how to get it, how to delete it, in one message."""

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.replies import Card, Press, Reply, Row
from handlers.turn import Turn
from locales.catalogue import Words


def button(say: Words) -> Press:
    """The way to it."""
    return Press(say("menu-privacy"), pack(Verb.PRIVACY))


async def show(turn: Turn, _payload: Payload | None = None) -> Reply:
    """All of it, with the days that the operator has set."""
    say, house = turn.say, turn.house
    rows = [
        Row(say("privacy-kept-label"), say("privacy-kept")),
        Row(say("privacy-use-label"), say("privacy-use")),
        Row(
            say("privacy-days-label"),
            say(
                "privacy-days",
                talk=str(house.keep_days),
                photos=str(house.keep_photos_days),
                blocked=str(house.keep_blocked_days),
            ),
        ),
        Row(say("privacy-export-label"), say("privacy-export")),
        Row(say("privacy-delete-label"), say("privacy-delete")),
    ]
    notes = [say("privacy-group")] if turn.chat.group else []
    notes.append(say("privacy-disclaimer"))
    buttons = (
        Press(say("button-export"), pack(Verb.EXPORT)),
        Press(say("button-erase"), pack(Verb.ERASE), "danger"),
        menu.cases(say),
    )
    return Reply((Card(say("privacy-title"), tuple(rows), tuple(notes), buttons),))
