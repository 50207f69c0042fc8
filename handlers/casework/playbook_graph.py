"""A picture of a playbook for whoever edits it: `python -m bot doctor --graph [playbook …]`.

Mermaid flowcharts, which GitHub and most editors draw: the question with its answers, the steps in
every order that a case can be led through them, the stages that they move to, the next clocks, and
the playbooks it leads to.
"""

from collections.abc import Iterator
from itertools import pairwise

from handlers.casework.conditions import Conditions
from handlers.casework.playbook_check import situations
from handlers.casework.playbooks import Playbook, load, questions
from locales.catalogue import DEFAULT, Words

BEGIN, ASK = "begin", "ask"


def graphs(names: list[str]) -> Iterator[str]:
    """The pictures of these playbooks, of all without a name. Raises KeyError for a stranger."""
    playbooks = load()
    for name in names or playbooks:
        yield graph(playbooks[name])


def graph(playbook: Playbook) -> str:
    """One playbook as a Mermaid flowchart, in Japanese as the buyer reads it."""
    say = Words(DEFAULT)
    only = {step.id: step.only for step in playbook.steps}
    only |= {f"next_{kind}": conditions for kind, conditions in playbook.next}
    edges = [f"  {one} -->{_label(only.get(other, ()))} {other}" for one, other in _edges(playbook)]
    return "\n".join(("flowchart TD", *_nodes(say, playbook), *edges))


def _nodes(say: Words, playbook: Playbook) -> Iterator[str]:
    yield f"  {BEGIN}([{_quoted(say(f'pb-{playbook.name}'))}])"
    if playbook.ask:
        answers = [say(f"answer-{playbook.ask}-{one}") for one in questions()[playbook.ask]]
        question = say(f"question-{playbook.ask}")
        yield f"  {ASK}{{{_quoted('<br/>'.join((question, ' / '.join(answers))))}}}"
    for step in playbook.steps:
        yield f"  {step.id}[{_quoted(say(step.title_id))}]"
        if step.moves:
            stage = say(f"stage-{step.moves.partition(':')[0]}")
            yield f"  {step.id} -.-> stage_{step.id}>{_quoted(stage)}]"
    for kind, _ in playbook.next:
        yield f"  next_{kind}[/{_quoted(say(f'kind-{kind}'))}/]"
    for other in playbook.leads_to:
        yield f"  to_{other}([{_quoted(say(f'pb-{other}'))}])"


def _edges(playbook: Playbook) -> list[tuple[str, str]]:
    """Which node follows which, in any situation that a case can be in."""
    found: dict[tuple[str, str], None] = {}
    for known in situations(playbook):
        path = [BEGIN, *([ASK] if playbook.ask else [])]
        path += [step.id for step in playbook.steps_for(known)]
        last = path[-1]
        kind = playbook.next_for(known)
        if kind:
            path.append(f"next_{kind}")
        for edge in pairwise(path):
            found[edge] = None
        for other in playbook.leads_to:
            found[last, f"to_{other}"] = None
    return list(found)


def _label(only: Conditions) -> str:
    if not only:
        return ""
    words = " and ".join(f"{one.fact}={'|'.join(sorted(one.values))}" for one in only)
    return f"|{_quoted(words)}|"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "#quot;") + '"'
