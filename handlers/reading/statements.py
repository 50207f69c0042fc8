"""What a statement reports: it is over, a step was done, a stage began, a date, or plain news."""

from handlers.reading.facts import Facts
from handlers.reading.greetings import greets, is_small_talk
from handlers.reading.lexicon.tables import Found, Table
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question, is_request
from handlers.reading.stages import is_opened

QUESTIONS = Table("asked for")
WORDING = Table("wording")
WORDING_WISHED = Table("wording wished", seldom=True)
CLOSED = Table("closed")
_CLOSED_BY_ARRIVAL = Table("closed by arrival")
CORRECTION = Table("correction")
COUNTDOWN = Table("countdown")
DEADLINE_WORD = Table("deadline word")
LEFT_OPEN = Table("left open")
MOVED = Table("moved")
STAGE = Table("stage named")
STEP_DONE = Table("step done")
WANTS_OPEN = Table("wants to open")
WISH = Table("wish")
WRONG_DATE = Table("wrong date")

EXTERNAL = ("paypal_open", "paypal_escalate", "card_chargeback")
_NOT_OVER = Table("not over", seldom=True)
_ANYWHERE = frozenset(["anywhere"])
_HELP_WORDS = Table("help")
# The buyer asks to keep a date: 入れといて, 控えておいて.
_KEEP = Table("keeps", seldom=True)
# What the seller or AliExpress did, or what the page shows.
EVENT = Table("event")
# Words of buying and of disputes that make a text news when nothing else was found.
_CASE = Table("case spoken of", seldom=True)
_TROUBLES = (
    "no_buttons",
    "accept_button_missing",
    "decline_proposal",
    "seller_asks_cancel",
    "seller_asks_change_reason",
)
_STUCK = (
    "account_blocked",
    "agreement_mail_twice",
    "accept_button_missing",
    "seller_asks_cancel",
    "seller_asks_change_reason",
)
_HELP = ("expectations_tips", "reach_human", "message_to_ae")
_ONLY_DATE = Pattern(
    r"期限|締切|締め切|〆|デッドライン|リミット|最後の日|最終日|介入日|介入予定日|介入の日|回答日|判定日|推定時間|終了日|期日|介入予定"
)
# What the page or somebody says of the deadline is no news of the case.
_TOLD = Pattern(
    r"(?:と|って)(?:表示|書|記載|出|なって|聞|言|い)[^。!?\n]{0,8}|表示され|書かれ|記載され"
)
# 「…と書いてあったのに」: something is not as it should be.
_DISAPPOINTED = Pattern(r".{4}(?:のに|はずが|はずなのに)[^?]{4}")
_HAPPENED = Pattern(
    r"(?:怪し|あやし|信用|ました|来た|きた|され|言わ|した。|届|(?:拒否|却下|反論)(?:、|して[きく]))"
)
_SENTENCES = Pattern(r"[^。!?\n]+")


def reported_by(text: str, about: Facts) -> str:
    """The intent of a folded text that asks nothing."""
    if WORDING.first(text) is not None and WORDING_WISHED.first(text) is not None:
        return "ask_template"
    if len(text) <= 12 and _HELP_WORDS.first(text) is not None:
        return "ask_howto"
    left = LEFT_OPEN.all(text)
    left_open = "ended" in left or (
        bool(left) and about.reason is None and STAGE.first(text) is None
    )
    if not left_open and _is_over(text, about):
        return "close_dispute"
    if about.kind in EXTERNAL and about.reason is None and not STEP_DONE.first(text):
        return "set_external_deadline"
    step = _step_done(text, about)
    put_right = CORRECTION.first(text) is not None and about.playbook not in _TROUBLES
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
            return "register_dispute" if about.amounts or about.offered else "report_stage"
    if not (about.reason or about.opened) and WRONG_DATE.first(text) is not None:
        return "update_deadline"
    if about.reason is None and not about.opened and _wishes(text, about):
        return "ask_howto"
    if about.playbook in _HELP and _nothing_told(about):
        return "ask_howto"
    return _news(text, about)


