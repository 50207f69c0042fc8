"""Every word of the vocabularies, and every button, has its text in both languages."""

from contextlib import suppress

import pytest

from handlers.questions import DEMANDS, DOUBTS, REASONS
from locales.catalogue import LOCALES, MissingText, Words, ids

ASSUMPTIONS = (
    "no_year",
    "next_month",
    "date_only",
    "part_of_day",
    "converted_zone",
    "unknown_zone",
    "business_days",
    "from_base",
    "past",
)
ROLES = (
    "claimed",
    "paid",
    "offered_by_seller",
    "offered_by_ae",
    "judged",
    "refunded",
    "unknown",
)
PROBLEMS = ("too-large", "too-large-video", "too-many-pixels", "not-a-picture", "unsupported")
LABEL = 20
"""Characters that a quick reply shows on LINE."""


@pytest.mark.parametrize("locale", LOCALES)
def test_vocabularies_have_texts(locale: str) -> None:
    say = Words(locale, strict=True)
    wanted = [f"assumed-{name}" for name in (*ASSUMPTIONS, *DOUBTS)]
    wanted += [f"doubt-{name}" for name in DOUBTS]
    wanted += [f"amount-{role}" for role in ROLES]
    missing = [id for id in wanted if not say.has(id.replace("_", "-"))]
    missing += [id for id in PROBLEMS if not say.has(f"evidence-{id}")]
    missing += [key for key in REASONS if not say.has(f"reason-short-{key}")]
    missing += [key for key in DEMANDS if not say.has(f"demand-{key}")]
    assert missing == []


def test_japanese_labels_fit_a_quick_reply() -> None:
    say = Words("ja", strict=True)
    fixed = [id for id in ids("ja") if id.startswith(("button-", "menu-", "reason-short-"))]
    long = []
    for id in sorted(fixed):
        # Those with a variable are cut where they are used.
        with suppress(MissingText):
            long += [(id, label) for label in [say(id)] if len(label) > LABEL]
    assert long == []
