"""The playbooks' data: sound, complete, and each of its mistakes is found."""

from pathlib import Path

import pytest

from handlers.casework import evidence_items, playbooks
from handlers.casework.conditions import Condition, conditional, hold
from handlers.casework.playbook_check import check, situations
from handlers.casework.playbooks import Playbook, Step
from locales.catalogue import LOCALES, Words
from storage.states import DisputeStatus
from tests.casework.cases import dispute

ARTICLE = {
    "提案を「拒否」することは出来る?": "decline_proposal",
    "判定が「全額返金」でも、売り手が「拒否」する": "seller_keeps_rejecting",
    "「拒否する」場合は、追加で何か必要?": "seller_asks_cancel",
    "2月3日, AliExpress Steps In": "ae_steps_in_date",
    "「違うカラー」が届き": "color_mismatch",
    "Refund Only JPY 5,594": "partial_refund_offer",
    "メッセージのやり取りが出来る場所": "message_to_ae",
    "最終判定に納得がいかない": "final_judgement_unhappy",
    "「承認」ボタンが表示されない": "accept_button_missing",
    "拒否しなくても、自動的に「全額返金」になる?": "wrong_address_valid_wait",
    "「紛争が合意に達した」とのメールが、2回": "agreement_mail_twice",
    "「反対」を押したら": "what_if_decline",
    "別住所に「配達された」にも関わらず": "judgement_zero_wrong_address",
    "「承認」も「拒否」も出来ない": "no_buttons",
    "紛争のページが表示されなくなりました": "dispute_page_missing",
    "アカウントをサスペンド": "account_blocked",
    "買い物をするコツ": "expectations_tips",
}
"""The article's questions and its comments' ones, with the playbook that answers each."""


def test_nothing_is_wrong_with_them() -> None:
    assert check() == []


@pytest.mark.parametrize("name", ARTICLE.values(), ids=ARTICLE)
def test_every_question_of_the_article_has_its_playbook(name: str) -> None:
    assert name in playbooks.load()


def test_the_core_of_the_article_in_five_steps() -> None:
    steps = playbooks.load()["color_mismatch"].steps_for({"case": "open"})
    titles = ["open_detail", "decline", "upload", "edit", "save"]
    assert [step.text for step in steps] == titles
    assert [step.id for step in playbooks.load()["decline_proposal"].steps] == titles


@pytest.mark.parametrize("locale", LOCALES)
def test_buttons_and_titles_are_short(locale: str) -> None:
    say = Words(locale, strict=True)
    for question, answers in playbooks.questions().items():
        for answer in answers:
            assert len(say(f"answer-{question}-{answer}")) <= 20, (question, answer)
    for name in playbooks.load():
        assert len(say(f"pb-{name}-short")) <= 20, name
        assert len(say(f"pb-{name}")) <= 60, name
    for step in {step for one in playbooks.load().values() for step in one.steps}:
        assert len(say(step.title_id)) <= 60, step.id
        for id in step.how_ids:
            assert len(say(id)) <= 260, id


@pytest.mark.parametrize("locale", LOCALES)
def test_every_evidence_item_has_its_name_and_its_english(locale: str) -> None:
    say = Words(locale, strict=True)
    for item in evidence_items.ITEMS:
        assert say(f"proof-{item}")
        assert say(f"english-item-{item}")
    for reason in evidence_items.BY_REASON:
        assert say(f"english-fact-{reason}")
        assert say(f"reason-{reason}")
        assert say(f"reason-short-{reason}")


