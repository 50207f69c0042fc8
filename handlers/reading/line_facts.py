"""What is known of a line that a buyer adds to a page: its words, and whether it asks."""

from handlers.reading.facts import Facts
from handlers.reading.playbooks import course_of
from handlers.reading.questions import is_question, is_request
from handlers.reading.reasons import reason_of


def facts_of_a_line(line: str) -> Facts:
    """The facts of a folded line by itself, in which neither a date nor a sum was looked for."""
    return Facts(
        pasted=False,
        question=is_question(line) and not is_request(line),
        reason=reason_of(line),
        demand=None,
        opened=False,
        kind=None,
        from_base=False,
        amounts=0,
        orders=0,
        verdict=None,
        outcome=None,
        proposer=None,
        stage=None,
        offered=False,
        ae_offers=False,
        labelled=False,
        countdown=False,
        topic=True,
        named=course_of(line),
    )
