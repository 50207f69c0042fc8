"""Freezing: due rows of a chat become deliveries, rendered once and resent byte for byte."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.platforms.base import AnswerTo, Body, Platform
from handlers import notices
from handlers.casework.quiet import wait_for_morning
from handlers.replies import Reply, ReplyNode
from locales.catalogue import Words
from storage import deadlines, deliveries, owners
from storage.deliveries import RANK_ANSWER, RANK_WARNING
from storage.records import Chat, ChatState, Delivery, OutboxKind, OutboxState, Owner, Planned

JOINED = timedelta(minutes=10)
"""What falls due for one chat within this time goes out together."""
REPLY_TOKEN_LIVES = timedelta(seconds=50)
"""LINE's reply token lives a minute; ten seconds are kept for the way there."""
OVERDUE = timedelta(minutes=10)
"""A warning later than this was held up (the bot was down) and minds the quiet hours again."""


class Freezer:
    """Makes the next delivery of a chat; works inside the claiming transaction."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict

    async def next_delivery(
        self, tx: AsyncConnection, chat: Chat, platform: Platform, now: datetime
    ) -> Delivery | None:
        """The delivery to try now, frozen just now or earlier; None if nothing is left to send."""
        if chat.state != ChatState.ACTIVE:
            await deliveries.refuse_all(tx, chat.id, now)
            return None
        head = await deliveries.head(tx, chat.id, now)
        if head is not None and head.rank == RANK_ANSWER:
            return head
        answer = await deliveries.due_answer(tx, chat.id, now)
        while answer is not None:
            frozen = await self._freeze_answer(tx, chat, platform, answer, now)
            if frozen:
                return frozen
            answer = await deliveries.due_answer(tx, chat.id, now)
        return head or await self._freeze_notices(tx, chat, platform, now)

    async def _freeze_answer(
        self, tx: AsyncConnection, chat: Chat, platform: Platform, row: Planned, now: datetime
    ) -> Delivery | None:
        to = msgspec.convert(row.content.get("to", {}), AnswerTo)
        rows = [row]
        if "bodies" in row.content:
            bodies: list[Body] = row.content["bodies"]
        else:
            owner = await owners.owner(tx, chat.owner_id)
            reply, joined = await self._with_held(tx, chat, owner, _reply_of(row), now)
            rows += joined
            bodies = platform.render(reply, to, locale=owner.locale)
        if not bodies:
            await deliveries.settle_rows(tx, rows, OutboxState.CANCELLED, now)
            return None
        until = to.reply_at + REPLY_TOKEN_LIVES if to.reply_at else None
        frozen = await deliveries.freeze(
            tx,
            chat.id,
            rows,
            bodies,
            _keys(bodies),
            now,
            rank=RANK_ANSWER,
            reply_token=to.reply_token,
            reply_until=until,
        )
        return frozen[0]

    async def _with_held(
        self, tx: AsyncConnection, chat: Chat, owner: Owner, reply: Reply, now: datetime
    ) -> tuple[Reply, list[Planned]]:
        """Put what the spent quota held back before what is answered now."""
        rows = await deliveries.held(tx, chat.id)
        if not rows:
            return reply, []
        nodes = await self._nodes(tx, rows, chat, owner, now)
        if not nodes:
            await deliveries.settle_rows(tx, rows, OutboxState.CANCELLED, now)
            return reply, []
        return Reply(nodes + reply.nodes, toast=reply.toast), rows

    async def _nodes(
        self,
        tx: AsyncConnection,
        rows: Sequence[Planned],
        chat: Chat,
        owner: Owner,
        now: datetime,
    ) -> tuple[ReplyNode, ...]:
        """What rows say now: replies as they were given, warnings written this moment, as one."""
        given = [row for row in rows if row.kind != OutboxKind.WARNING]
        nodes = [node for row in given for node in _reply_of(row).nodes]
        warnings = [row for row in rows if row.kind == OutboxKind.WARNING]
        if warnings:
            say = Words(owner.locale, strict=self.strict)
            composed = await notices.compose(tx, warnings, owner, chat, now, say)
            nodes += composed.nodes if composed else ()
        return tuple(nodes)

    async def _freeze_notices(
        self, tx: AsyncConnection, chat: Chat, platform: Platform, now: datetime
    ) -> Delivery | None:
        owner = await owners.owner(tx, chat.owner_id)
        due = await deliveries.due_notices(tx, chat.id, now, now + JOINED)
        rows = await self._not_before_morning(tx, due, owner, now)
        if not rows:
            return None
        reply = Reply(await self._nodes(tx, rows, chat, owner, now))
        bodies = platform.render(reply, AnswerTo(), locale=owner.locale)
        if not bodies:
            await deliveries.settle_rows(tx, rows, OutboxState.CANCELLED, now)
            return None
        frozen = await deliveries.freeze(
            tx, chat.id, rows, bodies, _keys(bodies), now, rank=RANK_WARNING
        )
        return frozen[0]

    async def _not_before_morning(
        self, tx: AsyncConnection, rows: Sequence[Planned], owner: Owner, now: datetime
    ) -> list[Planned]:
        """Leave overdue warnings for the morning where that leaves time enough."""
        overdue = [
            row
            for row in rows
            if row.deadline_id
            and now - row.due_at > OVERDUE
            and not row.offset.startswith("snooze")
        ]
        clocks = await deadlines.many(tx, [row.deadline_id for row in overdue if row.deadline_id])
        waiting: set[int] = set()
        for row in overdue:
            clock = clocks.get(row.deadline_id or 0)
            morning = clock and wait_for_morning(
                now, clock.at, owner.zone, owner.quiet_from, owner.quiet_until
            )
            if morning:
                await deliveries.postpone(tx, row.id, morning)
                waiting.add(row.id)
        return [row for row in rows if row.id not in waiting]


def _reply_of(row: Planned) -> Reply:
    return msgspec.convert(row.content.get("reply", {}), Reply)


def _keys(bodies: Sequence[Body]) -> list[str]:
    return [str(uuid.uuid4()) for _ in bodies]
