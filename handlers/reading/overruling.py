"""Where the words around a day speak against the rules: it gives way, or it is asked about."""

from handlers.reading.choice import NAMED, Accepted, beside
from handlers.reading.cue_labels import LABELS
from handlers.reading.cue_weights import SAID, SURE
from handlers.reading.date_opinion import DateLook, DateOpinions
from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.resolve import is_nearly_a_month_ahead
from handlers.reading.teller import Teller

_TODAY = ("今日", "本日", "きょう", "今夜", "今晩")
_LABEL_ENDS = (":", ": ")
# How much more has to speak for one of two days than for the other to leave that out, for which
# hardly anything may speak: of two deadlines the nearer stands. On messages that nothing was
# learned from the day with so much more for it was nearly always the deadline. It takes more to
# leave out what a word names: of two deadlines either may be told in other words.
_HARDLY, _FAR_BEHIND, _VERY_FAR_BEHIND = 20, 40, 60
# So little speaks for a day beside which the clock of an event runs.
_NOT_MUCH = 25
# From that on a day is as good as named by a label.
_NAMES = 45
# A day that no word names, and of which more speaks for something else, is not worth a question.
_WORTH_ASKING = -33


class Overruling:
    """The days of one text on which the rules are not believed, or not quite."""

    def __init__(self, opinions: DateOpinions, teller: Teller) -> None:
        """``teller`` tells the others of several days."""
        self._opinions, self._teller = opinions, teller
        self._doubted: set[Expression] = set()
        self._overruled: list[Accepted] = []

    def counts(self, place: int, one: Accepted, *, by_rules: bool) -> bool:
        """Whether an expression may be a deadline, given what the rules say of it.

        ``place``: which expression of the text it is.
        """
        weight, here, words = one
        if not by_rules:
            is_day = here.length is None and here.day is not None
            if not is_day or weight <= SAID or not self._opinions.is_deadline(place, weight):
                return False
            self._doubted.add(here)
            return True
        # Who names today, or the day behind a label, means it.
        if words.text.startswith(_TODAY, here.start):
            return weight >= SURE or self._opinions.event(place) is None  # 「判定は今日」
        if words.before.endswith(_LABEL_ENDS):
            return True
        # What has just passed, and was taken for the next month, gives way as if nothing spoke for
        # it.
        passed = is_nearly_a_month_ahead(here, self._teller.now.date())
        look = self._opinions.against(place, min(weight, 0) if passed else weight)
        if look is DateLook.DOUBTFUL:
            self._doubted.add(here)
        elif look is DateLook.NO_DEADLINE and (
            weight >= NAMED or self._opinions.lead(here) > _WORTH_ASKING
        ):
            self._overruled.append(one)
        return look is not DateLook.NO_DEADLINE

    def preferred(self, accepted: list[Accepted]) -> list[Accepted]:
        """Of several days that compete, those that the words around them do not put far behind."""
        leads = {
            here: self._opinions.lead(here)
            for _, here, _ in accepted
            if len(accepted) > 1 and (here.length is not None or here.day is not None)
        }
        first = max(leads, key=leads.__getitem__, default=None)
        if first is None or leads[first] <= _HARDLY:
            return accepted
        hardly = min(leads[first] - _FAR_BEHIND, _HARDLY)
        not_at_all = min(leads[first] - _VERY_FAR_BEHIND, 0)
        behind = [
            one
            for one in accepted
            if leads.get(one[1], hardly) < (not_at_all if one[0] >= NAMED else hardly)
            and (one[1].day is None or one[1].day != first.day)
            and LABELS.search(one[2].before) is None
        ]
        self._overruled += behind
        return [one for one in accepted if one not in behind]

    def named(self, accepted: list[Accepted]) -> list[Accepted]:
        """The same days; those that the words around them make deadlines weigh as if named."""
        if len(accepted) < 2:
            return accepted  # there is nothing to choose
        return [
            (max(weight, NAMED) if self._opinions.lead(here) > _NAMES else weight, here, words)
            for weight, here, words in accepted
        ]

    def hardly_any(self, accepted: list[Accepted]) -> bool:
        """Whether there are days of which nothing says that they are a deadline: 「退院が12日」."""
        return all(
            weight <= 0 and self._opinions.lead(here) < _NOT_MUCH for weight, here, _ in accepted
        )

    def behind_a_clock(self, clock: ReadDeadline, accepted: list[Accepted]) -> ReadDeadline:
        """The deadline of a clock, with the days that stand back behind it."""
        self._overruled += accepted
        return self.with_doubt(clock, accepted)

    def is_none(self, place: int, here: Expression) -> bool:
        """Whether a day that the rules did not take is not worth asking about either."""
        return here.length is None and self._opinions.against(place, 0) is DateLook.NO_DEADLINE

    def with_doubt(self, found: ReadDeadline, accepted: list[Accepted]) -> ReadDeadline:
        """The deadline, to be asked about if it is a day whose words speak against it, or if there
        are others that would be one by the rules.
        """
        spans = [self._teller.norm.span(one.start, one.end) for one in self._doubted]
        if found.span in spans:
            found = found.doubted("unsure")
        others = beside(found, self._overruled, accepted, self._teller)
        if others:
            found = found.doubted("two_readings")
        return found._replace(alternatives=(*found.alternatives, *others))
