"""Disputes, their deadlines, the undo log, and everything that hangs on them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, NoResultFound

from storage import changes, conversations, deadlines, disputes, evidence, outbox, progress
from storage.engine import Database
from storage.records import Money, PlaybookProgress
from storage.states import DeadlineStatus, DisputeStatus, EvidenceStatus
from storage.tables import changes as changes_table
from storage.tables import conversations as conversations_table
from storage.tables import deadlines as deadlines_table
from storage.tables import evidence as evidence_table
from storage.tables import outbox as outbox_table
from storage.tables import owners as owners_table
from storage.tables import progress as progress_table
from tests.conftest import START
from tests.storage.making import a_chat, a_deadline, an_open_dispute


async def test_a_dispute_keeps_what_was_told(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        draft = await disputes.add(
            tx,
            chat.owner_id,
            START,
            title="色違いのスニーカー",
            reason="color_mismatch",
            amounts=(
                Money(Decimal("6993"), "JPY", "claimed"),
                Money(Decimal("12.30"), "USD", "paid"),
            ),
            order_ids=("8201234567890123", "8201234567890124"),
            tracking=("LP00123456789012",),
            source_text="色違いで紛争中です 🙏",
            message="m1",
        )
        assert (draft.status, draft.number) == (DisputeStatus.DRAFT, None)
        assert draft.amounts[1].value == Decimal("12.30")
        assert str(draft.amounts[1].value) == "12.30"
        assert draft.order_ids == ("8201234567890123", "8201234567890124")
        assert await disputes.get(tx, chat.owner_id, draft.id) == draft
        assert await disputes.drafts(tx, chat.owner_id) == [draft]
        assert await disputes.running(tx, chat.owner_id) == []
        opened = await disputes.register(tx, draft.id, DisputeStatus.OPEN, START)
        assert (opened.number, opened.opened_at) == (1, START)
        assert opened.source_text == "色違いで紛争中です 🙏"
        assert await disputes.drafts(tx, chat.owner_id) == []
        changed = await disputes.change(
            tx, draft.id, stage="negotiation", asked=("demand", "order"), amounts=()
        )
        assert (changed.stage, changed.asked, changed.amounts) == (
            *("negotiation", ("demand", "order")),
            (),
        )
        assert changed.title == "色違いのスニーカー"


async def test_lists_by_status(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        cases = [await an_open_dispute(tx, chat.owner_id) for _ in range(5)]
        watched, first, second, deleted, opened = cases
        await disputes.change(tx, watched.id, status=DisputeStatus.WATCHING)
        for case, days in ((first, 1), (second, 2)):
            await disputes.change(
                tx,
                case.id,
                status=DisputeStatus.CLOSED,
                closed_at=START + timedelta(days=days),
                outcome="full_refund",
            )
        await disputes.change(tx, deleted.id, status=DisputeStatus.DELETED)
        running = await disputes.running(tx, chat.owner_id)
        assert [case.number for case in running] == [1, 5]
        closed = await disputes.closed(tx, chat.owner_id)
        assert [case.id for case in closed] == [second.id, first.id]
        assert await disputes.closed(tx, chat.owner_id, limit=1) == closed[:1]
        found = await disputes.by_number(tx, chat.owner_id, 2)
        assert found is not None
        assert found.id == first.id
        assert await disputes.by_number(tx, chat.owner_id, 4) is None
        assert await disputes.get(tx, chat.owner_id, deleted.id) is None
        back = await disputes.get_deleted(tx, chat.owner_id, deleted.id)
        assert back is not None
        assert back.id == deleted.id
        assert await disputes.get_deleted(tx, chat.owner_id, opened.id) is None


async def test_two_disputes_of_an_owner_never_share_a_number(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await an_open_dispute(tx, chat.owner_id)
        other = await an_open_dispute(tx, chat.owner_id)
    with pytest.raises(IntegrityError):
        async with database.write() as tx:
            await disputes.change(tx, other.id, number=1)


async def test_a_strangers_ids_give_nothing(database: Database) -> None:
    async with database.write() as tx:
        mine, stranger = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        dispute = await an_open_dispute(tx, mine.owner_id)
        clock = await a_deadline(tx, dispute)
        piece = await evidence.add(
            tx, mine.owner_id, START, sha256="a" * 64, blob="b", media_type="image/png", size=1
        )
        assert await disputes.get(tx, stranger.owner_id, dispute.id) is None
        assert await disputes.by_number(tx, stranger.owner_id, 1) is None
        assert await deadlines.get(tx, stranger.owner_id, clock.id) is None
        assert await evidence.get(tx, stranger.owner_id, piece.id) is None
        assert await evidence.same_file(tx, stranger.owner_id, "a" * 64) is None
        assert await evidence.usage(tx, stranger.owner_id) == (0, 0)
        await disputes.change(tx, dispute.id, status=DisputeStatus.DELETED)
        assert await disputes.get_deleted(tx, stranger.owner_id, dispute.id) is None
        await changes.remember(tx, mine.owner_id, dispute.id, "deleted", START)
        assert await changes.last(tx, stranger.owner_id) is None
        assert await deadlines.get(tx, mine.owner_id, clock.id) == clock
        assert await evidence.get(tx, mine.owner_id, piece.id) == piece


async def test_a_deadline_moves_as_a_whole(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        dispute = await an_open_dispute(tx, chat.owner_id)
        at = START + timedelta(days=3, microseconds=5)
        clock = await a_deadline(
            tx,
            dispute,
            at=at,
            precision="date",
            source_text="2月3日",
            assumptions=("no_year", "date_only"),
            alternatives=({"at": "2026-02-04T23:59:00+09:00"},),
            provisional=True,
        )
        assert (clock.version, clock.at, clock.precision) == (1, at, "date")
        assert clock.assumptions == ("no_year", "date_only")
        assert clock.alternatives == ({"at": "2026-02-04T23:59:00+09:00"},)
        assert clock.provisional is True
        moved = await deadlines.change(
            tx, clock.id, at=at + timedelta(days=1), provisional=False, assumptions=()
        )
        assert (moved.version, moved.at) == (2, at + timedelta(days=1))
        assert (moved.provisional, moved.assumptions) == (False, ())
        assert moved.alternatives == clock.alternatives
        assert (await deadlines.change(tx, clock.id, status=DeadlineStatus.OVER)).version == 3
        with pytest.raises(NoResultFound):
            await deadlines.change(tx, clock.id + 1, at=at)


async def test_deadlines_are_listed_nearest_first(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        one, two = [await an_open_dispute(tx, chat.owner_id) for _ in range(2)]
        late = await a_deadline(tx, one, at=START + timedelta(days=9))
        near = await a_deadline(tx, two, at=START + timedelta(days=1))
        mid = await a_deadline(tx, one, at=START + timedelta(days=5))
        over = await a_deadline(tx, one, at=START + timedelta(hours=1), status=DeadlineStatus.OVER)
        assert await deadlines.active(tx, chat.owner_id) == [near, mid, late]
        assert await deadlines.of_dispute(tx, one.id) == [over, mid, late]
        assert await deadlines.of_dispute(tx, one.id, DeadlineStatus.ACTIVE) == [mid, late]
        assert await deadlines.many(tx, [near.id, over.id, 999]) == {near.id: near, over.id: over}
        assert await deadlines.many(tx, []) == {}


async def test_a_change_is_undone(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        dispute = await an_open_dispute(
            tx, chat.owner_id, amounts=(Money(Decimal("6993"), "JPY", "claimed"),)
        )
        clock = await a_deadline(tx, dispute, at=START + timedelta(days=3, microseconds=1))
        await changes.remember(tx, chat.owner_id, dispute.id, "changed", START)
        await disputes.change(
            tx, dispute.id, status=DisputeStatus.CLOSED, closed_at=START, amounts=(), title="x"
        )
        await deadlines.change(tx, clock.id, at=START, status=DeadlineStatus.CANCELLED)
        newer = await a_deadline(tx, dispute)
        change = await changes.last(tx, chat.owner_id)
        assert change is not None
        assert (change.what, change.dispute_id, change.made_at) == ("changed", dispute.id, START)
        assert sorted(await changes.undo(tx, change)) == [clock.id, newer.id]
        assert await disputes.get(tx, chat.owner_id, dispute.id) == dispute
        restored = await deadlines.get(tx, chat.owner_id, clock.id)
        assert restored is not None
        assert (restored.at, restored.status) == (clock.at, DeadlineStatus.ACTIVE)
        # Versions rise: warnings of the version in between are not those of this one.
        assert restored.version == 3
        gone = await deadlines.get(tx, chat.owner_id, newer.id)
        assert gone is not None
        assert (gone.status, gone.version) == (DeadlineStatus.CANCELLED, 2)
        assert await changes.last(tx, chat.owner_id) is None


async def test_changes_are_undone_from_the_last_one_back(database: Database) -> None:
    async with database.write() as tx:
        chat, other = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        dispute = await an_open_dispute(tx, chat.owner_id, title="0")
        foreign = await an_open_dispute(tx, other.owner_id)
        await changes.remember(tx, other.owner_id, foreign.id, "changed", START)
        for number in range(changes.KEPT + 5):
            await changes.remember(tx, chat.owner_id, dispute.id, "changed", START)
            await disputes.change(tx, dispute.id, title=str(number + 1))
        undone = []
        while change := await changes.last(tx, chat.owner_id):
            await changes.undo(tx, change)
            now = await disputes.get(tx, chat.owner_id, dispute.id)
            assert now is not None
            undone.append(int(now.title))
        assert undone == list(range(changes.KEPT + 4, 4, -1))
        assert await changes.last(tx, other.owner_id) is not None


async def test_evidence(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        dispute = await an_open_dispute(tx, chat.owner_id)
        one = await evidence.add(
            tx,
            chat.owner_id,
            START,
            sha256="a" * 64,
            blob="1/a.jpg",
            media_type="image/jpeg",
            size=3_000_000_000,
            width=4000,
            height=3000,
            message="m1",
            caption="色が違う",
        )
        two = await evidence.add(
            tx, chat.owner_id, START, sha256="b" * 64, blob="1/b", media_type="video/mp4", size=7
        )
        assert one.status is EvidenceStatus.WAITING
        assert await evidence.waiting(tx, chat.owner_id) == [one, two]
        assert await evidence.usage(tx, chat.owner_id) == (2, 3_000_000_007)
        kept = await evidence.keep(tx, one.id, dispute.id, "parcel")
        assert (kept.status, kept.item) == (EvidenceStatus.KEPT, "parcel")
        assert (await evidence.keep(tx, one.id, dispute.id)).item == "parcel"
        assert await evidence.of_dispute(tx, dispute.id) == [kept]
        assert await evidence.waiting(tx, chat.owner_id) == [two]
        await evidence.set_item(tx, [one.id], "label")
        moved = await evidence.get(tx, chat.owner_id, one.id)
        assert moved is not None
        assert (moved.item, moved.status) == ("label", EvidenceStatus.KEPT)
        untouched = await evidence.get(tx, chat.owner_id, two.id)
        assert untouched == two
        await evidence.set_item(tx, [], "label")
        assert await evidence.same_file(tx, chat.owner_id, "b" * 64) == two
        await evidence.drop(tx, two.id, START)
        assert await evidence.same_file(tx, chat.owner_id, "b" * 64) is None
        assert await evidence.waiting(tx, chat.owner_id) == []
        assert await evidence.usage(tx, chat.owner_id) == (1, 3_000_000_000)


async def test_progress(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        dispute = await an_open_dispute(tx, chat.owner_id)
        assert await progress.get(tx, dispute.id, "core") is None
        begun = PlaybookProgress(dispute.id, "core", "upload", ("decline",), "app", None)
        await progress.put(tx, begun)
        await progress.put(tx, PlaybookProgress(dispute.id, "appeal", None, (), None, None))
        assert await progress.get(tx, dispute.id, "core") == begun
        further = PlaybookProgress(dispute.id, "core", "edit", ("decline", "upload"), "app", None)
        await progress.put(tx, further)
        assert await progress.get(tx, dispute.id, "core") == further
        done = await progress.finish(tx, further, START)
        assert await progress.get(tx, dispute.id, "core") == done
        assert (done.step, done.done, done.finished_at) == (None, further.done, START)
        begun_ones = await progress.of_dispute(tx, dispute.id)
        assert [one.playbook for one in begun_ones] == ["appeal", "core"]
        await progress.forget(tx, dispute.id, "core")
        assert await progress.get(tx, dispute.id, "core") is None


async def test_a_chat_waits_for_one_thing(database: Database) -> None:
    async with database.write() as tx:
        chat, other = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        dispute = await an_open_dispute(tx, chat.owner_id)
        assert await conversations.current(tx, chat.id) is None
        await conversations.wait_for(tx, chat.id, "title", START, dispute_id=dispute.id)
        await conversations.wait_for(tx, other.id, "amount", START)
        await conversations.wait_for(tx, chat.id, "date", START, data={"try": 2})
        waiting = await conversations.current(tx, chat.id)
        assert waiting is not None
        assert (waiting.waiting_for, waiting.data) == ("date", {"try": 2})
        assert waiting.dispute_id is None
        await conversations.stop_waiting(tx, chat.id)
        assert await conversations.current(tx, chat.id) is None
        assert await conversations.current(tx, other.id) is not None


async def test_a_deletion_takes_all_with_it(database: Database) -> None:
    tables = (
        *(deadlines_table, changes_table, conversations_table),
        *(evidence_table, progress_table, outbox_table),
    )
    async with database.write() as tx:
        chats = [await a_chat(tx, f"U{number}") for number in range(2)]
        for chat in chats:
            dispute = await an_open_dispute(tx, chat.owner_id)
            clock = await a_deadline(tx, dispute)
            await outbox.plan_warning(tx, chat.id, clock, "D-1", clock.at, START)
            await changes.remember(tx, chat.owner_id, dispute.id, "changed", START)
            await progress.put(tx, PlaybookProgress(dispute.id, "core", None, (), None, None))
            await conversations.wait_for(tx, chat.id, "title", START, dispute_id=dispute.id)
            piece = await evidence.add(
                tx, chat.owner_id, START, sha256="a" * 64, blob="b", media_type="x/y", size=1
            )
            await evidence.keep(tx, piece.id, dispute.id)
        await disputes.remove(tx, dispute.id)

    async with database.write() as tx:
        for table in tables:
            count = await tx.execute(select(func.count()).select_from(table))
            assert count.scalar_one() == 1, table.name
        # And an owner that goes takes the rest.
        await tx.execute(owners_table.delete().where(owners_table.c.id == chats[0].owner_id))
        for table in tables:
            count = await tx.execute(select(func.count()).select_from(table))
            assert count.scalar_one() == 0, table.name
