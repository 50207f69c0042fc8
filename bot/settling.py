"""What becomes of a delivery after each outcome, and when it is tried again.

LINE takes a push again under its retry key, so a doubtful one is simply repeated. Telegram has no
such key: a doubtful one is repeated once more after a pause, a warning then marked 再送.
"""

import asyncio
import logging
import uuid
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.commits import GroupCommit
from bot.operator import Operator
from bot.platforms.base import (
    BadToken,
    Followed,
    Outcome,
    Outgoing,
    QuotaSpent,
    Refused,
    Rejected,
    Sent,
    TryLater,
    Uncertain,
)
from storage import claims, fates, following, linking, owners, paces
from storage.deliveries import RANK_WARNING
from storage.fates import Taken
from storage.message_records import Delivery
from storage.owner_records import Chat
from storage.paces import Rate
from storage.states import ChatState, OutboxState

log = logging.getLogger(__name__)

FIRST_RETRY = timedelta(seconds=1)
LONGEST_RETRY = timedelta(minutes=5)
PAUSE_IF_UNKNOWN = timedelta(seconds=5)
PAUSE_IF_BAD_TOKEN = 60.0
RETRY_KEY_LIVES = timedelta(hours=24)
"""LINE remembers a retry key for 24 hours; after that the same key would send again unnoticed."""
CROWD = 16
"""So many sends on their way make it worth to wait for others before the first is settled."""
GATHER = 0.01
"""Seconds that are waited for them."""
PARKED_AFTER = timedelta(hours=48)
"""A delivery that kept failing this long since its first attempt is parked."""
FEWEST_TRIES = 20
"""But never after fewer tries: a laptop that slept for days has no network as it wakes up."""


def backoff(tries: int) -> timedelta:
    """The pause after so many tries: 1 s, doubling, at most 5 minutes."""
    doublings = min(max(tries - 1, 0), 16)
    return min(FIRST_RETRY * (1 << doublings), LONGEST_RETRY)


