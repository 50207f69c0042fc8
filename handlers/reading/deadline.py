"""The deadline of a text: all date expressions, weighed by their surroundings, the best chosen."""

from datetime import datetime, tzinfo
from functools import partial

from handlers.reading import events
from handlers.reading.bases import Bases
from handlers.reading.candidates import Candidates
from handlers.reading.choice import Accepted, choose
from handlers.reading.clocks import likely, opens, started
from handlers.reading.corrections import correct
from handlers.reading.counted_lengths import (
    explains_day,
    is_shown,
    is_told_as_day,
    may_count,
    with_its_day,
)
from handlers.reading.counting import Counting
from handlers.reading.cue_weights import LABELLED, SAID, SURE, TAKEN_BACK
from handlers.reading.cues import weigh
from handlers.reading.date_opinion import DateOpinions
from handlers.reading.days_ahead import days_ahead, only_day_ahead
from handlers.reading.event_days import EventDays
from handlers.reading.expression import Expression
from handlers.reading.extensions import extended
from handlers.reading.joining import join
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.overruling import Overruling
from handlers.reading.pairs import pair
from handlers.reading.patterns import Pattern
from handlers.reading.scan import scan
from handlers.reading.surroundings import Surroundings
from handlers.reading.teller import Teller

_MOST_CANDIDATES = 40
_LINES = 2  # as a history has, whose labels tell what each day is
_ARRIVAL = Pattern(r"(?:arrival|expected)(?: |:\s|\n)$")


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
        pasted: bool,
    ) -> None:
        """``now`` is aware and in ``zone``; ``about_dispute``: the text speaks of buying at all;
        ``pasted``: it is a copied page or mail.
        """
        self.norm, self.words, self.masked = norm, words, masked
        self.now, self.zone = now, zone
        self.external = events.external_clock(norm.text)
        self.expressions = join(masked, scan(masked, now), now.date())[:_MOST_CANDIDATES]
        self.impossible = False
        for one in self.expressions:
            self.impossible |= one.impossible and not one.weak
        self.teller = Teller(norm, words, now, zone)
        self.opinions = DateOpinions(
            words,
            self.expressions,
            now.date(),
            is_asked=about_dispute and not pasted and words.count("\n") < _LINES,
        )
        self.events = EventDays(words, now, self.opinions)
        bases = Bases(self.events, self.external)
        self.counting = Counting(norm, words, now, zone, self.expressions, bases)
        self.candidates = Candidates(words, masked, now, about_dispute=about_dispute)
        self.overruling = Overruling(self.opinions, self.teller)
        self._left: list[Accepted] = []
        self._about_dispute = about_dispute
        # Whether something speaks for the date being a deadline, beside its being there.
        self.is_cued = True
        # Whether what speaks for it leaves no doubt, and it names a day.
        self.is_sure = False
        # Whether something speaks against it, in a text that may be of anything.
        self.is_of_another = False
        # Whether one date is taken back for another.
        self.corrects = False

    def run(self) -> ReadDeadline | None:
        """The best deadline, with what else it could be as its alternatives."""
        around = [self._surroundings(place, one) for place, one in enumerate(self.expressions)]
        clock = extended(self.words, self.expressions, around, self.events)
        if clock is not None:
            return self.counting.after(clock)
        weights = [weigh(one, near) for one, near in zip(self.expressions, around, strict=True)]
        correct(self.masked, self.expressions, weights)
        pair(self.words, self.masked, self.expressions, weights)
        self.events.just_now(self.opinions.event_just_now)
        self.corrects = TAKEN_BACK in weights
        accepted, counted = self._sort(around, weights)
        if counted and not any(
            weight >= SURE and here.day is not None for weight, here, _ in accepted
        ):
            from_event = self.counting.from_event(counted)
            if from_event is not None and not is_shown(from_event, accepted, self.teller):
                return with_its_day(from_event, self.expressions, self.teller)
        accepted = self._ahead(accepted)
        runs = self._by_a_clock() if accepted and not self.corrects else None
        if runs is not None and self.overruling.hardly_any(accepted):
            return self.overruling.behind_a_clock(runs, accepted)
        if accepted:
            if not self.corrects:
                accepted = self.overruling.preferred(accepted)
            self._judge(accepted, taken_back=self.corrects)
            found = choose(self.overruling.named(accepted), self.teller, self.counting)
            found = self.counting.otherwise(found, accepted)
            return self.overruling.with_doubt(found, accepted) if found is not None else None
        if self._about_dispute:
            only = only_day_ahead(self._left, self.teller, self.masked, self.now.date())
            if only is not None:
                self.is_cued = False
                return only
        clock = started(self.events, self.external)
        if clock is None:
            clock = likely(self.events, self.expressions) if self._about_dispute else None
            return self.counting.after(clock).doubted("unsure") if clock is not None else None
        found = self.counting.after(clock)
        # Of a story, what has run out is told no more; a sentence alone tells of nothing else.
        over = found.at.date() < self.now.date() and _TELLS_MORE.search(self.words) is not None
        return None if over else found

    def _by_a_clock(self) -> ReadDeadline | None:
        """The deadline of a clock of AliExpress' that has not run out."""
        clock = started(self.events, None)
        found = self.counting.after(clock) if clock is not None else None
        return found if found is not None and found.at.date() >= self.now.date() else None

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
        numbered = enumerate(zip(self.expressions, around, weights, strict=True))
        for place, (here, words, weight) in numbered:
            following = self.expressions[place + 1] if place + 1 < len(weights) else None
            explains = is_told_as_day(self.masked, here, following) or (
                last is not None and explains_day(self.masked, here, *last)
            )
            last = weight, here
            if explains:
                continue
            if may_count(here, words, weight):
                counted.append((here, words))
            if of_refund and _ARRIVAL.search(words.before):
                weight = SURE
            if weight < SURE and self._is_of_a_payment(here, words):
                weight = min(weight, -5)  # 「払ったのは5月3日」 starts a clock, and is none itself
            event = partial(self.opinions.event, place)
            if weight < SURE and self.candidates.started_a_clock(here, words):
                self.events.remember(here, words, event)
            elif self._counts(place, weight, words):
                accepted.append((weight, here, words))
                self.events.remember(here, words, itself=True)
            elif weight > TAKEN_BACK:
                self.events.remember(here, words, event)
                if corrected is not None:
                    self.events.remember(here, corrected)
                # 「3週間後に介入した話」 may be of what comes, 「火曜に届いた」 is not.
                if (weight >= 0 and not self.overruling.is_none(place, here)) or (
                    here.length is not None and weight > SAID
                ):
                    self._left.append((weight, here, words))
            # 「紛争を開きました、昨日じゃなくておととい」
            corrected = words if weight == TAKEN_BACK else None
        return accepted, counted

    def _ahead(self, accepted: list[Accepted]) -> list[Accepted]:
        """Without those that have just passed, if there is another, or a clock that runs.

        「アリは10/22に確定、PayPalは5/20払い」 on the 26th.
        """
        ahead = [one for one in accepted if not self.candidates.is_just_behind(one[1])]
        if len(ahead) == len(accepted):
            return accepted
        return ahead if ahead or started(self.events, self.external) is not None else accepted

    def _counts(self, place: int, weight: int, words: Surroundings) -> bool:
        here = self.expressions[place]
        counts = self.candidates.counts(here, weight, words)
        if self.corrects:
            return counts
        return self.overruling.counts(place, (weight, here, words), by_rules=counts)

    def _is_of_a_payment(self, here: Expression, words: Surroundings) -> bool:
        return (
            self.external is not None
            and here.base is None
            and not words.behind.startswith("まで")
            and events.is_payment(self.words, words.clause if here.day else words.label)
        )

    def _judge(self, accepted: list[Accepted], *, taken_back: bool) -> None:
        """How much speaks for what is accepted."""
        best = max(weight for weight, _, _ in accepted)
        hours = True
        for weight, here, _ in accepted:
            dated = here.day is not None or here.length is not None
            hours = hours and not dated
            self.is_sure |= weight >= LABELLED and dated
        self.is_cued = (
            best > 0 or taken_back or any(self.candidates.is_bare(here) for _, here, _ in accepted)
        )
        self.is_of_another = not self.is_cued and (best < 0 or hours)

    def opens(self) -> ReadDeadline | None:
        """The day from which a dispute can be opened, where the text tells when it was shipped."""
        clock = opens(self.events)
        return self.counting.after(clock) if clock is not None else None

    def days_ahead(self) -> tuple[ReadDeadline, ...]:
        """The next days that are named and were not taken for a deadline, the nearest first."""
        return days_ahead(self._left, self.teller)

    def _surroundings(self, place: int, here: Expression) -> Surroundings:
        left = self.expressions[place - 1].end if place else 0
        right = (
            self.expressions[place + 1].start
            if place + 1 < len(self.expressions)
            else len(self.masked)
        )
        return Surroundings(self.masked, left, right, here)


_TELLS_MORE = Pattern(r"[。、!?\n ][^。、!?\n ]{2}|.{32}")
