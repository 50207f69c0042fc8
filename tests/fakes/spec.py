"""Holds accepted requests against the platforms' own machine-readable descriptions.

Where no folder with them is found nothing is checked.
"""

import functools
import json
import os
from pathlib import Path
from typing import Any

import yaml

from tests.fakes.ledger import Json
from tests.fakes.spec_line import LineSpec
from tests.fakes.spec_telegram import TelegramSpec


def folder() -> Path | None:
    given = os.environ.get("FUNSO_SPECS")
    root = Path(__file__).resolve().parents[2]
    path = Path(given) if given else root.parent / "shared" / "reference" / "specs"
    return path if path.is_dir() else None


@functools.cache
def _line(where: Path) -> LineSpec | None:
    file = where / "messaging-api.yml"
    if not file.is_file():
        return None
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return LineSpec(yaml.load(file.read_text(encoding="utf-8"), Loader=loader))


@functools.cache
def _telegram(where: Path) -> TelegramSpec | None:
    file = where / "telegram-api.json"
    return TelegramSpec(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else None


class Spec:
    def __init__(self, offences: list[str]) -> None:
        self._offences = offences
        self._folder = folder()

    def line(self, endpoint: str, body: Json) -> None:
        spec = _line(self._folder) if self._folder else None
        if spec is not None:
            self._note("line", endpoint, spec.check(endpoint, body))

    def telegram(self, method: str, params: Json) -> None:
        spec = _telegram(self._folder) if self._folder else None
        if spec is not None:
            self._note("telegram", method, spec.check(method, params))

    def _note(self, platform: str, endpoint: str, problems: list[str]) -> None:
        self._offences += [f"{platform} {endpoint}: not in its API: {p}" for p in problems]
