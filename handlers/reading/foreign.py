"""Dates in other languages' Latin script: 5 de diciembre, 5 décembre 2026, 5 Dezember.

The library dateparser reads them. It is loaded at the first text that needs it, sees only a text
without any Japanese date word, and only the piece around a foreign month name: left to itself it
makes dates of prices and sizes, and turns 12月5日 into the year 2112.
"""

from datetime import datetime, timedelta, tzinfo

from handlers.reading.deadline_kind import kind_of
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.patterns import Pattern
from handlers.reading.resolve import on_day

# Month names of the languages AliExpress' pages are most often seen in besides English.
_MONTH = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre"
    r"|novembre|décembre|decembre"
    r"|januar|februar|märz|maerz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio"
    r"|giugno|luglio|settembre|ottobre|dicembre"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_FOREIGN = Pattern(
    rf"(?<![\d\w])(\d{{1,2}})(?:\.|º|er|-го)? (?:de |di )?{_MONTH}(?!\w)(?:,? (?:de "
    rf"|del )?(\d{{4}}))?"
)
_JAPANESE_DATE = Pattern(r"[月日時]")
_FARTHEST = timedelta(days=400)


def read_foreign(norm: Normalised, masked: str, now: datetime, zone: tzinfo) -> ReadDeadline | None:
    """A deadline in another language, where our own grammar found nothing at all."""
    found = _FOREIGN.search(masked)
    if found is None or _JAPANESE_DATE.search(masked):
        return None
    day = _parse(found[0], now)
    if day is None:
        return None
    assumptions = [] if found[2] else ["no_year"]
    resolved = on_day(day.date(), now, zone, assumptions)
    if not now - timedelta(days=1) <= resolved.at <= now + _FARTHEST:
        return None
    start, end = norm.span(*found.span())
    return ReadDeadline(
        resolved.at,
        "date",
        kind_of(norm.text, (0, len(norm.text)), (0, 0)),
        norm.original[start:end],
        (start, end),
        tuple(resolved.assumptions),
        (),
        tuple(resolved.doubts),
    )


def _parse(words: str, now: datetime) -> datetime | None:
    import dateparser

    return dateparser.parse(
        words,
        languages=["es", "fr", "de", "it", "pt", "ru"],
        settings={
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": now.replace(tzinfo=None),
            "PREFER_DATES_FROM": "future",
        },
    )