class _Together:
    """Deliveries that are settled as sent in the same few statements."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self.ours: asyncio.Future[set[int]] = asyncio.get_running_loop().create_future()
        self.task: asyncio.Task[None] | None = None


class Settling:
    """Writes the fate of deliveries, and lets go of their chats."""

    def __init__(self, commits: GroupCommit, clock: Clock, operator: Operator, rate: Rate) -> None:
        self.commits = commits
        self.clock = clock
        self.operator = operator
        self.rate = rate
        self.on_their_way = 0
        """Sends of this lane that have no outcome yet."""
        self._together: _Together | None = None

    async def settle(
        self,
        chat: Chat,
        delivery: Delivery,
        token: str,
        outgoing: Outgoing,
        outcome: Outcome,
        now: datetime,
        *,
        idempotent: bool,
    ) -> None:
        """Note what became of an attempt, in one group commit with others."""
        match outcome:
            case Sent(message):
                await self._sent(Taken(delivery.id, chat.id, token, now, message), chat.platform)
            case TryLater(reason, after, everyone):
                await self._again(
                    chat,
                    delivery,
                    token,
                    now,
                    pause=timedelta(seconds=after) if after is not None else None,
                    reason=reason,
                    # A reply that was turned down by its token goes on as a push.
                    reply_token=None if after == 0 else delivery.reply_token,
                    uncertain=delivery.uncertain,
                    everyone=(after or 1.0) if everyone else None,
                )
            case Uncertain(reason):
                await self._again(
                    chat,
                    delivery,
                    token,
                    now,
                    pause=None if idempotent else PAUSE_IF_UNKNOWN,
                    reason=reason,
                    reply_token=delivery.reply_token,
                    uncertain=True,
                )
            case Refused(reason):
                await self._refuse(chat, delivery, token, now, reason)
            case Followed(address):
                await self._follow(chat, delivery, token, now, address)
            case QuotaSpent():
                await self._end(
                    chat, delivery, token, "parked", now, reason="quota", rows=OutboxState.HELD
                )
                await self.operator.tell("line-quota-spent")
            case BadToken(reason):
                await self._again(
                    chat,
                    delivery,
                    token,
                    now,
                    pause=timedelta(seconds=PAUSE_IF_BAD_TOKEN),
                    reason=reason,
                    reply_token=outgoing.reply_token,
                    uncertain=delivery.uncertain,
                    counts=False,
                    everyone=PAUSE_IF_BAD_TOKEN,
                )
                await self.operator.tell(f"{chat.platform}-token-refused")
            case Rejected(reason):
                await self._end(chat, delivery, token, "parked", now, reason=reason)
                await self.operator.tell(
                    f"{chat.platform}-delivery-rejected", delivery_id=delivery.id
                )

    async def hold_back(self, chat: Chat, delivery: Delivery, token: str, now: datetime) -> None:
        """A crash hid this delivery's fate: try it once more after a pause, a warning marked."""
        await self._again(
            chat,
            delivery,
            token,
            now,
            pause=PAUSE_IF_UNKNOWN,
            reason="interrupted",
            reply_token=delivery.reply_token,
            uncertain=True,
            counts=False,
        )

    async def wait_for_file(
        self, chat: Chat, delivery: Delivery, token: str, now: datetime
    ) -> None:
        """The picture to be sent cannot be had just now; nothing was attempted."""
        await self._again(
            chat,
            delivery,
            token,
            now,
            pause=timedelta(seconds=30),
            reason="evidence store",
            reply_token=delivery.reply_token,
            uncertain=delivery.uncertain,
        )

    async def _sent(self, taken: Taken, platform: str) -> None:
        """Settle together with all others that were sent meanwhile: in a few statements."""
        together = self._together
        if together is None:
            together = self._together = _Together()
            together.task = asyncio.create_task(self._settle(together))
        together.taken.append(taken)
        ours = taken.delivery_id in await together.ours
        log.info(
            "delivery settled",
            extra={
                "delivery_id": taken.delivery_id,
                "platform": platform,
                "state": "sent",
                "ours": ours,
            },
        )

    async def _settle(self, together: _Together) -> None:
        async def work(tx: AsyncConnection) -> set[int]:
            # Whoever is sent from now on goes with the next ones.
            if self._together is together:
                self._together = None
            return await fates.settle_sent(tx, together.taken)

        if self.on_their_way >= CROWD:
            # More will have been sent in a moment: one commit for them all.
            await asyncio.sleep(GATHER)
        try:
            ours = await self.commits.write(work)
        except Exception as failure:
            if self._together is together:
                self._together = None
            if not together.ours.done():
                together.ours.set_exception(failure)
        else:
            if not together.ours.done():
                together.ours.set_result(ours)

    async def _end(
        self,
        chat: Chat,
        delivery: Delivery,
        token: str,
        state: str,
        now: datetime,
        *,
        message: str | None = None,
        reason: str = "",
        rows: OutboxState | None = None,
    ) -> None:
        async def work(tx: AsyncConnection) -> bool:
            ours = await fates.settle(
                tx, delivery.id, token, state, now, message=message, reason=reason, rows=rows
            )
            if rows is OutboxState.HELD:
                await linking.hand_over(tx, chat, only_held=True)
            await claims.release(tx, [chat.id], token)
            return ours

        ours = await self.commits.write(work)
        log.info(
            "delivery settled",
            extra={
                "delivery_id": delivery.id,
                "platform": chat.platform,
                "state": state,
                "ours": ours,
            },
        )

    async def _again(
        self,
        chat: Chat,
        delivery: Delivery,
        token: str,
        now: datetime,
        *,
        pause: timedelta | None,
        reason: str,
        reply_token: str | None,
        uncertain: bool,
        counts: bool = True,
        everyone: float | None = None,
    ) -> None:
        """Set the next try; `everyone`: seconds for which nothing goes to this platform."""
        first = delivery.first_attempt_at or now
        # As it was claimed: an attempt without a fate was counted when it began.
        tries = delivery.tries + (delivery.attempted_at is None)
        if counts and now - first > PARKED_AFTER and tries >= FEWEST_TRIES:
            await self._end(chat, delivery, token, "parked", now, reason=reason)
            await self.operator.tell(f"{chat.platform}-gave-up", delivery_id=delivery.id)
            return
        at = now + (backoff(tries) if pause is None else pause)
        # A push whose key is dead might arrive twice, so it says that it may.
        key_is_dead = chat.platform == "line" and now - first > RETRY_KEY_LIVES
        retry_key = str(uuid.uuid4()) if key_is_dead else delivery.retry_key
        doubtful_warning = (
            uncertain and chat.platform == "telegram" and delivery.rank == RANK_WARNING
        )

        async def work(tx: AsyncConnection) -> None:
            if everyone is not None:
                await paces.pause(tx, chat.platform, self.rate, self.clock.now(), everyone)
            await fates.try_later(
                tx,
                delivery.id,
                token,
                at,
                uncertain=uncertain,
                marked=delivery.marked or doubtful_warning or key_is_dead,
                counts=counts,
                reply_token=reply_token,
                retry_key=retry_key,
            )
            await claims.release(tx, [chat.id], token)

        await self.commits.write(work)
        log.warning(
            "delivery is tried again",
            extra={
                "delivery_id": delivery.id,
                "platform": chat.platform,
                "why": reason,
                "seconds": (at - now).total_seconds(),
            },
        )

    async def _refuse(
        self, chat: Chat, delivery: Delivery, token: str, now: datetime, reason: str
    ) -> None:
        async def work(tx: AsyncConnection) -> None:
            # Held for a moment, so that another chat of the same person can take them.
            other = await linking.instead_of(tx, chat) if delivery.rank == RANK_WARNING else None
            rows = OutboxState.HELD if other else None
            if await fates.settle(tx, delivery.id, token, "refused", now, reason=reason, rows=rows):
                await owners.set_chat_state(tx, chat.id, ChatState.BLOCKED, now)
                await linking.hand_over(tx, chat)
                await fates.refuse_all(tx, chat.id, now)
            await claims.release(tx, [chat.id], token)

        await self.commits.write(work)
        log.info("chat refused", extra={"chat_id": chat.id, "platform": chat.platform})

    async def _follow(
        self, chat: Chat, delivery: Delivery, token: str, now: datetime, address: str
    ) -> None:
        async def work(tx: AsyncConnection) -> None:
            there = await following.follow(tx, chat.id, address, now)
            if there.id == chat.id:
                await fates.try_later(
                    tx,
                    delivery.id,
                    token,
                    now,
                    uncertain=False,
                    marked=delivery.marked,
                    reply_token=None,
                    retry_key=delivery.retry_key,
                )
            await claims.release(tx, [chat.id], token)

        await self.commits.write(work)
