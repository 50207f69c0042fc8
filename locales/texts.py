"""The texts of one language, each read when it is first said.

Reading them all takes 0.2 s and 6 MB a language, which the first buyer would wait for, and a
process says a few dozen of the 1,454.
"""

import re
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)


class Texts(FluentBundle):
    """A Fluent bundle that knows where each entry of its files begins, and parses it when asked."""

    def __init__(self, locale: str, folder: Path) -> None:
        super().__init__([locale], use_isolating=False)
        self._sources: dict[str, str] = {}
        for path in sorted(folder.glob("*.ftl")):
            for id, source in entries(path.read_text(encoding="utf-8")):
                self._sources.setdefault(id, source)

    @property
    def ids(self) -> set[str]:
        """Of all texts."""
        return {id for id in self._sources if not id.startswith("-")}

    def has_message(self, message_id: str) -> bool:
        """Whether there is such a text."""
        return message_id in self._sources

    def _lookup(self, entry_id: str, term: bool = False) -> Any:
        # All ways to an entry, those from within another one too, go through here.
        key = f"-{entry_id}" if term else entry_id
        if key not in self._compiled and key in self._sources:
            self.add_resource(FluentParser(with_spans=False).parse(self._sources[key]))
        return super()._lookup(entry_id, term)


def entries(file: str) -> list[tuple[str, str]]:
    """The ids of a Fluent file's texts and terms, with the lines that belong to each."""
    begins = list(_ENTRY.finditer(file))
    ends = [one.start() for one in begins[1:]] + [len(file)]
    return [(one[1], file[one.start() : end]) for one, end in zip(begins, ends, strict=True)]
