"""One timer for many waits: what is late is given up, and only that."""

import asyncio
from typing import Any

import pytest

from bot.patience import Patience

SHORT = 0.05


async def after(seconds: float, result: Any = "done") -> Any:
    await asyncio.sleep(seconds)
    return result


async def test_only_what_is_late_is_given_up() -> None:
    patience = Patience(SHORT)
    loop = asyncio.get_running_loop()

    async def wait(begin: float, takes: float) -> tuple[str, float]:
        await asyncio.sleep(begin)
        began = loop.time()
        try:
            return await patience.wait_for(after(takes)), loop.time() - began
        except TimeoutError:
            return "late", loop.time() - began

    waits = [(0.0, 9.0), (0.02, 9.0), (0.03, 0.01), (0.04, 0.0), (0.12, 9.0), (0.2, 0.01)]
    ended = await asyncio.gather(*(wait(*one) for one in waits))
    assert [what for what, _ in ended] == ["late", "late", "done", "done", "late", "done"]
    assert all(SHORT - 0.005 < took < SHORT + 0.2 for what, took in ended if what == "late")


async def test_a_failure_and_a_cancel_from_elsewhere_stay_what_they_are() -> None:
    patience = Patience(SHORT)

    async def fail() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await patience.wait_for(fail())
    waiting = asyncio.create_task(patience.wait_for(after(9)))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_cancel_beside_the_end_of_patience_stands() -> None:
    patience = Patience(SHORT)
    waiting = asyncio.create_task(patience.wait_for(after(9)))
    await asyncio.sleep(0)
    patience._late.add(waiting)
    waiting.cancel()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert waiting.cancelling() == 1


async def test_what_was_late_can_wait_again() -> None:
    patience = Patience(SHORT)

    async def twice() -> Any:
        with pytest.raises(TimeoutError):
            await patience.wait_for(after(9))
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0
        return await patience.wait_for(after(0.01, "again"))

    assert await asyncio.create_task(twice()) == "again"


async def test_work_that_will_not_be_stopped_keeps_its_result() -> None:
    patience = Patience(SHORT)

    async def stubborn() -> str:
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            return "kept"
        return "slept"

    async def wait() -> tuple[str, int]:
        task = asyncio.current_task()
        assert task is not None
        return await patience.wait_for(stubborn()), task.cancelling()

    assert await asyncio.create_task(wait()) == ("kept", 0)
