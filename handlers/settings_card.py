"""The card with all settings, and the cards on which one of them is chosen."""

from collections.abc import Iterable
from datetime import time

from handlers import menu
from handlers.buttons import Verb, pack
from handlers.casework import leads
from handlers.reading.places import OFFERED, zones_of_country
from handlers.replies import Button, Card, Press, Row
from handlers.settings_values import is_quiet_at
from handlers.settings_words import (
    all_leads_words,
    clock_words,
    days_of,
    good_words,
    group_words,
    hour_words,
    lead_words,
    leads_words,
    place_words,
    quiet_words,
    zone_words,
)
from handlers.turn import Turn
from handlers.wording import date_words
from locales.catalogue import LOCALES, Words
from storage import calendars, outbox

MOST = 10
"""Choices on a card: what comes below them must fit into one bubble of LINE."""
QUIETS = ("22:00-07:00", "23:00-07:00", "21:00-08:00", "00:00-06:00", "22:00-09:00")
LEADS = ("7d,3d,1d", "3d,1d", "3d,1d,0d", "1d,0d", "1d")
HOURS = ("07:30", "09:00", "12:00", "18:00", "20:00", "21:00")
DAYS = (14, 7, 5, 3, 2, 1, 0)
TICK = "✓ "


def press(say: Words, id: str, argument: str) -> Press:
    """A button of a setting, its label a text."""
    return Press(say(id), pack(Verb.SETTINGS, None, argument))


def _choice(label: str, argument: str, *, on: bool = False) -> Press:
    return Press(f"{TICK}{label}" if on else label, pack(Verb.SETTINGS, None, argument))


async def all_settings(turn: Turn, title: str = "", undo: int | None = None) -> Card:
    """How everything is set, with a button for each; `undo` takes a change back."""
    say, owner = turn.say, turn.owner
    rows = [
        Row(say("settings-language"), say(f"language-{say.locale}")),
        Row(say("settings-zone"), zone_words(say, owner.zone, turn.now)),
        Row(say("settings-quiet"), quiet_words(say, owner)),
        Row(say("settings-leads"), all_leads_words(say, owner)),
        Row(say("settings-hour"), hour_words(say, owner.warn_at)),
        Row(say("settings-look"), hour_words(say, owner.look_at)),
        Row(say("settings-good"), good_words(say, owner)),
    ]
    address = await calendars.address(turn.tx, owner.id)
    rows.append(Row(say("settings-calendar"), say("calendar-on" if address else "calendar-off")))
    coming = await outbox.next_warning_of_chat(turn.tx, turn.chat.id)
    if coming is not None:
        when = date_words(say, coming, "datetime", owner.zone, turn.now)
        rows.append(Row(say("settings-next"), when))
    buttons: list[Button] = []
    if undo is not None:
        buttons.append(Press(say("button-set-undo"), pack(Verb.SETTINGS, undo, "undo"), "primary"))
    buttons += [
        press(say, "button-set-zone", "zone"),
        press(say, "button-set-quiet", "quiet"),
        press(say, "button-set-leads", "leads"),
        press(say, "button-set-hour", "hour"),
        press(say, "button-set-look", "look"),
        press(say, "button-good-loud", "good=loud")
        if owner.quiet_good
        else press(say, "button-good-quiet", "good=quiet"),
        *(
            Press(say(f"button-language-{locale}"), pack(Verb.LANGUAGE, None, locale))
            for locale in LOCALES
            if locale != say.locale
        ),
        Press(say("button-calendar-whole"), pack(Verb.CALENDAR)),
        menu.cases(say),
    ]
    return Card(title or say("settings-title"), tuple(rows), tuple(_notes(turn)), tuple(buttons))


def _notes(turn: Turn) -> list[str]:
    """What is to be known of settings that touch each other."""
    say, owner = turn.say, turn.owner
    notes = []
    if owner.warn_at is not None and is_quiet_at(owner, owner.warn_at):
        notes.append(say("settings-hour-is-quiet", hour=clock_words(owner.warn_at)))
    some = owner.quiet_from != owner.quiet_until
    if some and not is_quiet_at(owner, time(3)):
        notes.append(say("settings-nights-ring"))
    elif some:
        notes.append(say("settings-note"))
    return [*notes, say("settings-say")]


