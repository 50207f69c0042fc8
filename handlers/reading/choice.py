"""Which of several dates that may be deadlines is the one, and which stand beside it."""

from handlers.reading.counting import Counting
from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.patterns import Pattern
from handlers.reading.reports import nearest_of
from handlers.reading.surroundings import Surroundings
from handlers.reading.teller import Teller

# What may be a deadline, with what speaks for it.
Accepted = tuple[int, Expression, Surroundings]

_ROUGHLY = Pattern(r"(?:ちょい|ちょっと|少し|弱|強|くらい|ぐらい|ほど|程度)")
# What weighs as much is named by a word, and puts those out of the running that none names.
NAMED = 3


def choose(accepted: list[Accepted], teller: Teller, counting: Counting) -> ReadDeadline | None:
    """The deadline of all that may be one, with the others as its alternatives."""
    if len(accepted) == 1:
        _, here, words = accepted[0]
        return teller.tell(here, words)
    strong = [one for one in accepted if one[0] > 0]
    if any(here.day is not None and here.clock is not None for _, here, _ in strong):
        # 「今日の23時まで。あと3時間ちょいしかない」
        strong = [one for one in strong if not _is_rough(one[1], teller)]
    running = _running(accepted, strong)
    # "by Mar 9" and "no later than Mar 9 23:59 PST" are one day, which is another one in Japan.
    told_by_hour = {here.day for _, here, _ in running if here.clock is not None}
    reports: list[ReadDeadline] = []
    for _, here, words in running:
        if here.day in told_by_hour and here.clock is None and here.length is None:
            continue
        counted = counting.from_event([(here, words)]) if here.length is not None else None
        told = counted or teller.tell(here, words)
        if told is not None:
            reports.append(told)
    return nearest_of(reports, teller.now, cued=bool(strong))


def beside(
    found: ReadDeadline, overruled: list[Accepted], accepted: list[Accepted], teller: Teller
) -> list[ReadDeadline]:
    """The dates to come that were not taken against the rules, by which they are as likely."""
    least = min(NAMED, max(weight for weight, _, _ in accepted))
    told = [teller.tell(here, words) for weight, here, words in overruled if weight >= least]
    return [
        one
        for one in told
        if one is not None and one.at > teller.now and one.at.date() != found.at.date()
        if "far" not in one.doubts
    ]


def _running(accepted: list[Accepted], strong: list[Accepted]) -> list[Accepted]:
    best = max(weight for weight, _, _ in accepted)
    running = [one for one in strong if one[0] >= min(best, NAMED)] or accepted
    # 「29日の26時が締切(深夜2時)」: an hour without a day only repeats.
    dated = [one for one in running if one[1].day is not None or one[1].length is not None]
    running = dated or running
    # 「9日の21時やった。9日で登録しといて」
    days = {one[1].day for one in running if one[1].day is not None}
    again = [one for one in accepted if one[1].clock is not None and one[1].day in days]
    return [*running, *(one for one in again if one not in running)]


def _is_rough(here: Expression, teller: Teller) -> bool:
    return here.length is not None and _ROUGHLY.match(teller.words, here.end) is not None
