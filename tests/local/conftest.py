"""A stage with its database, its address over HTTP, and a browser's page on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.fakes.server import HttpServer
from tests.local.browser import ARGUMENTS, chromium
from tests.local.conversation import answer
from tests.local.stage import Stage

expect.set_options(timeout=10_000)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for all tests here, so that they can share one browser."""
    for item in items:
        if HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(loop_scope="session")
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A LocalChat over a new database, with the canned bot behind it."""
    made = Stage(tmp_path, answer)
    await made.start()
    yield made
    await made.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def client(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    """The page's requests without a page, from 127.0.0.1."""
    transport = httpx.ASGITransport(stage.app, client=("127.0.0.1", 50000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def server(stage: Stage) -> AsyncIterator[HttpServer]:
    """The stage at an address of its own."""
    async with HttpServer(stage.app) as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium."""
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, server: HttpServer) -> AsyncIterator[Page]:
    """The page as it is first opened on a phone; anything in its console is a failure."""
    context = await browser.new_context(
        viewport={"width": 390, "height": 844}, locale="ja-JP", permissions=["clipboard-read"]
    )
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if _is_ours(line.text) else None)
    await page.goto(server.url)
    yield page
    await context.close()
    assert problems == []


def _is_ours(line: str) -> bool:
    # Tests stop the server and have requests refused on purpose.
    return "Failed to load resource" not in line and "ERR_CONNECTION" not in line
