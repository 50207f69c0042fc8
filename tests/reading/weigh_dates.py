"""Learn the weights of handlers/reading/date_opinion.py from the corpus.

python -m tests.reading.weigh_dates      (make weights)

Each date of a message is an example: of the deadline if it means its day; of the event that starts
a clock if a list names it, or if the deadline lies just so many days behind it; else of neither.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from handlers.reading import events
from handlers.reading.date_opinion import DEADLINE, NEITHER, WEIGHTS, pieces_at
from handlers.reading.deadline import Search
from handlers.reading.event_days import moment_ago
from handlers.reading.lexicon.tables import words_at
from handlers.reading.masks import hide, mask
from handlers.reading.normalise import normalise
from handlers.reading.numbers import find_numbers
from handlers.reading.past_days import past_day
from handlers.reading.paste import is_page
from handlers.reading.second_opinion import is_by_hand
from handlers.reading.sums.money import find_sums
from tests.reading.corpus import TYPED, lines
from tests.reading.date_rows import DATE_ROWS
from tests.reading.learning import Example, Lesson
from tests.reading.moments import TOKYO

_EVENTS = {clock.days: name for name, (_, clock) in events.CLOCKS.items()}
_HEAD = """\
# How much each piece of the words around a date speaks for it being the deadline, the day of an
# event that starts a clock, or neither: learned from the corpus by `make weights`, read by
# date_opinion.py. A word of the lists in front of the date (B) or behind it (A), near it (N), short
# of the dates beside it (O), in its sentence (S); < and >: right beside it; T, D, I: its shape, how
# far ahead it lies, its place among the others. Letters: see message_weights.txt.
"""
LESSON = Lesson(WEIGHTS, _HEAD, list, ["date"], at_least=5, at_most=12_000, penalty=0.1)


def dates() -> Iterator[Example]:
    """Every date of what was typed of the corpus and of the rows, where it is sure what it is."""
    for line in (line for path in TYPED for line in lines(path)):
        if "deadline" not in line.get("unsure", ()):
            now = datetime.fromisoformat(line["at"]).replace(tzinfo=TOKYO)
            # Where careful people differ there is nothing to learn.
            others = {_day(one) for one in line.get("accept", {}).get("deadline", ())}
            others |= {_day(line["also"])} if "also" in line else set()
            yield from _dates_of(line["text"], now, _day(line["means"].get("deadline")), others)
    for text, expected, moment in DATE_ROWS:
        yield from _dates_of(text, moment, _day(expected))


def _dates_of(
    text: str, now: datetime, wanted: date | None, others: Collection[date | None] = ()
) -> Iterator[Example]:
    norm = normalise(text)
    words = hide(norm.text, find_numbers(norm.text).spans)
    if is_page(words) or not is_by_hand(words):
        return
    masked = mask(words, [(one.start, one.end) for one in find_sums(words)])
    search = Search(norm, words, masked, now, TOKYO, about_dispute=True, pasted=True)
    search.run()
    # By the rules alone: of a page, which this is taken for, there is no opinion.
    named = {here: name for name, (_, here) in search.events.told.items() if name in events.CLOCKS}
    told = [search.teller.tell_as("unknown", one) for one in search.expressions]
    days = [one.at.date() if one is not None else None for one in told]
    named_words = words_at(words)
    for place, (here, day) in enumerate(zip(search.expressions, days, strict=True)):
        if day != wanted and day in others:
            continue
        value = DEADLINE if wanted is not None and day == wanted else named.get(here, NEITHER)
        if value == NEITHER and wanted is not None and wanted not in days:
            behind = past_day(here, now)
            if behind is not None and behind <= now.date():
                value = _EVENTS.get((wanted - behind).days, NEITHER)
            if value == NEITHER and here.length is not None:
                continue  # it counts from another day
        pieces = pieces_at(words, named_words, search.expressions, place, now.date())
        yield Example(pieces, {"date": value})
    just = moment_ago(words, now.date())
    if just is not None and wanted not in others:
        value = next((name for here, name in named.items() if here.start == just.start), NEITHER)
        if value == NEITHER and wanted is not None and wanted not in days:
            value = _EVENTS.get((wanted - now.date()).days, NEITHER)
        yield Example(pieces_at(words, named_words, [just], 0, now.date()), {"date": value})


def _day(told: str | None) -> date | None:
    """The day of "2026-12-03T18:00 unknown"."""
    return date.fromisoformat(told[:10]) if told else None


if __name__ == "__main__":
    raise SystemExit(LESSON.write(list(dates())))
