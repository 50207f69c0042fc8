"""Every timer and claim has its source; what is not certain is told as a 目安."""

import re

import pytest

from handlers.casework.claims import CLAIMS, HEDGES, TIMERS, UNCERTAIN, Claim
from handlers.casework.playbooks import load
from handlers.casework.policy import POLICY
from handlers.casework.stages import STAGES
from locales.catalogue import LOCALES, Words, ids

ADVICE = {
    "return_cost",
    "amount_field",
    "do_not_just_wait",
    "others_names",
    "no_second_account",
    "no_confirm",
}
"""Traps that claim nothing of AliExpress."""


def test_every_kind_but_our_own_has_a_timer() -> None:
    assert set(POLICY) - {timer.kind for timer in TIMERS.values()} == {"snooze", "unknown"}


def test_every_stage_s_timer_is_in_the_table() -> None:
    for stage in STAGES.values():
        assert stage.timer is None or stage.timer in TIMERS
        assert stage.next is None or stage.next in STAGES


@pytest.mark.parametrize("row", [*TIMERS.values(), *CLAIMS], ids=str)
def test_each_has_a_source_and_an_age(row: Claim) -> None:
    assert len(row.source) > 10
    assert re.search(r"20\d\d|unknown", row.age)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_uncertain_is_told_as_such(locale: str) -> None:
    say = Words(locale, strict=True)
    for claim in CLAIMS:
        for id in claim.texts:
            words = say(id)
            if claim.certainty in UNCERTAIN:
                assert any(hedge in words.casefold() for hedge in HEDGES[locale]), (id, words)


def test_every_trap_and_every_number_has_its_line() -> None:
    """Days, percentages and sizes in the playbooks' texts are claims; so are the traps."""
    claimed = {id for claim in CLAIMS for id in claim.texts}
    traps = {name for playbook in load().values() for name, _ in playbook.traps}
    assert {f"trap-{name}" for name in traps - ADVICE} <= claimed
    say = Words("ja", strict=True)
    counted = re.compile(r"\d+(?:営業)?日(?!常)|\d+時間|\d+MB|\d+秒")
    # When to look again is our own advice.
    ours = {"step-look_daily-how", "step-look_daily", "step-look_twice"}
    ours |= {"step-help_late", "step-help_late-how"}
    for id in sorted(ids("ja")):
        if id.startswith(("pb-", "step-", "trap-")):
            text = re.sub(r"1日[12]回|\d月\d+日|2〜3日|3日間", "", _plain(say, id))
            if counted.search(text) and id not in ours:
                assert id in claimed, (id, text)


def _plain(say: Words, id: str) -> str:
    try:
        return say(id)
    except LookupError:
        return ""
