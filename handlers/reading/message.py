"""From the text of a message to its meaning: each question about it is asked once, in order."""

from datetime import datetime, tzinfo

from msgspec import structs

from handlers.reading.asides import asides_of
from handlers.reading.commands import puts_away
from handlers.reading.deadline import Search
from handlers.reading.deadline_kind import answer_of, as_kind, is_fresh, of_kind
from handlers.reading.demands import wishes_of
from handlers.reading.events import opened_at_paypal
from handlers.reading.facts import Facts
from handlers.reading.foreign import read_foreign
from handlers.reading.intents import NO_CASE, intent_of
from handlers.reading.kept_deadline import deadline_of
from handlers.reading.labelled import is_labelled
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.masks import hide, mask
from handlers.reading.model import ReadDeadline, Reading
from handlers.reading.named_days import (
    counts_down,
)
from handlers.reading.normalise import normalise
from handlers.reading.notices import meant, one_or_all
from handlers.reading.numbers import Numbers, find_numbers
from handlers.reading.own_playbooks import playbook_beside
from handlers.reading.page_opinion import page_opinion_on
from handlers.reading.parties import proposer_of, verdict_of
from handlers.reading.paste import is_paste
from handlers.reading.paste_intents import intent_of_a_paste
from handlers.reading.playbooks import course_of, playbook_of
from handlers.reading.preferences import preferences_of
from handlers.reading.quantity import quantity_of
from handlers.reading.questions import is_question, is_request
from handlers.reading.reasons import reason_of
from handlers.reading.second_opinion import opinion_on
from handlers.reading.stages import as_proposed_by, clock_of, is_opened, stage_of
from handlers.reading.steps_told import steps_of
from handlers.reading.sums.amounts import amounts_of, by_stage, roles_of, without_notes
from handlers.reading.sums.money import find_sums
from handlers.reading.sums.roles import PAGE_ABOUT
from handlers.reading.sums.sides import (
    demand_by_sums,
    is_a_part,
    proposer_by_sums,
    proposer_of_offer,
)
from handlers.reading.sums.sum_opinion import likelier_roles

# LINE takes 5,000 characters in a message, Telegram 4,096: what comes after is not read.
LONGEST = 5_000
_TOPIC = Table("topic")
_SET_WORDS = Table("set words")
_TO_BE_SENT = Table("a text to be sent", Look.SELDOM)
# A page about these tells what was decided, not what the buyer asks for.
_DECIDED = frozenset(["judged", "finished"])
# A few words answer a question that was asked.
_FEW = 16
# Intents that have no date, unless a word makes it a deadline all the same; the date of the others
# is meant for the bot itself.
_WITHOUT_DATE = NO_CASE - {"snooze", "ask_timezone"}
# 「紛争を全部見せて」 tells of no stage, and what 「買いすぎて…」 regrets is no reason.
_OF_THE_BOT = NO_CASE - {"ask_timezone", "show_next_deadline"}
# A greeting hides what else was said, and what is deleted is gone.
_GRAVE = frozenset(["greeting", "delete_dispute"])
_OF_NO_CASE = frozenset(["list_disputes", "greeting"])
# 「二重に登録した片方、もういらないので消して」
_OF_ANYTHING = frozenset(["shortage", "no_longer_needed", "not_working"])


