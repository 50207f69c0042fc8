"""Which playbook helps: the words that set each one off, the earlier row first.

A row of ``TRIGGERS`` needs only one of its words; what needs several facts at once is a rule in
``playbook_of``. The names are those of the catalogue of playbooks.
"""

import re
from dataclasses import dataclass

from handlers.reading.patterns import Pattern, any_of
from handlers.reading.playbook_words import (
    DECLINE,
    NEW,
    NO_ACCEPT,
    NO_BUTTONS,
    PROTECTION,
    REJECTS,
    RETURN,
    SELLER_CANCEL,
    STEPS_IN,
    TRIGGERS,
    UNHAPPY,
    WHAT_IF,
)

_PARTIAL = Pattern(
    r"refund only (?:jpy|us|usd|eur|gbp)|一部(?:だけ|のみ|を|の|しか)?(?:返金|返)"
    r"|部分(?:的な)?返金|partial|(?:円|ドル|\$ ?[\d.]+|jpy [\d,]+)(?:だけ|しか|のみ"
    r"|のみの返金|だけの返金)(?!返金してほし)|(?<!\d)(?!100)\d{1,2} ?%(?:の|を|だけ|だけの"
    r"|しか)?(?:返金|返)|半額|[1-9]割(?:だけ|の|を|しか)?返|減額|差額|円(?:の返金)?を提案|円の?返金の提案|円の提案"
    r"|円(?:で|の返金で)(?:どう|解決|手を打|我慢|妥協)|\d{1,2} ?%[^。!?\n]{0,12}提案"
)
_AE_FULL = Pattern(
    r"全額返金[^。!?\n]{0,8}(?:の?判定|の?提案|に?なっ|に?なり|が?認め|と判断|と出)"
    r"|full refund[^。!?\n]{0,8}(?:の?判定|の?提案|に?なっ|に?なり|が?認め|と判断|と出)"
    r"|満額[^。!?\n]{0,8}(?:の?判定|の?提案|に?なっ|に?なり|が?認め|と判断|と出)"
    r"|判[定断決](?:は|が|も|で|の)?[^。!?\n]{0,10}(?:全額|full refund|満額|勝)"
    r"|提案(?:は|が|も|で|の)?[^。!?\n]{0,10}(?:全額|full refund|満額|勝)"
    r"|裁定(?:は|が|も|で|の)?[^。!?\n]{0,10}(?:全額|full refund|満額|勝)"
    r"|valid(?<![a-z]valid)(?![a-z])|妥当"
)
_SELLER_REJECTS = Pattern(
    r"(?:セラー|売り手|販売者|出品者|相手|seller|ショップ|店)[^。!?\n]{0,16}(?:拒否|反対"
    r"|reject|応じな|認めな|断)"
)
_NOTHING = any_of(
    r"0円(?<![\d,]0円)", r"jpy ?[¥\\]? ?0(?![\d.,])", r"usd ?0(?![\d.,])", r"¥ ?0(?![\d.,])",
    r"\$ ?0(?![\d.,])", r"\\ ?0(?![\d.,])", "返金 ?0", "ゼロ",
)  # fmt: skip
_DECIDED = any_of("終", "閉", "クローズ", "判定", "回答", "結果", "決", "close")
_ZERO_THEN_DECIDED = Pattern(rf"{_NOTHING}[^。!?\n]{{0,14}}{_DECIDED}")
_DECIDED_THEN_ZERO = Pattern(
    any_of("判定", "結果", "judge?ment", "proposal", "終了", "閉", "クローズ")
    + rf"[^。!?]{{0,24}}{_NOTHING}"
)
_ENDED = Pattern(r"終了|終わ|閉じ|クローズ|判定|judge?ment|closed|却下|負け|決着")
_DOUBLE_NO = Pattern(
    r"(?:承認|accept|同意|賛成)[」』]?(?:の|も|と|や|・|/|か)[^。]{0,6}(?:拒否|decline|反対"
    r"|reject)|(?:拒否|decline|reject|反対)[」』]?(?:の|も|と|や|・|/|か)[^。]{0,6}(?:承認"
    r"|accept|同意|賛成)"
)
_UNSATISFIED = Pattern(r"納得(?:が|も)?(?:いか|でき|出来)")
_OF_A_PROPOSAL = Pattern(r"提案|案|返金のみ|返品|どちらも|両方|セラー|売り手|販売者|回答")
_VALID_AND_WAIT = Pattern(r"拒否しなくても|拒否せずに?待|validの(?:メール|判定)(?:が|$|です|。)")
_NOTHING_HELPS = Pattern(r"[なで]い|ませ|消え|押せ|出ず|できず|出来ず|不可")
_STOPPED_3 = Pattern(r"待(?:てば|って|ち|つ)|拒否しなくても|放置|そのまま")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the other parts of the reader found out, as far as playbooks need it."""

    reason: str | None
    verdict: str | None
    outcome: str | None
    proposer: str | None
    stage: str | None
    kind: str | None
    opened: bool
    question: bool
    offered: bool  # an amount that somebody else proposes


def playbook_of(text: str, facts: Facts) -> str | None:
    """The playbook for a folded text, or None where nothing calls for one."""
    triggered = TRIGGERS.first(text)
    if triggered in ("account_blocked", "seller_asks_change_reason", "agreement_mail_twice"):
        return triggered
    if facts.reason == "wrong_address":
        return _wrong_address(text, facts)
    if (
        SELLER_CANCEL.first(text) is not None
        and facts.proposer == "seller"
        and (triggered in (None, "external_routes", "refund_arrival"))
    ):
        return "seller_asks_cancel"
    if facts.kind in ("paypal_open", "paypal_escalate", "card_chargeback"):
        return "external_routes"
    if triggered is not None and triggered != "refund_arrival":
        return triggered
    return _by_buttons(text) or _by_course(text, facts, triggered) or _by_reason(text, facts)


def _wrong_address(text: str, facts: Facts) -> str:
    if (
        (facts.outcome == "zero" and _ENDED.search(text))
        or _closed_with_zero(text)
        or facts.verdict == "invalid"
    ):
        return "judgement_zero_wrong_address"
    if (
        facts.verdict == "valid"
        or facts.stage == "ae_proposal"
        or (_STOPPED_3.search(text) and re.search(r"返金", text))
    ):
        return "wrong_address_valid_wait"
    if facts.stage in ("closed", "appeal"):
        return "judgement_zero_wrong_address"
    return "wrong_address"


def _closed_with_zero(text: str) -> bool:
    return bool(_ZERO_THEN_DECIDED.search(text) or _DECIDED_THEN_ZERO.search(text))


def _by_buttons(text: str) -> str | None:
    both = _DOUBLE_NO.search(text)
    if both and _NOTHING_HELPS.search(text[both.start() :][:40]):
        return "no_buttons"
    if NO_ACCEPT.first(text) is not None:
        return "accept_button_missing"
    return "no_buttons" if NO_BUTTONS.first(text) is not None else None


def _by_course(text: str, facts: Facts, triggered: str | None) -> str | None:
    """By what the seller and AliExpress have done so far."""
    if SELLER_CANCEL.first(text) is not None and facts.proposer != "aliexpress":
        return "seller_asks_cancel"
    if REJECTS.first(text) is not None or (_AE_FULL.search(text) and _SELLER_REJECTS.search(text)):
        return "seller_keeps_rejecting"
    if (
        facts.outcome == "zero"
        and facts.reason in ("delivered_not_received", "tracking_invalid")
        and _ENDED.search(text)
    ):
        return "judgement_zero_wrong_address"
    if UNHAPPY.first(text) is not None or (_closed_with_zero(text) and facts.proposer != "seller"):
        return "final_judgement_unhappy"
    if facts.reason is None and _VALID_AND_WAIT.search(text):
        return "wrong_address_valid_wait"
    if WHAT_IF.first(text) is not None:
        return "what_if_decline"
    if triggered is not None:
        return triggered
    if facts.verdict == "invalid" and facts.stage in ("ae_proposal", "closed"):
        return "final_judgement_unhappy"
    if facts.kind in ("return_ship", "seller_receive") or (
        RETURN.first(text) is not None
        and (facts.reason is None or facts.stage == "return_goods")
        and not DECLINE.first(text)
    ):
        return "return_goods"
    if facts.outcome == "resend" and facts.proposer == "seller":
        return "seller_asks_cancel"
    if (
        facts.outcome == "partial_refund" or facts.offered or _PARTIAL.search(text)
    ) and not _own_partial(text, facts):
        return "decline_proposal" if _both_options(text) else "partial_refund_offer"
    if facts.kind in ("appeal", "appeal_result"):
        return "final_judgement_unhappy"
    if _UNSATISFIED.search(text) and not _OF_A_PROPOSAL.search(text):
        return "final_judgement_unhappy"
    if DECLINE.first(text) is not None:
        return "decline_proposal"
    if STEPS_IN.first(text) is not None and facts.reason is None:
        return "ae_steps_in_date"
    if facts.kind == "refund_arrival":
        return "refund_arrival"
    if facts.reason is None and re.search(r"新しい解決案|proposed a new solution", text):
        return "agreement_mail_twice"
    return None


def _own_partial(text: str, facts: Facts) -> bool:
    """The buyer's own wish for a part of the money is no offer."""
    return (
        facts.outcome is None
        and facts.proposer is None
        and re.search(
            r"一部返金(?:を|で|が)?(?:希望|要求|求め|いい|したい|お願い)|(?:半額"
            r"|一部)(?:だけ)?(?:でも)?返(?:金)?して(?:ほし|欲し|もらい)",
            text,
        )
        is not None
    )


def _both_options(text: str) -> bool:
    return re.search(r"返金のみも|どちらも|両方(?:とも)?(?:納得|拒否|嫌|断)", text) is not None


def _by_reason(text: str, facts: Facts) -> str | None:
    if facts.reason == "color_mismatch":
        return "color_mismatch"
    if facts.reason == "delivered_not_received":
        return "delivered_not_received"
    if facts.reason in ("not_received", "returned_to_sender", "tracking_invalid", "customs"):
        return "not_received_protection" if facts.reason == "not_received" else "register_and_open"
    if facts.reason is not None:
        return "register_and_open"
    if facts.kind == "protection_end" or (PROTECTION.first(text) is not None):
        return "not_received_protection"
    if facts.kind in ("open_from",):
        return "cannot_open_dispute"
    if facts.kind == "ae_step_in" or STEPS_IN.first(text) is not None:
        return "ae_steps_in_date"
    if facts.outcome == "full_refund" and facts.verdict == "valid":
        return "seller_keeps_rejecting"
    if facts.opened or NEW.first(text) is not None:
        return "register_and_open"
    return None
