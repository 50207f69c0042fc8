"""Whether a case's screen is asked about day by day, and by which of its clocks.

The article's question 売り手が「拒否」する is the source: the page should be looked at regularly
until the dispute's date runs out, since cases close earlier and sellers bring new proposals.
"""

from collections.abc import Iterable
from datetime import datetime

from handlers.casework.playbooks import GRANTED
from handlers.casework.policy import LOOK_FROM
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus

OPT_IN = frozenset({"line"})
"""Platforms where every message counts: nothing is asked there before somebody wants it."""
KINDS = frozenset(
    {"ae_step_in", "negotiation_end", "accept_decline", "seller_response", "appeal_result"}
)
"""Clocks of a dispute's own, at whose end its page changes."""
UNNAMED = frozenset({"unknown"})
"""A 期限 that nobody has named: asked about where the question is wanted in so many words."""
EVERY_DAY = 3650
"""Days before a deadline: from the first day on."""


def keeps_rejecting(dispute: Dispute) -> bool:
    """Whether AliExpress has granted everything and only the seller rejects it, again and again."""
    return dispute.playbook == GRANTED


def is_on(dispute: Dispute, platform: str) -> bool:
    """Whether this case's screen is asked about at all."""
    if dispute.status is not DisputeStatus.OPEN:
        return False
    return platform not in OPT_IN if dispute.look_in is None else dispute.look_in


def carries(dispute: Dispute, kind: str) -> bool:
    """Whether a clock of this kind can bring the question."""
    wanted = dispute.look_in is True or keeps_rejecting(dispute)
    return kind in KINDS or (wanted and kind in UNNAMED)


def days_before(dispute: Dispute, platform: str, kind: str) -> int | None:
    """How many days before the day of a clock the questions begin; None: there are none."""
    if not is_on(dispute, platform) or not carries(dispute, kind):
        return None
    return EVERY_DAY if keeps_rejecting(dispute) else LOOK_FROM


def carrier(dispute: Dispute, clocks: Iterable[Deadline], now: datetime) -> Deadline | None:
    """The clock that brings the question: the nearest of a case's active ones still to come."""
    coming = [clock for clock in clocks if clock.at > now and carries(dispute, clock.kind)]
    return min(coming, key=lambda clock: (clock.at, clock.id), default=None)
