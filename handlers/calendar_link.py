"""A link that opens a deadline in Google Calendar, without a server of ours or an account here.

Source: Google Calendar's event template address (`action=TEMPLATE`).
"""

from datetime import UTC, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from handlers.ceilings import TITLE
from handlers.replies import Link
from handlers.which import named
from handlers.wording import kind_words
from locales.catalogue import Words
from storage.records import Deadline, Dispute

_ADDRESS = "https://calendar.google.com/calendar/render"


def calendar_link(say: Words, dispute: Dispute, deadline: Deadline) -> Link:
    """The button; a deadline of which only the day is known becomes an entry for all day."""
    title = say(
        "calendar-title", kind=kind_words(say, deadline.kind), title=named(say, dispute, TITLE)
    )
    if deadline.precision == "date":
        day = deadline.at.astimezone(ZoneInfo(deadline.zone)).date()
        dates = f"{day:%Y%m%d}/{day + timedelta(days=1):%Y%m%d}"
    else:
        at = deadline.at.astimezone(UTC)
        dates = f"{at - timedelta(minutes=30):%Y%m%dT%H%M%SZ}/{at:%Y%m%dT%H%M%SZ}"
    asked = urlencode({"action": "TEMPLATE", "text": title, "dates": dates})
    return Link(say("button-calendar"), f"{_ADDRESS}?{asked}")