def _is_over(text: str, about: Facts) -> bool:
    """Whether it is told to be over, and nothing beside it or in its sentence takes that back.

    「2週間遅れると言われてたけど着きました。もう大丈夫です」: what was said before is over, too.
    """
    ends = CLOSED.found(text)
    if not ends and about.reason is None:
        ends = _CLOSED_BY_ARRIVAL.found(text)
    if not ends or _NOT_OVER.names_any(text, _ANYWHERE):
        return False
    begin = max(one.start for one in ends)
    before = [found.start() for found in _SENTENCES.finditer(text, 0, begin + 1)]
    return _NOT_OVER.first(text, (before[-1] if before else 0, len(text))) is None


def _nothing_told(about: Facts) -> bool:
    return not (about.reason or about.opened or about.kind or about.amounts or about.proposer)


def keeps_external(text: str) -> bool:
    """Whether a text asks to keep the date of PayPal or of the card company."""
    return _ASKS_TO_KEEP.first(text) is not None and (not is_question(text) or is_request(text))


_ASKS_TO_KEEP = Table("asks to keep")
_SENTENCE_ENDS = Pattern(
    r"[ぁ-ん]{0,4}(?:です|よ|わ|で|ね|っす|けど|が|んだ|のだ|んです|と|し)*(?:$|[。!?\n」』…])"
)


# Evidence that was made and goes nowhere yet.
_PICTURED = Table("pictured", seldom=True)
_REASONS = Table("reasons")
_NAMED_CASE = Pattern(r"[のた](?:件|やつ)[はも]?、$")
# 「色違いの件、…」: the reason is a case's name.
_CASE_FIRST = Pattern(r"[^。、!?\n]{1,16}[のた](?:件|やつ)[はも]?、")
_OTHERS = ("seller", "aliexpress")
# Playbooks that the reason alone calls for.
# Clocks that run while a case is young.
_EARLY = ("unknown", "seller_response", "ae_step_in", "negotiation_end")
_BY_REASON = ("register_and_open", "color_mismatch", "not_received_protection")


def _is_claim(text: str, about: Facts) -> bool:
    """「割れていた。写真は撮った。全額返して」 is news of a case, whatever was done for it.

    So is one with its order number, or with the date of a clock that runs: that is how a case
    begins.
    """
    begins = about.orders > 0 and about.playbook in _BY_REASON
    begins = begins or (about.kind in _EARLY and not _begins_with_a_step(text))
    return about.reason is not None and (about.demand is not None or begins)


def _begins_with_a_step(text: str) -> bool:
    """「スクショを撮り直した。判断は6日」 tells first what was done, and then of what."""
    first = _SENTENCES.search(text)
    steps = STEP_DONE.found(text)
    return (
        first is not None
        and any(one.start < first.end() for one in steps)
        and (first.end() < len(text) - 1)
    )


_BY_THEN = Pattern(r"(?:まで|迄)に?[^。、!?\n]{0,6}$")
_DONE = Pattern(r"[^。、!?\n]{0,6}?(?:[^てで]た|だ(?!し)|まし|済)")


def _is_to_be_done(text: str, step: Found) -> bool:
    """「15日までに証拠を追加」 names a step that is still ahead."""
    begin, end = step.start, step.end
    ahead = _BY_THEN.search(text, max(0, begin - 10), begin) is not None
    return ahead and _DONE.match(text[begin : end + 8]) is None


def _step_done(text: str, about: Facts) -> bool:
    """Whether the buyer tells of a step; beside a reason, only where a sentence ends with it."""
    spans = [one for one in STEP_DONE.found(text) if not _is_to_be_done(text, one)]
    if not spans or about.reason is None:
        return bool(spans)
    ends = [one for one in spans if _SENTENCE_ENDS.match(text, one.end)]
    return bool(ends) and not all(_only_kept(text, one) for one in ends)