def _card(turn: Turn, title: str, notes: Iterable[str], choices: Iterable[Press]) -> Card:
    back = press(turn.say, "button-set-back", "card")
    return Card(title, (), tuple(notes), (*choices, back), tone="question")


def zones(turn: Turn, country: str = "", title: str = "") -> Card:
    """Zones to choose from: those of a country, else those where most readers live."""
    say = turn.say
    offered = zones_of_country(country)[:MOST] or OFFERED
    choices = [
        _choice(place_words(say, zone), f"zone={zone}", on=zone == turn.owner.zone)
        for zone in offered
    ]
    return _card(turn, title or say("choose-zone"), [say("choose-zone-say")], choices)


def quiet_hours(turn: Turn, title: str = "") -> Card:
    """Spans of quiet hours to choose from."""
    say, owner = turn.say, turn.owner
    now = f"{owner.quiet_from:%H:%M}-{owner.quiet_until:%H:%M}"
    choices = []
    for value in QUIETS:
        start, end = (clock_words(time.fromisoformat(part)) for part in value.split("-"))
        label = say("settings-quiet-hours", start=start, end=end)
        choices.append(_choice(label, f"quiet={value}", on=value == now))
    none = owner.quiet_from == owner.quiet_until
    choices.append(_choice(say("button-quiet-none"), "quiet=off", on=none))
    return _card(turn, title or say("choose-quiet"), [say("choose-quiet-say")], choices)


def lead_times(turn: Turn, title: str = "") -> Card:
    """How long before a deadline, for all kinds at once; the way to each kind stands below."""
    say, owner = turn.say, turn.owner
    standing = owner.leads.get(leads.ALL, ())
    choices = [_choice(say("button-set-auto"), "leads=auto", on=not owner.leads)]
    for value in LEADS:
        tokens = tuple(value.split(","))
        label = leads_words(say, tokens)
        choices.append(_choice(label, f"leads={value}", on=standing == tokens))
    choices.append(press(say, "button-set-kinds", "kinds"))
    return _card(turn, title or say("choose-leads"), [say("choose-leads-say")], choices)


def kinds(turn: Turn) -> Card:
    """The kinds of deadline, each with when it is warned about now."""
    say = turn.say
    rows = tuple(
        Row(say(f"group-{group}"), group_words(say, turn.owner, group)) for group in leads.GROUPS
    )
    choices = [_choice(say(f"group-{group}"), f"leads:{group}") for group in leads.GROUPS]
    card = _card(turn, say("choose-kind"), [say("choose-group-odd")], choices)
    return Card(card.title, rows, card.notes, card.buttons, tone="question")


def group(turn: Turn, name: str, title: str = "") -> Card:
    """The days before one kind of deadline, each to be put on and off."""
    say = turn.say
    on = days_of(turn.owner, name)
    choices = [
        _choice(
            lead_words(say, days, "days"),
            f"leads:{name}={'-' if days in on else '+'}{days}d",
            on=days in on,
        )
        for days in DAYS
    ]
    choices.append(_choice(say("button-set-auto"), f"leads:{name}=auto"))
    choices.append(press(say, "button-set-kinds", "kinds"))
    words = title or say("choose-group", group=say(f"group-{name}"))
    row = Row(say(f"group-{name}"), group_words(say, turn.owner, name))
    card = _card(turn, words, [say("choose-group-odd")], choices)
    return Card(card.title, (row,), card.notes, card.buttons, tone="question")


def hours(turn: Turn, name: str, title: str = "") -> Card:
    """Hours of the day for `hour` (warnings) or `look` (the daily question)."""
    say = turn.say
    standing = turn.owner.warn_at if name == "hour" else turn.owner.look_at
    choices = [_choice(say("button-set-auto"), f"{name}=auto", on=standing is None)]
    for value in HOURS:
        clock = time.fromisoformat(value)
        choices.append(_choice(clock_words(clock), f"{name}={value}", on=clock == standing))
    return _card(turn, title or say(f"choose-{name}"), [say(f"choose-{name}-say")], choices)
