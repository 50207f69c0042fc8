"""Which date is a deadline: the words around it speak for it or against it.

What stands directly behind a date weighs most. A positive sum makes a deadline, a negative one an
event of the past or a date of something else; nothing at all lets a date count.
"""

from handlers.reading import cue_weights, other_weights
from handlers.reading.correction_words import TAKES_BACK_BEFORE, takes_back
from handlers.reading.cue_signs import signs_of
from handlers.reading.cue_weights import SURE, TAKEN_BACK
from handlers.reading.cue_words import BEHIND_UNTIL
from handlers.reading.expression import Expression
from handlers.reading.occasions import OPEN_TILL
from handlers.reading.other_dates import ABSENT, LAST_HEARD, LAST_ONE, ORDERED_TILL, ROUND
from handlers.reading.other_weights import OF_SOMETHING_ELSE
from handlers.reading.patterns import Pattern
from handlers.reading.promises import PROMISED
from handlers.reading.stamps import is_stamp
from handlers.reading.surroundings import Surroundings

# What a page tells of this very case, beside the rule for all.
_FROM_THEN_ON = (
    "become available on ",
    "available from ",
    "available from: ",
    "be available on ",
    "can be opened from ",
    "can be opened on ",
    "can open a dispute from ",
    "be available from ",
    "automatically completed on ",
    "complete automatically on ",
    "completes automatically on ",
)
_TODAY_IS = Pattern(r"(?:今日|本日)は(?:もう)?[月火水木金土日]曜日?")
_TILL = ("まで", "以降なら", "で閉ま", "に閉ま", "で終わ", "に終わ", "あがり", "上がり")


def weigh(here: Expression, words: Surroundings) -> int:
    """How much speaks for the expression being a deadline; below zero it is none."""
    settled = _settled(here, words)
    if settled is not None:
        return settled
    signs = signs_of(here, words)
    return (
        cue_weights.of_what_follows(here, words, signs)
        + other_weights.of_other_things(here, words, signs)
        + cue_weights.of_labels(here, words, signs)
        + cue_weights.of_its_verb(words, signs)
        + cue_weights.of_the_past(here, words, signs)
        + cue_weights.of_length(here)
    )


def _settled(here: Expression, words: Surroundings) -> int | None:
    """The weight of what no other word changes any more."""
    behind, before = words.behind, words.before
    if takes_back(behind) or (before and TAKES_BACK_BEFORE.search(before)):
        return TAKEN_BACK
    if (here.clock or before.endswith((" ", ":", "\n", "·", "・", "•"))) and is_stamp(
        words.text, here
    ):
        return OF_SOMETHING_ELSE
    if before.endswith(_FROM_THEN_ON):
        return SURE
    if behind.startswith("が最後") and LAST_HEARD.search(before):
        return OF_SOMETHING_ELSE
    if "最後" in before and LAST_ONE.search(before):
        return OF_SOMETHING_ELSE
    if here.clock is not None and here.day is None and here.length is None:
        if here.hours and not behind.startswith("までに"):
            return OF_SOMETHING_ELSE  # 「受付は9時から18時まで」
        if behind.startswith(_TILL) and OPEN_TILL.search(before):
            return OF_SOMETHING_ELSE
        if ORDERED_TILL.match(behind):
            return OF_SOMETHING_ELSE
        if behind.startswith(("以降なら", "以降は")):
            return OF_SOMETHING_ELSE  # 「20時以降なら電話に出られます」
    if here.day and words.text.startswith("で", here.end) and ROUND.match(words.text, here.end):
        return SURE
    if here.day is not None and _TODAY_IS.fullmatch(words.text, here.start, here.end):
        return OF_SOMETHING_ELSE  # 「今日は金曜、まだ返事なし」
    if here.base is not None:
        length = here.length
        lasted = length is not None and length.toward == "plain" and length.exact
        if BEHIND_UNTIL.match(behind):
            return 3
        if ABSENT.match(behind):
            return OF_SOMETHING_ELSE  # 「3/20から一週間いません」
        # 「14時から20分ほど話せた」「5日から7日で届く」
        return -6 if lasted or PROMISED.match(behind) else 3
    return None
