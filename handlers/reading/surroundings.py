"""The words around a date, within its clause and short of the dates beside it."""

from handlers.reading.correction_words import takes_back
from handlers.reading.cue_labels import LABELS, LISTED
from handlers.reading.cue_words import BEHIND_HAPPENS, BEHIND_NOT, BEHIND_UNTIL, CLAUSE_END
from handlers.reading.expression import Expression
from handlers.reading.patterns import FILLER, Pattern

_BEFORE, _BEHIND = 18, 30
# Eight words, as a clause of Japanese has.
_BEFORE_IN_ENGLISH, _BEHIND_IN_ENGLISH = 60, 60
_OPEN_ENDS = ("before", " by", "until", "no later than", "期限", "期限:", "期限は", "期日", "締切")
# 「申し立てたのは9日、終了が26日」
_NAMES_THE_NEXT = ("が", "は", ":")
# 「届いたの12/5 申し立てしたの12/7」
_TELLS_THE_NEXT = Pattern(r"(?:[ただ][のん][はがも]?|紛争|申し?立て|判定|返送|完了)$")
_OWN_LABEL = 3  # a label stands at most so far from its date: 「期限は 」
_ASKS = ("よね", "かな", "っけ", "本当", "ほんと", "まじ", "マジ", "ですか", "ますか", "んか")


class Surroundings:
    """The words around one expression, within its clause and short of its neighbours."""

    __slots__ = ("before", "behind", "clause", "label", "text")

    def __init__(self, text: str, left: int, right: int, here: Expression) -> None:
        """``left`` and ``right`` are the neighbours' end and start."""
        # 「31日24時で締切、大晦日に何を」: the first date's cue is not the second's label.
        taken = (
            (BEHIND_UNTIL.match(text, left) or BEHIND_HAPPENS.match(text, left)) if left else None
        )
        if left and taken is None and here.length is None:
            taken = BEHIND_NOT.match(text, left)  # 「5/28到着 6/10返送期限」
        if (
            taken is not None
            and taken.end() < here.start
            and text[left] not in "、 "
            and text[taken.end()] not in "はが:"
        ):
            left = taken.end()
        before = text[max(left, here.start - _BEFORE) : here.start]
        if len(before) == _BEFORE and _is_english(before):
            before = text[max(left, here.start - _BEFORE_IN_ENGLISH) : here.start]
        breaks = [m.end() for m in CLAUSE_END.finditer(before)] if before else []
        # A label may stand on the line above its value.
        if breaks and before[breaks[-1] :].strip(" :") == "" and before[breaks[-1] - 1] == "\n":
            breaks.pop()
            # "… before", and below an empty line the day
            if breaks and before[: breaks[-1]].rstrip().endswith(_OPEN_ENDS):
                breaks.pop()
        self.before = before[breaks[-1] :] if breaks else before
        behind = text[here.end : min(right, here.end + _BEHIND)]
        if len(behind) == _BEHIND and _is_english(behind):
            behind = text[here.end : min(right, here.end + _BEHIND_IN_ENGLISH)]
        stop = CLAUSE_END.search(behind)
        self.behind = behind[: stop.start()] if stop else behind
        # 「注文は10/1、期限は12/1」: what stands right before the next date is that one's label.
        if stop is None and behind[:1] in ("、", " ") and right < len(text):
            label = BEHIND_UNTIL.match(behind)
            if label is not None and label.end() + _OWN_LABEL >= len(behind):
                self.behind = ""
        # 「回答は木曜まで、介入は日曜」
        if stop is None and right < here.end + _BEHIND:
            own, comma, next_words = behind.rpartition("、")
            if comma and (
                (BEHIND_UNTIL.match(own) and not takes_back(behind))
                or _ends_with_label(next_words)
                or (not own and here.day and next_words.endswith(_NAMES_THE_NEXT))
            ):
                self.behind = own
            own, gap, next_words = self.behind.rpartition(" ")
            if gap and _TELLS_THE_NEXT.search(next_words) is not None:
                self.behind = own
        self.text = text
        # Where both stand in the text.
        self.label = (here.start - len(self.before), here.start)
        self.clause = (self.label[0], here.end + len(self.behind))
        if self.behind.startswith(" まで"):  # 「11月10日 24:00 までに」
            self.behind = self.behind[1:]

    @property
    def asks(self) -> bool:
        """Whether the clause asks whether it is so."""
        return self.text.startswith("?", self.clause[1]) or self.behind.endswith(_ASKS)


def _is_english(words: str) -> bool:
    """Whether words, and sums or numbers that are hidden between them, are written in English."""
    return words.isascii() or words.replace(FILLER, "").isascii()


def _ends_with_label(words: str) -> bool:
    """「18日に届けるので、返品の締切19日」: the label is of the date behind it."""
    last = None
    for found in LABELS.finditer(words):
        last = found
    if last is not None and last.end() + _OWN_LABEL > len(words):
        return True
    return LISTED.search(words) is not None  # 「判定への回答が5/4、返送が5/14」
