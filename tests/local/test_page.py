"""The page in a real browser: talking, pressing, picking, photos and the clock."""

from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import FilePayload, Page, expect

from handlers.replies import Media, Reply
from tests.local.screen import TOLD, chips, mine, say, theirs
from tests.local.stage import Stage

pytestmark = pytest.mark.browser


def picture(path: Path, color: str = "teal") -> Path:
    """A small photo."""
    Image.new("RGB", (60, 40), color).save(path)
    return path


async def test_the_first_visit_is_greeted_once(page: Page) -> None:
    await expect(theirs(page)).to_contain_text("紛争")
    await page.reload()
    await expect(theirs(page)).to_have_count(1)


async def test_register_by_sentence_and_button(page: Page) -> None:
    await say(page, TOLD)
    card = page.get_by_role("article")
    await expect(card.get_by_role("heading")).to_have_text("こう読み取りました")
    await expect(card).to_contain_text("2月3日(水) 23:59")
    await expect(chips(page)).to_have_text(["これで登録", "日付を直す", "理由を直す", "やめる"])
    await chips(page).first.click()
    await expect(mine(page).last).to_contain_text("これで登録")
    await expect(page.get_by_role("heading", name="提案を拒否する")).to_be_visible()
    await expect(page.get_by_role("progressbar")).to_have_attribute("value", "2")
    await expect(page.locator("#typing")).to_be_hidden()


async def test_an_old_card_stays_pressable(page: Page) -> None:
    await say(page, TOLD)
    await say(page, "それから")
    await expect(theirs(page).last).to_contain_text("聞きました: それから")
    await page.get_by_role("article").get_by_role("button", name="理由を直す").click()
    await expect(theirs(page).last).to_contain_text("押されました: 1~fixr~1~")
    await expect(page.get_by_role("status")).to_have_text("わかりました")


async def test_picking_a_date(page: Page) -> None:
    await say(page, TOLD)
    await page.get_by_role("article").get_by_role("button", name="日付を直す").click()
    dialog = page.get_by_role("dialog", name="日付を直す")
    field = dialog.get_by_label("日時を選ぶ")
    await expect(field).to_have_value("2027-02-03T23:59")
    await expect(field).to_have_attribute("min", "2027-01-31T12:00")
    await field.fill("2026-01-01T00:00")
    await dialog.get_by_role("button", name="決定").click()
    await expect(dialog.get_by_role("alert")).not_to_be_empty()
    await field.fill("")
    await dialog.get_by_role("button", name="決定").click()
    await expect(dialog).to_be_visible()
    await field.fill("2027-02-05T18:30")
    await expect(dialog).to_contain_text("2月5日(金) 18:30")
    await dialog.get_by_role("button", name="決定").click()
    await expect(mine(page).last).to_contain_text("2月5日(金) 18:30")
    await expect(theirs(page).last).to_contain_text("選ばれた日: 2027-02-05T18:30")


async def test_a_picker_can_be_left(page: Page, stage: Stage) -> None:
    await say(page, TOLD)
    pick = page.get_by_role("article").get_by_role("button", name="日付を直す")
    for leave in ("button", "escape"):
        await pick.click()
        dialog = page.get_by_role("dialog")
        if leave == "button":
            await dialog.get_by_role("button", name="やめる").click()
        else:
            await page.keyboard.press("Escape")
        await expect(dialog).to_be_hidden()
        await expect(pick).to_be_focused()
    assert not [arrived for arrived in stage.arrived if arrived.raw["type"] == "picked"]


async def test_copying(page: Page) -> None:
    await say(page, "英語の文をください")
    sample = page.locator(".sample")
    await expect(sample).to_have_attribute("lang", "en")
    await theirs(page).get_by_role("button", name="コピー", exact=True).click()
    assert await page.evaluate("navigator.clipboard.readText()") == await sample.inner_text()
    await expect(page.get_by_role("status")).to_have_text("コピーしました")


async def test_links_open_elsewhere_and_only_web_addresses_do(page: Page) -> None:
    await say(page, "英語の文をください")
    link = theirs(page).get_by_role("link", name="カレンダーに追加")
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await expect(page.get_by_text("あやしい")).to_have_count(0)


async def test_a_photo_with_preview(page: Page, stage: Stage, tmp_path: Path) -> None:
    photo, other = picture(tmp_path / "箱.png"), picture(tmp_path / "b.png", "red")
    await page.locator("#files").set_input_files([photo, other])
    attached = page.get_by_role("list", name="送る写真・動画")
    await expect(attached.get_by_role("img", name="箱.png")).to_be_visible()
    await attached.get_by_role("button", name="取り消す: b.png").click()
    await expect(attached.get_by_role("listitem")).to_have_count(1)
    await page.get_by_role("button", name="送信").click()
    await expect(attached).to_be_hidden()
    await expect(mine(page).get_by_role("img", name="箱.png")).to_be_visible()
    await expect(theirs(page).last).to_contain_text("写真を受け取りました")
    media = stage.platform.understand(stage.arrived[-1].raw, locale="ja").media
    assert media is not None
    fetched = b"".join([piece async for piece in stage.platform.fetch(media, 10**6)])
    assert fetched == photo.read_bytes()


