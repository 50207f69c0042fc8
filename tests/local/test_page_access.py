"""The page for everyone: keyboard, screen reader, contrast, narrow and wide, both languages."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from PIL import Image
from playwright.async_api import Browser, Page, Route, expect

from storage import owner_settings
from tests.fakes.server import HttpServer
from tests.local.screen import TOLD, chips, mine, say, theirs
from tests.local.stage import Stage

pytestmark = pytest.mark.browser


async def test_what_is_written_is_never_read_as_html(page: Page) -> None:
    await say(page, "<img src=x onerror=alert(1)><b>太字</b>")
    await expect(theirs(page).last).to_contain_text("<b>太字</b>")
    await expect(page.locator("#log b, #log img")).to_have_count(0)


async def test_enter_belongs_to_the_input_method_while_it_is_open(page: Page) -> None:
    await expect(theirs(page)).to_have_count(1)
    field = page.get_by_label("メッセージ", exact=True)
    await field.fill("ふんそう")
    await field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await field.press("Shift+Enter")
    await expect(mine(page)).to_have_count(0)
    await expect(field).to_have_value("ふんそう\n")


async def test_by_keyboard_alone(page: Page) -> None:
    await say(page, TOLD)
    await expect(chips(page)).to_have_count(4)
    for _ in range(40):
        await page.keyboard.press("Shift+Tab")
        label = await page.evaluate("document.activeElement.textContent.trim()")
        ring = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none"
        if label == "これで登録":
            break
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="提案を拒否する")).to_be_visible()
    await expect(page.get_by_label("メッセージ", exact=True)).to_be_focused()


async def test_roles_for_screen_readers(page: Page) -> None:
    await expect(theirs(page)).to_have_count(1)
    log = page.get_by_role("log", name="会話")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")
    unnamed = await page.evaluate(
        """() => [...document.querySelectorAll("button, a, input, textarea")]
            .filter((one) => one.checkVisibility())
            .filter((one) => !(one.getAttribute("aria-label") || one.textContent.trim()
                || one.labels?.length)).length"""
    )
    assert unnamed == 0


CONTRAST = """() => {
    const parse = (color) => color.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => {
        const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const ground = (one) => {
        for (let at = one; at; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if (color.length === 3 || color[3] > 0) return color;
        }
        return [255, 255, 255];
    };
    const poor = [];
    for (const one of document.querySelectorAll("body *")) {
        const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || !one.checkVisibility()) continue;
        const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) poor.push(`${one.className} ${one.textContent.slice(0, 12)} ${ratio}`);
    }
    return poor;
}"""


async def barriers(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA, and its best practices."""
    # A message that is still fading in has not the colours that it is read in.
    await page.evaluate(
        "Promise.allSettled(document.getAnimations().filter(one =>"
        " one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished))"
        ".then(() => null)"
    )
    found = await Axe().run(page)
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:200]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


async def test_nothing_in_the_way_of_anyone(page: Page, tmp_path: Path) -> None:
    """The first visit, an open picker and a chosen photo: what the other tests pass by."""
    await expect(theirs(page)).to_have_count(1)
    assert await barriers(page) == []
    await say(page, TOLD)
    await page.get_by_role("article").get_by_role("button", name="日付を直す").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await barriers(page) == []
    await page.keyboard.press("Escape")
    photo = tmp_path / "箱.png"
    Image.new("RGB", (60, 40), "teal").save(photo)
    await page.locator("#files").set_input_files(photo)
    await expect(page.get_by_role("img", name="箱.png")).to_be_visible()
    assert await barriers(page) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_contrast_and_width(
    browser: Browser, server: HttpServer, stage: Stage, scheme: str, width: int
) -> None:
    context = await browser.new_context(
        viewport={"width": width, "height": 844},
        locale="ja-JP",
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = await context.new_page()
    await page.goto(server.url)
    await say(page, TOLD)
    await page.get_by_role("article").get_by_role("button", name="これで登録").click()
    await expect(page.get_by_role("heading", name="提案を拒否する")).to_be_visible()
    await say(page, "英語の文をください")
    await expect(page.locator(".sample")).to_be_visible()
    await stage.plan(timedelta(hours=1), deadline=timedelta(days=1))
    await page.get_by_role("button", name="+3時間").click()
    await expect(page.locator(".card.warning")).to_be_visible()
    await say(page, "図で見せて")
    await expect(page.locator(".drawing img")).to_be_visible()
    assert await page.evaluate(CONTRAST) == []
    assert await barriers(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    await context.close()


async def test_english_page(browser: Browser, server: HttpServer, stage: Stage) -> None:
    chat = await stage.the_chat()
    page = await browser.new_page()
    await page.goto(server.url)
    await expect(page.get_by_role("button", name="+3時間")).to_be_visible()
    async with stage.database.write() as tx:
        await owner_settings.change(tx, chat.owner_id, {"locale": "en"})
    # The page loads itself anew, which takes long on a machine that is busy.
    await expect(page.get_by_role("button", name="+3 hours")).to_be_visible(timeout=20_000)
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()
    await page.close()


async def test_the_language_changes_while_something_is_on_its_way(
    browser: Browser, server: HttpServer, stage: Stage
) -> None:
    """The page waits for it, and speaks the new language then."""
    chat = await stage.the_chat()
    page = await browser.new_page()
    on_its_way, told = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        on_its_way.set()
        await told.wait()
        await route.continue_()

    await page.route("**/local/join", hold)
    await page.goto(server.url)
    await on_its_way.wait()
    async with stage.database.write() as tx:
        await owner_settings.change(tx, chat.owner_id, {"locale": "en", "zone": "UTC"})
    await expect(page.locator("time").first).to_contain_text("03:00")
    told.set()
    await expect(page.get_by_role("button", name="+3 hours")).to_be_visible(timeout=20_000)
    await page.close()
