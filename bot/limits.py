"""How fast each platform may be sent to.

Telegram's FAQ: about 30 messages a second overall, one a second in a chat (short bursts pass), 20 a
minute in a group. LINE's documentation: 2,000 requests a second for reply and push. Pacing only
avoids refusals; what a 429 says is law. The paces themselves stand in the database
(`storage/paces.py`), so that all processes keep them together.
"""

from datetime import timedelta

from storage.paces import Rate, Rates

SECOND = timedelta(seconds=1)

RATES: dict[str, Rates] = {
    "telegram": Rates(
        overall=Rate(SECOND / 30, burst=5),
        private=Rate(SECOND, burst=4),
        group=Rate(3 * SECOND, burst=4),
    ),
    "line": Rates(overall=Rate(SECOND / 1500, burst=250)),
}
