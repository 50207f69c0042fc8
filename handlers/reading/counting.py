"""Deadlines that count from a day which the text tells: 「11月15日に発送、発送から11日目」."""

from datetime import datetime, tzinfo

from handlers.reading import events
from handlers.reading.bases import Bases
from handlers.reading.calendar_days import shift
from handlers.reading.clocks import StartedClock
from handlers.reading.deadline_kind import kind_of
from handlers.reading.expression import Expression
from handlers.reading.grammar import Length
from handlers.reading.mail_sections import is_long
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question
from handlers.reading.reports import nearest_of, report
from handlers.reading.resolve import from_moment, on_day
from handlers.reading.surroundings import Surroundings

_RUNS_OUT = Pattern(
    r"[をも]?(?:過ぎ|すぎ|超え|越え|経過し|[経た]っ)(?:ると|れば|たら|だら|て(?:しま|から|も))"
)
# 「3日以内に押さないと勝手に承認されるんでしょうか」
_UNLESS = Pattern(r"に[^。、!?\n]{0,8}(?:ない|なけれ|なきゃ)")
_OF_A_DAY = Pattern(r"[したっ]た?日(?:の翌日)?(?:から|より)[ 約]*$")
_COUNTED = ("within", "after", "plain")
_TODAY = ("本日", "今日", "ただ今")
_FROM_NOW = Pattern(
    r"(?:本日|今日|ただ今|現在|(?:本|この)(?:メール|通知|ご?連絡)[^。、\n]{0,12}?)(?:から"
    r"|より)[ 約]*$"
)


def _is_since(here: Expression, words: Surroundings) -> bool:
    """「注文してから2か月、メール14通」: how long it has been, not how long it may be."""
    length = here.length
    if length is None or length.toward != "plain" or not words.before.endswith("てから"):
        return False
    return words.behind.startswith(("、", "。")) or not words.behind


def _after(length: Length) -> Length:
    return length._replace(toward="after")


class Counting:
    """The lengths of one text, and the days from which they may count."""

    def __init__(
        self,
        norm: Normalised,
        words: str,
        now: datetime,
        zone: tzinfo,
        expressions: list[Expression],
        bases: Bases,
    ) -> None:
        """``now`` is aware and in ``zone``; ``bases``: the days that it tells."""
        self._norm, self._words, self._now, self._zone = norm, words, now, zone
        self._expressions, self._bases = expressions, bases

    def after(self, clock: StartedClock) -> ReadDeadline:
        """The deadline that a clock ends with which an event started."""
        source = clock.source
        if clock.length.exact and source.clock is not None and not source.clock.guessed:
            # 「受信から72時間以内。受信は今日の21時」
            moment = from_moment(clock.day, source.clock, clock.length, self._now, self._zone)
            return report(self._norm, source, moment, clock.kind)
        day = shift(clock.day, clock.length)
        # A day that lies behind was not moved into the next month.
        kept = [one for one in source.assumptions if one != "next_month"]
        found = on_day(day, self._now, self._zone, [*kept, "from_base"])
        return report(self._norm, source, found, clock.kind)

    def from_event(self, lengths: list[tuple[Expression, Surroundings]]) -> ReadDeadline | None:
        """「11月15日に発送、発送から11日目」: the day that the text gives for the event.

        What another length counts to, for another party, is an alternative: "within 5 days of
        submission … within 7 days of submission".
        """
        first: ReadDeadline | None = None
        for here, words in lengths:
            found = self._from_event(here, words)
            if first is None:
                first = found
            elif found is not None and found.kind != first.kind and first.at < found.at:
                return nearest_of([first, found], self._now, cued=True)
        return first

    def _from_event(self, here: Expression, words: Surroundings) -> ReadDeadline | None:
        if here.base is not None or here.length is None:
            return None
        earlier = [one for one in self._expressions if one.end <= here.start]
        base = self._bases.base_of(here.length, words, earlier)
        if base is None or base[1] is here:
            return None
        day, source = base
        kind = self._bases.kind_by(source, here.length)
        kind = kind or kind_of(self._words, words.clause, words.label)
        found = self.after(StartedClock(day, _after(here.length), kind, source))
        # 「それから一週間たっても」 looks back.
        looks_back = here.length.toward == "elapsed" and found.at.date() <= self._now.date()
        since = _is_since(here, words) and found.kind == "unknown"
        return None if since or looks_back or self.is_over(found) else found

    def is_over(self, counted: ReadDeadline) -> bool:
        """Whether what was counted on a page lies behind: the page tells how it went on."""
        return is_long(self._words) and counted.at.date() < self._now.date()

    def _counts_from_now(self, here: Expression) -> bool:
        """「本日から10営業日以内」, 「本メールをお受け取りになってから3日以内」"""
        words = self._words
        return (
            words.startswith(_TODAY, here.start)
            or _FROM_NOW.search(words, max(0, here.start - 24), here.start) is not None
        )

    def otherwise(
        self, found: ReadDeadline | None, accepted: list[tuple[int, Expression, Surroundings]]
    ) -> ReadDeadline | None:
        """「ラベルが届いたのが6/7。10日以内に出す」: from today, or from the day told before?"""
        if found is None or found.alternatives:
            return found
        _, here, around = accepted[0]
        for _, one, words in accepted if len(accepted) > 1 else ():
            if self._norm.span(one.start, one.end) == found.span:
                here, around = one, words
                break
        length = here.length
        if length is None or length.exact or here.base is not None:
            return found
        named = events.counted_from(self._words, around.label) is not None
        page = is_long(self._words)
        if not named and page:  # "within 15 days after your order is completed"
            behind = around.clause[1] - len(around.behind)
            named = events.counted_from_behind(self._words, behind, around.clause[1]) is not None
        if (
            named
            and (_RUNS_OUT.match(around.behind) or _UNLESS.match(around.behind))
            and is_question(self._words)
        ):
            # 「完了後15日を過ぎたら申し立てできないって本当?」 asks about the rule, for no day.
            return None
        named = named or (page and _OF_A_DAY.search(around.before) is not None)
        itself = self._norm.span(here.start, here.end) == found.span
        of_all = named and itself and page and length.toward in _COUNTED
        if of_all and not self._counts_from_now(here):
            return None  # 「受取確認から15日以内ならお申し込みいただけます」 in every mail
        if named and length.toward in _COUNTED:
            # 「完了後15日まで」, where no word says when that was.
            return found.doubted("unsure")
        if length.toward != "within":
            return found
        if any(
            one.length and one.length.toward in ("elapsed", "lasted") for one in self._expressions
        ):
            # 「3日以内に返金しますとセラー。もう5日たつ」: what was promised may be over.
            return found.doubted("unsure")
        told = self._bases.beside(here)
        if told is None:
            return found
        other = self.after(StartedClock(told[0], _after(length), found.kind, told[1]))
        if "past" in other.doubts:
            return found
        return found._replace(alternatives=(other,)).doubted("two_readings")
