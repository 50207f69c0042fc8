"""Reading a transcript: what the buyer does, when the clock moves, what must then be on screen.

# a title                      a comment
時計 2026-11-23 10:00          the clock in Tokyo: the first sets it, later ones move it there
> 色違いで紛争中です            the buyer types (\\n: a new line)
[これで登録]                    presses this button, the newest on the screen
[日付を直す] 2027-02-03T18:00   picks a date in it
写真 red                       sends a photo of this colour
写真 red blue                  sends several photos at once
    2月3日(水) 23:59           indented: one of the new messages shows this
    [これで登録]               a new message has this button
    ! 登録しました              none of the new messages shows this
    (なし)                     nothing new came
    (1通)                      so many new messages came
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")

Action = Literal["clock", "say", "press", "pick", "photo"]


@dataclass(frozen=True, slots=True)
class Expected:
    """One indented line."""

    line: int
    kind: Literal["text", "button", "absent", "nothing", "count"]
    what: str


@dataclass(slots=True)
class Beat:
    """One thing that happens, and what must be seen then."""

    line: int
    action: Action
    what: str
    value: str = ""
    expected: list[Expected] = field(default_factory=list)

    @property
    def moment(self) -> datetime:
        """The instant of a clock beat."""
        return datetime.strptime(self.what, "%Y-%m-%d %H:%M").replace(tzinfo=TOKYO)


class NotAScript(ValueError):
    """A line of a transcript cannot be read."""


def read_script(path: Path) -> list[Beat]:
    """The beats of a transcript. Raises NotAScript."""
    beats: list[Beat] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] in " \t":
            if not beats:
                raise NotAScript(f"{path.name}:{number}: nothing has happened yet")
            beats[-1].expected.append(_expected(number, line.strip()))
        else:
            beats.append(_beat(path, number, line.rstrip()))
    return beats


def _beat(path: Path, number: int, line: str) -> Beat:
    if line.startswith("> "):
        return Beat(number, "say", line[2:].replace("\\n", "\n"))
    if line.startswith("時計 "):
        return Beat(number, "clock", line.removeprefix("時計 "))
    if line.startswith("写真 "):
        return Beat(number, "photo", line.removeprefix("写真 "))
    if line.startswith("["):
        label, _, value = line[1:].partition("]")
        return Beat(number, "pick" if value.strip() else "press", label, value.strip())
    raise NotAScript(f"{path.name}:{number}: {line}")


def _expected(number: int, text: str) -> Expected:
    if text == "(なし)":
        return Expected(number, "nothing", "")
    if text.startswith("(") and text.endswith("通)"):
        return Expected(number, "count", text[1:-2])
    if text.startswith("! "):
        return Expected(number, "absent", text[2:])
    if text.startswith("[") and text.endswith("]"):
        return Expected(number, "button", text[1:-1])
    return Expected(number, "text", text)
