"""Playbooks: which steps lead through a situation, as data in `locales/playbooks.toml`.

The file holds structure only: a table of questions with their answers, a table of steps, and for
each playbook its steps in order, the traps to name, the evidence that wins, the kind of its next
clock, and the playbooks it leads to. A step, a trap and a next clock may stand under a condition
(`paypal if paid_with=paypal|?`, see `conditions.py`). The texts lie in the Fluent files under ids
made from the names: `pb-<playbook>` (its title), `pb-<playbook>-short` (a button, at most 20
characters), `pb-<playbook>-answer`, `step-<step>`, `step-<step>-app` and `-pc` (or `-how` where
both are alike), `step-<step>-missing` where there is something to say, `trap-<trap>`,
`proof-<item>`, `english-<draft>`, `question-<question>`, `answer-<question>-<answer>`.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from handlers.casework.conditions import Conditions, Known, conditional, hold
from locales.catalogue import HERE
from storage.records import Dispute
from storage.states import DisputeStatus

FILE = HERE / "playbooks.toml"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `only`: the conditions under which a case needs it.

    `moves` names the stage that a case enters once the step is done, and perhaps the kind of the
    clock that begins then (`appeal:appeal_result`), where it is not the stage's own. `guard` is
    the tap that cannot be taken back and that the step ends in.
    """

    id: str
    by_device: bool = True
    only: Conditions = ()
    draft: str | None = None
    evidence: bool = False
    text: str = ""
    moves: str = ""
    guard: str | None = None

    @property
    def title_id(self) -> str:
        """The id of what is to be done; steps that differ only in `only` share their texts."""
        return f"step-{self.text or self.id}"

    @property
    def missing_id(self) -> str:
        """The id of what to try if its button is missing; most steps have none of their own."""
        return f"{self.title_id}-missing"

    @property
    def how_ids(self) -> tuple[str, ...]:
        """The ids of its instructions."""
        if self.by_device:
            return (f"{self.title_id}-app", f"{self.title_id}-pc")
        return (f"{self.title_id}-how",)


@dataclass(frozen=True, slots=True)
class Playbook:
    """One situation. `next` is the kind of the clock to ask for at its end: the first that fits.

    `ask` is the one question before its first step, put where nothing tells its answer; it need not
    be answered to go on. An `aside` helps on the way and leads back: it never becomes a case's main
    playbook.
    """

    name: str
    steps: tuple[Step, ...]
    ask: str | None = None
    next: tuple[tuple[str, Conditions], ...] = ()
    draft: str | None = None
    traps: tuple[tuple[str, Conditions], ...] = ()
    evidence: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    safety: bool = True
    aside: bool = False

    def steps_for(self, known: Known) -> tuple[Step, ...]:
        """The steps that a case needs of which this is known."""
        return tuple(step for step in self.steps if hold(step.only, known))

    def traps_for(self, known: Known) -> tuple[str, ...]:
        """The traps to name to a case of which this is known."""
        return tuple(name for name, only in self.traps if hold(only, known))

    def next_for(self, known: Known) -> str | None:
        """The kind of the clock that usually follows; None if there is none."""
        return next((kind for kind, only in self.next if hold(only, known)), None)

    def draft_of(self, step: Step) -> str | None:
        """The English draft that goes with a step: the step's own, or else the playbook's."""
        return self.draft if step.draft == "playbook" else step.draft


UNHAPPY = "final_judgement_unhappy"
BY_REASON = {
    "not_received": "not_received_protection",
    "tracking_invalid": "not_received_protection",
    "wrong_address": "wrong_address",
    "delivered_not_received": "delivered_not_received",
    "color_mismatch": "color_mismatch",
}
BY_STAGE = {
    "return_goods": "return_goods",
    "refund_processing": "refund_arrival",
    "appeal": UNHAPPY,
    "closed": UNHAPPY,
    "external": "external_routes",
    "in_transit": "not_received_protection",
    "extension": "not_received_protection",
}
AFTERWARDS = ("return_goods", "refund_processing", "appeal", "closed", "external")
"""Stages in which nothing is proposed or declined any more."""
BEFORE = "register_and_open"
DURING = "decline_proposal"
GRANTED = "seller_keeps_rejecting"
"""After a judgement or proposal of AliExpress that grants everything: accept that one only."""


@cache
def load() -> dict[str, Playbook]:
    """All playbooks by name. Raises LookupError, TypeError or ValueError where it is wrong."""
    known = content()
    steps = {id: _step(id, options) for id, options in known["steps"].items()}
    return {name: _playbook(name, options, steps) for name, options in known["playbooks"].items()}


@cache
def questions() -> dict[str, tuple[str, ...]]:
    """The questions that a playbook can put, each with its answers."""
    return {name: tuple(answers) for name, answers in content().get("questions", {}).items()}


def _step(id: str, options: dict[str, Any]) -> Step:
    _, only = conditional(f"{id} if {options['only']}") if "only" in options else ("", ())
    return Step(id, **{**options, "only": only})


def _playbook(name: str, options: dict[str, Any], steps: dict[str, Step]) -> Playbook:
    listed = []
    for id, only in map(conditional, options["steps"]):
        step = steps[id]
        listed.append(replace(step, only=(*step.only, *only)))
    following = options.get("next", ())
    fields = {
        **{key: _frozen(value) for key, value in options.items()},
        "steps": tuple(listed),
        "traps": _conditional(options.get("traps", ())),
        "next": _conditional([following] if isinstance(following, str) else following),
    }
    return Playbook(name, **fields)


def _conditional(texts: Iterable[str]) -> tuple[tuple[str, Conditions], ...]:
    return tuple(conditional(text) for text in texts)


def playbook_for(dispute: Dispute) -> str:
    """The playbook that a case needs: its own, else by its stage, else by its reason."""
    outdated = dispute.playbook == BEFORE and dispute.status is not DisputeStatus.WATCHING
    if dispute.playbook in load() and not outdated:
        return dispute.playbook or DURING
    stage = BY_STAGE.get(dispute.stage or "")
    if stage and dispute.reason is None:
        return stage
    if dispute.stage in AFTERWARDS:
        return stage or DURING
    if dispute.reason in BY_REASON:
        return BY_REASON[dispute.reason]
    return BEFORE if dispute.status is DisputeStatus.WATCHING else DURING


def playbook_after(dispute: Dispute, stage: str, outcome: str | None) -> str | None:
    """The playbook of a stage that leaves the case's own behind; None where that still fits."""
    if stage not in AFTERWARDS:
        return None
    own = load().get(dispute.playbook or "")
    if stage in ("appeal", "closed"):
        if own is not None and not own.safety:
            return None
        if dispute.reason == "wrong_address" and outcome in ("zero", "lost"):
            return "judgement_zero_wrong_address"
    return BY_STAGE[stage]


def content() -> dict[str, Any]:
    """The file as it stands."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
