"""The deadline of a text: all date expressions, weighed by their surroundings, the best chosen."""

from datetime import datetime, tzinfo

from handlers.reading import events
from handlers.reading.candidates import Candidates
from handlers.reading.clocks import EventDays
from handlers.reading.counting import Counting
from handlers.reading.cue_weights import SURE, TAKEN_BACK
from handlers.reading.cues import weigh
from handlers.reading.deadline_kind import kind_of
from handlers.reading.expression import Expression
from handlers.reading.joining import join
from handlers.reading.model import ReadDeadline
from handlers.reading.named_days import is_numbered
from handlers.reading.neighbours import correct, pair
from handlers.reading.normalise import Normalised
from handlers.reading.other_dates import OF_ANOTHER
from handlers.reading.patterns import Pattern
from handlers.reading.reports import nearest_of, report
from handlers.reading.resolve import Resolved, resolve
from handlers.reading.scan import scan
from handlers.reading.surroundings import Surroundings

_MOST_CANDIDATES = 40
_SURE_ENOUGH = 4  # the weight of a label
# Words that only AliExpress' own pages and mails have.
_FROM_PAGE = Pattern(
    r"steps in|estimated time|negotiation finished|judge?ment (?:from|details)|aliexpress' judg"
    r"|order no|dispute (?:detail|reason|finished|in progress|order)|proposed a new solution"
    r"|notice\.aliexpress|dear (?:customer|buyer)|交渉完成推定時間"
)
_PUT_OFF = (
    "延長され",
    "延長しま",
    "延長済",
    "から数えて",
    "から起算して",
)  # 「14日間延長されました」 counts from what it was
_ARRIVAL = Pattern(r"(?:arrival|expected)(?: |:\s|\n)$")

