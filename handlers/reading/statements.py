"""What a statement reports: it is over, a step was done, a stage began, a date, or plain news."""

from handlers.reading.facts import Facts
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table, none_in
from handlers.reading.news import CORRECTION, HELP, TROUBLES, WANTS_OPEN, news
from handlers.reading.patterns import SENTENCES, Pattern
from handlers.reading.questions import is_question, is_request
from handlers.reading.steps_told import (
    STEP_DONE,
    begins_with_a_step,
    is_own_deed,
    step_done,
)

WORDING = Table("wording")
WORDING_WISHED = Table("wording wished", Look.SELDOM)
CLOSED = Table("closed")
_CLOSED_BY_ARRIVAL = Table("closed by arrival")
LEFT_OPEN = Table("left open")
MOVED = Table("moved")
STAGE = Table("stage named")
WISH = Table("wish")
WRONG_DATE = Table("wrong date")
EXTERNAL = ("paypal_open", "paypal_escalate", "card_chargeback")
_NOT_OVER = Table("not over", Look.SELDOM)
_ANYWHERE = frozenset(["anywhere"])
_HELP_WORDS = Table("help")
_LONGEST_HELP = 12
# Without words of these a statement is news, or only a date.
_TELLING = frozenset(
    table.name
    for table in (
        WORDING, CLOSED, _CLOSED_BY_ARRIVAL, LEFT_OPEN, MOVED, STAGE, WISH, WRONG_DATE,
        CORRECTION, STEP_DONE,
    )
)  # fmt: skip
_STUCK = (
    "account_blocked",
    "agreement_mail_twice",
    "accept_button_missing",
    "seller_asks_cancel",
    "seller_asks_change_reason",
)


def reported_by(text: str, about: Facts) -> str:
    """The intent of a folded text that asks nothing."""
    if is_own_deed(text) and not (about.opened or _is_claim(text, about)):
        return "report_progress"
    if len(text) > _LONGEST_HELP and none_in(_TELLING, text):
        if about.kind in EXTERNAL and about.reason is None:
            return "set_external_deadline"
        return _help_or_news(text, about)
    if WORDING.first(text) is not None and WORDING_WISHED.first(text) is not None:
        return "ask_template"
    if len(text) <= _LONGEST_HELP and _HELP_WORDS.first(text) is not None:
        return "ask_howto"
    left = LEFT_OPEN.all(text)
    left_open = "ended" in left or (
        bool(left) and about.reason is None and STAGE.first(text) is None
    )
    if not left_open and is_over(text, about):
        return "close_dispute"
    if about.kind in EXTERNAL and about.reason is None and not STEP_DONE.first(text):
        return "set_external_deadline"
    step = step_done(text, about)
    put_right = CORRECTION.first(text) is not None and about.playbook not in TROUBLES
    if about.kind is not None and put_right and about.reason is None and not step:
        return "update_deadline"
    if not about.opened:
        open_end = left_open and about.playbook not in _STUCK
        if (step or open_end) and not _is_claim(text, about) and about.proposer not in _OTHERS:
            if MOVED.first(text) is not None and about.reason is None and not about.offered:
                return "report_stage"
            return "report_progress"
        only_named = about.reason is None or _CASE_FIRST.match(text) is not None
        if step and about.proposer in _OTHERS and only_named:
            return "report_progress"
        moved = MOVED.first(text) is not None or (only_named and STAGE.first(text) is not None)
        # 「配達完了に変わったけど来てへん」 tells of a parcel, whose steps are no stages of a case.
        if (
            moved
            and about.reason != "delivered_not_received"
            and about.playbook not in _STUCK
            and not _is_claim(text, about)
        ):
            refunding = (
                about.stage == "refund_processing"
                and about.kind in (None, "refund_arrival")
                and about.reason is None
                and MOVED.first(text) is not None
            )
            plain = refunding or not about.amounts
            return "report_stage" if plain and not about.offered else "register_dispute"
    if not (about.reason or about.opened) and WRONG_DATE.first(text) is not None:
        return "update_deadline"
    if about.reason is None and not about.opened and _wishes(text, about):
        return "ask_howto"
    return _help_or_news(text, about)


def _help_or_news(text: str, about: Facts) -> str:
    if about.playbook in HELP and _nothing_told(about):
        return "ask_howto"
    return news(text, about)


def is_over(text: str, about: Facts) -> bool:
    """Whether it is told to be over, and nothing beside it or in its sentence takes that back.

    「2週間遅れると言われてたけど着きました。もう大丈夫です」: what was said before is over, too.
    """
    ends = CLOSED.found(text)
    if not ends and about.reason is None:
        ends = _CLOSED_BY_ARRIVAL.found(text)
    if not ends or _NOT_OVER.names_any(text, _ANYWHERE):
        return False
    begin = max(one.start for one in ends)
    before = [found.start() for found in SENTENCES.finditer(text, 0, begin + 1)]
    return _NOT_OVER.first(text, (before[-1] if before else 0, len(text))) is None


def _nothing_told(about: Facts) -> bool:
    return not (about.reason or about.opened or about.kind or about.amounts or about.proposer)


def keeps_external(text: str) -> bool:
    """Whether a text asks to keep the date of PayPal or of the card company."""
    return _ASKS_TO_KEEP.first(text) is not None and (not is_question(text) or is_request(text))


_ASKS_TO_KEEP = Table("asks to keep")
# 「色違いの件、…」: the reason is a case's name.
_CASE_FIRST = Pattern(r"[^。、!?\n]{1,16}[のた](?:件|やつ)[はも]?、")
_OTHERS = ("seller", "aliexpress")
# Clocks that run while a case is young.
_EARLY = ("unknown", "seller_response", "ae_step_in", "negotiation_end")
_BY_REASON = ("register_and_open", "color_mismatch", "not_received_protection")


def _is_claim(text: str, about: Facts) -> bool:
    """「割れていた。写真は撮った。全額返して」 is news of a case, whatever was done for it.

    So is one with its order number, or with the date of a clock that runs: that is how a case
    begins.
    """
    begins = about.orders > 0 and about.playbook in _BY_REASON
    begins = begins or (about.kind in _EARLY and not begins_with_a_step(text))
    return about.reason is not None and (about.demand is not None or begins)


def _wishes(text: str, about: Facts) -> bool:
    return (
        WISH.first(text) is not None
        and WANTS_OPEN.first(text) is None
        and not (about.demand or about.offered or about.proposer)
    )
