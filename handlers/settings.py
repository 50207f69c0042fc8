"""設定: language, zone and quiet hours."""

from msgspec import structs

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.replies import Card, Press, Reply, Row
from handlers.turn import Turn
from locales.catalogue import LOCALES, Words
from storage import owners


async def show(turn: Turn) -> Reply:
    """How things are set, and the other language one tap away."""
    return Reply((_card(turn),))


def _card(turn: Turn) -> Card:
    say, owner = turn.say, turn.owner
    zone = say("zone-tokyo") if owner.zone == "Asia/Tokyo" else owner.zone
    quiet = say(
        "settings-quiet-hours",
        start=f"{owner.quiet_from:%H:%M}",
        end=f"{owner.quiet_until:%H:%M}",
    )
    rows = (
        Row(say("settings-language"), say(f"language-{say.locale}")),
        Row(say("settings-zone"), zone),
        Row(say("settings-quiet"), quiet),
    )
    others = [
        Press(say(f"button-language-{locale}"), pack(Verb.LANGUAGE, None, locale))
        for locale in LOCALES
        if locale != say.locale
    ]
    return Card(say("settings-title"), rows, (say("settings-note"),), (*others, menu.cases(say)))


async def language(turn: Turn, payload: Payload) -> Reply:
    """Speak this language from now on."""
    locale = payload.argument if payload.argument in LOCALES else turn.say.locale
    turn.owner = await owners.change_settings(turn.tx, turn.owner.id, locale=locale)
    turn.say = Words(locale, strict=turn.say.strict)
    card = structs.replace(_card(turn), title=turn.say("language-changed"))
    return Reply((card,), replaces_pressed=True, toast=turn.say("language-changed"))


async def to_english(turn: Turn) -> Reply:
    """「英語にして」."""
    return await language(turn, Payload(Verb.LANGUAGE, None, "en"))


async def to_japanese(turn: Turn) -> Reply:
    """「日本語にして」."""
    return await language(turn, Payload(Verb.LANGUAGE, None, "ja"))
