"""The one door of this package: a message goes in, its meaning comes out."""

from dataclasses import replace
from datetime import datetime

from handlers.reading.amounts import roles_of
from handlers.reading.deadline import Search
from handlers.reading.demands import wishes_of
from handlers.reading.foreign import read_foreign
from handlers.reading.intents import NO_CASE, intent_of
from handlers.reading.masks import mask
from handlers.reading.model import ReadDeadline, Reading
from handlers.reading.money import find_sums
from handlers.reading.normalise import normalise
from handlers.reading.numbers import find_numbers
from handlers.reading.parties import proposer_of, verdict_of
from handlers.reading.patterns import Pattern
from handlers.reading.playbooks import Facts, playbook_of
from handlers.reading.quantity import quantity_of
from handlers.reading.questions import is_question
from handlers.reading.reasons import reason_of
from handlers.reading.shops import other_shop_of
from handlers.reading.situation import Situation
from handlers.reading.stages import is_opened, stage_of
from handlers.reading.zones import zone_of

# Spaces between Japanese words are typing habits; the words are looked up without them.
_LOOSE_SPACES = Pattern(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
# LINE takes 5,000 characters in a message, Telegram 4,096: what comes after is not read.
LONGEST = 5_000
_ABOUT_BUYING = Pattern(
    r"注文|受け?取|購入|届|発送|返金|返品|返送|紛争|申し?立て|異議|セラー|売り手|販売者"
    r"|出品|ショップ|aliexpress|アリエク|商品|荷物|追跡|配達|配送|到着|壊|割れ|破損|動か"
    r"|充電|使[いっえ]|開け|開封"
    r"|支払|決済|保護|判定|介入|拒否|承認|提案|証拠|サイズ|色|カード|paypal|(?<!e)メール"
    r"|動画|写真|動き|返事|返信|連絡|回答|円|ドル|refund"
    r"|order|dispute|seller|ship|deliver|待[っちて]|品|箱|期限|買|頼"
)


def read(text: str, now: datetime, zone: str = "Asia/Tokyo") -> Reading:
    """Understand one message at a given moment.

    ``now`` must be aware; ``zone`` is the IANA name in which the writer's dates are meant and in
    which the deadline is given back. Raises ValueError for an unknown zone, and never for a text.
    """
    here = zone_of(zone)
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    now = now.astimezone(here)
    norm = normalise(text[:LONGEST])
    numbers = find_numbers(norm.text)
    words = _words(norm.text, numbers.spans)
    sums = find_sums(norm.text)
    masked = mask(norm.text, [*numbers.spans, *((one.start, one.end) for one in sums)])
    about_buying = _ABOUT_BUYING.search(words) is not None
    search = Search(norm, words, masked, now, here, about_dispute=about_buying)
    deadline = search.run() or read_foreign(norm, masked, now, here)
    kind = deadline.kind if deadline is not None else None

    reason = reason_of(words)
    question = is_question(words)
    opened = is_opened(words)
    proposer = proposer_of(words)
    verdict = verdict_of(words)
    wishes = wishes_of(words, alone=len(words) <= 16 and not question)
    stage = stage_of(words, kind)
    amounts = roles_of(norm.text, sums, proposer, wishes.demand)
    offered = any(one.role.startswith("offered") for one in amounts)
    playbook = playbook_of(
        words,
        Facts(reason, verdict, wishes.outcome, proposer, stage, kind, opened, question, offered),
    )
    intent = intent_of(
        words,
        Situation(
            question,
            reason,
            wishes.demand,
            opened,
            kind,
            deadline is not None and "from_base" in deadline.assumptions,
            len(sums),
            len(numbers.orders),
            verdict,
            wishes.outcome,
            playbook,
            topic=about_buying or playbook is not None,
        ),
    )
    if intent == "snooze" and deadline is not None:
        deadline = replace(deadline, kind="snooze")
    return Reading(
        intent=intent,
        reason=reason,
        demand=wishes.demand,
        stage=stage,
        playbook=None if intent in NO_CASE else playbook,
        proposer=proposer,
        verdict=verdict,
        outcome=wishes.outcome,
        quantity=quantity_of(words),
        amounts=amounts,
        order_id=numbers.order,
        order_ids=numbers.orders,
        tracking=numbers.tracking,
        deadline=None if intent in NO_CASE - {"snooze", "ask_timezone"} else deadline,
        other_shop=other_shop_of(words),
        doubts=_doubts(deadline, impossible=search.impossible),
    )


def _words(text: str, ids: tuple[tuple[int, int], ...]) -> str:
    """The text in which words are looked up: without order and tracking numbers."""
    for start, end in sorted(ids, reverse=True):
        text = text[:start] + text[end:]
    return _LOOSE_SPACES.sub("", text) if " " in text else text


def _doubts(deadline: ReadDeadline | None, *, impossible: bool) -> tuple[str, ...]:
    doubts = deadline.doubts if deadline is not None else ()
    return (*doubts, "impossible_date") if impossible else doubts
