"""The playbook that the buyer's own words beside a page ask for: 「断りたい。ボタンどれ?」.

The page tells of what the case is, and mostly that is what helps; but who asks what happens if he
declines, or says that the page is gone, is helped by that.
"""

from handlers.reading.lexicon.tables import looking_aside
from handlers.reading.line_facts import facts_of_a_line
from handlers.reading.own_words import lines_by_hand
from handlers.reading.playbooks import playbook_of
from handlers.reading.second_opinion import opinion_on

# Hardly any page says such things itself.
_PERHAPS = -40
_LINES = 2  # that a page has beside the buyer's own
_ASKED_FOR = frozenset(["expectations_tips", "message_to_ae"])
# These are said of what another one helps with, too: 「断りたいので英語の文を」 to a seller who
# asks for another reason. They go before the following ones of a page, nearly always rightly.
_BEFORE: dict[str, frozenset[str | None]] = {
    "decline_proposal": frozenset(["partial_refund_offer", "register_and_open", "external_routes"]),
    "what_if_decline": frozenset(["partial_refund_offer", "decline_proposal"]),
    "ae_steps_in_date": frozenset(["partial_refund_offer", "decline_proposal"]),
    "no_buttons": frozenset(["partial_refund_offer"]),
    "dispute_page_missing": frozenset(["ae_steps_in_date", "register_and_open", None]),
    "external_routes": frozenset(["final_judgement_unhappy"]),
}
_NOTHING: frozenset[str | None] = frozenset()


def playbook_beside(text: str, playbook: str | None) -> str | None:
    """The playbook for a folded text in lines, given that of the whole: what its ends ask for."""
    if text.count("\n") < _LINES:
        return playbook
    for line in lines_by_hand(text, _PERHAPS):
        with looking_aside():
            facts = facts_of_a_line(line)
            wanted = opinion_on(line).or_ask("playbook", playbook_of, line, facts)
        if wanted in _ASKED_FOR or playbook in _BEFORE.get(wanted or "", _NOTHING):
            return wanted
    return playbook
