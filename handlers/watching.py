"""Which words tell of an order that is merely watched, before any dispute."""

from collections.abc import Iterable

STAGES = frozenset({"awaiting_shipment", "in_transit", "extension", "open_window", "completed_15d"})
KINDS = frozenset({"protection_end", "open_from", "open_until"})


def is_watched(stage: str | None, kinds: Iterable[str]) -> bool:
    """Whether a case is an order before its dispute, by its stage or else by its clocks' kinds."""
    if stage:
        return stage in STAGES
    named = [kind for kind in kinds if kind != "unknown"]
    return bool(named) and all(kind in KINDS for kind in named)
