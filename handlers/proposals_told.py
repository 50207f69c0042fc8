"""Proposals as they are told and shown: kept in order, measured by what was paid."""

from collections.abc import Mapping

from handlers.casework.known import base_amount, floor_amount, latest_offer
from handlers.casework.offers import Offer, offers, own
from handlers.course import Course
from handlers.reading.model import Reading
from handlers.replies import Row
from handlers.turn import Turn
from handlers.wording import amount_words, demand_words, money_words, outcome_words, with_share
from locales.catalogue import Words
from storage import proposals
from storage.records import Dispute, Proposal

SHOWN_AS_PROPOSALS = frozenset({"offered_by_seller", "offered_by_ae", "judged"})
"""Roles of sums that a card shows among the proposals, once these are kept."""


async def keep_told(turn: Turn, case: Dispute, reading: Reading | None = None) -> None:
    """Keep what a message tells of proposals; at registering, what the case itself tells."""
    proposer = reading.proposer if reading else None
    if reading and proposer is None and reading.stage == "ae_proposal":
        proposer = "aliexpress"  # whose judgement it is, nobody says
    outcome = reading.outcome if reading else None
    told = {amount.role for amount in reading.amounts} if reading else None
    amounts = [money for money in case.amounts if told is None or money.role in told]
    found = offers(case, amounts, proposer, outcome)
    mine = own(case)
    for offer in [*found, *([mine] if mine else [])]:
        await _keep(turn, case, offer)


async def _keep(turn: Turn, case: Dispute, offer: Offer) -> None:
    await proposals.add(
        turn.tx,
        case.id,
        offer.made_by,
        offer.kind,
        offer.amount,
        offer.with_return,
        turn.now,
    )


def rows(say: Words, case: Dispute, latest: Mapping[str, Proposal]) -> list[Row]:
    """The last proposal of the seller and of AliExpress, each with its share of what was paid."""
    return [
        Row(say(f"proposal-{side}"), proposal_words(say, case, latest[side]))
        for side in ("seller", "aliexpress")
        if side in latest
    ]


def proposal_words(say: Words, case: Dispute, proposal: Proposal) -> str:
    """一部返金 5,594円(80%)・返品なし."""
    kind = proposal.kind
    known = say.has(f"outcome-{kind}")
    words = outcome_words(say, kind) if known else demand_words(say, kind)
    if proposal.amount is not None and kind != "zero":
        sum_ = with_share(say, proposal.amount, base_amount(case))
        words = say("proposal-sum", kind=words, sum=sum_)
    if proposal.with_return is False:
        words = say("proposal-no-return", proposal=words)
    return words


def compared(turn: Turn, course: Course) -> tuple[list[Row], str]:
    """Paid, offered, the buyer's floor; and what follows from them, in one sentence."""
    say, case = turn.say, course.dispute
    base, offer = base_amount(case), latest_offer(course.latest)
    found = []
    if base is not None:
        role = "claimed" if base.role == "unknown" else base.role
        found.append(Row(say(f"amount-{role}"), money_words(say, base)))
    found += rows(say, case, course.latest)
    found += floor_row(say, case)
    if offer is None or base is None:
        return found, say("compare-missing")
    enough = course.known.get("enough")
    return found, say(f"compare-{enough}") if enough else say("compare-open")


def floor_row(say: Words, case: Dispute) -> list[Row]:
    """The least that the buyer would accept, once told: 80% (5,594円) or a sum."""
    floor, base = case.answers.get("floor", ""), base_amount(case)
    if not floor.isdigit():
        least = floor_amount(floor, base)
        return [Row(say("floor-row"), money_words(say, least))] if least else []
    words = say("floor-percent", percent=floor)
    if base is not None:
        value = amount_words(say, base.value * int(floor) / 100, base.currency)
        words = say("floor-percent-sum", percent=floor, sum=value)
    return [Row(say("floor-row"), words)]
