"""The files of the local page, read once at start, and its words in the chat's language."""

import html
import json
import re
from functools import cache
from pathlib import Path

from locales.catalogue import Words, ids

FOLDER = Path(__file__).parent / "platforms" / "local_page"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
PREFIX = "local-"

_PLACE = re.compile(r"\{\{([a-z-]+)\}\}")


def assets() -> dict[str, tuple[bytes, str]]:
    """All files that the page asks for by name, with their types."""
    return {
        path.name: (path.read_bytes(), TYPES[path.suffix])
        for path in sorted(FOLDER.iterdir())
        if path.suffix in TYPES
    }


@cache
def page(locale: str) -> str:
    """The page in one language: `{{local-title}}` stands for a text, `{{words}}` for them all."""
    say = Words(locale)
    words = {id.removeprefix(PREFIX): say(id) for id in sorted(ids(say.locale)) if _is_ours(id)}
    # In a script element only "<" could end it or begin a comment.
    as_json = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")

    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name == "words":
            return as_json
        return html.escape(say.locale if name == "locale" else say(name))

    return _PLACE.sub(place, (FOLDER / "index.html").read_text(encoding="utf-8"))


def _is_ours(id: str) -> bool:
    return id.startswith(PREFIX)
