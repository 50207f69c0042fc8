"""What each side proposed is kept in order, once."""

from datetime import timedelta
from decimal import Decimal

from storage import disputes, proposals
from storage.engine import Database
from storage.records import Money
from tests.conftest import START
from tests.storage.making import a_chat


async def test_the_latest_of_each_side(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        case = await disputes.add(tx, chat.owner_id, START)
        assert await proposals.of_dispute(tx, case.id) == []
        first = Money(Decimal("5594"), "JPY", "offered_by_ae")
        await proposals.add(tx, case.id, "aliexpress", "partial_refund", first, False, START)
        await proposals.add(tx, case.id, "seller", "resend", None, None, START)
        later = START + timedelta(days=1)
        better = Money(Decimal("6993"), "JPY", "offered_by_ae")
        await proposals.add(tx, case.id, "aliexpress", "full_refund", better, None, later)
        latest = await proposals.latest_by(tx, case.id)
    assert latest["aliexpress"].amount == better
    assert latest["aliexpress"].told_at == later
    assert latest["seller"].kind == "resend"
    assert latest["seller"].amount is None


async def test_the_same_told_again_is_not_kept_twice(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        case = await disputes.add(tx, chat.owner_id, START)
        sum_ = Money(Decimal("5594"), "JPY", "offered_by_ae")
        one = await proposals.add(tx, case.id, "aliexpress", "partial_refund", sum_, None, START)
        same = Money(Decimal("5594.00"), "JPY", "offered_by_ae")
        two = await proposals.add(tx, case.id, "aliexpress", "partial_refund", same, None, START)
        assert one == two
        assert len(await proposals.of_dispute(tx, case.id)) == 1


async def test_they_go_with_their_dispute(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        case = await disputes.add(tx, chat.owner_id, START)
        await proposals.add(tx, case.id, "seller", "zero", None, None, START)
        await disputes.remove(tx, case.id)
        assert await proposals.of_dispute(tx, case.id) == []
