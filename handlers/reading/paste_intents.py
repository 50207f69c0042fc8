"""What a buyer wants of the bot who pastes a page, a mail or a chat: mostly that it is kept.

What he adds in his own words above it or below tells what else: 「送る英文つくって」, 「無事戻って
きました」.
"""

from collections.abc import Iterator
from itertools import pairwise

from handlers.reading.asked import asked_for
from handlers.reading.commands import command_of
from handlers.reading.facts import Facts
from handlers.reading.intents import intent_of
from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import looking_aside
from handlers.reading.line_facts import facts_of_a_line
from handlers.reading.line_opinion import by_hand
from handlers.reading.own_words import (
    SURELY,
    lines_at_the_ends,
    lines_by_hand,
    lines_of,
    may_be_own,
    own_words_beside_chat,
    own_words_of,
)
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question, is_request
from handlers.reading.second_opinion import opinion_on
from handlers.reading.statements import CLOSED, reported_by
from handlers.reading.turns import is_chat

# 「店とのやりとり、昨夜のやつです」 above a chat only names it.
_TELLS = 40
# What is wanted beside a page; of everything else that is said the page tells more.
_WANTED = frozenset(
    ["ask_template", "close_dispute", "delete_dispute", "snooze", "report_progress"]
)
_OUR_NOTICE = "紛争ナビ"
# Nobody wants these by the way.
_GRAVE = frozenset(["close_dispute", "delete_dispute"])
# 「題名: 荷物は届きましたか?」
_SUBJECT = Pattern(r"(?:件名|題名|タイトル|subject|re) ?: ?")
# The buyer's own words below a chat stand apart from it.
_APART = Pattern(r"\n(?:\n|[-=―─ー]{2,}\n)[^\n]+\s*$")
_RULES = " =―─ー_*-"  # what a line that only parts others is made of


def intent_of_a_paste(text: str, about: Facts) -> str:
    """The intent of a folded page, mail or chat."""
    own = own_words_beside_chat(text)
    if own and is_question(own) and not is_request(own):
        return asked_for(own, about)
    if own:
        told = command_of(own, about) or reported_by(own, about)
        if len(own) >= _TELLS or told == "ask_template":
            return told
    for line in lines_by_hand(text) if _is_apart(text) else ():
        wanted = _wanted_by(line)
        if wanted == "snooze" and about.kind is not None and _OUR_NOTICE not in text:
            return "import_paste"  # the page's day must not get lost
        if wanted in _WANTED:
            return wanted
    if _asks(text):  # which was asked before whether it is a chat
        return asked_for(text.strip(), about)
    twice = about.playbook == "agreement_mail_twice"
    return "close_dispute" if not twice and _is_closed_beside(text) else "import_paste"


def _is_apart(text: str) -> bool:
    """Whether what stands last in a folded text is not said by who speaks last in a chat."""
    return not is_chat(text) or _APART.search(text) is not None


def _wanted_by(line: str) -> str | None:
    """What a line would want that is typed by itself."""
    with looking_aside():
        facts = facts_of_a_line(line)
        return opinion_on(line).or_ask("intent", intent_of, line, facts, firm=True, hardly=_GRAVE)


def _asks(text: str) -> bool:
    """Whether the buyer's own last words under (or above) the page ask something."""
    lines = [text[begin:end] for begin, end in lines_at_the_ends(text)]
    if not _is_apart(text):
        lines = lines[:1]  # what is asked at its end is asked by who speaks there
    if any(_may_be_asked(line) and is_question(line) for line in lines):
        return True
    return not is_chat(text) and any(
        _may_be_asked(text[begin:end])
        and is_question(text[begin:end])
        and by_hand(text, [(begin, end)])[0] >= SURELY
        for begin, end in _beside_gaps(text)
    )


def _may_be_asked(line: str) -> bool:
    return may_be_own(line) and _SUBJECT.match(line) is None


def _beside_gaps(text: str) -> Iterator[Span]:
    """Where the last line above the first gap of a folded text stands, and the first below the
    last.
    """
    apart = [
        (above, below)
        for above, below in pairwise(lines_of(text, _RULES))
        if below[0] - above[1] > len("\n")  # an empty line between them, or a rule
    ]
    if apart:
        yield apart[0][0]
        yield apart[-1][1]


def _is_closed_beside(text: str) -> bool:
    """「無事に戻ってきました、終わりで大丈夫です」 below a mail of a refund."""
    ends = CLOSED.found(text) if _is_apart(text) else []
    return bool(ends) and any(
        begin <= one.start and one.end <= end and end - begin < len(text)
        for begin, end in own_words_of(text)
        for one in ends
    )
