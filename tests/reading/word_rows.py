"""All rows of the word modules: a field, a message, and the value that it gives the field."""

from tests.reading import (
    called_words,
    defect_words,
    english_words,
    everyday_help,
    everyday_wishes,
    everyday_words,
    indirect_words,
    lately_words,
    meant_words,
    plain_words,
    recent_words,
    request_words,
    saying_words,
    symptom_words,
    told_words,
    wrong_words,
)
from tests.reading.course_words import PROPOSER, STAGE
from tests.reading.help_words import PLAYBOOK
from tests.reading.parcel_words import REASON
from tests.reading.wish_words import DEMAND, INTENT, VERDICT

FIELDS = (
    ("reason", REASON),
    ("reason", symptom_words.REASON),
    ("reason", defect_words.REASON),
    ("reason", indirect_words.REASON),
    ("reason", english_words.REASON),
    ("demand", english_words.DEMAND),
    ("verdict", english_words.VERDICT),
    ("reason", everyday_words.REASON),
    ("reason", told_words.REASON),
    ("reason", wrong_words.REASON),
    ("reason", plain_words.REASON),
    ("reason", lately_words.REASON),
    ("reason", recent_words.REASON),
    ("stage", STAGE),
    ("proposer", PROPOSER),
    ("playbook", PLAYBOOK),
    ("playbook", saying_words.PLAYBOOK),
    ("playbook", everyday_help.PLAYBOOK),
    ("playbook", called_words.PLAYBOOK),
    ("playbook", plain_words.PLAYBOOK),
    ("playbook", lately_words.PLAYBOOK),
    ("playbook", recent_words.PLAYBOOK),
    ("intent", INTENT),
    ("intent", saying_words.INTENT),
    ("intent", everyday_wishes.INTENT),
    ("intent", meant_words.INTENT),
    ("intent", indirect_words.INTENT),
    ("intent", plain_words.INTENT),
    ("intent", lately_words.INTENT),
    ("intent", recent_words.INTENT),
    ("intent", request_words.INTENT),
    ("demand", DEMAND),
    ("demand", saying_words.DEMAND),
    ("demand", everyday_wishes.DEMAND),
    ("demand", wrong_words.DEMAND),
    ("demand", plain_words.DEMAND),
    ("verdict", VERDICT),
)
ROWS = [
    (field, text, value)
    for field, words in FIELDS
    for value, texts in words.items()
    for text in texts
]
