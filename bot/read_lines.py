"""The command `read`: JSON lines in, one JSON line out for each, in order.

A line holds ``text``, ``reference`` (ISO; without an offset it is in the reading zone) and, if
wanted, ``zone`` (an IANA name, default Asia/Tokyo). A line that cannot be used is answered with
``{"error": …}``, and the rest goes on.
"""

import json
from datetime import datetime
from typing import Any, TextIO

from handlers.reading.model import ReadDeadline, Reading
from handlers.reading.read import read
from handlers.reading.zones import wall_instant, zone_of

_DEFAULT_ZONE = "Asia/Tokyo"


def main(stdin: TextIO, stdout: TextIO) -> int:
    """Answer every line until the input ends; the exit code, which is always 0."""
    for line in stdin:
        if not line.strip():
            continue
        stdout.write(json.dumps(answer(line), ensure_ascii=False) + "\n")
        stdout.flush()
    return 0


def answer(line: str) -> dict[str, Any]:
    """The answer to one line."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(asked, dict):
        return {"error": "a line must be a JSON object"}
    text, reference = asked.get("text"), asked.get("reference")
    zone = asked.get("zone") or _DEFAULT_ZONE
    if not isinstance(text, str):
        return {"error": "text must be a string"}
    if not isinstance(reference, str) or not isinstance(zone, str):
        return {"error": "reference must be an ISO date and time, zone an IANA name"}
    try:
        now = datetime.fromisoformat(reference)
        here = zone_of(zone)
        if now.tzinfo is None:
            now = wall_instant(now, here)
        return as_json(read(text, now, zone))
    except (ValueError, OverflowError) as error:
        return {"error": str(error)}


def as_json(reading: Reading) -> dict[str, Any]:
    """The keys in the order that the command promises."""
    return {
        "intent": reading.intent,
        "reason": reading.reason,
        "demand": reading.demand,
        "stage": reading.stage,
        "playbook": reading.playbook,
        "proposer": reading.proposer,
        "verdict": reading.verdict,
        "outcome": reading.outcome,
        "quantity": reading.quantity,
        "amounts": [
            {"value": one.value, "currency": one.currency, "role": one.role}
            for one in reading.amounts
        ],
        "order_id": reading.order_id,
        "order_ids": list(reading.order_ids),
        "tracking": list(reading.tracking),
        "deadline": None if reading.deadline is None else _deadline(reading.deadline),
    }


def _deadline(deadline: ReadDeadline) -> dict[str, Any]:
    return {
        "at": deadline.at.isoformat(timespec="seconds"),
        "precision": deadline.precision,
        "kind": deadline.kind,
        "source_text": deadline.source_text,
        "span": list(deadline.span),
        "assumptions": list(deadline.assumptions),
        "alternatives": [_deadline(other) for other in deadline.alternatives],
    }
