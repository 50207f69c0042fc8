"""Playbooks: which steps lead through a situation, as data in `locales/playbooks.toml`.

The file holds structure only: a table of steps, and for each playbook its steps in order, the
traps to name, the evidence that wins, the kind of its next clock, and the playbooks it leads to.
The texts lie in the Fluent files under ids made from the names: `pb-<playbook>` (its title),
`pb-<playbook>-short` (a button, at most 20 characters), `pb-<playbook>-answer`, `step-<step>`,
`step-<step>-app` and `-pc` (or `-how` where both are alike), `step-<step>-missing` where there is
something to say, `trap-<trap>`, `proof-<item>`, `english-<draft>`.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from handlers.buttons import PayloadTooLong, Verb, pack
from handlers.casework.guards import TAPS
from handlers.casework.policy import POLICY
from locales.catalogue import HERE, LOCALES, ids
from storage.records import Dispute, DisputeStatus

FILE = HERE / "playbooks.toml"
_LARGEST_ID = 10**9
"""A payload must hold the id of this many disputes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `when`: only in an open case, only before one, or always (None).

    `guard`: the tap that cannot be taken back and that the step ends in.
    """

    id: str
    by_device: bool = True
    when: str | None = None
    draft: str | None = None
    evidence: bool = False
    text: str = ""
    guard: str | None = None

    @property
    def title_id(self) -> str:
        """The id of what is to be done; steps that differ only in `when` share their texts."""
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
    """One situation. `next` is the kind of the clock to ask for at its end, if there is one.

    An `aside` helps on the way and leads back: it never becomes a case's main playbook.
    """

    name: str
    steps: tuple[Step, ...]
    next: str | None = None
    draft: str | None = None
    traps: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    safety: bool = True
    aside: bool = False

    def steps_for(self, status: DisputeStatus | None) -> tuple[Step, ...]:
        """The steps that a case in this status needs; all of them without a case."""
        if status is None:
            return self.steps
        now = "watching" if status is DisputeStatus.WATCHING else "open"
        return tuple(step for step in self.steps if step.when in (None, now))

    def draft_of(self, step: Step) -> str | None:
        """The English draft that goes with a step: the step's own, or else the playbook's."""
        return self.draft if step.draft == "playbook" else step.draft


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
    "appeal": "final_judgement_unhappy",
    "closed": "final_judgement_unhappy",
    "external": "external_routes",
    "in_transit": "not_received_protection",
    "extension": "not_received_protection",
}
BEFORE = "register_and_open"
DURING = "decline_proposal"
GRANTED = "seller_keeps_rejecting"
"""After a judgement or proposal of AliExpress that grants everything: accept that one only."""


@cache
def load() -> dict[str, Playbook]:
    """All playbooks by name. Raises LookupError or TypeError where the file is wrong."""
    content = _content()
    steps = {id: Step(id, **options) for id, options in content["steps"].items()}
    return {
        name: Playbook(
            name,
            **{
                **{key: _frozen(value) for key, value in options.items()},
                "steps": tuple(steps[id] for id in options["steps"]),
            },
        )
        for name, options in content["playbooks"].items()
    }


def playbook_for(dispute: Dispute) -> str:
    """The playbook that a case needs: its own, else by its stage, else by its reason."""
    outdated = dispute.playbook == BEFORE and dispute.status is not DisputeStatus.WATCHING
    if dispute.playbook in load() and not outdated:
        return dispute.playbook or DURING
    stage = BY_STAGE.get(dispute.stage or "")
    if stage and dispute.reason is None:
        return stage
    if dispute.stage in ("return_goods", "refund_processing", "appeal", "closed", "external"):
        return stage or DURING
    if dispute.reason in BY_REASON:
        return BY_REASON[dispute.reason]
    return BEFORE if dispute.status is DisputeStatus.WATCHING else DURING


def check() -> list[str]:
    """What is wrong with the playbooks and their texts, in plain words; empty if all is well."""
    try:
        playbooks = load()
    except (LookupError, TypeError, tomllib.TOMLDecodeError) as error:
        return [f"playbooks.toml cannot be read: {error!r}"]
    problems = list(_missing_texts(playbooks))
    for name, playbook in playbooks.items():
        problems += [f"{name}: {problem}" for problem in _problems(playbook, playbooks)]
    used = {step.id for playbook in playbooks.values() for step in playbook.steps}
    problems += [f"step {id} is in no playbook" for id in _content()["steps"] if id not in used]
    return problems


def _problems(playbook: Playbook, playbooks: dict[str, Playbook]) -> Iterator[str]:
    order = [step.id for step in playbook.steps]
    if len(set(order)) < len(order):
        yield "has a step twice"
    if playbook.next is not None and playbook.next not in POLICY:
        yield f"its next clock {playbook.next} is of no known kind"
    for name in playbook.leads_to:
        if name not in playbooks:
            yield f"leads to {name}, which is no playbook"
    for status in (DisputeStatus.OPEN, DisputeStatus.WATCHING):
        if not playbook.steps_for(status):
            yield f"has no step for a case that is {status.value}"
    for step in playbook.steps:
        if step.when not in (None, "open", "watching"):
            yield f"step {step.id} is never reached: when = {step.when}"
        if step.guard not in (None, *TAPS):
            yield f"step {step.id} guards {step.guard}, which is no tap"
        try:
            pack(Verb.STEP_SHOW, _LARGEST_ID, f"{playbook.name}.{step.id}")
        except PayloadTooLong:
            yield f"step {step.id} does not fit into a button"


def texts_of(playbook: Playbook) -> set[str]:
    """The ids of all texts that a playbook needs."""
    name = playbook.name
    wanted = {f"pb-{name}", f"pb-{name}-short", f"pb-{name}-answer"}
    wanted |= {f"trap-{trap}" for trap in playbook.traps}
    wanted |= {f"proof-{item}" for item in playbook.evidence}
    for step in playbook.steps:
        wanted |= {step.title_id, *step.how_ids}
        draft = playbook.draft_of(step)
        if draft:
            wanted.add(f"english-{draft}")
    return wanted


def _missing_texts(playbooks: dict[str, Playbook]) -> Iterator[str]:
    for locale in LOCALES:
        there = ids(locale)
        for name, playbook in playbooks.items():
            for id in sorted(texts_of(playbook) - there):
                yield f"{name}: no text {id} in {locale}"


def _content() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
