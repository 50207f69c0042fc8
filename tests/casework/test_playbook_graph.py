"""The pictures of the playbooks: every step stands in them, and on a way from the beginning."""

import re

import pytest

from bot.__main__ import main
from handlers.casework.playbook_graph import graph, graphs
from handlers.casework.playbooks import load


@pytest.mark.parametrize("name", load())
def test_every_step_is_on_a_way_from_the_beginning(name: str) -> None:
    playbook = load()[name]
    lines = graph(playbook).splitlines()
    assert lines[0] == "flowchart TD"
    ways: dict[str, set[str]] = {}
    for line in lines:
        if found := re.fullmatch(r"  (\w+) -->(?:\|.*\|)? (\w+)", line):
            ways.setdefault(found[1], set()).add(found[2])
    reached, ahead = set(), {"begin"}
    while ahead:
        reached |= ahead
        ahead = set().union(*(ways.get(node, set()) for node in ahead)) - reached
    assert {step.id for step in playbook.steps} <= reached
    assert {f"to_{other}" for other in playbook.leads_to} <= reached
    assert {f"next_{kind}" for kind, _ in playbook.next} <= reached


def test_a_condition_stands_on_the_way_to_its_step() -> None:
    drawn = graph(load()["return_goods"])
    assert '-->|"free_return=yes"| free_return' in drawn
    assert 'ask{"注文に「返品無料」の印はありますか?<br/>ある / ない"}' in drawn


def test_the_command_prints_one_or_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--graph", "return_goods"]) == 0
    assert capsys.readouterr().out.count("flowchart TD") == 1
    assert main(["doctor", "--graph"]) == 0
    assert capsys.readouterr().out.count("flowchart TD") == len(list(graphs([])))
    assert main(["doctor", "--graph", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
