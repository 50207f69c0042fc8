"""What a setting may be set to, as one short text: in a button's payload and as it was read.

`zone=America/New_York`, `quiet=22:00-08:00` (also `22:00-`, `-08:00`, `night`, `off`),
`leads=3d,1d` (one group's: `leads:return=5d`; `auto`), `hour=20:00` (`auto`), `look=09:00`
(`auto`), `good=quiet` (`loud`), `locale=en`, `all=auto`.
"""

from datetime import time

from handlers.casework import leads
from handlers.casework.quiet import Quiet, at_wall
from handlers.reading.zones import zone_of
from locales.catalogue import LOCALES
from storage.owner_records import Owner
from storage.owner_settings import Settings
from storage.owners import DEFAULT_QUIET_FROM, DEFAULT_QUIET_UNTIL

AUTO = "auto"
NAMES = ("zone", "quiet", "leads", "hour", "look", "good", "locale", "all")
_MIDNIGHT = time()
_DEEP_NIGHT = time(3)
_LONGEST_NIGHT = 14 * 60
"""Minutes; a longer span of quiet was not meant by whoever told only one of its ends."""


class NoSuchValue(ValueError):
    """A setting cannot have this value."""


def settings_of(owner: Owner, name: str, value: str) -> Settings:
    """The fields that this sets, on top of how the owner is set. Raises NoSuchValue."""
    setting, _, group = name.partition(":")
    match setting:
        case "locale" if value in LOCALES:
            return {"locale": value}
        case "zone":
            return {"zone": _zone(value)}
        case "quiet":
            return _quiet(owner, value)
        case "leads":
            return {"leads": _leads(owner, group or leads.ALL, value)}
        case "hour":
            return {"warn_at": None if value == AUTO else _clock(value)}
        case "look":
            return {"look_at": None if value == AUTO else _clock(value)}
        case "good" if value in ("quiet", "loud"):
            return {"quiet_good": value == "quiet"}
        case "all" if value == AUTO:
            return {
                "quiet_from": DEFAULT_QUIET_FROM,
                "quiet_until": DEFAULT_QUIET_UNTIL,
                "warn_at": None,
                "leads": {},
                "look_at": None,
                "quiet_good": False,
            }
    raise NoSuchValue(f"{name}={value}")


def _zone(value: str) -> str:
    try:
        zone_of(value)
    except ValueError as unknown:
        raise NoSuchValue(value) from unknown
    if len(value) > 64:
        raise NoSuchValue(value)
    return value


def _clock(value: str) -> time:
    hour, colon, minute = value.partition(":")
    if not (colon and hour.isdigit() and minute.isdigit() and len(value) <= 5):
        raise NoSuchValue(value)
    # 24:30 and 25:00 are the small hours, as people who stay up write them.
    if int(hour) > 29 or int(minute) > 59:
        raise NoSuchValue(value)
    return time(int(hour) % 24, int(minute))


def _quiet(owner: Owner, value: str) -> Settings:
    if value == "off":
        return {"quiet_from": _MIDNIGHT, "quiet_until": _MIDNIGHT}
    if value == "night":
        if is_quiet_at(owner, _DEEP_NIGHT):
            return {"quiet_from": owner.quiet_from, "quiet_until": owner.quiet_until}
        return {"quiet_from": DEFAULT_QUIET_FROM, "quiet_until": DEFAULT_QUIET_UNTIL}
    begin, dash, end = value.partition("-")
    if not dash or not (begin or end):
        raise NoSuchValue(value)
    none = owner.quiet_from == owner.quiet_until
    start = _clock(begin) if begin else (DEFAULT_QUIET_FROM if none else owner.quiet_from)
    until = _clock(end) if end else (DEFAULT_QUIET_UNTIL if none else owner.quiet_until)
    if not (begin and end) and _minutes(start, until) > _LONGEST_NIGHT:
        # 「夜10時以降は静かに」 after 9〜18時: the end that stood belongs to another span.
        start = start if begin else DEFAULT_QUIET_FROM
        until = until if end else DEFAULT_QUIET_UNTIL
    if start == until:
        raise NoSuchValue(value)
    return {"quiet_from": start, "quiet_until": until}


def _minutes(start: time, until: time) -> int:
    """How long a span of the day is."""
    return ((until.hour - start.hour) * 60 + until.minute - start.minute) % (24 * 60)


def is_quiet_at(owner: Owner, clock: time) -> bool:
    """Whether this time of day lies in the owner's quiet hours."""
    zone = zone_of("UTC")
    quiet = Quiet(owner.quiet_from, owner.quiet_until, zone)
    return quiet.window(at_wall(owner.created_at.date(), clock, zone)) is not None


def _leads(owner: Owner, group: str, value: str) -> dict[str, tuple[str, ...]]:
    if group != leads.ALL and group not in leads.GROUPS:
        raise NoSuchValue(group)
    kept = dict(owner.leads)
    if value == AUTO:
        kept.pop(group, None)
        return {} if group == leads.ALL else kept
    told = [token for token in value.split(",") if token]
    if not told or not all(leads.is_token(token) for token in told):
        raise NoSuchValue(value)
    standing = owner.leads.get(group) or owner.leads.get(leads.ALL) or ()
    kept[group] = leads.merged(standing, told)
    if group == leads.ALL and not any(token[0] in "+-" for token in told):
        # Said of all deadlines it holds for all of them.
        kept = {leads.ALL: kept[group]}
    return {name: tokens for name, tokens in kept.items() if tokens}
