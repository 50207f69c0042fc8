"""The states and kinds of what is kept, as the databases spell them."""

from enum import StrEnum


class ChatState(StrEnum):
    """Whether anything can be sent to a chat."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    LEFT = "left"


class DisputeStatus(StrEnum):
    """`draft`: a card still to be confirmed; `watching`: an order before any dispute."""

    DRAFT = "draft"
    WATCHING = "watching"
    OPEN = "open"
    CLOSED = "closed"
    DELETED = "deleted"


class DeadlineStatus(StrEnum):
    """`proposed` stands on a draft card; only `active` ones have warnings planned."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    OVER = "over"
    REPLACED = "replaced"
    CANCELLED = "cancelled"


class OutboxKind(StrEnum):
    """`answer`: what a person waits for; `warning`: a planned notice; `notice`: all else."""

    ANSWER = "answer"
    WARNING = "warning"
    NOTICE = "notice"


class OutboxState(StrEnum):
    """`planned` until frozen into a delivery; the others are its fate."""

    PLANNED = "planned"
    FROZEN = "frozen"
    HELD = "held"
    """Not pushed because LINE's monthly quota is spent: the next reply says it first."""
    SENT = "sent"
    REFUSED = "refused"
    PARKED = "parked"
    CANCELLED = "cancelled"


class EvidenceStatus(StrEnum):
    """`waiting`: arrived, its use not yet said."""

    WAITING = "waiting"
    KEPT = "kept"
    DROPPED = "dropped"
