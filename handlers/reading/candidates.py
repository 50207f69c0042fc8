"""Which of the date expressions of a text may be deadlines at all, by their weight and place."""

from datetime import datetime, timedelta

from handlers.reading import events
from handlers.reading.cue_labels import LABELS
from handlers.reading.cue_signs import is_told
from handlers.reading.expression import Expression
from handlers.reading.mail_sections import is_in_lines, is_long
from handlers.reading.other_weights import OF_SOMETHING_ELSE
from handlers.reading.past_days import past_day
from handlers.reading.patterns import Pattern
from handlers.reading.resolve import NEARLY_A_YEAR
from handlers.reading.surroundings import Surroundings

_NO_MORE_THAN_A_LABEL = 2  # of which a verb tells that it is over
# What may stand beside a date that is all there is: 「12月5日です。」
_MOST_BESIDE = 16
# In a longer text, which tells a story, a date that nothing speaks for is part of the story.
_MOST_WITHOUT_CUE = 60
_LATELY = timedelta(days=-120)
_SUBMITTED = Pattern(r"に(?:提出|申請|提起|申し?立て?|オープン)(?:済み?)?(?: ?[/|。、\n]|$)")
_NEXT_TO_NOTHING = str.maketrans("", "", " 。、.!?\n「」『』\"'に()はでの~ですだよ")
# 「今日で2通来ています」
_COUNTED = Pattern(r"[での]\d{1,3} ?(?:通|回|度|件|枚|日目|日(?:経|た[つち]|にな)|週間|[かヶケ]月)")
# 「4/20に終わって、返金は…」
_GOES_ON = Pattern(
    r"[にで][^。、!?\d]{0,12}[てで](?:て|、|た|い)|[にで]自動(?:で|的に)?完了(?:[。、!\n]|$|に|し)|"
    r"に[^。、!?\d]{0,8}(?:判定|決定|裁定|提案|案|メール|通知|連絡)[がはも]?(?:出|来|き|届い|あ(?:り|っ))て|"
    r"[にで][^。、!?\d]{0,10}(?:判定|決定|裁定)(?:[。、!]|$)"
)
_OF_A_VERB = 3  # the weight of what is said of it


# 「23時59分とか書いてある」, 「夕方6時にもう一度知らせて」
_TOLD_OR_WISHED = Pattern(r"書いて|表示|って出|と出|知らせ|教え|通知|リマインド|言って|鳴らし")
_HAS_STEPPED_IN = Pattern(r"介入(?:いた)?しました|has stepped in|has joined the case")
_HAS_ENDED = Pattern(r"終了(?:いたし|し)まし|紛争終了|dispute finished")
# What stands in front of a day of a page that is an end, though it lies behind us.
_AN_END = Pattern(
    r"(?:期限|期日|締め?切り?|〆切?|推定時間|終了予定日?|満了日?|介入予定日?|残り|リミット|(?<!これ)(?<!それ)まで|以内)[^\n\d]{0,6}$"
    r"|(?:deadline|last day|estimated time|time limit|steps in"
    r"|(?<![a-z])(?:by|before|until|till|due|ends?"
    r"|expires?)"
    r"(?: on)?)[ :\n]*$"
)
_DAYS_OF_EVENTS = tuple(
    event + end
    for event in ("判定", "返金", "提案", "合意", "承認", "決定", "受付", "提出")
    for end in ("日", "日時")
)
_ENTRIES = ("終了", "完了", "クローズ", "closed", "finished")
_TILL_THEN = Pattern(
    r"まで|迄|が期限|が締|締切|期限|必着|[ 、に]{0,2}(?:aliexpress|ae)[がは]介入(?:しま|予定)"
)


def _names_an_end(words: Surroundings) -> bool:
    return _TILL_THEN.match(words.behind) is not None or _AN_END.search(words.before) is not None


