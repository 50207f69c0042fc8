"""Which playbook helps: the words that set each one off, the earlier row first.

A row of ``_TRIGGERS`` needs only one of its phrases; what needs several facts at once is a rule in
``playbook_of``. The names are those of the catalogue of playbooks.
"""

from handlers.reading.facts import Facts
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_heads import head_of
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.own_words import own_words_of
from handlers.reading.patterns import Pattern, any_of
from handlers.reading.turns import is_chat

_TRIGGERS = Table("playbooks")
_COURSE = Table("course")

_NOTHING = any_of(
    r"0円(?<![\d,]0円)", r"jpy ?[¥\\]? ?0(?![\d.,])", r"usd ?0(?![\d.,])", r"¥ ?0(?![\d.,])",
    r"\$ ?0(?![\d.,])", r"\\ ?0(?![\d.,])", "返金 ?0", "ゼロ", "返金なし", "払い戻しなし", r"0\.00",
)  # fmt: skip
_DECIDED = any_of(
    "終", "閉", "クローズ", "判定", "回答", "結果", "決", "close", "締め", "裁定", "とじ"
)
_ZERO_THEN_DECIDED = Pattern(rf"{_NOTHING}[^。!?\n]{{0,14}}{_DECIDED}")
_DECIDED_THEN_ZERO = Pattern(
    any_of(
        "判定",
        "判断",
        "結果",
        "judge?ment",
        "(?<!seller's )(?<!my )(?<!your )proposal",
        "終了",
        "閉",
        "クローズ",
        "裁定",
        "finished",
        "裁き",
    )
    + rf"[^。!?]{{0,24}}{_NOTHING}"
)
_DOUBLE_NO = Pattern(
    r"(?:承認|accept|同意|賛成)(?:ボタン|する)?[」』]?(?:ボタン)?(?:の|も|と|や|・|/|か)[^。]{0,6}(?:拒否|decline|反対"
    r"|reject)|(?:拒否|decline|reject|反対)(?:ボタン|する)?[」』]?(?:ボタン)?(?:の|も|と|や|・|/|か)[^。]{0,6}(?:承認"
    r"|accept|同意|賛成)"
)
_NOTHING_HELPS = Pattern(
    r"(?<!しか)ない|で(?:い?な|ませ)|ませ|消え|押せ(?!って|と|ば|る)|(?:され|出|で)ん(?:まま|$|[。、])|出ず|できず|出来ず|不可|一個も|出てこ"
)
_RETURN_STAGES = ("return_goods", "seller_receives_return")
_AT_ONCE = (
    "account_blocked",
    "seller_asks_change_reason",
    "agreement_mail_twice",
    "dispute_page_missing",
    "reach_human",
    "message_to_ae",
)


_OF_A_FOOTER = ("reach_human", "message_to_ae", "dispute_page_missing")
_NO_CLOCK = (None, "unknown", "support_reply")


def course_of(text: str) -> frozenset[str]:
    """What a folded text tells of the course of its case: rows of the table "course"."""
    return frozenset(_COURSE.all(text))


def playbook_of(text: str, facts: Facts) -> str | None:
    """The playbook for a folded text, or None where nothing calls for one."""
    triggered = _TRIGGERS.first(text)
    if triggered in _OF_A_FOOTER and is_in_lines(text) and _is_of_the_page(text, facts):
        # Every mail ends with the help center.
        others = (row for row in _TRIGGERS.all(text) if row not in _OF_A_FOOTER)
        triggered = next(others, None)
    if triggered in _AT_ONCE and not (
        facts.reason and triggered in ("reach_human", "message_to_ae")
    ):
        return triggered
    head = head_of(text)
    if head.playbook is not None:
        return head.playbook
    if head.of_an_order and facts.reason is None:
        return "not_received_protection" if facts.kind == "protection_end" else None
    if facts.reason == "wrong_address":
        return _wrong_address(text, facts)
    if "seller cancel" in facts.named and facts.proposer != "aliexpress":
        return "seller_asks_cancel"
    if facts.kind in ("paypal_open", "paypal_escalate", "card_chargeback"):
        return "external_routes"
    if triggered is not None:
        return triggered
    return _by_buttons(text, facts) or _by_course(text, facts) or _by_reason(facts)


def _is_of_the_page(text: str, facts: Facts) -> bool:
    """Whether only a page names who can be asked, and neither its reader nor a chat does."""
    if facts.kind not in _NO_CLOCK:
        return True
    return not is_chat(text) and not any(
        _TRIGGERS.first(text, span) in _OF_A_FOOTER for span in own_words_of(text)
    )


def _wrong_address(text: str, facts: Facts) -> str:
    if facts.verdict == "valid":
        return "wrong_address_valid_wait"
    if (
        (facts.outcome in ("zero", "lost") and "ended" in facts.named)
        or _closed_with_zero(text, facts)
        or facts.verdict == "invalid"
        or facts.stage in ("closed", "appeal")
    ):
        return "judgement_zero_wrong_address"
    if facts.stage == "ae_proposal" or ("waits" in facts.named and "返金" in text):
        return "wrong_address_valid_wait"
    return "wrong_address"


def _closed_with_zero(text: str, facts: Facts) -> bool:
    return facts.outcome in ("zero", "resend") and bool(
        _ZERO_THEN_DECIDED.search(text) or _DECIDED_THEN_ZERO.search(text)
    )


