"""Learn the weights of handlers/reading/second_opinion.py from the corpus.

python -m tests.reading.weigh_messages      (make weights)
"""

from handlers.reading.masks import hide
from handlers.reading.normalise import normalise
from handlers.reading.numbers import find_numbers
from handlers.reading.paste import is_page
from handlers.reading.second_opinion import LONGEST, WEIGHTS, pieces_of
from handlers.reading.weights import NONE
from tests.reading.buyers import BUYERS
from tests.reading.chat_words import TOLD
from tests.reading.corpus import ABOUT_DATES, TYPED, lines
from tests.reading.learning import Example, Lesson
from tests.reading.meanings import EVERYTHING
from tests.reading.word_rows import ROWS

FIELDS = ("intent", "reason", "stage", "playbook", "demand")
_HEAD = """\
# How much each piece of a message speaks for each value of a field: learned from the corpus by
# `make weights`, read by second_opinion.py. First the values, with what speaks for them before
# anything was read; then a row for each piece, in which each character is the weight for one value
# ("O" is nothing, "P" speaks for it, "N" against it, letters farther away more so).
"""
LESSON = Lesson(WEIGHTS, _HEAD, pieces_of, FIELDS, at_least=8, at_most=5_000, penalty=0.05)


def messages() -> list[Example]:
    """What was typed of the corpus and of the rows by field: no pages, no long stories."""
    found: list[Example] = []
    for file, line in ((path, line) for path in TYPED for line in lines(path)):
        if "intent" in line["means"]:
            # Where careful people differ there is nothing to learn; of what is about dates the
            # rest was often told by the way.
            differ = {
                *line.get("unsure", ()),
                *(line.get("accept", ()) if file in ABOUT_DATES else ()),
            }
            sure = [name for name in FIELDS if name not in differ]
            values = {name: line["means"].get(name) or NONE for name in sure}
            found.append(Example(folded(line["text"]), values))
    found += [Example(folded(text), {name: value or NONE}) for name, text, value in ROWS]
    for text, means in (*BUYERS, *EVERYTHING, *TOLD):
        told = {name: means[name] or NONE for name in FIELDS if name in means}
        found.append(Example(folded(text), told))
    return [one for one in found if len(one.source) <= LONGEST and not is_page(one.source)]


def folded(text: str) -> str:
    """A text as its words are weighed: folded, its long numbers hidden."""
    norm = normalise(text)
    return hide(norm.text, find_numbers(norm.text).spans)


if __name__ == "__main__":
    raise SystemExit(LESSON.write(messages()))
