"""The days of the events that one text tells of: opened on the 9th, paid on 10 June."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from handlers.reading import base_words, events
from handlers.reading.calendar_days import shift
from handlers.reading.date_opinion import DateOpinions
from handlers.reading.expression import Expression
from handlers.reading.mail_days import MailDays
from handlers.reading.mail_sections import is_long
from handlers.reading.party_names import SELLERS
from handlers.reading.past_days import past_day
from handlers.reading.patterns import Pattern
from handlers.reading.surroundings import Surroundings

# How far ahead a judgement or a completion may be told of that something counts from.
SOON = timedelta(days=60)
_VAGUE = Pattern(
    r"(?:(?:先々?|前の)(?:週|月)|去年|昨年|一昨年|前の年)の?(?:初め|半ば|中頃|後半|前半|末)?"
)
_ABOUT = (
    "だいたい",
    "大体",
    "約",
    "たぶん",
    "多分",
    "おそらく",
    "確か",
)  # 「だいたい半年前に買った」
_OF_SOMETHING_ELSE = (
    "返金完了は",
    "返金完了が",
    "入金完了は",
    "追跡は",
    "追跡が",
    "配達は",
    "配達が",
    "配送は",
    "配送が",
    "通関は",
    "通関が",
    "審査は",
    "審査が",
)
_SENTENCE = 100
_JUDGED_THEN = Pattern(r"[^。\n]{0,80}(?:判定|裁定|決定)[がを][^。\n]{0,4}(?:下|出|行)")
_NTH = Pattern(r"で[^。、!?\n\d]{0,8}\d{1,3}日")
_PLANNED = Pattern(r"[^。、!?\n]{0,14}(?:予定|つもり|気でい|ようと思|ようかな|ようか(?:と|迷))")
# Only AliExpress' proposal starts a clock.
_SELLER_PROPOSED = Pattern(
    rf"(?:{SELLERS}|店|ショップ)(?:さん|側)?(?:から|が|の)、?[^。、!?\n]{{0,8}}(?:提案|案|オファー)"
    r"[がはも]?[^。、!?\n]{0,4}(?:来|き[たてま]|届[いき]|出[たてし]|あり|あっ)"
)
_STEPPED_IN = Pattern(r"介入(?:し|が入|され)|(?:ae|アリ[ァ-ヶー]*)(?:さん)?が(?:間に)?入(?:っ|り)")
_PROPOSED = Pattern(
    r"[に、]?(?:は)?(?:「[^」\n]{1,24}」(?:と|って)?い?う?)?(?:新しい|別の|次の)?"
    r"(?:提案|解決案|案)[がはも]?[^。、!?\n]{0,4}(?:来|き[たてまと]|届い|届き|出[たてま])"
)
_BESIDE = 3
# The lead from which an opinion counts against what a word names: 「紛争は7日にポチった」 is no
# order, and 「注文が今日勝手に完了」 is one's completion.
_SURELY = 8
# Of two days that rules take for those of one event the first stands unless so much more speaks for
# the other.
_RATHER = 30

# A day, and where the text tells it.
Told = tuple[date, Expression]


class EventDays:
    """The days of the events that one folded text tells of, each as it is told first."""

    def __init__(self, words: str, now: datetime, opinions: DateOpinions) -> None:
        """``now`` is aware."""
        self.words, self.now = words, now
        self.opinions = opinions
        self.mail = MailDays(words, now)
        self.told: dict[str, Told] = {}
        """By the names of events.py."""
        self.itself: dict[str, Told] = {}
        """Days that could be deadlines themselves: only lengths that are named count from them."""
        self.past: list[Told] = []
        """All that are over, whatever happened then."""
        self.when: list[Told] = []
        """「出したのは3月9日」: the days of what is told of before."""
        self.labelled: list[tuple[str, date, Expression]] = []
        """「返品の承認日 2月2日」: days by what stands before them."""
        self._leads: dict[str, int] = {}

    def remember(
        self,
        here: Expression,
        words: Surroundings,
        opinion: Callable[[], tuple[str, int] | None] | None = None,
        *,
        itself: bool = False,
    ) -> None:
        """Keep the day of an expression if its clause tells of an event.

        ``opinion`` tells an event that other words than those of the lists speak for, and how much;
        the day that most speaks for counts.

        「先週AliExpressが介入して」 names no day that anything could be counted from.
        """
        if self._is_vague(here):
            return
        if words.before.endswith(_ABOUT):
            return
        if here.today and _NTH.match(self.words, here.end):
            return  # 「紛争を開いてから今日で5日目」
        days = self.itself if itself else self.told
        name = self._event_at(here, words) if events.names_any(self.words) else None
        day = past_day(here, self.now)
        today = self.now.date()
        if itself and here.day is not None and today < here.day <= today + SOON:
            day = here.day  # 「期限は判定日の3日後。判定は1月12日」 on the 11th
        if day is None:
            return
        if day < today and here.length is None:
            self.past.append((day, here))
        if day <= today:
            self.mail.remember(day, here, words)
            if base_words.tells_when(words.before):
                self.when.append((day, here))
        label = base_words.label_of(words.before)
        if label is not None:
            self.labelled.append((label, day, here))
        of_another = (
            words.before.endswith(_OF_SOMETHING_ELSE)
            or _PLANNED.match(self.words, here.end) is not None
            or _SELLER_PROPOSED.search(self.words, *words.clause) is not None
        )
        if name not in events.CLOCKS and opinion is not None and day <= today and not of_another:
            self._believe(opinion(), day, here, instead=name)
        if name is None:
            return
        if name not in days or self._leads.pop(name, 0) or self._is_rather(name, here, days):
            days[name] = (day, here)

    def _is_rather(self, name: str, here: Expression, days: dict[str, Told]) -> bool:
        """「届いたの2/11 申立したの2/13」: the day that the words around it make the event's."""
        if name not in events.CLOCKS:
            return False
        lead = self.opinions.lead(here, name)
        return lead - self.opinions.lead(days[name][1], name) > _RATHER

    def _believe(
        self,
        opinion: tuple[str, int] | None,
        day: date,
        here: Expression,
        *,
        instead: str | None,
    ) -> None:
        """Take the event of an opinion; ``instead``: of what a word names."""
        name, lead = opinion or ("", 0)
        # What was received may have been confirmed; a parcel that came is no judgement.
        if lead <= (_SURELY if instead else 0) or (instead == "received" and name != "completed"):
            return
        if shift(day, events.CLOCKS[name][1]) < self.now.date():
            return  # what has run out was told by other words
        if name not in self.told or lead > self._leads.get(name, lead):
            self.told[name], self._leads[name] = (day, here), lead

    def _event_at(self, here: Expression, words: Surroundings) -> str | None:
        # 「20日に紛争を開いて、昨日判定が出た」: what stands behind a day tells more of it.
        name = events.event_in(self.words, (here.end, words.clause[1]))
        if name not in events.CLOCKS and name != "ended":
            name = events.event_in(self.words, words.clause)
        if name not in events.CLOCKS and is_long(self.words):
            # 「1月21日、注文…の紛争についてAliExpressの判定が下されました」
            told = _JUDGED_THEN.match(self.words, here.end, here.end + _SENTENCE)
            name = "judged" if told is not None else name
        if name not in events.CLOCKS and self._proposes_after_stepping_in(here):
            name = "judged"
        if name in events.CLOCKS and "~" in self.words[here.start : here.end]:
            name = None  # 「出張中(4/29~5/5)は見てなくて、提案が5/6に」
        if name == "completed" and words.before.endswith(_OF_SOMETHING_ELSE):
            name = None  # 「追跡は12/6に完了」
        if name is None and (events.did_it(words.before) or _is_alone(here, words)):
            name = events.event_in(self.words)
        return name

    def _proposes_after_stepping_in(self, here: Expression) -> bool:
        """「9/22に介入して9/24に提案きてた」: whose proposal it is."""
        return (
            _PROPOSED.match(self.words, here.end) is not None
            and _STEPPED_IN.search(self.words, 0, here.start) is not None
        )

    def just_now(self, opinion: Callable[[Expression], tuple[str, int] | None]) -> None:
        """「さっき紛争を開きました」 starts its clock today.

        ``opinion`` tells an event that other words than those of the lists speak for.
        """
        told = events.just_now(self.words)
        here = moment_ago(self.words, self.now.date())
        if here is None:
            return
        if told is not None and told[1] in ("opened", "judged"):
            self.told[told[1]] = (self.now.date(), here)
        elif told is None or told[1] not in events.CLOCKS:
            self._believe(
                opinion(here), self.now.date(), here, instead=told[1] if told is not None else None
            )

    def past_day(self, here: Expression) -> date | None:
        """The day of an expression that tells of what happened."""
        return past_day(here, self.now)

    def day_told(self, here: Expression) -> date | None:
        """The same of a day that is named, and neither 先週 nor 3日前."""
        return None if here.length is not None or self._is_vague(here) else self.past_day(here)

    def _is_vague(self, here: Expression) -> bool:
        return here.past and _VAGUE.fullmatch(self.words, here.start, here.end) is not None


def moment_ago(words: str, today: date) -> Expression | None:
    """「さっき」, if a folded text tells that something was done a moment ago."""
    span = events.a_moment_ago(words)
    return Expression(*span, today) if span is not None else None


def _is_alone(here: Expression, words: Surroundings) -> bool:
    """「紛争ひらいた。5分前」: a day behind us that is a sentence by itself."""
    begin, end = words.clause
    return here.past and end - begin - (here.end - here.start) <= _BESIDE
