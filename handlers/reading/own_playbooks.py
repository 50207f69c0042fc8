"""The playbook that the buyer's own words beside a page ask for: 「断りたい。ボタンどれ?」.

The page tells of what the case is, and mostly that is what helps; but who asks what happens if he
declines, or says that the page is gone, is helped by that.
"""

from handlers.reading.lexicon.tables import Table
from handlers.reading.own_words import lines_by_hand
from handlers.reading.second_opinion import opinion_on

_TRIGGERS = Table("playbooks")
# Hardly any page says such things itself.
_PERHAPS = 40
_ASKED_FOR = frozenset(
    ["what_if_decline", "expectations_tips", "message_to_ae", "dispute_page_missing"]
)
# These may be said of what another one helps with, too: 「断りたいので英語の文を」 to a seller who
# asks for another reason. They go before a proposal's.
_OF_A_PROPOSAL = frozenset(["decline_proposal", "ae_steps_in_date"])
_PROPOSAL = frozenset(["partial_refund_offer", "register_and_open", None])


def playbook_beside(text: str, playbook: str | None) -> str | None:
    """The playbook for a folded page, given the page's own: what the buyer's words ask for."""
    for line in lines_by_hand(text, _PERHAPS):
        wanted = opinion_on(line).or_ask("playbook", _TRIGGERS.first, line)
        if wanted in _ASKED_FOR or (wanted in _OF_A_PROPOSAL and playbook in _PROPOSAL):
            return wanted
    return playbook
