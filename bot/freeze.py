"""Freezing: due rows of a chat become deliveries, rendered once and resent byte for byte."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.platforms.base import AnswerTo, Body, Platform
from handlers import notices
from handlers.casework.quiet import wait_for_morning
from handlers.replies import Reply, ReplyNode
from locales.catalogue import Words
from storage import deadlines, deliveries, fates, freezing, linking, owners, quotas
from storage.deliveries import RANK_ANSWER, RANK_WARNING
from storage.freezing import Freezing
from storage.message_records import Delivery, DueAnswer, Planned
from storage.owner_records import Chat, Owner
from storage.quotas import URGENT
from storage.states import ChatState, OutboxKind, OutboxState

JOINED = timedelta(minutes=10)
"""What falls due for one chat within this time goes out together."""
REPLY_TOKEN_LIVES = timedelta(seconds=50)
"""LINE's reply token lives a minute; ten seconds are kept for the way there."""
OVERDUE = timedelta(minutes=10)
"""A warning later than this was held up (the bot was down) and minds the quiet hours again."""


def needs_file(body: Body) -> bool:
    """Whether a file must be fetched before this can leave."""
    return bool(body.get("blob"))


class Next(NamedTuple):
    """The delivery to try now of each chat, and which of them are noted as attempted already."""

    deliveries: dict[int, Delivery]
    attempted: set[int]


class Freezer:
    """Makes the next delivery of each claimed chat; works inside the claiming transaction."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict

    async def next_deliveries(
        self, tx: AsyncConnection, chats: Sequence[Chat], platform: Platform, now: datetime
    ) -> Next:
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
        attempted: set[int] = set()
        if not rest:
            return Next(heads, attempted)
        answers = await self._answers(tx, rest, platform, now)
        silent = [chat for chat in rest if chat.id not in answers and chat.id not in heads]
        notices = await self._notices(tx, silent, platform, now)
        parts = [*answers.values(), *notices]
        for part, frozen in zip(parts, await freezing.freeze(tx, parts, now), strict=True):
            heads[part.chat_id] = frozen[0]
            if part.at_once:
                attempted.add(frozen[0].id)
        return Next(heads, attempted)

    async def _answers(
        self, tx: AsyncConnection, chats: Sequence[Chat], platform: Platform, now: datetime
    ) -> dict[int, Freezing]:
        """The oldest answer of each chat that has one, rendered."""
        found: dict[int, Freezing] = {}
        open_ = {chat.id: chat for chat in chats}
        while open_:
            rows = await deliveries.due_answers(tx, list(open_), now)
            after_held = [row.chat_id for row in rows.values() if row.held]
            held = await deliveries.held(tx, after_held) if after_held else {}
            empty = {}
            for chat_id, row in rows.items():
                chat, waiting = open_[chat_id], held.get(chat_id, [])
                part = await self._answer(tx, chat, platform, row, waiting, now)
                if part is None:
                    empty[chat_id] = chat
                else:
                    found[chat_id] = part
            # What says nothing has had its end; the next answer of that chat is looked for.
            open_ = empty
        return found

    async def _answer(
        self,
        tx: AsyncConnection,
        chat: Chat,
        platform: Platform,
        row: DueAnswer,
        held: Sequence[Planned],
        now: datetime,
    ) -> Freezing | None:
        to = msgspec.convert(row.content.get("to", {}), AnswerTo)
        row_ids = [row.id]
        if "bodies" in row.content:
            bodies: list[Body] = row.content["bodies"]
        else:
            reply, joined = await self._with_held(tx, chat, _reply_of(row), held, now)
            row_ids += [one.id for one in joined]
            to = msgspec.structs.replace(to, row=row.id)
            bodies = platform.render(reply, to, locale=row.locale)
        if not bodies:
            await deliveries.settle_rows(tx, row_ids, OutboxState.CANCELLED, now)
            return None
        until = to.reply_at + REPLY_TOKEN_LIVES if to.reply_at else None
        at_once = not needs_file(bodies[0])
        return Freezing(chat.id, row_ids, bodies, RANK_ANSWER, to.reply_token, until, at_once)

    async def _with_held(
        self,
        tx: AsyncConnection,
        chat: Chat,
        reply: Reply,
        rows: Sequence[Planned],
        now: datetime,
    ) -> tuple[Reply, Sequence[Planned]]:
        """Put what the spent quota held back before what is answered now."""
        if not rows:
            return reply, []
        owner = await owners.owner(tx, chat.owner_id)
        nodes = await self._nodes(tx, rows, chat, owner, now)
        if not nodes:
            await deliveries.settle_rows(tx, [row.id for row in rows], OutboxState.CANCELLED, now)
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
        platform: Platform,
        now: datetime,
    ) -> list[Freezing]:
        """Due warnings and notices of each chat, as one message."""
        if not chats:
            return []
        due = await deliveries.due_notices(tx, [chat.id for chat in chats], now, now + JOINED)
        if not due:
            return []
        told = [chat for chat in chats if chat.id in due]
        persons = await owners.many(tx, {chat.owner_id for chat in told})
        quota = known = await quotas.current(tx, now) if platform.counts_pushes else None
        found = []
        for chat in told:
            owner = persons[chat.owner_id]
            rows = await self._not_before_morning(tx, due[chat.id], owner, now)
            if not rows:
                continue
            row_ids = [row.id for row in rows]
            silent = owner.quiet_good and await notices.is_only_good(tx, rows)
            reply = Reply(await self._nodes(tx, rows, chat, owner, now), silent=silent)
            bodies = platform.render(reply, AnswerTo(), locale=owner.locale)
            if not bodies:
                await deliveries.settle_rows(tx, row_ids, OutboxState.CANCELLED, now)
                continue
            cost = chat.recipients * len(bodies)
            if quota and not quota.lets(cost, urgent=_urgent(rows, now)):
                await deliveries.settle_rows(tx, row_ids, OutboxState.HELD, now)
                await linking.hand_over(tx, chat, only_held=True)
                continue
            quota = quota and quota.spend(cost, now)
            at_once = not needs_file(bodies[0])
            found.append(Freezing(chat.id, row_ids, bodies, RANK_WARNING, at_once=at_once))
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


def _reply_of(row: Planned | DueAnswer) -> Reply:
    return msgspec.convert(row.content.get("reply", {}), Reply)


def _urgent(rows: Sequence[Planned], now: datetime) -> bool:
    """Whether one of these warns of a deadline that is near."""
    ends = [datetime.fromisoformat(row.content["at"]) for row in rows if "at" in row.content]
    return any(now <= end <= now + URGENT for end in ends)