def _by_buttons(text: str, facts: Facts) -> str | None:
    named = "拒否" in text or "反対" in text or "decline" in text or "reject" in text
    both = _DOUBLE_NO.search(text) if named else None
    if both and "what if" not in facts.named and _NOTHING_HELPS.search(text[both.start() :][:40]):
        return "no_buttons"
    if "no accept" in facts.named:
        return "accept_button_missing"
    if "no buttons" not in facts.named:
        return None
    # 「リモコンのボタンが反応しない」 is about the goods.
    of_the_goods = facts.reason == "not_working" and "承認" not in text and "拒否" not in text
    return None if of_the_goods else "no_buttons"


def _by_course(text: str, facts: Facts) -> str | None:
    """By what the seller and AliExpress have done so far."""
    full = "full award" in facts.named or facts.verdict == "valid"
    if "keeps rejecting" in facts.named or (full and "seller rejects" in facts.named):
        return "seller_keeps_rejecting"
    if (
        facts.outcome == "zero"
        and facts.reason in ("delivered_not_received", "tracking_invalid")
        and "ended" in facts.named
    ):
        return "judgement_zero_wrong_address"
    if "unhappy" in facts.named or (_closed_with_zero(text, facts) and facts.proposer != "seller"):
        return "final_judgement_unhappy"
    if facts.reason is None and "valid and wait" in facts.named:
        return "wrong_address_valid_wait"
    if "what if" in facts.named:
        return "what_if_decline"
    if facts.question and "chances" in facts.named and facts.reason is None:
        return "what_if_decline"  # which tells on what AliExpress decides
    waits = not facts.reason or (facts.stage == "refund_processing" and is_in_lines(text))
    waits = waits and not (
        "return" in facts.named and facts.kind in ("return_ship", "seller_receive")
    )
    if facts.kind == "refund_arrival" or ("refund awaited" in facts.named and waits):
        return "refund_arrival"
    if facts.verdict == "invalid" and facts.stage in ("ae_proposal", "closed", "appeal"):
        return "final_judgement_unhappy"
    if facts.kind in ("return_ship", "seller_receive") or (
        "return" in facts.named
        and (facts.reason is None or facts.stage in _RETURN_STAGES)
        and facts.demand != "return_refund"
        and "decline" not in facts.named
    ):
        return "return_goods"
    return _by_offer(facts)


def _by_offer(facts: Facts) -> str | None:
    """By what is offered, and what the buyer thinks of it."""
    nothing = facts.outcome in ("zero", "resend")
    if nothing and facts.proposer == "seller":
        return "decline_proposal"
    if (
        facts.outcome == "partial_refund" or facts.offered or "partial" in facts.named
    ) and not _own_partial(facts):
        return (
            "decline_proposal"
            if "two choices" in facts.named or (nothing and not facts.ae_offers)
            else "partial_refund_offer"
        )
    if facts.kind in ("appeal", "appeal_result"):
        return "final_judgement_unhappy"
    if "unsatisfied" in facts.named and "of a proposal" not in facts.named:
        return "final_judgement_unhappy"
    if "decline" in facts.named:
        # 「今日セラーに断られた。19日にAliExpressが入る」 has nothing to decline.
        waits = facts.kind == "ae_step_in" and not (facts.proposer or facts.question)
        return "ae_steps_in_date" if waits else "decline_proposal"
    if "steps in" in facts.named and facts.reason is None:
        return "ae_steps_in_date"
    return None


def _own_partial(facts: Facts) -> bool:
    """The buyer's own wish for a part of the money is no offer."""
    if facts.demand == "partial_refund" and facts.proposer in (None, "buyer"):
        return True
    return (
        facts.outcome is None
        and (facts.proposer is None or (facts.proposer == "buyer" and "options" not in facts.named))
        and not facts.offered
        and (facts.reason is not None or facts.demand is not None)
    )


_ON_THE_WAY = ("customs", "tracking_invalid", "returned_to_sender")


def _by_reason(facts: Facts) -> str | None:
    if facts.reason == "color_mismatch":
        return "color_mismatch"
    if facts.reason == "delivered_not_received":
        return "delivered_not_received"
    if facts.reason == "not_received" and facts.kind != "open_from":
        return "not_received_protection"
    if facts.reason in ("customs", "tracking_invalid") and not facts.opened:
        return "not_received_protection"
    if facts.reason in _ON_THE_WAY and (
        facts.kind == "protection_end" or "protection" in facts.named
    ):
        return "not_received_protection"
    if facts.reason == "not_received":
        return "cannot_open_dispute"  # 「届かない。12月19日から開けるらしい」
    if facts.reason is not None:
        return "ae_steps_in_date" if facts.kind == "ae_step_in" else "register_and_open"
    if facts.kind == "protection_end" or "protection" in facts.named:
        return "not_received_protection"
    if facts.kind == "open_from":
        return "cannot_open_dispute"
    if facts.kind == "ae_step_in" or "steps in" in facts.named:
        return "ae_steps_in_date"
    if facts.outcome == "full_refund" and facts.verdict == "valid":
        return "seller_keeps_rejecting"
    if facts.opened or ("new" in facts.named and facts.kind is None):
        return "register_and_open"
    return None