async def test_evidence_is_given_back(page: Page, stage: Stage, tmp_path: Path) -> None:
    content = picture(tmp_path / "a.png").read_bytes()
    await stage.keep_photo("photo-0001", "1/a b.png", content, "image/png")
    await stage.push(Reply((Media("1/a b.png", "image/png", "箱.png", "届いた箱"),)))
    image = theirs(page).get_by_role("img", name="箱.png")
    await expect(image).to_have_js_property("naturalWidth", 60)
    await expect(page.get_by_role("link", name="保存")).to_have_attribute("download", "箱.png")


async def test_a_file_too_large_is_told_before_it_is_sent(page: Page, stage: Stage) -> None:
    await expect(theirs(page)).to_have_count(1)
    await page.evaluate(
        """() => {
            const chosen = new DataTransfer();
            chosen.items.add(new File([new ArrayBuffer(50 * 1024 * 1024 + 1)], "film.mp4"));
            document.getElementById("files").files = chosen.files;
            document.getElementById("files").dispatchEvent(new Event("change"));
        }"""
    )
    await expect(page.get_by_role("status")).to_contain_text("50MB")
    await expect(page.locator("#attached")).to_be_hidden()


async def test_the_clock_brings_the_warnings(page: Page, stage: Stage) -> None:
    await expect(theirs(page)).to_have_count(1)
    await stage.plan(timedelta(hours=5), timedelta(days=1), deadline=timedelta(days=3))
    clock = page.get_by_role("region", name="時計を進める")
    await expect(clock).to_contain_text("1月31日(日) 12:0")
    await expect(clock.get_by_role("button", name="いま")).to_have_attribute("aria-pressed", "true")
    await clock.get_by_role("button", name="+3時間").click()
    await expect(clock).to_contain_text("1月31日(日) 15:0")
    await expect(theirs(page)).to_have_count(1)
    await clock.get_by_role("button", name="+1日").click()
    await expect(clock).to_contain_text("2月1日(月) 15:0")
    await expect(theirs(page)).to_have_count(3)
    await expect(theirs(page).nth(1).locator(".when")).to_contain_text("17:0")
    await expect(page.locator(".day").last).to_have_text("2月1日(月)")
    await clock.get_by_role("button", name="期限の直前").click()
    await expect(clock).to_contain_text("2月3日(水) 11:5")
    await clock.get_by_role("button", name="期限の直前").click()
    await expect(page.get_by_role("status")).to_contain_text("この先の期限がまだありません")
    await clock.get_by_role("button", name="いま").click()
    await expect(clock).to_contain_text("実際の時刻")
    await expect(clock).to_contain_text("1月31日(日) 12:0")


async def test_a_video_is_named_and_sent(page: Page, stage: Stage) -> None:
    film: FilePayload = {"name": "film.mp4", "mimeType": "video/mp4", "buffer": b"\0" * 1000}
    await page.locator("#files").set_input_files(film)
    await expect(page.get_by_text("film.mp4")).to_be_visible()
    await page.get_by_role("button", name="送信").click()
    await expect(theirs(page).last).to_contain_text("写真を受け取りました")
    assert stage.arrived[-1].raw["media_type"] == "video/mp4"


async def test_a_drawing_with_its_words(page: Page) -> None:
    await say(page, "図で見せて")
    image = theirs(page).get_by_role("img", name="#1 色違い 6,993円 段階: AliExpressの介入待ち")
    await expect(image).to_have_js_property("naturalWidth", 780)
    await expect(theirs(page).last).to_contain_text("● 2月3日(水) 23:59 AliExpressの介入予定日")
    await expect(chips(page)).to_have_text(["やること"])
    address = await image.get_attribute("src")
    assert (await page.request.get(f"{page.url.rstrip('/')}{address}x")).status == 404


async def test_photos_sent_together_are_one_album(page: Page, stage: Stage, tmp_path: Path) -> None:
    await page.locator("#files").set_input_files(
        [picture(tmp_path / "a.png"), picture(tmp_path / "b.png", "red")]
    )
    await page.get_by_role("button", name="送信").click()
    await expect(theirs(page)).to_have_count(3)
    sent = [one.raw for one in stage.arrived if one.raw["type"] == "media"]
    assert len({one["album"] for one in sent}) == 1
    assert [one["album_size"] for one in sent] == [2, 2]


async def test_a_page_that_opens_on_a_drawing_shows_its_end(page: Page) -> None:
    await say(page, "図で見せて")
    for _ in range(3):
        await page.reload()
        image = theirs(page).last.get_by_role("img")
        await expect(image).to_have_js_property("complete", True)
        await expect(theirs(page).last.get_by_role("button", name="やること")).to_be_in_viewport()
