"""The deadline of a text: all date expressions, weighed by their surroundings, the best chosen."""

from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from handlers.reading import cues, events
from handlers.reading.calendar_days import shift
from handlers.reading.deadline_kind import kind_of
from handlers.reading.expressions import Expression, join
from handlers.reading.grammar import Length
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.patterns import Pattern
from handlers.reading.resolve import Resolved, event_day, on_day, resolve
from handlers.reading.scan import scan

_MOST_CANDIDATES = 40
# Words that only AliExpress' own pages and mails have.
_FROM_PAGE = Pattern(
    r"steps in|estimated time|negotiation finished|judge?ment (?:from|details)|aliexpress' judg"
    r"|order no|dispute (?:detail|reason|finished|in progress|order)|proposed a new solution"
    r"|notice\.aliexpress|dear (?:customer|buyer)|交渉完成推定時間"
)
# What may stand beside a date that is all there is: 「12月5日です。」
_MOST_BESIDE = 16
_NEXT_TO_NOTHING = str.maketrans("", "", " 。、.!?\n「」『』\"'に()はでの~ですだよ")


class Search:
    """One look for the deadline in one text."""

    def __init__(
        self,
        norm: Normalised,
        words: str,
        masked: str,
        now: datetime,
        zone: tzinfo,
        *,
        about_dispute: bool,
    ) -> None:
        """``now`` is aware and in ``zone``; ``about_dispute``: the text speaks of buying at all."""
        self.norm, self.words, self.masked = norm, words, masked
        self.now, self.zone = now, zone
        self.about_dispute = about_dispute
        self.expressions = join(masked, scan(masked, now), now.date())[:_MOST_CANDIDATES]
        self.impossible = any(e.impossible and not e.weak for e in self.expressions)
        self.event_days: dict[str, tuple[date, Expression]] = {}
        # Days of events that could be deadlines themselves: only lengths count from them.
        self.named_days: dict[str, tuple[date, Expression]] = {}

    def run(self) -> ReadDeadline | None:
        """The best deadline, with what else it could be as its alternatives."""
        accepted: list[tuple[int, Expression, cues.Surroundings]] = []
        counted: list[tuple[Expression, cues.Surroundings]] = []
        for place, here in enumerate(self.expressions):
            words = self._surroundings(place, here)
            if here.length is not None and here.length.toward in (
                "nth",
                "within",
                "after",
                "plain",
            ):
                counted.append((here, words))
            weight = cues.weigh(here, words)
            if self._counts(here, weight, words):
                accepted.append((weight, here, words))
                self._remember_event(here, words, self.named_days)
            elif weight > -20:
                self._remember_event(here, words, self.event_days)
        from_base = self._counted_from_event(counted)
        if from_base is not None:
            return from_base
        if not accepted:
            return self._started_clock()
        return self._choose(accepted)

    def _surroundings(self, place: int, here: Expression) -> cues.Surroundings:
        left = self.expressions[place - 1].end if place else 0
        right = (
            self.expressions[place + 1].start
            if place + 1 < len(self.expressions)
            else len(self.masked)
        )
        return cues.Surroundings(self.masked, left, right, here)

    def _counts(self, here: Expression, weight: int, words: cues.Surroundings) -> bool:
        if here.impossible:
            return False
        bare = self._is_bare(here)
        if here.weak and here.day is not None and not bare:
            return weight > 0
        if here.weak and not bare:
            return weight >= 5
        if here.length is not None and here.length.toward == "nth":
            return False
        if here.length is not None and here.length.toward == "plain" and here.base is None:
            return weight > 0 or bare or (not self.about_dispute and _as_point(words.behind))
        if weight < 0 and (bare or not self.about_dispute) and weight > -20:
            return True
        return weight >= 0

    def _is_bare(self, here: Expression) -> bool:
        """The text is the expression and next to nothing else."""
        if len(self.masked) - (here.end - here.start) > _MOST_BESIDE:
            return False
        rest = self.masked[: here.start] + self.masked[here.end :]
        return len(rest.translate(_NEXT_TO_NOTHING)) <= 1

    def _remember_event(
        self, here: Expression, words: cues.Surroundings, days: dict[str, tuple[date, Expression]]
    ) -> None:
        name = events.event_in(words.clause)
        day = event_day(here, self.now)
        if name is not None and day is not None and name not in days:
            days[name] = (day, here)

    def _counted_from_event(
        self, counted: list[tuple[Expression, cues.Surroundings]]
    ) -> ReadDeadline | None:
        """「11月15日に発送、発送から11日目」: the day that the text gives for the event."""
        for here, words in counted:
            if here.base is not None or here.length is None:
                continue
            name = events.counted_from(words.before) or self._usual(here.length)
            started = self.event_days.get(name or "") or self.named_days.get(name or "")
            if started is None or started[1] is here:
                continue
            day, source = started
            found = on_day(
                shift(day, replace(here.length, toward="after")),
                self.now,
                self.zone,
                [*source.assumptions, "from_base"],
            )
            return self._report(here, found, kind_of(words.clause, self.words, words.before))
        return None

    def _usual(self, length: Length) -> str | None:
        """「返品の判定が11月20日に出た。10日以内に入力」: just the length that the event starts."""
        if length.toward != "within":
            return None
        for name, (_, usual) in events.CLOCKS.items():
            if name in self.event_days and usual.days == length.days and not length.months:
                return name
        return None

    def _started_clock(self) -> ReadDeadline | None:
        """The deadline that follows from an event that the text dates: opened + 5 days …"""
        text = self.norm.text
        if (
            "paid" in self.event_days
            or "ordered" in self.event_days
            or "expected" in self.event_days
        ):
            kind = _external_kind(text)
            if kind is not None:
                for name in ("expected", "paid", "ordered"):
                    if name == "expected" and kind[0] == "paypal_open":
                        continue
                    if name in self.event_days:
                        return self._from_event(name, *kind)
        for name, (kind_name, length) in events.CLOCKS.items():
            if name in self.event_days:
                return self._from_event(name, kind_name, length)
        return None

    def _from_event(self, name: str, kind: str, length: Length) -> ReadDeadline:
        day, source = self.event_days[name]
        assumptions = [a for a in source.assumptions if a != "next_month"]
        found = on_day(shift(day, length), self.now, self.zone, [*assumptions, "from_base"])
        return self._report(source, found, kind)

    def _choose(
        self, accepted: list[tuple[int, Expression, cues.Surroundings]]
    ) -> ReadDeadline | None:
        strong = [one for one in accepted if one[0] > 0]
        best = max(weight for weight, _, _ in accepted)
        # A date with a cue puts those without one out of the running.
        running = [one for one in strong if one[0] >= min(best, 3)] or accepted
        from_page = _FROM_PAGE.search(self.norm.text) is not None
        reports: list[ReadDeadline] = []
        for _, here, words in running:
            found = resolve(here, self.now, self.zone, from_page=from_page)
            if found is not None:
                reports.append(
                    self._report(here, found, kind_of(words.clause, self.words, words.before))
                )
        reports = _without_repetitions(reports)
        if not reports:
            return None
        if not strong:
            return reports[0]
        ahead = [one for one in reports if one.at >= self.now] or reports
        nearest = min(ahead, key=lambda one: one.at)
        rest = tuple(one for one in reports if one is not nearest)
        if not rest:
            return nearest
        doubts = nearest.doubts
        if any(abs(one.at - nearest.at) >= timedelta(days=1) for one in rest):
            doubts = tuple(dict.fromkeys((*doubts, "two_readings")))
        return replace(nearest, alternatives=(*nearest.alternatives, *rest), doubts=doubts)

    def _report(self, here: Expression, found: Resolved, kind: str) -> ReadDeadline:
        span = self.norm.span(here.start, here.end)
        source = self.norm.original[span[0] : span[1]]
        others = tuple(
            ReadDeadline(
                other.at,
                "date" if other.precision == "date" else "datetime",
                kind,
                source,
                span,
                tuple(other.assumptions),
                (),
                tuple(other.doubts),
            )
            for other in found.others
        )
        return ReadDeadline(
            found.at,
            "date" if found.precision == "date" else "datetime",
            kind,
            source,
            span,
            tuple(dict.fromkeys(found.assumptions)),
            others,
            tuple(dict.fromkeys(found.doubts)),
        )


def _as_point(behind: str) -> bool:
    """「5時間で戻ります」 names a point in time, 「5時間しか持たない」 does not."""
    return behind[:1] in ("で", "経", "過", "た")


def _external_kind(text: str) -> tuple[str, Length] | None:
    if "paypal" in text or "ペイパル" in text:
        return events.PAYPAL
    if any(
        word in text for word in ("カード", "チャージバック", "クレカ", "chargeback", "visa", "jcb")
    ):
        return events.CARD
    return None


def _without_repetitions(reports: list[ReadDeadline]) -> list[ReadDeadline]:
    """The same day said twice is one deadline; the reading with an hour wins."""
    kept: list[ReadDeadline] = []
    for report in reports:
        for place, other in enumerate(kept):
            if report.at == other.at or (
                report.at.date() == other.at.date()
                and "date" in (report.precision, other.precision)
            ):
                if report.precision == "datetime" and other.precision == "date":
                    kept[place] = report
                break
        else:
            kept.append(report)
    return kept
