"""What the bot remembers, as plain frozen records; no database here.

Every `datetime` is aware and in UTC. An owner is a person or a group: disputes, short numbers,
settings and evidence belong to it, and its chats point to it.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from storage.states import DeadlineStatus, DisputeStatus, EvidenceStatus


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
class Archive:
    """An export of everything (`export`), or one dispute's evidence to hand in (`pack`).

    `state` is `waiting` until it is made or failed. `files` are its parts in the evidence store:
    `blob`, `name` and `size`. `done` of `total` pieces lie in it so far.
    """

    id: int
    owner_id: int
    chat_id: int
    dispute_id: int | None
    kind: str
    state: str
    files: tuple[dict[str, Any], ...]
    done: int
    total: int
    tries: int
    after_delivery: int
    created_at: datetime
    expires_at: datetime | None


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
