"""What a person finds on the page, by the words that stand there."""

from playwright.async_api import Locator, Page

TOLD = "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入"


async def say(page: Page, text: str) -> None:
    """Type a message and press Enter."""
    await page.get_by_label("メッセージ", exact=True).fill(text)
    await page.keyboard.press("Enter")


def theirs(page: Page) -> Locator:
    """What the bot said."""
    return page.locator(".theirs")


def mine(page: Page) -> Locator:
    """What the person did."""
    return page.locator(".mine")


def chips(page: Page) -> Locator:
    """The suggested answers above the writing line."""
    return page.get_by_role("group", name="返事の候補").get_by_role("button")
