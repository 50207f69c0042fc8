"""設定: one card with everything that can be set, by buttons and by sentences alike."""

from msgspec import structs

from handlers import settings_card, settings_change
from handlers.buttons import Payload, Verb
from handlers.casework import leads
from handlers.gone import gone
from handlers.replies import Card, Reply
from handlers.settings_values import NoSuchValue, settings_of
from handlers.settings_words import changed_words
from handlers.turn import Turn
from locales.catalogue import LOCALES
from storage import owner_settings
from storage.owner_settings import Settings

ASK = "?"
"""Begins the value of a setting that was meant, and not named: its choices are shown."""


async def show(turn: Turn) -> Reply:
    """How everything is set."""
    return Reply((await settings_card.all_settings(turn),))


async def not_found(turn: Turn) -> Reply:
    """A wish about being told, and none that can be had (土日は通知しないで): what can be."""
    return Reply((await settings_card.all_settings(turn, turn.say("settings-not-found")),))


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """A button of the card: a setting to choose for, a value that was chosen, or undo."""
    name, has_value, value = payload.argument.partition("=")
    if name == "undo":
        return await _undo(turn, payload.id)
    if not name:
        return await show(turn)
    if not has_value:
        card = await _choices(turn, name)
        return Reply((card,), replaces_pressed=True) if card else await gone(turn)
    try:
        settings = settings_of(turn.owner, name, value)
    except NoSuchValue:
        return await gone(turn)
    return structs.replace(await _changed(turn, settings, name), replaces_pressed=True)


async def _choices(turn: Turn, name: str, value: str = "", title: str = "") -> Card | None:
    setting, _, group = name.partition(":")
    match setting:
        case "card":
            return await settings_card.all_settings(turn)
        case "zone":
            return settings_card.zones(turn, value, title)
        case "quiet":
            return settings_card.quiet_hours(turn, title)
        case "leads" if group in leads.GROUPS:
            return settings_card.group(turn, group, title)
        case "leads" if not group:
            return settings_card.lead_times(turn, title)
        case "kinds":
            return settings_card.kinds(turn)
        case "hour" | "look":
            return settings_card.hours(turn, setting, title)
        case "locale":
            return await settings_card.all_settings(turn, turn.say("choose-language"))
    return None


async def _changed(turn: Turn, settings: Settings, name: str = "") -> Reply:
    """Set these and say so in one sentence, with everything as it stands now."""
    undo = await settings_change.change(turn, settings)
    say = turn.say
    words = changed_words(say, turn.owner, settings, turn.now) if undo else say("settings-same")
    if name.startswith("leads:") and undo:
        # One day after the other is chosen on this card: it stays.
        return Reply((settings_card.group(turn, name.partition(":")[2], words),), toast=words[:200])
    card = await settings_card.all_settings(turn, words, undo)
    return Reply((card,), toast=say("settings-toast") if undo else words)


async def _undo(turn: Turn, id: int | None) -> Reply:
    change = await owner_settings.last(turn.tx, turn.owner.id)
    if change is None or change.id != id:
        words = turn.say("settings-undo-late")
        return Reply((await settings_card.all_settings(turn, words),), replaces_pressed=True)
    return structs.replace(await undone(turn), replaces_pressed=True)


async def undone(turn: Turn) -> Reply:
    """Take the last change of the settings back."""
    change = await owner_settings.last(turn.tx, turn.owner.id)
    if change is None:
        return Reply((await settings_card.all_settings(turn, turn.say("settings-undo-late")),))
    await settings_change.undo(turn, change)
    words = turn.say("settings-undone")
    card = await settings_card.all_settings(turn, words)
    return Reply((card,), toast=turn.say("settings-undone-toast"))


async def told(turn: Turn, preferences: tuple[tuple[str, str], ...]) -> Reply:
    """Settings that were told in a sentence: all that can be set is set, the rest is asked."""
    settings: Settings = {}
    asked: tuple[str, str] | None = None
    owner = turn.owner
    for name, value in preferences:
        if value.startswith(ASK) or name == "off":
            asked = asked or (name, value)
            continue
        try:
            found = settings_of(owner, name, value)
        except NoSuchValue:
            asked = asked or (name, ASK)
            continue
        settings |= found
        owner = structs.replace(owner, **found)
    if settings:
        return await _changed(turn, settings)
    return await _asked(turn, *(asked or ("", "")))


async def _asked(turn: Turn, name: str, value: str) -> Reply:
    say = turn.say
    if name == "off":
        return Reply((settings_card.lead_times(turn, say("choose-leads-off")),))
    detail = value.removeprefix(ASK)
    title = say("choose-zone-odd") if name == "zone" and detail == "odd" else ""
    card = await _choices(turn, name, detail, title)
    return Reply((card or await settings_card.all_settings(turn, say("choose-odd")),))


async def language(turn: Turn, payload: Payload) -> Reply:
    """Speak this language from now on."""
    locale = payload.argument if payload.argument in LOCALES else turn.say.locale
    return structs.replace(await _changed(turn, {"locale": locale}), replaces_pressed=True)


async def to_english(turn: Turn) -> Reply:
    """「英語にして」."""
    return await language(turn, Payload(Verb.LANGUAGE, None, "en"))


async def to_japanese(turn: Turn) -> Reply:
    """「日本語にして」."""
    return await language(turn, Payload(Verb.LANGUAGE, None, "ja"))
