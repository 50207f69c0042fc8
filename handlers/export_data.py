"""What an export says in `data.json`: an owner's cases in plain words and keys, for other programs.

Keys are those of the classes below; moments are ISO texts in UTC, amounts decimal texts with their
ISO currency. Values that name a kind (`reason`, `stage`, `kind` …) are those of the bot's own
vocabulary. README.md lists them for the people who get the file.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from storage.owner_records import Chat, Owner
from storage.records import Deadline, Dispute, Evidence, Money, PlaybookProgress, Proposal

FORMAT = 1


class Amount(msgspec.Struct, frozen=True):
    """A sum: `role` is claimed, paid, offered_by_seller, offered_by_ae, judged or refunded."""

    value: str
    currency: str
    role: str


class ExportedDeadline(msgspec.Struct, frozen=True):
    """A date of a case. `precision` `date`: only the day is known, `at` is the end of it."""

    kind: str
    at: datetime
    precision: str
    zone: str
    status: str
    provisional: bool
    source_text: str


class ExportedProposal(msgspec.Struct, frozen=True):
    """What one side proposed."""

    made_by: str
    kind: str
    amount: Amount | None
    with_return: bool | None
    told_at: datetime


class ExportedProgress(msgspec.Struct, frozen=True):
    """How far a checklist is."""

    playbook: str
    step: str | None
    done: tuple[str, ...]
    finished_at: datetime | None


class ExportedFile(msgspec.Struct, frozen=True):
    """A photo, video or file.

    `file` is its place in this archive. `sha256` is that of the file as it was received: the one
    here is without its metadata.
    """

    file: str
    case: int | None
    item: str | None
    caption: str
    media_type: str
    size: int
    sha256: str
    received_at: datetime


class ExportedCase(msgspec.Struct, frozen=True):
    """A dispute, or an order that is watched."""

    number: int | None
    title: str
    status: str
    reason: str | None
    demand: str | None
    stage: str | None
    playbook: str | None
    outcome: str | None
    order_ids: tuple[str, ...]
    tracking: tuple[str, ...]
    amounts: tuple[Amount, ...]
    answers: dict[str, str]
    source_text: str
    created_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    deadlines: tuple[ExportedDeadline, ...]
    proposals: tuple[ExportedProposal, ...]
    checklists: tuple[ExportedProgress, ...]


class ExportedChat(msgspec.Struct, frozen=True):
    """A conversation: `address` is the platform's own id of the person or the group."""

    platform: str
    address: str
    group: bool
    state: str


class Export(msgspec.Struct, frozen=True):
    """The whole of `data.json`."""

    format: int
    made_at: datetime
    zone: str
    locale: str
    quiet_from: str
    quiet_until: str
    since: datetime
    chats: tuple[ExportedChat, ...]
    cases: tuple[ExportedCase, ...]
    files: tuple[ExportedFile, ...]


class CaseRows(msgspec.Struct, frozen=True):
    """A case with what hangs on it, as it is read from the database."""

    case: Dispute
    clocks: Sequence[Deadline] = ()
    proposals: Sequence[Proposal] = ()
    progress: Sequence[PlaybookProgress] = ()


def export(
    owner: Owner,
    chats: Sequence[Chat],
    cases: Sequence[CaseRows],
    pieces: Mapping[str, Evidence],
    now: datetime,
) -> Export:
    """All of an owner; `pieces` by their places in the archive."""
    numbers = {rows.case.id: rows.case.number for rows in cases}
    return Export(
        format=FORMAT,
        made_at=now,
        zone=owner.zone,
        locale=owner.locale,
        quiet_from=owner.quiet_from.isoformat("minutes"),
        quiet_until=owner.quiet_until.isoformat("minutes"),
        since=owner.created_at,
        chats=tuple(
            ExportedChat(chat.platform, chat.address, chat.group, chat.state.value)
            for chat in chats
        ),
        cases=tuple(_case(rows) for rows in cases),
        files=tuple(
            ExportedFile(
                file=place,
                case=numbers.get(piece.dispute_id or 0),
                item=piece.item,
                caption=piece.caption,
                media_type=piece.media_type,
                size=piece.size,
                sha256=piece.sha256,
                received_at=piece.created_at,
            )
            for place, piece in pieces.items()
        ),
    )


def encode(exported: Export) -> bytes:
    """As JSON to be read by people, too."""
    return msgspec.json.format(msgspec.json.encode(exported), indent=2)


def _case(rows: CaseRows) -> ExportedCase:
    case = rows.case
    same: dict[str, Any] = {
        name: getattr(case, name)
        for name in ExportedCase.__struct_fields__
        if name not in ("status", "amounts", "deadlines", "proposals", "checklists")
    }
    return ExportedCase(
        **same,
        status=case.status.value,
        amounts=tuple(_amount(money) for money in case.amounts),
        deadlines=tuple(
            ExportedDeadline(
                one.kind,
                one.at,
                one.precision,
                one.zone,
                one.status.value,
                one.provisional,
                one.source_text,
            )
            for one in rows.clocks
        ),
        proposals=tuple(
            ExportedProposal(
                one.made_by,
                one.kind,
                _amount(one.amount) if one.amount else None,
                one.with_return,
                one.told_at,
            )
            for one in rows.proposals
        ),
        checklists=tuple(
            ExportedProgress(one.playbook, one.step, one.done, one.finished_at)
            for one in rows.progress
        ),
    )


def _amount(money: Money) -> Amount:
    return Amount(str(money.value), money.currency, money.role)
