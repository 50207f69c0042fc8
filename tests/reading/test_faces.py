"""A face ends a sentence; what stands in brackets is kept."""

from datetime import datetime

import pytest

from handlers.reading.normalise import normalise
from handlers.reading.read import read
from tests.reading.moments import TOKYO

_NOW = datetime(2026, 11, 26, 20, 15, tzinfo=TOKYO)


@pytest.mark.parametrize(
    "face",
    ["(´・ω・`)", "（；；）", "(T_T)", "(ToT)", "(^o^)", "(;_;)", "(´；ω；｀)", "(>_<)", "(・o・)"],
)
def test_a_face_ends_a_sentence(face: str) -> None:
    assert normalise(f"届かない{face}").text == "届かない。"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("（2,800円）", "(2,800円)"),
        ("（300円）", "(300円)"),
        ("(0円)", "(0円)"),
        ("（10月5日）", "(10月5日)"),
        ("(20日まで)", "(20日まで)"),
        ("(color: black)", "(color: black)"),
        ("(do not)", "(do not)"),
    ],
)
def test_what_stands_in_brackets_is_kept(typed: str, folded: str) -> None:
    assert normalise(typed).text == folded


def test_a_sum_and_a_day_in_brackets_are_read() -> None:
    reading = read("セラーから一部返金（2,800円）の案。期限（10月5日）", _NOW)
    assert [(one.value, one.role) for one in reading.amounts] == [("2800", "offered_by_seller")]
    assert reading.deadline is not None
    assert reading.deadline.at.date().isoformat() == "2027-10-05"
