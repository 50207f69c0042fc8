"""Places as people name them, and the zones of their clocks.

Everyday names stand in the word list ``places``; the names of cities and countries in Japanese and
English come from Unicode's CLDR (Babel), which is only opened where a text names a place.
"""

from functools import lru_cache
from zoneinfo import available_timezones

from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

PLACES = Table("places")

# What is offered where nobody has named a place: where most readers outside of Japan live.
OFFERED = (
    "Asia/Tokyo",
    "America/New_York",
    "America/Los_Angeles",
    "Pacific/Honolulu",
    "Europe/London",
    "Europe/Paris",
    "Asia/Shanghai",
    "Asia/Bangkok",
    "Asia/Singapore",
    "Australia/Sydney",
)
# The zones of a country that are offered: CLDR knows dozens that only history needs.
_COUNTRIES = {
    "US": ("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
           "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"),
    "CA": ("America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg",
           "America/Halifax", "America/St_Johns"),
    "AU": ("Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Adelaide",
           "Australia/Darwin", "Australia/Perth"),
    "BR": ("America/Sao_Paulo", "America/Manaus", "America/Fortaleza", "America/Rio_Branco"),
    "MX": ("America/Mexico_City", "America/Cancun", "America/Monterrey", "America/Tijuana"),
    "RU": ("Europe/Moscow", "Europe/Kaliningrad", "Asia/Yekaterinburg", "Asia/Novosibirsk",
           "Asia/Vladivostok"),
    "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "CN": ("Asia/Shanghai",),
    "ES": ("Europe/Madrid",),
    "PT": ("Europe/Lisbon",),
    "NZ": ("Pacific/Auckland",),
    "DE": ("Europe/Berlin",),
    "MY": ("Asia/Kuala_Lumpur",),
    "UA": ("Europe/Kiev",),
    "AR": ("America/Buenos_Aires",),
    "CL": ("America/Santiago",),
}  # fmt: skip
OFFSET = Pattern(r"(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?(?!\d)")
NAMED = Pattern(r"[a-z]+(?:/[a-z_+-]+\d{0,2}){1,2}")
_BROKEN_HOURS = {
    (1, 210): "Asia/Tehran", (1, 270): "Asia/Kabul", (1, 330): "Asia/Calcutta",
    (1, 345): "Asia/Katmandu", (1, 390): "Asia/Rangoon", (1, 570): "Australia/Darwin",
    (-1, 210): "America/St_Johns",
}  # fmt: skip


def zones_of_country(code: str) -> tuple[str, ...]:
    """The zones to choose from in a country, by its ISO code; none for a stranger."""
    known = _COUNTRIES.get(code)
    if known is not None or not code:
        return known or ()
    from babel.core import get_global

    found = get_global("territory_zones").get(code, [])
    return tuple(zone for zone in found if zone in _known())


def zone_or_country(row: str) -> str:
    """A zone's name, or ``?`` and a country's code where it has several."""
    if "/" in row or row == "UTC":
        return row
    zones = zones_of_country(row)
    return zones[0] if len(zones) == 1 else f"?{row}"


def by_offset(sign: str, hours: str, minutes: str | None) -> str | None:
    """The zone that is always so far from UTC, or one where the clocks are so now."""
    direction, total = (-1 if sign == "-" else 1), int(hours) * 60 + int(minutes or 0)
    if total % 60:
        return _BROKEN_HOURS.get((direction, total))
    if total == 0:
        return "UTC"
    name = f"Etc/GMT{'-' if direction > 0 else '+'}{total // 60}"
    return name if name in _known() else None


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    # The library reads the folder of all zones anew each time, for 30 ms.
    return frozenset(available_timezones())


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in _known()}


def by_name(folded: str) -> str | None:
    """The zone of an IANA name, however it is written."""
    return _zones().get(folded)


def by_atlas(folded: str) -> str | None:
    """The zone of a city or country by its name in Japanese or English, else None.

    A country with several zones comes as ``?`` and its code.
    """
    return _atlas().get(folded.replace(" ", ""))


@lru_cache(maxsize=1)
def _atlas() -> dict[str, str]:
    from babel import Locale

    atlas: dict[str, str] = {}
    known = _known()
    for locale in (Locale.parse("en"), Locale.parse("ja")):
        for code, name in locale.territories.items():
            if len(code) == 2 and code.isalpha() and zones_of_country(code):
                atlas[_folded(name)] = zone_or_country(code)
        for zone, names in locale.time_zones.items():
            city = names.get("city")
            if city and zone in known:
                atlas[_folded(city)] = zone
    for zone in known:
        if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/")):
            atlas.setdefault(_folded(zone.rpartition("/")[2].replace("_", "")), zone)
    return atlas


def _folded(name: str) -> str:
    return name.lower().replace(" ", "").replace("・", "")
