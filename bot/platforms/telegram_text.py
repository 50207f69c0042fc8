"""Texts with Telegram's entities: built up piece by piece, cut to messages.

Telegram counts a text in code points and an entity's place in UTF-16 units.
https://core.telegram.org/bots/api#messageentity
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.platforms.splitting import blank, clean, cuts, utf16

Json = dict[str, Any]

TEXT = 4080
CAPTION = 1010
"""Code points; the mark of a message that is sent again must still fit in front."""
ENTITIES = 100
"""Telegram drops what is more."""
FORMATS: dict[Literal["date", "datetime"], str] = {"date": "wD", "datetime": "wDt"}
"""Weekday, long date, and the time without seconds: in the reader's own zone and language."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, in code points, and what it is."""

    start: int
    end: int
    kind: Json


@dataclass(slots=True)
class Rich:
    """A text with entities."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def add(self, words: str, **kind: Any) -> "Rich":
        """Append words; `type="bold"` and the like make them an entity."""
        words = clean(words)
        start = len(self.text)
        self.text += words
        if kind and not blank(words):
            self.spans.append(Span(start, len(self.text), kind))
        return self

    def moment(self, at: datetime, words: str, precision: Literal["date", "datetime"]) -> "Rich":
        """Append a moment that every reader sees in their own time zone."""
        seconds = int(at.timestamp())
        return self.add(
            words, type="date_time", unix_time=seconds, date_time_format=FORMATS[precision]
        )

    def pieces(self, limit: int = TEXT) -> list["Rich"]:
        """The text in messages of at most `limit` code points, entities with them."""
        return [self._cut(start, end) for start, end in cuts(self.text, limit)]

    def _cut(self, start: int, end: int) -> "Rich":
        inside = [
            Span(max(span.start, start) - start, min(span.end, end) - start, span.kind)
            for span in self.spans
            if span.start < end and span.end > start and _divisible(span, start, end)
        ]
        return Rich(self.text[start:end], inside)

    def entities(self) -> list[Json]:
        """The spans as Telegram wants them."""
        return [
            {
                **span.kind,
                "offset": utf16(self.text[: span.start]),
                "length": utf16(self.text[span.start : span.end]),
            }
            for span in self.spans[:ENTITIES]
        ]

    def params(self) -> Json:
        """The text's part of a sendMessage or editMessageText."""
        entities = self.entities()
        return {"text": self.text, **({"entities": entities} if entities else {})}


def _divisible(span: Span, start: int, end: int) -> bool:
    """Half a moment would be shown as a whole one: where it is cut, its words alone remain."""
    return span.kind["type"] != "date_time" or (span.start >= start and span.end <= end)
