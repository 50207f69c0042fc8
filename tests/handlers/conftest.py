"""A fresh chat for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.talk import Talk, talk_in


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A buyer's own chat, in Japanese, in Tokyo."""
    async with talk_in(tmp_path / "funso.db") as talk:
        yield talk


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Talk]:
    """A chat where a message costs nothing: the question comes unless it is sent away."""
    async with talk_in(tmp_path / "telegram.db", platform="telegram", address="1") as talk:
        yield talk
