"""What the words around a date say of it at first sight: its label, and whether it is an end."""

import re
from typing import NamedTuple

from handlers.reading.correction_words import STILL_COUNTS
from handlers.reading.cue_labels import LABELS, LISTED
from handlers.reading.cue_words import (
    BEHIND_HAPPENS,
    BEHIND_UNTIL,
    PAST_VERB,
    QUOTED_HAPPENS,
    QUOTED_VERB,
    REFEREE_BEFORE,
    REFEREE_COMES,
    SHOWN,
    STEP_SHOWN,
    THAT_DAY,
)
from handlers.reading.expression import Expression
from handlers.reading.other_dates import TILL_THEN
from handlers.reading.patterns import Pattern
from handlers.reading.promises import AWAITED, BROKEN
from handlers.reading.surroundings import Surroundings


class Signs(NamedTuple):
    """The signs of one date."""

    label: re.Match[str] | None
    """期限は, 介入予定日: what stands in front of it and names an end."""
    awaited: bool
    """What comes then is waited for: 返金は, 結果が."""
    until: bool
    """まで, 期限, or what is going to happen."""
    shown: bool
    """The page shows it."""
    became: bool
    """It is the new date of a change."""
    broken: bool
    """It was promised and not kept."""


# 「アピールは来週の月曜まで受け付けてる」
_STILL_TAKEN = Pattern(r"(?:アピール|抗議|申し?立て|異議|紛争)[はも][、 ]?$")
# 「26日から30日の間に返送して」
_WITHIN = Pattern(r"に(?:返[送品事信答]|回答|提出|承認|拒否|申請|申し?立て|選[んべ]|決め|アップ)")
_NO_MORE = ("", "です", "だ")


def signs_of(here: Expression, words: Surroundings) -> Signs:
    """What is to be seen of an expression in the words around it."""
    behind, before = words.behind, words.before
    label = LABELS.search(before) if before else None
    if label is None and before and behind.strip() in _NO_MORE:
        label = LISTED.search(before)
    awaited = bool(before) and AWAITED.search(before) is not None
    shown = became = until = False
    if behind:
        until = words.text.endswith("いっぱい", here.start, here.end) or _is_until(behind, before)
        until = until or (
            words.text.endswith("の間", here.start, here.end) and _WITHIN.match(behind) is not None
        )
        until = until and (
            awaited or not TILL_THEN.match(behind) or _STILL_TAKEN.search(before) is not None
        )
        until = until or ("の日" in words.text and THAT_DAY.match(words.text, here.end) is not None)
        if not until:  # which goes before both
            shown = SHOWN.match(behind) is not None
            became = STILL_COUNTS.match(behind) is not None
    broken = here.length is not None and BROKEN.match(behind) is not None
    return Signs(label, awaited, until, shown, became, broken)


def _is_until(behind: str, before: str) -> bool:
    """Whether the words behind a date make it an end: まで, 期限, or what is going to happen."""
    return (
        behind.startswith("まで")
        or BEHIND_UNTIL.match(behind) is not None
        or STEP_SHOWN.match(behind) is not None
        or _happens(behind)
        or (REFEREE_COMES.match(behind) is not None and REFEREE_BEFORE.search(before) is not None)
    )


def _happens(behind: str) -> bool:
    """What is going to happen then; told in the past it is an event like others."""
    found = BEHIND_HAPPENS.match(behind)
    if found is None:
        return False
    if QUOTED_HAPPENS.match(behind, found.end()) or behind.startswith(("、", "予定"), found.end()):
        return True  # 「6/10介入、もう一件は終わった」
    # 「7/5に開けるようになる(発送してから11日目)」, 「で保護が切れるのにまだ止まってる」
    itself = behind[found.end() - 1 : found.end() + 16]
    for mark in ("(", "のに", "けど"):
        itself = itself.partition(mark)[0]
    return not is_told(itself)


# Every verb of the past, and what lasts, has one of them.
_OF_THE_PAST = frozenset("ただて済")


def is_told(words: str) -> bool:
    """Whether the words behind a date tell what happened, beside that somebody said so."""
    if _OF_THE_PAST.isdisjoint(words):
        return False
    return PAST_VERB.search(QUOTED_VERB.sub("", words)) is not None
