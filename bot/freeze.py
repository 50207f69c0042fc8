"""Freezing: due rows of a chat become deliveries, rendered once and resent byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.platforms.base import AnswerTo, Body, Platform
from handlers import notices
from handlers.casework.quiet import wait_for_morning
from handlers.replies import Reply, ReplyNode
from locales.catalogue import Words
from storage import deadlines, deliveries, fates, linking, owners, quotas
from storage.deliveries import RANK_ANSWER, RANK_WARNING, Freezing
from storage.message_records import Delivery, Planned
from storage.owner_records import Chat, Owner
from storage.quotas import URGENT
from storage.states import ChatState, OutboxKind, OutboxState

JOINED = timedelta(minutes=10)
"""What falls due for one chat within this time goes out together."""
REPLY_TOKEN_LIVES = timedelta(seconds=50)
"""LINE's reply token lives a minute; ten seconds are kept for the way there."""
OVERDUE = timedelta(minutes=10)
"""A warning later than this was held up (the bot was down) and minds the quiet hours again."""


class Freezer:
    """Makes the next delivery of each claimed chat; works inside the claiming transaction."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict

    async def next_deliveries(
        self, tx: AsyncConnection, chats: Sequence[Chat], platform: Platform, now: datetime
    ) -> dict[int, Delivery]:
        """The delivery to try now of each chat, frozen just now or earlier.

        A chat for which nothing is left to send is left out.
        """
        active = [chat for chat in chats if chat.state == ChatState.ACTIVE]
        for chat in chats:
            if chat.state != ChatState.ACTIVE:
                await linking.hand_over(tx, chat)
                await fates.refuse_all(tx, chat.id, now)
        heads = await deliveries.heads(tx, [chat.id for chat in active], now)
        rest = [
            chat for chat in active if chat.id not in heads or heads[chat.id].rank != RANK_ANSWER
        ]
        if not rest:
            return heads
        persons = await owners.many(tx, {chat.owner_id for chat in rest})
        answers = await self._answers(tx, rest, persons, platform, now)
        silent = [chat for chat in rest if chat.id not in answers and chat.id not in heads]
        notices = await self._notices(tx, silent, persons, platform, now)
        parts = [*answers.values(), *notices]
        for part, frozen in zip(parts, await deliveries.freeze(tx, parts, now), strict=True):
            heads[part.chat_id] = frozen[0]
        return heads

    async def _answers(
        self,
        tx: AsyncConnection,
        chats: Sequence[Chat],
        persons: Mapping[int, Owner],
        platform: Platform,
        now: datetime,
    ) -> dict[int, Freezing]:
        """The oldest answer of each chat that has one, rendered."""
        found: dict[int, Freezing] = {}
        open_ = list(chats)
        while open_:
            rows = await deliveries.due_answers(tx, [chat.id for chat in open_], now)
            open_ = [chat for chat in open_ if chat.id in rows]
            held = await deliveries.held(tx, [chat.id for chat in open_])
            empty = []
            for chat in open_:
                waiting = held.get(chat.id, [])
                part = await self._answer(
                    tx, chat, persons[chat.owner_id], platform, rows[chat.id], waiting, now
                )
                if part is None:
                    empty.append(chat)
                else:
                    found[chat.id] = part
            # What says nothing has had its end; the next answer of that chat is looked for.
            open_ = empty
        return found

    async def _answer(
        self,
        tx: AsyncConnection,
        chat: Chat,
        owner: Owner,
        platform: Platform,
        row: Planned,
        held: Sequence[Planned],
        now: datetime,
    ) -> Freezing | None:
        to = replace(msgspec.convert(row.content.get("to", {}), AnswerTo), row=row.id)
        rows = [row]
        if "bodies" in row.content:
            bodies: list[Body] = row.content["bodies"]
        else:
            reply, joined = await self._with_held(tx, chat, owner, _reply_of(row), held, now)
            rows += joined
            bodies = platform.render(reply, to, locale=owner.locale)
        if not bodies:
            await deliveries.settle_rows(tx, rows, OutboxState.CANCELLED, now)
            return None
        until = to.reply_at + REPLY_TOKEN_LIVES if to.reply_at else None
        return Freezing(chat.id, rows, bodies, RANK_ANSWER, to.reply_token, until)

    async def _with_held(
        self,
        tx: AsyncConnection,
        chat: Chat,
        owner: Owner,
        reply: Reply,
        rows: Sequence[Planned],
        now: datetime,
    ) -> tuple[Reply, Sequence[Planned]]:
        """Put what the spent quota held back before what is answered now."""
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

    async def _notices(
        self,
        tx: AsyncConnection,
        chats: Sequence[Chat],
        persons: Mapping[int, Owner],
        platform: Platform,
        now: datetime,
    ) -> list[Freezing]:
        """Due warnings and notices of each chat, as one message."""
        if not chats:
            return []
        due = await deliveries.due_notices(tx, [chat.id for chat in chats], now, now + JOINED)
        quota = known = await quotas.current(tx, now) if platform.counts_pushes and due else None
        found = []
        for chat in chats:
            owner = persons[chat.owner_id]
            rows = await self._not_before_morning(tx, due.get(chat.id, []), owner, now)
            if not rows:
                continue
            silent = owner.quiet_good and await notices.is_only_good(tx, rows)
            reply = Reply(await self._nodes(tx, rows, chat, owner, now), silent=silent)
            bodies = platform.render(reply, AnswerTo(), locale=owner.locale)
            if not bodies:
                await deliveries.settle_rows(tx, rows, OutboxState.CANCELLED, now)
                continue
            cost = chat.recipients * len(bodies)
            if quota and not quota.lets(cost, urgent=_urgent(rows, now)):
                await deliveries.settle_rows(tx, rows, OutboxState.HELD, now)
                await linking.hand_over(tx, chat, only_held=True)
                continue
            quota = quota and quota.spend(cost, now)
            found.append(Freezing(chat.id, rows, bodies, RANK_WARNING))
        if quota and quota is not known:
            await quotas.keep(tx, quota)
        return found

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
        if not overdue:
            return list(rows)
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


def _urgent(rows: Sequence[Planned], now: datetime) -> bool:
    """Whether one of these warns of a deadline that is near."""
    ends = [datetime.fromisoformat(row.content["at"]) for row in rows if "at" in row.content]
    return any(now <= end <= now + URGENT for end in ends)