BROKEN = {
    "has a step twice": '{steps=["save","save"]}',
    "is of no known kind": '{steps=["save"], next="doomsday"}',
    "which is no playbook": '{steps=["save"], leads_to=["nowhere"]}',
    "no step for a case with case=watching": '{steps=["decline_open"]}',
    "no step for a case with arrived=no": '{steps=["save if arrived=yes|?"]}',
    "no way out for a case with case=open": '{steps=["save"]}',
    "no fact is called weather": '{steps=["save", "edit if weather=fine"]}',
    "arrived is never perhaps": '{steps=["save", "edit if arrived=perhaps"]}',
    "asks weather, which is no question": '{steps=["save"], ask="weather"}',
    "question arrived is put by no playbook": '{steps=["save"]}',
    "trap never is never named": '{steps=["save"], traps=["never if case=lost"]}',
    "moves to the_moon, which is no stage": '{steps=["moving"]}',
    "is no condition like": '{steps=["save if arrived"]}',
    "never reached": '{steps=["save", "never"]}',
    "no text pb-broken in ja": '{steps=["save"]}',
    "no text trap-none in en": '{steps=["save"], traps=["none"]}',
    "no text proof-none in en": '{steps=["save"], evidence=["none"]}',
    "no text english-none in ja": '{steps=["edit"], draft="none"}',
    "step never is in no playbook": '{steps=["save"]}',
    "does not fit into a button": '{steps=["a_step_with_a_name_that_is_far_too_long_to_fit"]}',
    "cannot be read": '{steps=["unheard_of"]}',
}
STEPS = """
[steps]
save = { by_device = false }
edit = { draft = "playbook" }
decline_open = { text = "decline", only = "case=open" }
never = { text = "save", by_device = false, only = "case=full_moon" }
moving = { text = "save", by_device = false, moves = "the_moon" }
a_step_with_a_name_that_is_far_too_long_to_fit = { text = "save", by_device = false }
[questions]
arrived = ["yes", "no"]
[playbooks]
broken = """


@pytest.mark.parametrize(("problem", "playbook"), BROKEN.items(), ids=BROKEN)
def test_a_mistake_is_found(
    problem: str, playbook: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "playbooks.toml"
    file.write_text(STEPS + playbook, encoding="utf-8")
    monkeypatch.setattr(playbooks, "FILE", file)
    playbooks.load.cache_clear()
    playbooks.questions.cache_clear()
    try:
        found = check()
    finally:
        playbooks.load.cache_clear()
        playbooks.questions.cache_clear()
    assert any(problem in one for one in found), found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "decline_proposal"),
        ({"playbook": "no_buttons"}, "no_buttons"),
        ({"playbook": "renamed_since"}, "decline_proposal"),
        ({"reason": "color_mismatch"}, "color_mismatch"),
        ({"reason": "damaged"}, "decline_proposal"),
        ({"reason": "damaged", "status": DisputeStatus.WATCHING}, "register_and_open"),
        ({"reason": "color_mismatch", "stage": "return_goods"}, "return_goods"),
        ({"reason": "color_mismatch", "stage": "ae_proposal"}, "color_mismatch"),
        ({"status": DisputeStatus.WATCHING, "stage": "in_transit"}, "not_received_protection"),
        ({"reason": "wrong_address"}, "wrong_address"),
    ],
)
def test_the_playbook_that_a_case_needs(fields: dict[str, object], expected: str) -> None:
    assert playbooks.playbook_for(dispute(**fields)) == expected


def test_steps_under_conditions() -> None:
    watching = (Condition("case", frozenset({"watching"})),)
    steps = (
        Step("a", only=watching),
        Step("b"),
        Step("c", only=conditional("c if arrived=no|? and case=open")[1]),
    )
    playbook = Playbook("x", steps)
    assert [s.id for s in playbook.steps_for({"case": "watching"})] == ["a", "b"]
    assert [s.id for s in playbook.steps_for({"case": "open"})] == ["b", "c"]
    assert [s.id for s in playbook.steps_for({"case": "open", "arrived": "no"})] == ["b", "c"]
    assert [s.id for s in playbook.steps_for({"case": "open", "arrived": "yes"})] == ["b"]


def test_the_first_next_clock_that_fits() -> None:
    following = (conditional("open_from if arrived=no"), conditional("open_until"))
    playbook = Playbook("x", (Step("a"),), next=following)
    assert playbook.next_for({"arrived": "no"}) == "open_from"
    assert playbook.next_for({}) == "open_until"
    assert Playbook("x", (Step("a"),)).next_for({}) is None


def test_no_condition_always_holds() -> None:
    assert hold((), {})
    assert not hold(conditional("x if a=1 and b=2")[1], {"a": "1"})


def test_all_situations_of_a_playbook() -> None:
    found = situations(playbooks.load()["return_goods"])
    assert len(found) == 2 * 3
    assert {"case": "open", "free_return": "?"} in found


def test_a_free_return_needs_no_stamp() -> None:
    playbook = playbooks.load()["return_goods"]
    free = [step.id for step in playbook.steps_for({"case": "open", "free_return": "yes"})]
    paid = [step.id for step in playbook.steps_for({"case": "open", "free_return": "no"})]
    assert "free_return" in free
    assert "ship_tracked" not in free
    assert "compare_cost" not in free
    assert paid[1] == "compare_cost"
