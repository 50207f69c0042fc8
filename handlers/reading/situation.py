"""What the rest of the reader found out about a message, as far as intents need it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts beside the words; ``topic``: the text speaks of buying, a dispute or its help."""

    question: bool
    reason: str | None
    demand: str | None
    opened: bool
    deadline: str | None  # its kind
    from_base: bool
    amounts: int
    order_ids: int
    verdict: str | None
    outcome: str | None
    playbook: str | None = None
    topic: bool = True
