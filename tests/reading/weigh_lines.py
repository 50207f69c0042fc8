"""Learn the weights of handlers/reading/line_opinion.py from what was typed and from the lines of
pages.

python -m tests.reading.weigh_lines      (make weights)
"""

import re

from handlers.reading.line_opinion import FIELD, HAND, PAGE, WEIGHTS
from handlers.reading.own_words import lines_at_the_ends, may_be_own
from handlers.reading.page_opinion import pieces_of
from handlers.reading.paste import is_page
from tests.reading.corpus import FILES, PAGES, TYPED, lines
from tests.reading.learning import Example, Lesson
from tests.reading.weigh_messages import folded

_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_SHORTEST, _LONGEST = 5, 160
_HEAD = """\
# How much each word of a line speaks for its being a buyer's own or a page's: learned from the
# corpus by `make weights`, read by line_opinion.py. Letters: see message_weights.txt.
"""
LESSON = Lesson(WEIGHTS, _HEAD, pieces_of, [FIELD], at_least=5, at_most=4_000, penalty=0.05)


def examples() -> list[Example]:
    """The sentences of what was typed, and the lines of pages, without those at their ends."""
    found: set[tuple[str, str]] = set()
    for file, line in ((path, line) for path in FILES for line in lines(path)):
        text = folded(line["text"])
        if file.stem in PAGES:
            # Whose the first and the last line are is what is to be learned.
            ends = {text[begin:end] for begin, end in lines_at_the_ends(text)}
            ends = {one for one in ends if may_be_own(one)}
            found |= {(one, PAGE) for one in text.split("\n") if one not in ends}
        elif file in TYPED and not is_page(text) and "\n" not in text:
            found |= {(one, HAND) for one in (text, *_SENTENCE.findall(text))}
    return [
        Example(text, {FIELD: value})
        for text, value in sorted(found)
        if _SHORTEST <= len(text.strip()) <= _LONGEST
    ]


if __name__ == "__main__":
    raise SystemExit(LESSON.write(examples()))
