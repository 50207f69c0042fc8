import pytest

from bot.platforms import line_content
from bot.platforms.base import MediaGone, MediaLater, MediaSource, MediaTooLarge
from tests.fakes.line_world import Content

DATA = bytes(range(256)) * 1024


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    monkeypatch.setattr(line_content, "PAUSES", (0.0, 0.0))


@pytest.fixture
def fetch(line, fake_line):
    async def fetch(content, limit=10**6):
        fake_line.world.contents["7"] = content
        return b"".join([c async for c in line.fetch(MediaSource("7", "photo", "7"), limit)])

    return fetch


async def test_bytes_come_in_chunks(line, fake_line):
    fake_line.world.contents["7"] = Content(DATA)
    chunks = [c async for c in line.fetch(MediaSource("7", "photo", "7"), len(DATA))]
    assert b"".join(chunks) == DATA
    assert len(chunks) > 1


async def test_a_film_is_waited_for_until_it_is_ready(fetch):
    assert await fetch(Content(DATA, preparing=3)) == DATA


async def test_a_film_that_is_not_ready_is_asked_for_later(fetch):
    with pytest.raises(MediaLater):
        await fetch(Content(DATA, preparing=99))


async def test_a_film_that_cannot_be_prepared_is_gone(fetch):
    with pytest.raises(MediaGone):
        await fetch(Content(DATA, preparing=1, failed=True))


async def test_what_was_taken_back_is_gone(fetch, line):
    with pytest.raises(MediaGone):
        await fetch(Content(DATA, gone=True))
    with pytest.raises(MediaGone):
        await anext(line.fetch(MediaSource("8", "photo", "8"), 10))


async def test_too_many_bytes_are_not_read(fetch):
    with pytest.raises(MediaTooLarge):
        await fetch(Content(DATA), limit=len(DATA) - 1)


@pytest.mark.parametrize("kind", ["500", "reset_before"])
async def test_a_failure_is_asked_again_later(fetch, fake_line, kind):
    fake_line.faults.next(kind, on="*/content", times=2)  # a GET is tried twice by aiohttp
    with pytest.raises(MediaLater):
        await fetch(Content(DATA))
