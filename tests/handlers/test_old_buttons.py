"""Every button that was ever shipped gets an answer, whatever has become of its case."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from handlers.buttons import Verb, parse
from handlers.events import PickedDate, Pressed
from handlers.routes import PRESSED
from tests.handlers.talk import Talk, payload

OLD = [
    line
    for line in (Path(__file__).parents[1] / "old_buttons.txt").read_text().splitlines()
    if line and not line.startswith("#")
]


def test_every_verb_is_routed_and_in_the_list() -> None:
    listed = {found.verb for line in OLD if (found := parse(line))}
    assert listed == {str(verb) for verb in Verb}
    assert set(PRESSED) == listed


STORY = "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入"


async def nothing(talk: Talk) -> None:
    """A chat that never said a word."""


async def an_open_card(talk: Talk) -> None:
    """A card to be confirmed, and a file that waits."""
    await talk.photo()
    await talk.say(STORY)


async def a_running_case(talk: Talk) -> None:
    """A registered case with evidence, and a second card."""
    await talk.register()
    await talk.photo()
    await talk.press("証拠として保存")
    await talk.say(STORY)


async def an_order_that_is_watched(talk: Talk) -> None:
    """An order before its dispute, with an estimate."""
    await talk.register("まだ届きません。保護期限は2月20日です")


async def a_closed_case(talk: Talk) -> None:
    """A case with an outcome."""
    await a_running_case(talk)
    await talk.press_payload(payload("out", 1, "zero"))


async def a_deleted_case(talk: Talk) -> None:
    """A case that is gone."""
    await a_running_case(talk)
    await talk.press_payload(payload("dely", 1))


@pytest.mark.parametrize(
    "state",
    [
        nothing,
        an_open_card,
        a_running_case,
        an_order_that_is_watched,
        a_closed_case,
        a_deleted_case,
    ],
)
async def test_every_old_button_is_answered(
    talk: Talk, state: Callable[[Talk], Awaitable[None]]
) -> None:
    await state(talk)
    await _press_all(talk)


async def test_every_old_button_is_answered_in_english(talk: Talk) -> None:
    await a_running_case(talk)
    await talk.say("英語にして")
    await _press_all(talk)


async def _press_all(talk: Talk) -> None:
    for old in OLD:
        assert await talk.tries(Pressed(old)) is not None, old
        found = parse(old)
        if found is not None and found.verb in ("date", "addd", "chgd", "fixd"):
            for value in ("2027-02-10T18:00", "2027-02-10", "", "2020-01-01"):
                assert await talk.tries(PickedDate(old, value)) is not None, old
