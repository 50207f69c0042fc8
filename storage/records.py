"""What the bot remembers, as plain frozen records; no database here.

Every `datetime` is aware and in UTC. An owner is a person or a group: disputes, short numbers,
settings and evidence belong to it, and its chats point to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Owner:
    """A person or a group, with its settings. All times of day are wall times in `zone`."""

    id: int
    zone: str
    locale: str
    quiet_from: time
    quiet_until: time
    """Equal to `quiet_from`: there are no quiet hours."""
    created_at: datetime
    warn_at: time | None = None
    """The hour at which warnings that count days come; None: each at the hour of its rule."""
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How long before a deadline it is warned about, by kind or `all` (`handlers.casework.leads`);
    empty: by the rules of its kind."""
    look_at: time | None = None
    """The hour of the daily question after the screen, where no warning of its day carries it."""
    quiet_good: bool = False
    """Whether what is only good news comes without a sound."""


UNCOUNTED = 5


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation on one platform."""

    id: int
    owner_id: int
    platform: str
    address: str
    group: bool
    state: ChatState
    clock_ahead: int
    members: int | None = None
    """How many people a push to a LINE group reaches, as far as it was counted."""

    @property
    def recipients(self) -> int:
        """How many a push counts for; a group that nobody has counted yet as a few."""
        return (self.members or UNCOUNTED) if self.group else 1

    """Seconds that a local chat's own clock was moved ahead; 0 on LINE and Telegram."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its ISO currency and its role (claimed, paid, offered_by_seller …)."""

    value: Decimal
    currency: str
    role: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute, or an order merely being watched. `number` is short and the owner's own."""

    id: int
    owner_id: int
    status: DisputeStatus
    number: int | None
    title: str
    reason: str | None
    demand: str | None
    stage: str | None
    playbook: str | None
    amounts: tuple[Money, ...]
    order_ids: tuple[str, ...]
    tracking: tuple[str, ...]
    source_text: str
    asked: tuple[str, ...]
    """Questions already put or skipped, so that none is asked twice."""
    answers: dict[str, str]
    """What playbooks asked and were told: whose proposal it is, how it was paid …"""
    look_in: bool | None
    """Whether its screen is asked about every day; None: nobody has said."""
    outcome: str | None
    message: str | None
    """The platform's message that the draft came from: an edit of it corrects the open card."""
    created_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one side proposed in a dispute. `made_by`: seller, aliexpress or buyer.

    `kind` is a demand or an outcome of the vocabulary, or `unknown`; `amount` None is not told.
    """

    id: int
    dispute_id: int
    made_by: str
    kind: str
    amount: Money | None
    with_return: bool | None
    told_at: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock of a dispute. `at` is the instant, `zone` where the words were read.

    `precision` `date` means that only a day is known: `at` is then 23:59 of it in `zone`.
    `provisional` ones are our own 目安 until the date on the screen is told.
    """

    id: int
    dispute_id: int
    owner_id: int
    kind: str
    at: datetime
    precision: str
    zone: str
    source_text: str
    assumptions: tuple[str, ...]
    alternatives: tuple[dict[str, Any], ...]
    provisional: bool
    status: DeadlineStatus
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the outbox: an answer, a planned warning or another notice to one chat."""

    id: int
    chat_id: int
    kind: OutboxKind
    due_at: datetime
    content: dict[str, Any]
    dispute_id: int | None
    deadline_id: int | None
    deadline_version: int | None
    offset: str
    dedupe_key: str | None
    state: OutboxState
    delivery_id: int | None
    planned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What goes over the wire in one call, frozen before its first try."""

    id: int
    chat_id: int
    rank: int
    body: dict[str, Any]
    retry_key: str
    reply_token: str | None
    reply_until: datetime | None
    tries: int
    first_attempt_at: datetime | None
    attempted_at: datetime | None
    uncertain: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A photo, video or file kept for a dispute; its bytes lie in the evidence store at `blob`."""

    id: int
    owner_id: int
    dispute_id: int | None
    status: EvidenceStatus
    sha256: str
    blob: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    message: str | None
    caption: str
    item: str | None
    created_at: datetime
    dropped_at: datetime | None
    album: str | None
    """What was sent together has the platform's name of it in common."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a chat waits for: typed text or a photo. Buttons need no row."""

    chat_id: int
    waiting_for: str
    dispute_id: int | None
    deadline_id: int | None
    data: dict[str, Any]
    since: datetime


@dataclass(frozen=True, slots=True)
class PlaybookProgress:
    """How far a dispute is in one playbook; `done` holds ids of steps in the order done."""

    dispute_id: int
    playbook: str
    step: str | None
    done: tuple[str, ...]
    device: str | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a dispute, with what stood there before, so that it can be undone."""

    id: int
    owner_id: int
    dispute_id: int
    what: str
    before: dict[str, Any]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class OwnerChange:
    """The last change of an owner's settings, with how they stood before."""

    id: int
    owner_id: int
    before: dict[str, Any]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CalendarAddress:
    """Where an owner's calendar can be fetched: the address's number, and its token's hash."""

    owner_id: int
    nonce: str
    token_hash: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """A raw event in the inbox."""

    id: int
    platform: str
    key: str
    owner_id: int | None
    chat_id: int | None
    kind: str
    at: datetime
    """The platform's time of the event."""
    received_at: datetime
    raw: dict[str, Any]
    tries: int
