"""Steps that the buyer tells of: which are done, which are still ahead, which were only kept."""

from handlers.reading.facts import Facts
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.seen import Found
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import SENTENCES, Pattern

STEP_DONE = Table("step done")
# Those of a checklist, by their names there.
_OF_A_CHECKLIST = Table("steps of a checklist", Look.SELDOM)
# Evidence that was made and goes nowhere yet.
_PICTURED = Table("pictured", Look.SELDOM)
_REASONS = Table("reasons")
_SENTENCE_ENDS = Pattern(
    r"[ぁ-ん]{0,4}(?:です|よ|わ|で|ね|っす|けど|が|んだ|のだ|んです|と|し)*(?:$|[。!?\n」』…])"
)

_NAMED_CASE = Pattern(r"[のた](?:件|やつ)[はも]?、$")
_BY_THEN = Pattern(r"(?:まで|迄)に?[^。、!?\n]{0,6}$")
_DONE = Pattern(r"[^。、!?\n]{0,6}?(?:[^てで]た|だ(?!し)|まし|済)")


def steps_of(text: str) -> tuple[str, ...]:
    """The steps of a checklist that a folded text says to be done: upload, edit, decline …"""
    return tuple(_OF_A_CHECKLIST.all(text))


def step_done(text: str, about: Facts) -> bool:
    """Whether the buyer tells of a step; beside a reason, only where a sentence ends with it."""
    spans = [one for one in STEP_DONE.found(text) if not _is_to_be_done(text, one)]
    if not spans or about.reason is None:
        return bool(spans)
    ends = [one for one in spans if _SENTENCE_ENDS.match(text, one.end)]
    return bool(ends) and not all(_only_kept(text, one) for one in ends)


# What a buyer does in the course of a dispute, told as done at the end of all.
_DEED = Pattern(
    r"(?:送っ|追加し|足し|書き直し|添え|添付し|提出し|入力し|送信し|アップ(?:ロード)?し|貼っ|載せ|並べて出し"
    r"|(?:電話|連絡|問い合わせ|お願い|依頼|返事|返信)を?(?:し|いたし)|案にし|伝え|一筆をもらい|画面、?出し)"
    r"(?:まし)?(?:た|といた|ときまし?た|ておいた|ておきまし?た|ちょいた|ちょきました|もした)"
    r"(?:わ|で|よ|ね|ばい|けえ|けん|から|んで|です|んです|っす)?[。!~ \n]*$"
)
_OTHERS = Pattern(
    r"(?:セラー|売り?手|お?店|ショップ|アリエク|運営|ae|向こう|相手|むこう)(?:さん|の人|側)?(?:が|から|は)"
)
_LONGEST_DEED = 40


def is_own_deed(text: str) -> bool:
    """「色ちがいの写真も足しときました」: whether a folded text ends with what the buyer did."""
    found = _DEED.search(text, len(text.rstrip()) - _LONGEST_DEED)
    if found is None or "間違えて" in text:
        return False
    begin = max(text.rfind(mark, 0, found.start()) for mark in "。!?\n") + 1
    return _OTHERS.search(text, begin, found.start()) is None


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


def begins_with_a_step(text: str) -> bool:
    """「スクショを撮り直した。判断は6日」 tells first what was done, and then of what."""
    first = SENTENCES.search(text)
    steps = STEP_DONE.found(text)
    return (
        first is not None
        and any(one.start < first.end() for one in steps)
        and (first.end() < len(text) - 1)
    )


def _is_to_be_done(text: str, step: Found) -> bool:
    """「15日までに証拠を追加」 names a step that is still ahead."""
    begin, end = step.start, step.end
    ahead = _BY_THEN.search(text, max(0, begin - 10), begin) is not None
    return ahead and _DONE.match(text[begin : end + 8]) is None