class Candidates:
    """The date expressions of one text."""

    def __init__(self, words: str, masked: str, now: datetime, *, about_dispute: bool) -> None:
        """``now`` is aware, in the reading zone; ``about_dispute``: the text speaks of buying.

        ``words`` is the text that all word lists are asked about, ``masked`` that without what is
        no date.
        """
        self._words, self._masked = words, masked
        self._now, self._about_dispute = now, about_dispute
        self._is_page = is_in_lines(masked) or is_long(masked)

    def counts(self, here: Expression, weight: int, words: Surroundings) -> bool:
        """Whether an expression of that weight, with the words around it, may be a deadline."""
        if here.impossible:
            return False
        label = words.before.rstrip(" :は\n")
        over = label.endswith(_DAYS_OF_EVENTS) or (
            label.endswith("介入") and _HAS_STEPPED_IN.search(self._masked) is not None
        )
        over = over or (label.endswith("終了日") and _HAS_ENDED.search(self._masked) is not None)
        if self._is_page and words.behind.strip() in _ENTRIES:
            over = True  # 「05/31 終了」
        if over and self._is_over(here):
            return False  # that day starts the clock, or has seen its end
        if self._is_page and self._has_been(here) and not _names_an_end(words):
            return False
        if weight >= _OF_A_VERB and self.is_just_behind(here) and _GOES_ON.match(words.behind):
            return False  # 「4/20に終わって、返金は…」 on 6 May
        if (
            words.before
            and 0 < weight <= _NO_MORE_THAN_A_LABEL
            and self._is_behind(here)
            and is_told(words.behind)
        ):
            return False  # 「保護は9月1日に終了しているため」
        if weight > 0 and here.length is None and not here.weak:
            return True
        bare = self.is_bare(here)
        told = weight < 0 or (weight == 0 and self._about_dispute)
        if told and not bare and self.is_just_behind(here):
            return False  # 「9/10に言われました」 on 11 September
        behind_us = here.past or (self._about_dispute and self._is_behind(here))
        if behind_us and weight <= 0 and not bare and here.length is None:
            return False  # 「きのうと今日で2通来ています」
        if here.weak and here.day is not None and not bare:
            return weight > 0
        if here.weak and not bare:
            return weight >= 5
        if here.length is not None and here.length.toward == "lasted":
            return False
        if here.length is not None and here.length.toward in ("nth", "elapsed"):
            return here.base is not None
        if here.past and here.length is not None and "経" in self._masked[here.start : here.end]:
            return False  # 「45日経過」
        if here.length is not None and here.length.toward == "plain" and here.base is None:
            point = not self._about_dispute and weight > OF_SOMETHING_ELSE
            return weight > 0 or bare or (point and _as_point(words.behind))
        if (
            here.today
            and not bare
            and (
                self._about_dispute
                or words.behind[:1] in ("も", "は")
                or _COUNTED.match(self._masked, here.end)
            )
        ):
            return weight > 0  # 「今日の箱には2枚」
        if 0 > weight > OF_SOMETHING_ELSE / 2 and (bare or not self._about_dispute):
            return True
        if weight == 0 and self._is_hour_of_a_story(here, words):
            return False
        return weight > 0 or (weight == 0 and len(self._masked) <= _MOST_WITHOUT_CUE)

    def started_a_clock(self, here: Expression, words: Surroundings) -> bool:
        """「今日、自動で完了になった」, 「紛争は11月21日に提出」: from then on it counts."""
        day = past_day(here, self._now) if here.length is None else None
        if day is None or not _LATELY < day - self._now.date() <= timedelta(0):
            return False
        if not events.names_any(self._words) or LABELS.search(words.before) is not None:
            return False  # 「受け取りの確認の期限が10月7日とあって」
        if events.event_in(self._words, words.clause) not in events.CLOCKS:
            return False
        return is_told(words.behind) or _SUBMITTED.match(words.behind) is not None

    def _has_been(self, here: Expression) -> bool:
        """Whether a written day lies behind us, of a page, which tells what has been."""
        return (
            here.day is not None
            and here.length is None
            and (self._is_behind(here) or self.is_just_behind(here))
        )

    def _is_hour_of_a_story(self, here: Expression, words: Surroundings) -> bool:
        """「9時半にヤマトが持ってきた箱、空っぽ」: an hour of no day that nothing speaks for."""
        return (
            here.day is None
            and here.clock is not None
            and here.length is None
            and len(self._masked) > _MOST_BESIDE
            and not self._masked.endswith("まで", here.start, here.end)
            and _TOLD_OR_WISHED.search(words.behind) is None
        )

    def is_just_behind(self, here: Expression) -> bool:
        """A day without a year that would come only in nearly a year."""
        return (
            here.day is not None
            and "no_year" in here.assumptions
            and here.day - self._now.date() > NEARLY_A_YEAR
        )

    def _is_over(self, here: Expression) -> bool:
        """Whether a day is today or behind us."""
        return self._is_behind(here) or here.day == self._now.date()

    def _is_behind(self, here: Expression) -> bool:
        """A day before today, or an hour of today that has struck: 「2028/04/18 16:02 深セン」."""
        if here.day is None or here.clock is None:
            return here.day is not None and here.day < self._now.date()
        struck = (here.clock.hour, here.clock.minute) <= (self._now.hour, self._now.minute)
        return here.day < self._now.date() or (here.day == self._now.date() and struck)

    def is_bare(self, here: Expression) -> bool:
        """The text is the expression and next to nothing else."""
        if len(self._masked) - (here.end - here.start) > _MOST_BESIDE:
            return False
        rest = self._masked[: here.start] + self._masked[here.end :]
        return len(rest.translate(_NEXT_TO_NOTHING)) <= 1


def _as_point(behind: str) -> bool:
    """「5時間で戻ります」 names a point in time, 「5時間しか持たない」 does not."""
    return behind[:1] in ("で", "経", "過", "た")
