"""What a statement reports that ends nothing and tells of no step: news of a case, or a date."""

from handlers.reading.facts import Facts
from handlers.reading.greetings import greets, is_small_talk
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import SENTENCES, Pattern
from handlers.reading.stages import is_opened

QUESTIONS = Table("asked for", Look.PARTS)
CORRECTION = Table("correction")
COUNTDOWN = Table("countdown")
DEADLINE_WORD = Table("deadline word")
WANTS_OPEN = Table("wants to open")
# What the seller or AliExpress did, or what the page shows.
EVENT = Table("event")
# Words of buying and of disputes that make a text news when nothing else was found.
_CASE = Table("case spoken of", Look.SELDOM)
TROUBLES = (
    "no_buttons",
    "accept_button_missing",
    "decline_proposal",
    "seller_asks_cancel",
    "seller_asks_change_reason",
)
HELP = ("expectations_tips", "reach_human", "message_to_ae")
"""Checklists of a wish rather than of something that happened."""
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


def news(text: str, about: Facts) -> str:
    """The intent of a folded text that tells something new, or only a date."""
    happened = (
        about.reason is not None
        or about.opened
        or about.from_base
        or EVENT.first(text) is not None
        or about.verdict is not None
        or WANTS_OPEN.first(text) is not None
        or about.playbook in TROUBLES
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
        return "ask_howto" if about.playbook in HELP else "register_dispute"
    if _DISAPPOINTED.search(text) is not None and not is_small_talk(text):
        return "register_dispute"
    return "unknown"


def _with_deadline(text: str, about: Facts, *, happened: bool) -> str:
    told = about.reason or about.opened or about.playbook in TROUBLES
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
        and about.playbook not in TROUBLES
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
        and about.playbook not in TROUBLES
        and _NO_PLAN.search(text) is None
    )


def _tells_more(text: str) -> bool:
    """Whether a sentence without the deadline tells of something too."""
    rest = [one for one in SENTENCES.findall(text) if _ONLY_DATE.search(one) is None]
    return any(EVENT.first(one) is not None or is_opened(one) for one in rest)
