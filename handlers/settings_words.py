"""Settings as a person reads them."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_gmt, get_timezone_location

from handlers.casework import leads
from handlers.casework.leads import offsets_for
from handlers.casework.policy import Before, Hours, Offset, Workdays
from locales.catalogue import Words
from storage.owner_records import Owner
from storage.owner_settings import Settings

HOME = "Asia/Tokyo"


def zone_words(say: Words, zone: str, now: datetime) -> str:
    """日本時間; ニューヨーク (UTC-05:00). The names of cities are those of Unicode's CLDR."""
    if zone == HOME:
        return say("zone-tokyo")
    offset = get_timezone_gmt(now.astimezone(ZoneInfo(zone)), "iso8601", locale=say.locale)
    offset = "+00:00" if offset == "Z" else offset
    if zone.startswith("Etc/"):
        # Its own name counts the other way round: Etc/GMT-7 is seven hours ahead.
        return f"UTC{offset}"
    return say("zone-words", place=place_words(say, zone), offset=offset)


def place_words(say: Words, zone: str) -> str:
    """The city that a zone is named after."""
    if zone == HOME:
        return say("zone-home")
    return get_timezone_location(ZoneInfo(zone), locale=say.locale, return_city=True)


def clock_words(clock: time) -> str:
    """7:00."""
    return f"{clock.hour}:{clock.minute:02}"


def quiet_words(say: Words, owner: Owner) -> str:
    """22:00〜7:00, or that there are none."""
    if owner.quiet_from == owner.quiet_until:
        return say("settings-quiet-none")
    start, end = clock_words(owner.quiet_from), clock_words(owner.quiet_until)
    return say("settings-quiet-hours", start=start, end=end)


def hour_words(say: Words, clock: time | None) -> str:
    """An hour, or that the rules choose it."""
    return clock_words(clock) if clock else say("settings-auto")


def leads_words(say: Words, tokens: Iterable[str]) -> str:
    """3日前・前日 20:00; おまかせ+2日前 where the rules go on beside it."""
    words = [_token(say, token) for token in tokens]
    if not words:
        return say("settings-auto")
    if any(token[0] in "+-" for token in tokens):
        words.insert(0, say("settings-auto"))
    return say("settings-glue").join(words)


def _token(say: Words, token: str) -> str:
    lead, _, clock = token.lstrip("+-").partition("@")
    number = lead[:-1]
    words = lead_words(say, int(number), "hours" if lead.endswith("h") else "days")
    if clock:
        words = say("lead-at", lead=words, time=clock.removeprefix("0"))
    return say("lead-without", lead=words) if token[0] == "-" else words


def lead_words(say: Words, number: int, unit: str) -> str:
    """当日, 前日, 3日前, 6時間前."""
    if unit == "days" and number < 2:
        return say(f"lead-day-{number}")
    return say(f"lead-{unit}", count=str(number), number="one" if number == 1 else "other")


def offset_words(say: Words, offset: Offset) -> str:
    """A lead of the rules in words; empty for what is none."""
    match offset:
        case Before(days=days):
            return lead_words(say, days, "days")
        case Hours(hours=hours):
            return lead_words(say, hours, "hours")
        case Workdays(days=days):
            return say("lead-workdays", count=str(days))
    return ""


def group_words(say: Words, owner: Owner, group: str) -> str:
    """When deadlines of a group are warned about, as it stands."""
    kind = leads.GROUPS[group][0]
    offsets = offsets_for(kind, owner.leads, owner.warn_at)
    words = dict.fromkeys(words for one in offsets if (words := offset_words(say, one)))
    return say("settings-glue").join(words) or say("settings-auto")


def days_of(owner: Owner, group: str) -> frozenset[int]:
    """The days before a deadline of this group on which it is warned about."""
    offsets = offsets_for(leads.GROUPS[group][0], owner.leads, owner.warn_at)
    return frozenset(one.days for one in offsets if isinstance(one, Before))


def changed_words(say: Words, owner: Owner, settings: Settings, now: datetime) -> str:
    """One sentence about what was set, as it stands now."""
    parts = list(_parts(say, owner, settings, now))
    return say("settings-changed", what=say("settings-and").join(parts))


def _parts(say: Words, owner: Owner, settings: Mapping[str, object], now: datetime) -> list[str]:
    found = []
    if "locale" in settings:
        found.append(say("set-locale", language=say(f"language-{owner.locale}")))
    if "zone" in settings:
        found.append(say("set-zone", zone=zone_words(say, owner.zone, now)))
    if "quiet_from" in settings:
        found.append(say("set-quiet", hours=quiet_words(say, owner)))
    if "leads" in settings:
        found.append(say("set-leads", leads=all_leads_words(say, owner)))
    if "warn_at" in settings:
        found.append(say("set-hour", hour=hour_words(say, owner.warn_at)))
    if "look_at" in settings:
        found.append(say("set-look", hour=hour_words(say, owner.look_at)))
    if "quiet_good" in settings:
        found.append(say("set-good", sound=good_words(say, owner)))
    return found


def all_leads_words(say: Words, owner: Owner) -> str:
    """What was chosen for all deadlines, then what was for some."""
    parts = []
    if tokens := owner.leads.get(leads.ALL):
        parts.append(leads_words(say, tokens))
    for group in leads.GROUPS:
        if tokens := owner.leads.get(group):
            words = leads_words(say, tokens)
            parts.append(say("lead-of-group", group=say(f"group-{group}"), leads=words))
    return say("settings-list").join(parts) or say("settings-auto")


def good_words(say: Words, owner: Owner) -> str:
    """Whether good news makes a sound."""
    return say("good-quiet" if owner.quiet_good else "good-loud")
