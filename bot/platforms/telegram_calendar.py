"""A calendar in the pressed message, where LINE has its date picker.

Each key says all that is needed for the next view, so that a calendar works after a restart:
`c~<view>~<date>~<payload>`, in which the payload is the picker's own. Views: `m`/`M` a month's days
(choosing a date / a date and an hour), `D` the hours of a day, `d` and `h` a choice, `x` back, `n`
nothing (a heading).
"""

import calendar
import logging
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from handlers.replies import PickDate
from locales.catalogue import Words

log = logging.getLogger(__name__)

Json = dict[str, Any]

LIMIT = 64
PAYLOAD = LIMIT - len("c~h~2027-02-03T18~")
"""Bytes that a picker's payload may have."""
FIRST, LAST = 2000, 2100
HOURS_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Pick:
    """A key of a calendar that was pressed."""

    view: str
    value: str
    payload: str


def opening(button: PickDate) -> str:
    """The callback of the button that opens the calendar.

    A payload too long to be carried through it stays a plain press: the handler then asks for
    the date in words.
    """
    if len(button.payload.encode()) > PAYLOAD:
        log.error("a date picker's payload is too long", extra={"bytes": len(button.payload)})
        return button.payload
    month = (button.initial or button.earliest or "")[:7]
    return _data("m" if button.mode == "date" else "M", month, button.payload)


def parse(data: str) -> Pick | None:
    """Read a key's callback; None if it is no calendar's."""
    parts = data.split("~", 3)
    if len(parts) != 4 or parts[0] != "c" or parts[1] not in "mMDdhxn" or len(parts[1]) != 1:
        return None
    return Pick(parts[1], parts[2], parts[3])


def chosen(pick: Pick) -> str | None:
    """The wall time that a key stands for; empty for "back"; None if it only turns a page."""
    match pick.view:
        case "x":
            return ""
        case "d" if _day(pick.value):
            return pick.value
        case "h" if _day(pick.value[:10]) and pick.value[11:].isdigit():
            return f"{pick.value}:00"
    return None


def page(pick: Pick, today: date, say: Words) -> Json | None:
    """The keyboard of the next view; None where a heading was pressed."""
    if pick.view == "D":
        day = _day(pick.value)
        return None if day is None else _hours(day, pick.payload, say)
    if pick.view in "mM":
        return _month(pick.view, *_year_month(pick.value, today), pick.payload, say)
    return None


def _month(view: str, year: int, month: int, payload: str, say: Words) -> Json:
    nothing = _data("n", "", "")
    title = say("platform-calendar-month", year=str(year), month=say(f"short-month-{month}"))
    head = [
        _turn("◀", view, year, month - 1, payload),
        _key(title, nothing),
        _turn("▶", view, year, month + 1, payload),
    ]
    names = [_key(name, nothing) for name in say("platform-calendar-weekdays").split()]
    # A day is the choice itself, or opens the hours of that day.
    then = "d" if view == "m" else "D"
    weeks = [
        [
            _key(str(day), _data(then, f"{year}-{month:02}-{day:02}", payload))
            if day
            else _key("·", nothing)
            for day in week
        ]
        for week in calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, month)
    ]
    return {"inline_keyboard": [head, names, *weeks, [_back(payload, say)]]}


def _hours(day: date, payload: str, say: Words) -> Json:
    title = say("platform-calendar-day", month=say(f"short-month-{day.month}"), day=str(day.day))
    keys = [
        _key(
            say("platform-calendar-hour", hour=str(hour)),
            _data("h", f"{day.isoformat()}T{hour:02}", payload),
        )
        for hour in range(24)
    ]
    rows = [keys[at : at + HOURS_A_ROW] for at in range(0, 24, HOURS_A_ROW)]
    head = [
        _key(f"◀ {title}", _data("M", day.isoformat()[:7], payload)),
        _key(say("platform-calendar-date-only"), _data("d", day.isoformat(), payload)),
    ]
    return {"inline_keyboard": [head, *rows, [_back(payload, say)]]}


def _turn(sign: str, view: str, year: int, month: int, payload: str) -> Json:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not FIRST <= year <= LAST:
        return _key("·", _data("n", "", ""))
    return _key(sign, _data(view, f"{year}-{month:02}", payload))


def _back(payload: str, say: Words) -> Json:
    return _key(say("platform-calendar-back"), _data("x", "", payload))


def _key(text: str, data: str) -> Json:
    return {"text": text, "callback_data": data}


def _data(view: str, value: str, payload: str) -> str:
    return f"c~{view}~{value}~{payload}"


def _year_month(value: str, today: date) -> tuple[int, int]:
    day = _day(f"{value}-01")
    return (day.year, day.month) if day else (today.year, today.month)


def _day(value: str) -> date | None:
    try:
        day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a wall date
    except ValueError:
        return None
    return day if FIRST <= day.year <= LAST else None
