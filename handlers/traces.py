"""What in the chat is about one case: its buttons, its number, and the words it came from."""

import json
import re
from collections.abc import Iterable
from typing import Any

from handlers.buttons import OF_DEADLINE, OF_PIECE, WITHOUT_CASE, Verb
from storage.inbox import message_of
from storage.records import Deadline, Dispute, Evidence

_PAYLOAD = re.compile(r"1~([a-z]+)~(\d*)~([^\"\\]*)")
_SHORT = 4
"""Words shorter than this are everybody's."""


class Traces:
    """Tells of a raw event, or of something that was sent, whether it is about this case.

    Nothing links a typed sentence to a case for sure, so this goes by what it holds; a list of all
    cases counts as well. Rather too much goes than too little: nothing of it is needed any more.
    """

    def __init__(
        self, case: Dispute, clocks: Iterable[Deadline], pieces: Iterable[Evidence]
    ) -> None:
        clocks, pieces = list(clocks), list(pieces)
        self._case = str(case.id)
        self._clocks = {str(clock.id) for clock in clocks}
        self._pieces = {str(piece.id) for piece in pieces}
        self._messages = {case.message, *(piece.message for piece in pieces)} - {None, ""}
        texts = [case.source_text, *(clock.source_text for clock in clocks)]
        words = [*case.order_ids, *case.tracking, *(one for one in texts if len(one) >= _SHORT)]
        # As they stand in JSON: with quotes and line ends written out.
        self._words = [json.dumps(one, ensure_ascii=False)[1:-1] for one in words if one]
        self._number = re.compile(rf"#{case.number}(?!\d)") if case.number else None

    def __call__(self, content: dict[str, Any]) -> bool:
        """Whether this is about the case."""
        if message_of(content) in self._messages:
            return True
        text = json.dumps(content, ensure_ascii=False)
        if any(words in text for words in self._words):
            return True
        if self._number and self._number.search(text):
            return True
        return any(self._is_ours(*found) for found in _PAYLOAD.findall(text))

    def _is_ours(self, verb: str, id: str, argument: str) -> bool:
        if verb in OF_DEADLINE:
            return id in self._clocks
        if verb in OF_PIECE:
            return id in self._pieces or argument == self._case
        if verb == Verb.SAME_CASE:
            return self._case in (id, argument)
        return verb not in WITHOUT_CASE and id == self._case
