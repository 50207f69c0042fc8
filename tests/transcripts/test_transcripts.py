"""Each transcript is played on a phone with LINE and on one with Telegram, all the way through."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import StandingClock
from tests.fakes.screen import Bubble
from tests.live import LiveBot, live_bot
from tests.phones import PHONES, Phone
from tests.transcripts.script import Beat, Expected, read_script

HERE = Path(__file__).parent / "ja"
SCRIPTS = sorted(HERE.rglob("*.txt"))


def _name(path: Path) -> str:
    return str(path.relative_to(HERE).with_suffix(""))


@pytest.mark.parametrize("platform", ["line", "telegram"])
@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
async def test_transcript(path: Path, platform: str, tmp_path: Path, clock: StandingClock) -> None:
    beats = read_script(path)
    if beats[0].action == "clock":
        clock.time = beats.pop(0).moment
    async with live_bot(tmp_path, clock) as bot:
        phone: Phone = PHONES[platform](bot)
        for beat in beats:
            before = _seen(phone)
            await _act(bot, phone, beat)
            new = [bubble for bubble in phone.screen() if _look(bubble) not in before]
            new = [bubble for bubble in new if bubble.author == "bot"]
            for expected in beat.expected:
                _check(path, beat, expected, new)
        assert not bot.offences


def _look(bubble: Bubble) -> tuple[object, str, str]:
    """A message counts as new when it was edited, too; not when its quick replies vanished."""
    return bubble.message_id, bubble.text, " ".join(str(button) for button in bubble.buttons)


def _seen(phone: Phone) -> set[tuple[object, str, str]]:
    return {_look(bubble) for bubble in phone.screen()}


async def _act(bot: LiveBot, phone: Phone, beat: Beat) -> None:
    match beat.action:
        case "clock":
            seconds = (beat.moment - bot.clock.now()).total_seconds()
            assert seconds >= 0, f"line {beat.line}: the clock never goes back"
            await bot.forward(seconds=seconds)
        case "say":
            await phone.say(beat.what)
        case "press":
            await phone.press(beat.what)
        case "pick":
            await phone.pick(beat.what, beat.value)
        case "photo":
            pictures = [_picture(color) for color in beat.what.split()]
            await (phone.photo(*pictures) if len(pictures) == 1 else phone.album(pictures))


def _picture(color: str) -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(picture, "JPEG")
    return picture.getvalue()


def _check(path: Path, beat: Beat, expected: Expected, new: list[Bubble]) -> None:
    words = "\n".join(bubble.text for bubble in new)
    labels = [label for bubble in new for label in bubble.labels]
    fine = {
        "text": expected.what in words,
        "button": expected.what in labels,
        "absent": expected.what not in words,
        "nothing": not new,
        "count": str(len(new)) == expected.what,
    }[expected.kind]
    shown = "\n---\n".join(str(bubble) for bubble in new) or "(nothing new)"
    assert fine, f"{path.name}:{expected.line}: {expected.kind} {expected.what!r} in\n{shown}"
