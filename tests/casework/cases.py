"""A dispute to try things on."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from storage.records import Dispute, Money
from storage.states import DisputeStatus

PRICE = Money(Decimal(6993), "JPY", "claimed")
_PLAIN = Dispute(
    id=1,
    owner_id=1,
    status=DisputeStatus.OPEN,
    number=2,
    title="",
    reason=None,
    demand=None,
    stage=None,
    playbook=None,
    amounts=(),
    order_ids=(),
    tracking=(),
    source_text="",
    asked=(),
    answers={},
    look_in=None,
    outcome=None,
    message=None,
    created_at=datetime(2027, 1, 29, tzinfo=UTC),
    opened_at=None,
    closed_at=None,
)


def dispute(**fields: Any) -> Dispute:
    """An open dispute of which nothing is known but these fields."""
    return replace(_PLAIN, **fields)
