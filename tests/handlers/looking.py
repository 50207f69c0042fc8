"""A chat in which the time of the daily question comes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import update

from handlers import notices
from handlers.replies import Card, Reply
from locales.catalogue import Words
from storage import owners
from storage.message_records import Planned
from storage.records import Dispute
from storage.tables import outbox
from tests.handlers.talk import Talk

ANSWERS = ["変化なし", "新しい提案", "判定が出た", "終了", "もう聞かないで"]
WARNING = ["やること", "日付変更", "終わった", "1時間後", "明日の朝", "証拠を追加"]
TOKYO = ZoneInfo("Asia/Tokyo")
REJECTING = "AliExpressの判定は全額返金ですが、セラーが何度も拒否。交渉完了推定時間は2月6日"


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+09:00").astimezone(UTC)


async def arrives(talk: Talk, when: str) -> list[Card]:
    """The time comes: what is due is written and counts as sent; the cards that it shows."""
    talk.now = tokyo(when)
    due = [row for row in await talk.warnings() if row.due_at <= talk.now]
    async with talk.database.write() as tx:
        owner = await owners.owner(tx, talk.chat.owner_id)
        say = Words(owner.locale, strict=True)
        shown = await notices.compose(tx, due, owner, talk.chat, talk.now, say)
        await tx.execute(
            update(outbox)
            .where(outbox.c.id.in_([row.id for row in due]))
            .values(state="sent" if shown else "cancelled", settled_at=talk.now)
        )
    talk.reply = shown or Reply()
    return talk.cards()


async def looks(talk: Talk) -> list[str]:
    """The questions to come, as wall times in Tokyo."""
    rows = [row for row in await talk.warnings() if row.offset.startswith("look:")]
    return [_wall(row) for row in rows]


def _wall(row: Planned) -> str:
    return f"{row.due_at.astimezone(TOKYO):%m-%dT%H}"


async def the_case(talk: Talk) -> Dispute:
    (case,) = await talk.running()
    return case


def names(card: Card) -> list[str]:
    return [button.label for button in card.buttons]