# What may be a deadline, with what speaks for it.
Accepted = tuple[int, Expression, Surroundings]


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
        self.external = events.external_clock(norm.text)
        self.expressions = join(masked, scan(masked, now), now.date())[:_MOST_CANDIDATES]
        self.impossible = False
        for one in self.expressions:
            self.impossible |= one.impossible and not one.weak
        self.events = EventDays(words, now, self.external)
        self.counting = Counting(norm, words, now, zone, self.expressions, self.events)
        self.candidates = Candidates(masked, now, about_dispute=about_dispute)
        self._left: list[Accepted] = []
        self._about_dispute = about_dispute
        # Whether something speaks for the date being a deadline, beside its being there.
        self.is_cued = True
        # Whether what speaks for it leaves no doubt, and it names a day.
        self.is_sure = False
        # Whether something speaks against it, in a text that may be of anything.
        self.is_of_another = False

    def run(self) -> ReadDeadline | None:
        """The best deadline, with what else it could be as its alternatives."""
        around = [self._surroundings(place, one) for place, one in enumerate(self.expressions)]
        weights = [weigh(one, near) for one, near in zip(self.expressions, around, strict=True)]
        correct(self.masked, self.expressions, weights)
        pair(self.words, self.masked, self.expressions, weights)
        self.events.just_now()
        accepted, counted = self._sort(around, weights)
        if counted and not any(
            weight >= SURE and here.day is not None for weight, here, _ in accepted
        ):
            from_event = self.counting.from_event(counted)
            if from_event is not None:
                return self._with_its_day(from_event)
        if accepted:
            self._judge(accepted, taken_back=TAKEN_BACK in weights)
            return self.counting.otherwise(self._choose(accepted), accepted)
        only = self._only_day_ahead() if self._about_dispute else None
        if only is not None:
            self.is_cued = False
            return only
        clock = self.events.started()
        if clock is None:
            return None
        found = self.counting.after(clock, clock.kind)
        # Of a story, what has run out is told no more; a sentence alone tells of nothing else.
        over = found.at.date() < self.now.date() and _TELLS_MORE.search(self.words) is not None
        return None if over else found

    def _sort(
        self, around: list[Surroundings], weights: list[int]
    ) -> tuple[list[Accepted], list[tuple[Expression, Surroundings]]]:
        """What may be a deadline, and the lengths that may count from an event; the rest tells of
        events, or may be asked about.
        """
        of_refund = "refund" in self.words
        accepted: list[Accepted] = []
        counted: list[tuple[Expression, Surroundings]] = []
        last: tuple[int, Expression] | None = None
        corrected: Surroundings | None = None
        for here, words, weight in zip(self.expressions, around, weights, strict=True):
            explains = last is not None and self._explains(here, *last)
            last = weight, here
            if explains:
                continue
            if self._may_count(here, words, weight):
                counted.append((here, words))
            if of_refund and _ARRIVAL.search(words.before):
                weight = SURE
            if weight < SURE and self._is_of_a_payment(here, words):
                weight = min(weight, -5)  # 「払ったのは5月3日」 starts a clock, and is none itself
            if weight < SURE and self.candidates.started_a_clock(here, words):
                self.events.remember(here, words)
            elif self.candidates.counts(here, weight, words):
                accepted.append((weight, here, words))
                self.events.remember(here, words, itself=True)
            elif weight > TAKEN_BACK:
                self.events.remember(here, words)
                if corrected is not None:
                    self.events.remember(here, corrected)
                # 「3週間後に介入した話」 may be of what comes, 「火曜に届いた」 is not.
                if weight >= 0 or (here.length is not None and weight > _SAID):
                    self._left.append((weight, here, words))
            # 「紛争を開きました、昨日じゃなくておととい」
            corrected = words if weight == TAKEN_BACK else None
        return accepted, counted

    def _may_count(self, here: Expression, words: Surroundings, weight: int) -> bool:
        """Whether a length may count from an event that the text tells."""
        return (
            here.length is not None
            and weight > TAKEN_BACK
            and here.length.toward not in ("ago", "lasted")
            and not words.behind.startswith(_PUT_OFF)
            # "Please allow me 2 minutes to check."
            and not (here.length.exact and weight < 0)
        )

    def _is_of_a_payment(self, here: Expression, words: Surroundings) -> bool:
        return (
            self.external is not None
            and here.base is None
            and not words.behind.startswith("まで")
            and events.is_payment(self.words, words.clause if here.day else words.label)
        )

    def _with_its_day(self, counted: ReadDeadline) -> ReadDeadline:
        """「10月30日に自動的に完了します。完了後15日間は申請できます」: the day comes first."""
        for here in self.expressions:
            if (
                here.day is not None
                and self.now.date() < here.day
                and self.norm.span(here.start, here.end) == counted.span
                and _BY_ITSELF.match(self.words, here.end)
            ):
                told = self._resolve(here)
                if told is not None:
                    first = report(self.norm, here, told, "protection_end")
                    return first._replace(alternatives=(counted,))
        return counted

    def _explains(self, here: Expression, weight: int, last: Expression) -> bool:
        """ "Until Sep 2, 2027, 15 days after the order was completed": the day was counted."""
        return (
            here.length is not None
            and last.day is not None
            and weight >= _SURE_ENOUGH
            and self.masked[last.end : here.start].strip() in (",", "(")
        )

    def _judge(self, accepted: list[Accepted], *, taken_back: bool) -> None:
        """How much speaks for what is accepted."""
        best = max(weight for weight, _, _ in accepted)
        hours = True
        for weight, here, _ in accepted:
            dated = here.day is not None or here.length is not None
            hours = hours and not dated
            self.is_sure |= weight >= _SURE_ENOUGH and dated
        self.is_cued = (
            best > 0 or taken_back or any(self.candidates.is_bare(here) for _, here, _ in accepted)
        )
        self.is_of_another = not self.is_cued and (best < 0 or hours)

    def _only_day_ahead(self) -> ReadDeadline | None:
        """In a story, the only day to come that nothing speaks for or against: to ask about."""
        ahead = [
            (here, words)
            for weight, here, words in self._left
            if weight == 0
            and not here.weak
            and here.day is not None
            and here.day > self.now.date()
            and is_numbered(self.masked, here)
        ]
        if len(ahead) != 1:
            return None
        here, words = ahead[0]
        told = self._resolve(here)
        if told is None or {"past", "far"} & set(told.doubts):
            return None
        return report(self.norm, here, told, self._kind(words))

    def opens(self) -> ReadDeadline | None:
        """The day from which a dispute can be opened, where the text tells when it was shipped."""
        clock = self.events.opens()
        return self.counting.after(clock, clock.kind) if clock is not None else None

    def days_ahead(self) -> tuple[ReadDeadline, ...]:
        """The next days that are named and were not taken for a deadline, the nearest first."""
        found: list[ReadDeadline] = []
        for _, here, words in self._left:
            length = here.length
            if here.today or (length is None and here.day is None):
                continue
            if length is not None and length.toward not in _AHEAD:
                continue
            if OF_ANOTHER.match(words.behind):
                continue  # 「2週間後に旅行なので」
            told = self._resolve(here)
            if told is None or told.at <= self.now or {"past", "far"} & set(told.doubts):
                continue
            found.append(report(self.norm, here, told, self._kind(words)))
        nearest = {one.at: one for one in sorted(found, key=lambda one: one.at)}
        return tuple(nearest.values())[:_MOST_AHEAD]

    def _surroundings(self, place: int, here: Expression) -> Surroundings:
        left = self.expressions[place - 1].end if place else 0
        right = (
            self.expressions[place + 1].start
            if place + 1 < len(self.expressions)
            else len(self.masked)
        )
        return Surroundings(self.masked, left, right, here)

    def _choose(self, accepted: list[Accepted]) -> ReadDeadline | None:
        if len(accepted) == 1:
            return self._only(accepted[0])
        strong = [one for one in accepted if one[0] > 0]
        best = max(weight for weight, _, _ in accepted)
        if any(here.day is not None and here.clock is not None for _, here, _ in strong):
            # 「今日の23時まで。あと3時間ちょいしかない」
            strong = [one for one in strong if not self._is_rough(one[1])]
        # A date with a cue puts those without one out of the running.
        running = [one for one in strong if one[0] >= min(best, 3)] or accepted
        # 「29日の26時が締切(深夜2時)」: an hour without a day only repeats.
        dated = [one for one in running if one[1].day is not None or one[1].length is not None]
        running = dated or running
        # 「9日の21時やった。9日で登録しといて」
        days = {one[1].day for one in running if one[1].day is not None}
        running += [
            one
            for one in accepted
            if one[1].clock is not None and one[1].day in days and one not in running
        ]
        reports: list[ReadDeadline] = []
        for _, here, words in running:
            told = self.counting.from_event([(here, words)]) if here.length is not None else None
            if told is not None:
                reports.append(told)
                continue
            found = self._resolve(here)
            if found is not None:
                reports.append(report(self.norm, here, found, self._kind(words)))
        return nearest_of(reports, self.now, cued=bool(strong))

    def _is_rough(self, here: Expression) -> bool:
        return here.length is not None and _ROUGHLY.match(self.masked, here.end) is not None

    def _only(self, accepted: Accepted) -> ReadDeadline | None:
        _, here, words = accepted
        found = self._resolve(here)
        return report(self.norm, here, found, self._kind(words)) if found is not None else None

    def _resolve(self, here: Expression) -> Resolved | None:
        # Only a clock time copied from a page may be Pacific.
        from_page = here.clock is not None and _FROM_PAGE.search(self.words) is not None
        from_page = from_page or "現地時間" in self.words
        return resolve(here, self.now, self.zone, from_page=from_page)

    def _kind(self, words: Surroundings) -> str:
        return kind_of(self.words, words.clause, words.label)


_ROUGHLY = Pattern(r"(?:ちょい|ちょっと|少し|弱|強|くらい|ぐらい|ほど|程度)")
# Lengths that lead to a day to come.
_AHEAD = ("after", "within", "left")
_BY_ITSELF = Pattern(
    r"に、?(?:自動(?:的に|で)?)[^。、!?\n]{0,4}完了(?:します|する|し、|とな|予定|いたします)"
)
_TELLS_MORE = Pattern(r"[。、!?\n ][^。、!?\n ]{2}|.{32}")
_SAID = -9  # less than what was heard or promised weighs, and no more than what was broken
_MOST_AHEAD = 2
