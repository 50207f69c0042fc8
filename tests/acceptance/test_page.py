"""The main job on the local page: a dispute told, the checklist walked, the warnings seen."""

import re
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.async_api import Locator, Page, async_playwright, expect

from tests.acceptance.processes import bot_environment, bot_process, free_port, ready
from tests.local.browser import ARGUMENTS, chromium

pytestmark = [pytest.mark.process, pytest.mark.browser, pytest.mark.timeout(180)]

PATIENCE = 20_000


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """An empty tab on a phone's width; a mistake in the page's own code is a failure."""
    path = chromium()
    problems: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 390, "height": 844}, locale="ja-JP")
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
        await browser.close()
    assert problems == []


async def say(page: Page, text: str) -> None:
    """Type a message and press Enter."""
    await page.get_by_label("メッセージ", exact=True).fill(text)
    await page.keyboard.press("Enter")


def cards(page: Page, words: str) -> Locator:
    """All cards with these words."""
    return page.get_by_role("article").filter(has_text=words)


async def press(page: Page, card: Locator, label: str) -> None:
    """Press a button of the last such card."""
    await card.last.get_by_role("button", name=label, exact=True).click()


def in_forty_days() -> date:
    """A deadline that is surely ahead, whenever this runs."""
    return datetime.now(ZoneInfo("Asia/Tokyo")).date() + timedelta(days=40)


async def test_from_a_sentence_to_the_warnings(page: Page, tmp_path: Path) -> None:
    expect.set_options(timeout=PATIENCE)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    day = in_forty_days()
    in_words = f"{day.month}月{day.day}日"
    environment = bot_environment(tmp_path, PORT=str(port))
    async with bot_process("run", tmp_path, environment) as bot:
        await ready(url)
        await page.goto(url)
        await expect(page.locator(".theirs").first).to_contain_text("紛争")

        await say(page, f"色違いで紛争中です。全額返金6,993円、{in_words}にAliExpress介入")
        draft = cards(page, "6,993円")
        await expect(draft.last).to_contain_text(in_words)
        await press(page, draft, "これで登録")
        registered = cards(page, "登録しました")
        await expect(registered.last).to_contain_text("お知らせ")

        await press(page, registered, "やること")
        for number in range(1, 6):
            step = cards(page, f"{number}/5")
            await expect(step.last.get_by_role("progressbar")).to_have_attribute("max", "5")
            await press(page, step, "できた")
        await expect(page.locator(".theirs").last).not_to_contain_text("5/5")

        await send_photo(page, tmp_path)

        clock = page.get_by_role("region", name="時計を進める")
        warnings = page.get_by_role("article").filter(
            has=page.get_by_role("button", name="明日の朝")
        )
        await expect(warnings).to_have_count(0)
        await clock.get_by_role("button", name="期限の直前").click()
        await expect(clock).to_contain_text(re.compile(rf"{in_words}.*23:49"), timeout=60_000)
        await expect(warnings.last).to_contain_text("今日まで")
        assert await warnings.count() >= 2
        await clock.get_by_role("button", name="+1日").click()
        await expect(page.get_by_text("どうなりましたか").last).to_be_visible()

        shown = await page.locator("#log").inner_text()
        assert await bot.stop() == 0

    async with bot_process("run", tmp_path, environment):
        await ready(url)
        await page.reload()
        await expect(page.get_by_text("どうなりましたか").last).to_be_visible()
        assert await page.locator("#log").inner_text() == shown
        await expect(page.locator(".mine img")).to_have_js_property("naturalWidth", 60)
        await page.get_by_role("button", name="いま").click()
        await expect(page.get_by_text("実際の時刻")).to_be_visible()


async def send_photo(page: Page, folder: Path) -> None:
    """Send a picture; the bot asks what it is for."""
    photo = folder / "届いた箱.png"
    Image.new("RGB", (60, 40), "teal").save(photo)
    before = await page.locator(".theirs").count()
    await page.locator("#files").set_input_files(photo)
    await page.get_by_role("button", name="送信").click()
    await expect(page.locator(".mine").last.get_by_role("img")).to_be_visible()
    await expect(page.locator(".theirs")).not_to_have_count(before)
    await expect(page.locator(".theirs").last).to_contain_text("証拠")
