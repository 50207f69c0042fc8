"""What can be wrong with the playbooks' data, found at the start and by `python -m bot doctor`."""

import tomllib
from collections.abc import Iterator
from itertools import product

from handlers.buttons import PayloadTooLong, Verb, pack
from handlers.casework.conditions import UNKNOWN, Condition, Conditions, Known, hold
from handlers.casework.guards import TAPS
from handlers.casework.known import DERIVED
from handlers.casework.playbooks import Playbook, Step, content, load, questions
from handlers.casework.policy import POLICY
from handlers.casework.stages import STAGES
from locales.catalogue import LOCALES, ids

_LARGEST_ID = 10**9
"""A payload must hold the id of this many disputes."""


def check() -> list[str]:
    """What is wrong with the playbooks and their texts, in plain words; empty if all is well."""
    try:
        playbooks = load()
    except (LookupError, TypeError, ValueError, tomllib.TOMLDecodeError) as error:
        return [f"playbooks.toml cannot be read: {error!r}"]
    problems = list(_missing_texts(playbooks))
    for name, playbook in playbooks.items():
        problems += [f"{name}: {problem}" for problem in _problems(playbook, playbooks)]
    used = {step.id for playbook in playbooks.values() for step in playbook.steps}
    problems += [f"step {id} is in no playbook" for id in content()["steps"] if id not in used]
    asked = {playbook.ask for playbook in playbooks.values()}
    problems += [f"question {one} is put by no playbook" for one in questions() if one not in asked]
    return problems


def situations(playbook: Playbook) -> list[Known]:
    """Every combination of values of the facts that a playbook's conditions look at."""
    facts = sorted({condition.fact for condition in _conditions(playbook)} | {"case"})
    if playbook.ask and playbook.ask not in facts:
        facts.append(playbook.ask)
    known = {**DERIVED, **questions()}
    values = [(*known.get(fact, ()), *(() if fact == "case" else (UNKNOWN,))) for fact in facts]
    return [dict(zip(facts, combination, strict=True)) for combination in product(*values)]


def _conditions(playbook: Playbook) -> Iterator[Condition]:
    for only in [
        *(step.only for step in playbook.steps),
        *(only for _, only in playbook.traps),
        *(only for _, only in playbook.next),
    ]:
        yield from only


def _problems(playbook: Playbook, playbooks: dict[str, Playbook]) -> Iterator[str]:
    order = [step.id for step in playbook.steps]
    if len(set(order)) < len(order):
        yield "has a step twice"
    for name in playbook.leads_to:
        if name not in playbooks:
            yield f"leads to {name}, which is no playbook"
    yield from _unknown_words(playbook)
    yield from _dead_ends(playbook)
    for step in playbook.steps:
        yield from _step_problems(playbook, step)


def _unknown_words(playbook: Playbook) -> Iterator[str]:
    for kind, _ in playbook.next:
        if kind not in POLICY:
            yield f"its next clock {kind} is of no known kind"
    if playbook.ask and playbook.ask not in questions():
        yield f"asks {playbook.ask}, which is no question"
    known = {**DERIVED, **questions()}
    for condition in _conditions(playbook):
        strange = condition.values - {*known.get(condition.fact, ()), UNKNOWN}
        if condition.fact not in known:
            yield f"no fact is called {condition.fact}"
        elif strange:
            yield f"{condition.fact} is never {', '.join(sorted(strange))}"


def _dead_ends(playbook: Playbook) -> Iterator[str]:
    reached: set[str] = set()
    for known in situations(playbook):
        steps = playbook.steps_for(known)
        reached |= {step.id for step in steps}
        told = ", ".join(f"{fact}={value}" for fact, value in known.items())
        if not steps:
            yield f"has no step for a case with {told}"
        if playbook.next_for(known) is None and not playbook.leads_to and not playbook.aside:
            yield f"has no way out for a case with {told}"
    for step in playbook.steps:
        if step.id not in reached:
            yield f"step {step.id} is never reached"
    for name, only in playbook.traps:
        if not _ever(only, playbook):
            yield f"trap {name} is never named"


def _ever(only: Conditions, playbook: Playbook) -> bool:
    return any(hold(only, known) for known in situations(playbook))


def _step_problems(playbook: Playbook, step: Step) -> Iterator[str]:
    stage, _, kind = step.moves.partition(":")
    if step.moves and (stage not in STAGES or (kind and kind not in POLICY)):
        yield f"step {step.id} moves to {step.moves}, which is no stage"
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
    wanted |= {f"trap-{trap}" for trap, _ in playbook.traps}
    wanted |= {f"proof-{item}" for item in playbook.evidence}
    if playbook.ask:
        answers = questions().get(playbook.ask, ())
        wanted.add(f"question-{playbook.ask}")
        wanted |= {f"answer-{playbook.ask}-{answer}" for answer in answers}
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