def understand(text: str, now: datetime, here: tzinfo) -> Reading:
    """Read one message; ``now`` is aware and in ``here``, the reading zone."""
    norm = normalise(text[:LONGEST])
    numbers = find_numbers(norm.text)
    words = hide(norm.text, numbers.spans)
    sums = without_notes(words, find_sums(words))
    named = [(one.start, one.end) for one in sums] if sums else []
    if _SET_WORDS.may_be_in(words):
        named += [(one.start, one.end) for one in _SET_WORDS.found(words)]
    masked = mask(words, named)
    pasted = is_paste(words)
    opinion = page_opinion_on(words) if pasted else opinion_on(words)
    reason = opinion.or_ask("reason", reason_of, words)
    opened = is_opened(words) and not opened_at_paypal(words)
    topic = (
        reason is not None
        or opened
        or bool(sums or numbers.spans)
        or _TOPIC.first(words) is not None
    )
    search = Search(norm, words, masked, now, here, about_dispute=topic, pasted=pasted)
    deadline = search.run() or read_foreign(norm, masked, now, here)
    kind = deadline.kind if deadline is not None else None
    question = is_question(words) and not is_request(words)
    proposer = opinion.or_ask("proposer", proposer_of, words)
    verdict = verdict_of(words)
    judged = verdict is not None or not _DECIDED.isdisjoint(PAGE_ABOUT.all(words))
    wishes = wishes_of(
        words,
        alone=len(words) <= _FEW and not question,
        proposed=judged or proposer in ("seller", "aliexpress"),
        judged=judged,
        opened=opened,
        nothing=bool(sums) and any(not one.value.strip("0.") for one in sums),
    )
    roles = roles_of(words, sums, proposer, wishes.demand, bought=reason is not None)
    copied = bool(sums) and (pasted or is_in_lines(words))
    if copied:
        roles = likelier_roles(words, sums, roles, proposer)
    amounts = amounts_of(sums, roles, copied=copied)
    demand = wishes.demand or (demand_by_sums(words, sums, roles) if sums else None)
    if demand == "full_refund" and is_a_part(words, sums, roles):
        demand = "partial_refund"  # "Please refund 14 dollars" of the 28 that were paid
    demand = opinion.on("demand", demand)
    proposer = proposer or (proposer_by_sums(words, roles) if sums else None)
    if deadline is not None and kind == "unknown":
        kind = answer_of(words, proposer, claimed=opened or reason is not None)
        if kind == "unknown" and opened and proposer is None and is_fresh(words, deadline, now):
            kind = "seller_response"
        deadline = of_kind(deadline, kind)
    if deadline is not None:
        kind = opinion.on("kind", kind) or "unknown"
        deadline = as_kind(deadline, kind)
    stage = stage_of(words, kind, opened=opened, answered=proposer is not None)
    if deadline is not None and kind == "unknown" and topic:
        kind = clock_of(stage)
        deadline = of_kind(deadline, kind)
    stage = as_proposed_by(opinion.on("stage", stage), proposer, words)
    if amounts:
        amounts = by_stage(words, amounts, stage)
    facts = Facts(
        pasted=pasted,
        question=question,
        reason=reason,
        demand=demand,
        opened=opened,
        kind=kind,
        from_base=deadline is not None
        and "from_base" in deadline.assumptions
        and kind != "unknown",
        amounts=len(sums),
        orders=len(numbers.orders),
        verdict=verdict,
        outcome=wishes.outcome,
        proposer=proposer,
        stage=stage,
        offered=bool(amounts) and any(one.role.startswith("offered") for one in amounts),
        ae_offers=bool(amounts)
        and any(one.role == "offered_by_ae" and float(one.value) > 0 for one in amounts),
        labelled=deadline is not None and is_labelled(text, deadline.source_text),
        countdown=counts_down(search.expressions),
        topic=topic,
        named=course_of(words),
    )
    playbook = opinion.or_ask("playbook", playbook_of, words, facts)
    playbook = playbook_beside(words, playbook)
    if playbook is not None:
        facts = structs.replace(facts, playbook=playbook, topic=True)
    # A wish about notices is one of a text that tells nothing of a case.
    preferences = () if _tells_a_case(facts, numbers) else preferences_of(words)
    if preferences and _TO_BE_SENT.first(words) is not None:
        preferences = ()
    intent = opinion.or_ask(
        "intent",
        intent_of_a_paste if pasted else intent_of,
        words,
        facts,
        firm=reason is not None,
        hardly=_GRAVE if playbook is None else NO_CASE,
    )
    if intent == "delete_dispute" and not puts_away(words):
        intent = intent_of(words, facts)
    if intent == "import_paste" and not pasted and "\n" in words:
        intent = intent_of_a_paste(words, facts)  # which may have a question below it
    intent = intent or "unknown"
    if intent == "unknown" and search.impossible:
        intent = "update_deadline"  # 「4/31まで」 is asked about
    if intent == "show_next_deadline" and search.corrects:
        intent = "update_deadline"  # 「あれ、金曜じゃなくて木曜だったっけ?期限」
    intent, preferences = one_or_all(words, intent, preferences, deadline, search)
    aside = asides_of(words, question=question)
    deadline = meant(deadline, search, intent, words)
    deadline = deadline_of(intent, deadline, search, plays=aside.trick == "wait_close")
    proposer = proposer or proposer_of_offer(amounts, stage)
    kept = None if intent in _WITHOUT_DATE and not search.is_sure else deadline
    return Reading(
        intent=intent,
        reason=None
        if intent in _OF_NO_CASE or (intent in _OF_THE_BOT and reason in _OF_ANYTHING)
        else reason,
        demand=demand,
        stage=facts.stage if intent not in _OF_THE_BOT else None,
        playbook=None if intent in NO_CASE or intent == "close_dispute" else playbook,
        proposer=proposer,
        verdict=verdict,
        outcome=wishes.outcome,
        quantity=quantity_of(words),
        amounts=amounts,
        order_id=numbers.order,
        order_ids=numbers.orders,
        tracking=numbers.tracking,
        deadline=kept,
        other_shop=aside.other_shop,
        another_case=aside.another_case,
        doubts=_doubts(kept, impossible=search.impossible),
        tap=aside.tap,
        tapped=aside.tapped,
        trick=aside.trick,
        told=aside.told,
        opens=search.opens() if deadline is None else None,
        days_ahead=search.days_ahead() if deadline is None and intent not in NO_CASE else (),
        preferences=preferences,
        steps=steps_of(words) if intent == "report_progress" else (),
    )


def _tells_a_case(facts: Facts, numbers: Numbers) -> bool:
    return bool(
        facts.reason
        or facts.verdict
        or facts.outcome
        or facts.amounts
        or facts.opened
        or numbers.orders
        or numbers.tracking
    )


def _doubts(deadline: ReadDeadline | None, *, impossible: bool) -> tuple[str, ...]:
    doubts = deadline.doubts if deadline is not None else ()
    return (*doubts, "impossible_date") if impossible else doubts
