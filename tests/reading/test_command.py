import io
import json
import subprocess
import sys

import pytest

from bot.read_lines import main

KEYS = [
    "intent", "reason", "demand", "stage", "playbook", "proposer", "verdict", "outcome",
    "quantity", "amounts",
    "order_id", "order_ids", "tracking", "deadline",
]  # fmt: skip
DEADLINE_KEYS = [
    "at", "precision", "kind", "source_text", "span", "assumptions", "alternatives",
]  # fmt: skip
NOW = "2026-11-23T10:00:00"


def _answers(*lines: object) -> list[dict[str, object]]:
    given = "".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines)
    out = io.StringIO()
    assert main(io.StringIO(given), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_answer_has_every_key_in_order() -> None:
    (answer,) = _answers(
        {
            "text": "違うカラーが届き、オープン紛争しました。6,993円の全額返金を要求しています。"
            "期限は11月28日です。注文番号8201234567890123",
            "reference": NOW,
        }
    )
    assert list(answer) == KEYS
    assert answer == {
        "intent": "register_dispute",
        "reason": "color_mismatch",
        "demand": "full_refund",
        "stage": "seller_response",
        "playbook": "color_mismatch",
        "proposer": None,
        "verdict": None,
        "outcome": None,
        "quantity": None,
        "amounts": [{"value": "6993", "currency": "JPY", "role": "claimed"}],
        "order_id": "8201234567890123",
        "order_ids": ["8201234567890123"],
        "tracking": [],
        "deadline": {
            "at": "2026-11-28T23:59:00+09:00",
            "precision": "date",
            "kind": "unknown",
            "source_text": "11月28日",
            "span": [43, 49],
            "assumptions": ["no_year", "date_only"],
            "alternatives": [],
        },
    }


def test_alternatives_have_the_same_keys() -> None:
    (answer,) = _answers({"text": "12月5日(金)まで", "reference": NOW})
    found = answer["deadline"]
    assert isinstance(found, dict)
    assert list(found) == DEADLINE_KEYS
    assert list(found["alternatives"][0]) == DEADLINE_KEYS


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[1]",
        {"reference": NOW},
        {"text": 5, "reference": NOW},
        {"text": "12/5"},
        {"text": "12/5", "reference": "yesterday"},
        {"text": "12/5", "reference": NOW, "zone": "Asia/Atlantis"},
        {"text": "12/5", "reference": NOW, "zone": 9},
        {"text": "12/5", "reference": NOW, "zone": "../../etc/passwd"},
    ],
    ids=str,
)
def test_an_unusable_line_is_answered_and_the_rest_goes_on(line: object) -> None:
    bad, good = _answers(line, {"text": "12/5", "reference": NOW})
    assert list(bad) == ["error"]
    assert good["intent"] == "update_deadline"


def test_a_reference_without_an_offset_is_in_the_zone() -> None:
    here, there = _answers(
        {"text": "あと3時間", "reference": NOW, "zone": "America/Los_Angeles"},
        {"text": "あと3時間", "reference": "2026-11-23T10:00:00+00:00"},
    )
    assert here["deadline"]["at"] == "2026-11-23T13:00:00-08:00"  # type: ignore[index]
    assert there["deadline"]["at"] == "2026-11-23T22:00:00+09:00"  # type: ignore[index]


def test_a_lone_surrogate_does_no_harm() -> None:
    (answer,) = _answers('{"text": "\\ud800 12/5まで", "reference": "2026-11-23T10:00:00"}')
    assert answer["deadline"]["span"] == [2, 6]  # type: ignore[index]
    (answer,) = _answers('{"text": "\\ud800\\u3099 12/5まで", "reference": "2026-11-23T10:00:00"}')
    assert answer["deadline"]["span"] == [3, 7]  # type: ignore[index]


def _python(code: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], input=given, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.process
def test_as_a_process() -> None:
    line = json.dumps({"text": "12月5日まで", "reference": NOW})
    out = _python("import sys\nfrom bot.read_lines import main\nmain(sys.stdin, sys.stdout)", line)
    assert json.loads(out)["deadline"]["at"] == "2026-12-05T23:59:00+09:00"


@pytest.mark.process
def test_reading_loads_neither_database_nor_platform_nor_dateparser() -> None:
    heavy = [
        "sqlalchemy",
        "telegram",
        "linebot",
        "dateparser",
        "jpholiday",
        "aiohttp",
        "httpx",
        "storage",
        "locales",
    ]
    code = (
        "import sys\nfrom datetime import datetime, timezone\n"
        "from handlers.reading.read import read\n"
        "read('12月5日まで、6,993円', datetime.now(timezone.utc))\n"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    assert _python(code).strip() == "[]"
