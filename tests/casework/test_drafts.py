"""English drafts: filled with the dispute's data, cut into blocks that one tap copies."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.casework import playbooks
from handlers.casework.drafts import blocks, drafts
from handlers.casework.evidence_items import BY_REASON
from locales.catalogue import Words
from tests.casework.cases import PRICE, dispute

JA, EN = Words("ja", strict=True), Words("en", strict=True)
NAMES = sorted(
    {
        name
        for playbook in playbooks.load().values()
        for step in playbook.steps
        if (name := playbook.draft_of(step))
    }
)


def test_the_draft_of_the_article_s_case() -> None:
    case = dispute(reason="color_mismatch", demand="full_refund", amounts=(PRICE,))
    (one,) = drafts(JA, "color", case)
    assert "I request a full refund of JPY 6,993." in one.words
    assert "photos of the item, the product page, the order details" in one.words
    assert "6,993円の全額返金を求めます" in one.meaning
    assert one.words.isascii()


def test_in_english_there_is_nothing_to_translate() -> None:
    (one,) = drafts(EN, "color", dispute())
    assert one.meaning == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_draft_of_every_reason(name: str) -> None:
    for reason, demand in product((None, *BY_REASON), (None, "partial_refund", "resend")):
        case = dispute(
            reason=reason,
            demand=demand,
            amounts=(PRICE,),
            order_ids=("8201234567890123",),
            tracking=("LX123456789CN",),
        )
        found = drafts(JA, name, case)
        assert 1 <= len(found) <= 2
        assert found[0].meaning
        for block in found:
            assert 0 < len(block.words) <= 256
            assert "{" not in block.words
            assert block.words.isascii()


def test_a_partial_refund_names_no_sum_of_its_own() -> None:
    (one,) = drafts(JA, "decline", dispute(demand="partial_refund", amounts=(PRICE,)))
    assert "6,993" not in one.words


def test_a_long_text_is_cut_between_its_lines() -> None:
    found = blocks("\n".join(["x" * 90] * 3))
    assert [len(block) for block in found] == [181, 90]


@given(st.lists(st.text("abc ", min_size=1, max_size=90).map(str.strip), max_size=12))
def test_blocks_lose_no_word(lines: list[str]) -> None:
    found = blocks("\n".join(lines), 40)
    assert all(0 < len(block) <= 40 for block in found)
    words = " ".join(lines).split()
    if all(len(word) <= 40 for word in words):
        assert " ".join(found).split() == words