def _only_kept(text: str, step: Found) -> bool:
    """「マグが割れてた。写真は撮った」 tells of a defect, 「割れた所の写真を撮った」 of a step."""
    if not any(one.start < step.end and step.start < one.end for one in _PICTURED.found(text)):
        return False
    begin = max(text.rfind(mark, 0, step.start) for mark in "。!?\n、") + 1
    return (
        begin > 0
        and _REASONS.first(text, (begin, step.end)) is None
        and _NAMED_CASE.search(text, 0, begin) is None
    )


def _wishes(text: str, about: Facts) -> bool:
    return (
        WISH.first(text) is not None
        and WANTS_OPEN.first(text) is None
        and not (about.demand or about.offered or about.proposer)
    )


def _news(text: str, about: Facts) -> str:
    happened = (
        about.reason is not None
        or about.opened
        or about.from_base
        or EVENT.first(text) is not None
        or about.verdict is not None
        or WANTS_OPEN.first(text) is not None
        or about.playbook in _TROUBLES
        or (about.outcome is not None and about.kind is not None)
    )
    if about.kind is not None:
        return _with_deadline(text, about, happened=happened)
    if happened or about.demand or about.outcome:
        return "register_dispute"
    if greets(text):
        return "greeting"
    if DEADLINE_WORD.first(text) is not None:
        return "update_deadline"
    if about.orders or (about.amounts and not is_small_talk(text)):
        return "register_dispute"
    asked = QUESTIONS.first(text) if len(text) <= 20 else None
    if asked is not None:
        return asked
    if _CASE.first(text) is not None:
        return "register_dispute"
    if about.playbook is not None:
        return "ask_howto" if about.playbook in _HELP else "register_dispute"
    if _DISAPPOINTED.search(text) is not None and not is_small_talk(text):
        return "register_dispute"
    return "unknown"


def _with_deadline(text: str, about: Facts, *, happened: bool) -> str:
    told = about.reason or about.opened or about.playbook in _TROUBLES
    if CORRECTION.first(text) is not None and not told:
        return "update_deadline"
    if about.labelled and not (about.reason or about.opened or about.amounts):
        return "update_deadline"
    if happened and not (_only_a_deadline(text, about) or _only_planned(text, about)):
        return "register_dispute"
    if about.countdown or COUNTDOWN.first(text) is not None:
        return "register_dispute"
    return "unknown" if not about.topic and is_small_talk(text) else "update_deadline"


def _only_a_deadline(text: str, about: Facts) -> bool:
    """「判定の期限は12月5日」 names a deadline and no news."""
    return (
        about.reason is None
        and not about.opened
        and not about.from_base
        and about.verdict is None
        and not about.amounts
        and about.playbook not in _TROUBLES
        and _ONLY_DATE.search(text) is not None
        and _HAPPENED.search(_TOLD.sub("", text)) is None
        and not _tells_more(text)
    )


_LONGEST_PLAN = 30
# What has happened, lasts or fails is news.
_NO_PLAN = Pattern(
    r"[いきしちみりぎじびっんけげせてねめれ見出来着][ただ](?:$|[。、!よのんがけしねわとっり」])|まし|でし|だった|された"
    r"|[てで](?:る|い|ん|ま)|中(?:$|[。、!\n])|待ち|ない(?!と)|ません|へん|せず|のに|けど|[?]|残り|あと\d|待てと|言われ|って(?:判定|結果|裁定)"
)


def _only_planned(text: str, about: Facts) -> bool:
    """「返送は25日必着」, 「再来週の月曜に介入するって」: what is to come, and no news."""
    return (
        len(text) <= _LONGEST_PLAN
        and not (about.reason or about.opened or about.from_base or about.verdict)
        and not (about.amounts or about.outcome or about.demand or about.orders)
        and about.playbook not in _TROUBLES
        and _NO_PLAN.search(text) is None
    )


def _tells_more(text: str) -> bool:
    """Whether a sentence without the deadline tells of something too."""
    rest = [one for one in _SENTENCES.findall(text) if _ONLY_DATE.search(one) is None]
    return any(EVENT.first(one) is not None or is_opened(one) for one in rest)
