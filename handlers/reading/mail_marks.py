"""Words by which a mail's lines and sentences are told apart, all looked for in one pass.

A mail has some forty sentences, and ten questions about each: asked one by one, with as many
regular expressions, they took longer than all tables together.
"""

from bisect import bisect_right
from functools import cache
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation


class Mark:
    """What a word tells of the sentence or the line that it stands in: bits, to be joined.

    An enum's flags would take half of the time that a mail's advice takes to find.
    """

    IF = 1 << 0
    """It tells what happens if something happens, which may never be."""
    GENERAL = 1 << 1
    """It is so for everybody."""
    ADVISES = 1 << 2
    """It is advised, or offered."""
    TO_DO = 1 << 3
    """It is about what is to be done with a case."""
    DAY = 1 << 4
    """A day is told in words."""
    MONTH = 1 << 5
    HOLIDAYS = 1 << 6
    """It is of days on which nobody works; a buyer's own deadline may lie behind them."""
    RUNS = 1 << 7
    """A clock that runs."""
    SUM = 1 << 8
    SALE = 1 << 9
    """A sale or a bargain: its days and sums are nobody's case."""
    BARGAIN = 1 << 10
    FOOTER = 1 << 11
    """The last line of a mail."""
    FOR_ALL = 1 << 12
    """A heading or the end of a sentence that speaks to everybody."""
    ASIDE = 1 << 13
    """A line that may be beside a mail's matter."""


_CONDITIONS = [
    "".join(one)
    for one in (
        *product(("場合", "とき", "際", "時"), ("、", "は", "も", "に", "でも")),
        *product("いるた", ("なら、", "たら、")),
        *product(
            ("押す", "押され", "選ぶ", "選び", "する", "過ぎる", "変える", "終わる", "届く"),
            ("と、", "ますと、"),
        ),
        *product(
            ("_if ", "_when ", "_once ", "_unless ", "_before "),
            ("you_", "your_", "the_", "it_", "we_", "a_", "an_", "this_", "goods_", "accepted_"),
        ),
    )
]
# Words as they stand in a folded text, set apart by "|"; at "_" no letter of a Latin word stands
# beside them.
_WORDS = {
    Mark.IF: "申請後は|" + "|".join(_CONDITIONS),
    Mark.GENERAL: "_most sellers|_sellers usually"
    "|一般的|おすすめ|お勧め|おります|できません|ことがあ|ことがご|ことができ"
    "|ことはあ|ことはご|ことはでき|いたしません|異なります|ありません|されております"
    "|偽の|詐欺|フィッシング|パスワード|営業日|_may be|_may not|_may take|_may need|_cannot"
    "|_can't|_never|_depend|_recommend|_thank you|_appreciate|_usually"
    "|_sellers have|_working days|_business days|_password|_phishing|_fake",
    Mark.ADVISES: "くださ|下さい|ございま|いただ|頂け|できます|いたします|お願いいた"
    "|お願い申|なります|かかります|_please_|_you can_|_you may_|_you will_|_you need_|_you should_"
    "|_should_|_do not_|_don't_|_not reply_|_help cent_|_contact_|_look forward_",
    Mark.TO_DO: "チャージバック|承認|拒否|同意|返送|返品|送り返|追跡|発送|異議|提案|判定|番号"
    "|accept|declin|agree|return|ship|track|appeal|propos|judg|solution|evidence|order"
    "|chargeback",
    Mark.DAY: "残り|本日|今日|明日|明後日|あした|あさって|今週|今月|今夜|来週|来月|週末|週明|月末"
    "|曜|正午|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon"
    "|time left|remaining",
    Mark.MONTH: "_jan|_feb|_mar|_apr|_may|_jun|_jul|_aug|_sep|_oct|_nov|_dec",
    Mark.HOLIDAYS: "休業|休暇|年末年始|連休|お盆|春節|営業時間|受付時間|短縮|一部の地域"
    "|遅れが出|_holiday",
    Mark.RUNS: "残り|time left|remaining",
    Mark.SUM: "円|ドル|usd|jpy|us$|us $|eur|¥|$|€",
    Mark.SALE: "セール|クーポン|福袋|特集|割引|引き。|お買い得|優待券|キャンペーン|フェア|感謝祭"
    "|祭り|月祭|春祭|夏祭|秋祭|冬祭|新祭|ブランドウィーク|開催|新作|クリアランス|スタート。"
    "|%オフ|%off|% off|_sale_|_coupon_|_off_|_clearance_|_choice day_|_everything from_",
    Mark.BARGAIN: "以上|限定|初回|おすすめ|抽選|差し上げ|_deal|_up to|_from us|_over us",
    Mark.FOOTER: "プライバシー|利用規約|配信停止|サイトマップ|無断転載"
    "|unsubscribe|privacy policy|terms of use|all rights reserved|do not reply|service email",
    Mark.FOR_ALL: "について|ご質問|ご注意|お願い",
    Mark.ASIDE: "について|のために|に関する|不明な点|お困りの|_about |_note on | in general:",
}


class _Word(NamedTuple):
    marks: int
    bound_before: bool
    bound_behind: bool


class Marks:
    """The marks of a folded text, by where their words stand."""

    __slots__ = ("_ends", "_found")

    def __init__(self, text: str) -> None:
        automaton, words = _automaton()
        self._ends: list[int] = []
        self._found: list[tuple[int, int]] = []
        for which, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            marks, bound_before, bound_behind = words[which]
            if bound_before and start and "a" <= text[start - 1] <= "z":
                continue
            if bound_behind and "a" <= text[end : end + 1] <= "z":
                continue
            if marks == Mark.SUM and not _has_digit_beside(text, start, end):
                continue
            self._ends.append(end)
            self._found.append((start, marks))

    def within(self, begin: int, end: int) -> int:
        """The marks of a stretch of the text, as bits."""
        marks = 0
        ends = self._ends
        for start, one in self._found[bisect_right(ends, begin) : bisect_right(ends, end)]:
            if start >= begin:
                marks |= one
        return marks


def _has_digit_beside(text: str, start: int, end: int) -> bool:
    beside = text[max(0, start - 2) : start].rstrip()[-1:], text[end : end + 2].lstrip()[:1]
    return any("0" <= one <= "9" for one in beside)


@cache
def _automaton() -> tuple[AhoCorasick, list[_Word]]:
    """The words as they are looked for, and what each of them tells."""
    marks: dict[str, int] = {}
    for mark, words in _WORDS.items():
        for word in words.split("|"):
            marks[word] = marks.get(word, 0) | mark
    automaton = AhoCorasick(
        [word.strip("_") for word in marks],
        implementation=Implementation.DFA,
        store_patterns=False,
    )
    return automaton, [
        _Word(mark, word.startswith("_"), word.endswith("_")) for word, mark in marks.items()
    ]
