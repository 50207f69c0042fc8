"""Every text that a person reads, by id, from the Fluent files beside this one.

Strict (tests, doctor): an unknown id or a missing variable raises. In service the Japanese text
stands in for a missing one, and a missing variable never shows as code.
"""

import logging
from functools import cache
from pathlib import Path
from typing import Any

from locales.texts import Texts

log = logging.getLogger(__name__)

LOCALES = ("ja", "en")
DEFAULT = "ja"
HERE = Path(__file__).parent


class MissingText(LookupError):
    """A text id or one of its variables is missing."""


class Words:
    """Texts of one language: `say("greeting", name=…)`; lists by numbers, as Fluent writes them."""

    def __init__(self, locale: str, *, strict: bool = False) -> None:
        self.locale = locale if locale in LOCALES else DEFAULT
        self.strict = strict
        self._bundle = _bundle(self.locale)

    def __call__(self, id: str, /, **variables: Any) -> str:
        """The text of this id. Strict: raises MissingText."""
        text, problem = _format(self._bundle, id, variables)
        if not problem:
            return text
        if self.strict:
            raise MissingText(f"{self.locale}: {id}: {problem}")
        log.error("text is missing", extra={"text_id": id, "locale": self.locale})
        spare, spare_problem = _format(_bundle(DEFAULT), id, variables)
        return spare if not spare_problem or spare else id

    def has(self, id: str) -> bool:
        """Whether there is such a text."""
        return self._bundle.has_message(id)


def _format(bundle: Texts, id: str, variables: dict[str, Any]) -> tuple[str, str]:
    if not bundle.has_message(id):
        return "", "no such text"
    pattern = bundle.get_message(id).value
    if pattern is None:
        return "", "has no value"
    text, errors = bundle.format_pattern(pattern, variables)
    return str(text), "; ".join(str(error) for error in errors)


@cache
def _bundle(locale: str) -> Texts:
    return Texts(locale, HERE / locale)


def differences() -> list[str]:
    """Texts that one language has and another lacks: a line each."""
    everything = set().union(*(ids(locale) for locale in LOCALES))
    return [f"{locale} lacks {id}" for locale in LOCALES for id in sorted(everything - ids(locale))]


def ids(locale: str) -> set[str]:
    """All text ids of a language."""
    return _bundle(locale).ids
