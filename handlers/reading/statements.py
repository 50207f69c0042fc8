"""What a statement reports: it is over, a step was done, a stage began, a date, or plain news."""

import re

from handlers.reading.greetings import greets, is_small_talk
from handlers.reading.intent_words import QUESTIONS, WORDING, WORDING_WISHED
from handlers.reading.situation import Situation
from handlers.reading.statement_words import (
    CLOSED,
    CORRECTION,
    COUNTDOWN,
    DEADLINE_WORD,
    EVENT,
    LEFT_OPEN,
    STAGE_ENTERED,
    STEP_DONE,
    STEP_OF_OTHERS,
    WANTS_OPEN,
    WISH,
)
from handlers.reading.words import has

_EXTERNAL = ("paypal_open", "paypal_escalate", "card_chargeback")
_PENDING = (
    "まだ", "のに", "されない", "されません", "されていな", "判定", "と言われ", "って言われ",
    "そう", "予定",
    "はず", "けど", "届いていな", "拒否して",
)  # fmt: skip
# Words of buying and of disputes that make a text news when nothing else was found.
_PARCEL = ("届", "買", "注文", "購入", "発送", "荷物", "商品", "返事", "配達", "到着", "提案")
_CASE = ("紛争", "返金", "返品", "セラー", "aliexpress", "アリエク", "申し立て", "dispute")
_HELP = ("expectations_tips", "reach_human", "message_to_ae", "decline_proposal")


def reported_by(text: str, about: Situation) -> str:
    """The intent of a folded text that asks nothing."""
    if WORDING.first(text) is not None and WORDING_WISHED.first(text) is not None:
        return "ask_template"
    if len(text) <= 12 and has(text, "使い方", "ヘルプ", "help", "できること"):
        return "ask_howto"
    if CLOSED.search(text) and not LEFT_OPEN.search(text) and not has(text, *_PENDING):
        return "close_dispute"
    if about.reason is None and not about.opened:
        if about.deadline in _EXTERNAL:
            return "set_external_deadline"
        found = _without_reason(text, about)
        if found is not None:
            return found
    return _news(text, about)


def _without_reason(text: str, about: Situation) -> str | None:
    if LEFT_OPEN.search(text):
        return "report_progress"
    if about.deadline is not None and CORRECTION.search(text):
        return "update_deadline"
    if STAGE_ENTERED.search(text) and not about.amounts:
        return "report_stage"
    mine = STEP_DONE.search(text)
    others = STEP_OF_OTHERS.search(text) if mine else None
    if mine and not (others and others.end() >= mine.end() > others.start()):
        return "report_progress"
    if WISH.search(text) and not WANTS_OPEN.search(text) and not about.demand and about.topic:
        asked = QUESTIONS.first(text) if len(text) <= 20 else None
        return asked if asked == "show_next_deadline" else "ask_howto"
    return None


def _news(text: str, about: Situation) -> str:
    happened = (
        about.reason is not None
        or about.opened
        or about.from_base
        or EVENT.search(text) is not None
        or about.verdict is not None
        or WANTS_OPEN.search(text) is not None
    )
    if about.deadline is not None:
        return _with_deadline(text, about, happened=happened)
    if happened or about.demand or about.outcome:
        return "register_dispute"
    if greets(text):
        return "greeting"
    if DEADLINE_WORD.search(text):
        return "update_deadline"
    if about.amounts or about.order_ids:
        return "register_dispute"
    asked = QUESTIONS.first(text) if len(text) <= 20 else None
    if asked is not None:
        return asked
    if has(text, *_PARCEL) or has(text, *_CASE):
        return "register_dispute"
    if about.playbook is not None:
        return "ask_howto" if about.playbook in _HELP else "register_dispute"
    return "unknown"


def _with_deadline(text: str, about: Situation, *, happened: bool) -> str:
    if CORRECTION.search(text) and not (about.reason or about.opened):
        return "update_deadline"
    if greets(text) and not happened:
        return "greeting"
    if happened and not _only_a_deadline(text, about):
        return "register_dispute"
    if COUNTDOWN.search(text) and not CORRECTION.search(text):
        return "register_dispute"
    return "unknown" if not about.topic and is_small_talk(text) else "update_deadline"


def _only_a_deadline(text: str, about: Situation) -> bool:
    """「判定の期限は12月5日」 names a deadline and no news."""
    return (
        about.reason is None
        and not about.opened
        and not about.from_base
        and about.verdict is None
        and not about.amounts
        and re.search(
            r"(?:期限|締切|締め切り|〆切|デッドライン)(?:日)?(?:は|が|:|を|、| |に|も|って|の日)",
            text,
        )
        is not None
        and re.search(r"(?:ました|来た|きた|され|言わ|した。|届)", text) is None
    )
