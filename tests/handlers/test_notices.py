"""What warnings say when their time has come, from rows of a real database."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from handlers import notices
from handlers.buttons import Verb, parse
from handlers.casework import schedule
from handlers.replies import Card, PickDate, Press, Reply, Text
from locales.catalogue import Words
from storage import deadlines, disputes, outbox, owners
from storage.engine import Database
from storage.message_records import Planned
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus
from storage.tables import metadata
from tests.casework.cases import PRICE

NOW = datetime(2027, 1, 30, 3, 0, tzinfo=UTC)
FEB_3 = datetime(2027, 2, 3, 14, 59, tzinfo=UTC)
LABELS = ["やること", "日付変更", "終わった", "1時間後", "明日の朝", "証拠を追加"]


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+09:00")


@dataclass
class World:
    """One owner with a chat, and warnings planned through the real schedule."""

    database: Database
    chat_id: int
    owner_id: int

    async def case(
        self,
        kind: str = "ae_step_in",
        at: datetime = FEB_3,
        precision: str = "date",
        *,
        now: datetime = NOW,
        status: DisputeStatus = DisputeStatus.OPEN,
        **more: Any,
    ) -> tuple[Dispute, Deadline]:
        async with self.database.write() as tx:
            owner = await owners.owner(tx, self.owner_id)
            case = await disputes.add(tx, owner.id, now, reason="color_mismatch", amounts=(PRICE,))
            case = await disputes.register(tx, case.id, status, now)
            clock = await deadlines.add(
                tx,
                owner_id=owner.id,
                dispute_id=case.id,
                kind=kind,
                at=at,
                precision=precision,
                zone=owner.zone,
                now=now,
                status=DeadlineStatus.ACTIVE,
                **more,
            )
            await schedule.replan(tx, owner, self.chat_id, clock, now)
        return case, clock

    async def due(self, now: datetime, locale: str = "ja") -> Reply | None:
        """What is sent if everything due by now is sent now."""
        async with self.database.write() as tx:
            rows = [row for row in await self.planned(tx) if row.due_at <= now]
            owner = await owners.owner(tx, self.owner_id)
            chat = await owners.chat(tx, self.chat_id)
            return await notices.compose(tx, rows, owner, chat, now, Words(locale, strict=True))

    async def planned(self, tx: Any) -> list[Planned]:
        found: list[Planned] = []
        for dispute_id in range(1, 6):
            for clock in await deadlines.of_dispute(tx, dispute_id):
                found += await outbox.warnings_of(tx, clock.id)
        return found

    async def card(self, now: datetime, locale: str = "ja") -> Card:
        reply = await self.due(now, locale)
        assert reply is not None
        (card,) = reply.nodes
        assert isinstance(card, Card)
        return card


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    database = Database(f"sqlite:///{tmp_path / 'notices.db'}")
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
        chat = await owners.open_chat(
            tx, "line", "U1", group=False, zone="Asia/Tokyo", locale="ja", now=NOW
        )
    yield World(database, chat.id, chat.owner_id)
    await database.close()


def shown(card: Card) -> str:
    rows = [
        f"{row.label}: {row.value if isinstance(row.value, str) else row.value.words}"
        for row in card.rows
    ]
    return "\n".join([card.title, *rows, *card.notes])


def labels(card: Card) -> list[str]:
    return [button.label for button in card.buttons]


async def test_a_warning_says_what_until_when_and_how_long(world: World) -> None:
    case, clock = await world.case()
    card = await world.card(tokyo("2027-02-02T20:00"))
    assert "#1 色違い 6,993円" in card.title
    text = shown(card)
    assert "AliExpressの介入予定日: 2月3日(水) 23:59" in text
    assert "残り: あと1日" in text
    assert "「拒否する」(Decline)" in text
    assert "遅れて" in text, "the warning of the 31st was never sent"
    assert labels(card) == LABELS
    change = card.buttons[1]
    assert isinstance(change, PickDate)
    assert (change.initial, change.earliest) == ("2027-02-03T23:59", "2027-02-02T00:00")
    meant = [parse(one.payload) for one in card.buttons if isinstance(one, Press | PickDate)]
    assert [one and (one.verb, one.id, one.argument) for one in meant] == [
        (Verb.TODO, case.id, ""),
        (Verb.CHANGE_DEADLINE, clock.id, ""),
        (Verb.CLOSE, case.id, ""),
        (Verb.SNOOZE, clock.id, "1h"),
        (Verb.SNOOZE, clock.id, "am"),
        (Verb.EVIDENCE_SEND, case.id, "item_photo"),
    ]


async def test_in_time_is_not_late(world: World) -> None:
    await world.case(now=tokyo("2027-02-02T12:00"))
    assert "遅れて" not in shown(await world.card(tokyo("2027-02-02T20:05")))


async def test_six_minutes_are_late(world: World) -> None:
    await world.case(now=tokyo("2027-02-02T12:00"))
    card = await world.card(tokyo("2027-02-02T20:06"))
    assert "2月2日(火) 20:00 の予定でしたが、遅れて" in shown(card)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2027-02-02T20:00", None),
        ("2027-02-03T09:00", "今日の午前中に"),
        ("2027-02-03T15:00", "今日のうちでもできるだけ早く"),
    ],
)
async def test_on_the_day_itself_the_morning_is_named(
    world: World, now: str, words: str | None
) -> None:
    await world.case(now=tokyo("2027-02-02T12:00"))
    text = shown(await world.card(tokyo(now)))
    assert (words in text) if words else ("午前中" not in text)
    assert ("今日まで" in text) is (words is not None)


async def test_a_clock_time_needs_no_hint_of_the_morning(world: World) -> None:
    at = tokyo("2027-02-03T18:00")
    await world.case("accept_decline", at, "datetime", now=tokyo("2027-02-03T08:00"))
    text = shown(await world.card(tokyo("2027-02-03T15:00")))
    assert "午前中" not in text
    assert "残り: あと3時間" in text
    assert "2月3日(水) 18:00" in text


async def test_after_the_deadline_it_asks_how_it_went(world: World) -> None:
    case, _ = await world.case(now=tokyo("2027-02-03T12:00"))
    async with world.database.write() as tx:
        for row in await world.planned(tx):
            if row.offset != "+1d":
                await outbox.cancel_of_deadline(tx, row.deadline_id or 0, NOW)
        clock = (await deadlines.of_dispute(tx, case.id))[0]
        await outbox.plan_warning(tx, world.chat_id, clock, "+2d", tokyo("2027-02-04T09:00"), NOW)
    card = await world.card(tokyo("2027-02-04T09:00"))
    assert "どうなりましたか?" in card.title
    assert "期限を1日過ぎました" in shown(card)
    assert "遅れて" not in shown(card)
    assert labels(card) == [
        "全額返金",
        "一部返金",
        "返品して返金",
        "再送",
        "0円",
        "まだ続いている",
        "その他",
    ]
    going = card.buttons[5]
    assert isinstance(going, Press)
    assert parse(going.payload) is not None
    assert going.payload.endswith(f"out~{case.id}~going")


async def test_a_warning_that_comes_after_its_deadline_does_not_pretend(world: World) -> None:
    at = tokyo("2027-02-03T18:00")
    await world.case("accept_decline", at, "datetime", now=tokyo("2027-02-03T08:00"))
    card = await world.card(tokyo("2027-02-03T21:00"))
    text = shown(card)
    assert "どうなりましたか?" in text
    assert "期限を3時間過ぎました" in text
    assert "遅れて届きました" in text
    assert "全額返金" in labels(card)


async def test_the_sellers_answer_is_asked_after_while_there_is_time(world: World) -> None:
    await world.case("seller_response", now=tokyo("2027-02-03T12:00"))
    card = await world.card(tokyo("2027-02-03T21:00"))
    assert "セラーの回答はありましたか?" in shown(card)
    assert "今日まで" in shown(card)


async def test_a_guessed_date_is_asked_after(world: World) -> None:
    _, clock = await world.case(provisional=True)
    card = await world.card(tokyo("2027-01-31T09:00"))
    assert "画面の日付は見つかりましたか?" in card.title
    assert "Estimated Time" in shown(card)
    assert labels(card)[:2] == ["日付を入れる", "まだ"]
    later = card.buttons[1]
    assert isinstance(later, Press)
    assert later.payload.endswith(f"snz~{clock.id}~ask")


async def test_a_guessed_date_is_called_a_guess(world: World) -> None:
    await world.case(provisional=True, now=tokyo("2027-02-01T12:00"))
    async with world.database.write() as tx:
        for row in await world.planned(tx):
            assert row.due_at > NOW
        clock = (await deadlines.of_dispute(tx, 1))[0]
        await outbox.cancel_of_deadline(tx, clock.id, NOW)
        await outbox.plan_warning(tx, world.chat_id, clock, "D-9", tokyo("2027-02-02T09:00"), NOW)
    card = await world.card(tokyo("2027-02-02T09:00"))
    assert labels(card) == LABELS
    assert "目安" in shown(card)


async def test_several_cases_are_one_message_with_a_card_each(world: World) -> None:
    late, _ = await world.case(at=FEB_3 + timedelta(days=1))
    near, _ = await world.case()
    reply = await world.due(tokyo("2027-02-03T09:00"))
    assert reply is not None
    first, *cards = reply.nodes
    assert isinstance(first, Text)
    assert first.words.startswith("2件の期限")
    assert first.buttons == ()
    titles = [card.title for card in cards if isinstance(card, Card)]
    assert [title[:2] for title in titles] == [f"#{near.number}", f"#{late.number}"]
    assert all(labels(card) == LABELS for card in cards if isinstance(card, Card))


async def test_several_warnings_of_one_deadline_are_one_card(world: World) -> None:
    await world.case()
    card = await world.card(tokyo("2027-02-03T09:00"))
    assert "1月31日(日) 9:00 の予定" in shown(card)


Spoil = Callable[[Any, Dispute, Deadline], Any]
SPOILED: dict[str, Spoil] = {
    "moved": lambda tx, case, clock: deadlines.change(tx, clock.id, at=FEB_3),
    "over": lambda tx, case, clock: _set(tx, clock),
    "closed": lambda tx, case, clock: disputes.change(tx, case.id, status=DisputeStatus.CLOSED),
    "deleted": lambda tx, case, clock: disputes.change(tx, case.id, status=DisputeStatus.DELETED),
}


async def _set(tx: Any, clock: Deadline) -> None:
    # As if the status had changed without a new version.
    from sqlalchemy import update

    from storage.tables import deadlines as table

    await tx.execute(update(table).where(table.c.id == clock.id).values(status="over"))


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
async def test_what_holds_no_more_is_not_said(world: World, spoil: Spoil) -> None:
    case, clock = await world.case()
    async with world.database.write() as tx:
        await spoil(tx, case, clock)
    assert await world.due(tokyo("2027-02-03T09:00")) is None


async def test_another_owners_rows_are_not_said_here(world: World) -> None:
    await world.case()
    async with world.database.write() as tx:
        other = await owners.open_chat(
            tx, "line", "U2", group=False, zone="Asia/Tokyo", locale="ja", now=NOW
        )
        owner = await owners.owner(tx, other.owner_id)
        rows = [structs.replace(row, chat_id=other.id) for row in await world.planned(tx)]
        assert rows
        say = Words("ja", strict=True)
        assert await notices.compose(tx, rows, owner, other, FEB_3, say) is None
        mine = await owners.chat(tx, world.chat_id)
        owner = await owners.owner(tx, world.owner_id)
        assert await notices.compose(tx, rows, owner, mine, FEB_3, say) is None


async def test_a_watched_order_is_asked_whether_a_dispute_was_opened(world: World) -> None:
    await world.case("open_until", status=DisputeStatus.WATCHING, now=tokyo("2027-02-03T12:00"))
    card = await world.card(tokyo("2027-02-04T09:00"))
    assert labels(card) == ["紛争を開いた", "解決した", "やること", "日付変更"]


async def test_a_beginning_that_has_come_is_no_deadline_missed(world: World) -> None:
    await world.case("open_from", status=DisputeStatus.WATCHING, at=tokyo("2027-02-03T18:00"),
                     precision="datetime")  # fmt: skip
    card = await world.card(tokyo("2027-02-03T18:00"))
    assert "過ぎました" not in shown(card)
    assert "紛争を開けます" in shown(card)


async def test_every_kind_speaks_both_languages(world: World) -> None:
    from handlers.casework.policy import KINDS

    for kind in KINDS:
        async with world.database.write() as tx:
            owner = await owners.owner(tx, world.owner_id)
            chat = await owners.chat(tx, world.chat_id)
        _, clock = await world.case(kind, now=tokyo("2027-02-01T12:00"))
        async with world.database.write() as tx:
            rows = await outbox.warnings_of(tx, clock.id)
            for now in (tokyo("2027-02-02T12:00"), tokyo("2027-02-09T12:00")):
                for locale in ("ja", "en"):
                    say = Words(locale, strict=True)
                    assert await notices.compose(tx, rows, owner, chat, now, say)
