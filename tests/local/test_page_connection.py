"""The page and its server: nothing is lost or doubled by reloads and lost connections."""

import pytest
from playwright.async_api import Page, expect

from handlers.replies import Reply, Text
from tests.fakes.server import HttpServer
from tests.local.screen import TOLD, mine, say, theirs
from tests.local.stage import Stage

pytestmark = pytest.mark.browser


async def test_what_was_shown_is_there_after_a_reload_and_in_a_second_window(page: Page) -> None:
    await expect(theirs(page)).to_have_count(1)
    await say(page, TOLD)
    await expect(page.get_by_role("article")).to_be_visible()
    before = await page.locator("#log").inner_text()
    second = await page.context.new_page()
    await second.goto(page.url)
    await page.reload()
    for one in (page, second):
        await expect(one.get_by_role("article")).to_be_visible()
        assert await one.locator("#log").inner_text() == before
    await say(second, "こちらから")
    await expect(mine(page).last).to_contain_text("こちらから")
    await expect(theirs(page).last).to_contain_text("聞きました: こちらから")


async def test_a_refused_message_says_so(page: Page) -> None:
    await expect(theirs(page)).to_have_count(1)
    await page.route("**/local/say", lambda route: route.fulfill(status=400, json={}))
    await say(page, "だめ")
    await expect(mine(page).last).to_contain_text("送れませんでした")


async def test_pushed_messages_arrive_by_themselves(page: Page, stage: Stage) -> None:
    await expect(theirs(page)).to_have_count(1)
    await stage.push(Reply((Text("期限まであと1日です"),)))
    await expect(theirs(page).last).to_contain_text("期限まであと1日です")


async def test_typing_is_shown_while_an_answer_is_due(page: Page, stage: Stage) -> None:
    await expect(theirs(page)).to_have_count(1)
    stage.pause = 0.5
    await say(page, "考えて")
    await expect(page.locator("#typing")).to_be_visible()
    await expect(theirs(page).last).to_contain_text("聞きました: 考えて")
    await expect(page.locator("#typing")).to_be_hidden()
    await say(page, "黙って")
    await expect(page.locator("#typing")).to_be_visible()
    await expect(page.locator("#typing")).to_be_hidden()


async def test_a_lost_server_loses_nothing(page: Page, server: HttpServer, stage: Stage) -> None:
    await expect(theirs(page)).to_have_count(1)
    port = await server.go_down()
    await say(page, "とどけ")
    await page.get_by_label("メッセージ", exact=True).fill("書きかけ")
    await expect(mine(page).last).to_contain_text("まだ送れていません")
    await expect(page.get_by_role("status")).to_contain_text("サーバーにつながりません")
    await stage.push(Reply((Text("留守のあいだに"),)))
    await server.start(port)
    await expect(page.get_by_text("聞きました: とどけ")).to_be_visible(timeout=15_000)
    await expect(mine(page)).to_have_count(1)
    await expect(mine(page).last).not_to_contain_text("まだ送れていません")
    await expect(page.get_by_text("留守のあいだに")).to_have_count(1)
    await expect(page.get_by_label("メッセージ", exact=True)).to_have_value("書きかけ")


async def test_what_is_typed_or_unsent_survives_a_reload(page: Page) -> None:
    await expect(theirs(page)).to_have_count(1)
    await page.route("**/local/say", lambda route: route.abort())
    await say(page, "まだです")
    await page.get_by_label("メッセージ", exact=True).fill("書きかけ")
    await expect(mine(page).last).to_contain_text("まだ送れていません")
    await page.unroute("**/local/say")
    await page.reload()
    await expect(page.get_by_text("聞きました: まだです")).to_have_count(1)
    await expect(mine(page)).to_have_count(1)
    await expect(page.get_by_label("メッセージ", exact=True)).to_have_value("書きかけ")


async def test_an_answer_lost_on_the_way_is_not_a_second_message(page: Page, stage: Stage) -> None:
    await expect(theirs(page)).to_have_count(1)
    lost = 0

    async def lose(route):  # type: ignore[no-untyped-def]
        nonlocal lost
        if lost:
            await route.continue_()
            return
        lost += 1
        await route.fetch()
        await route.abort()

    await page.route("**/local/say", lose)
    await say(page, "一度だけ")
    await expect(theirs(page).last).to_contain_text("聞きました: 一度だけ")
    await page.wait_for_timeout(1200)
    assert lost == 1
    assert [arrived.raw.get("text") for arrived in stage.arrived] == [None, "一度だけ"]
    await expect(mine(page)).to_have_count(1)


async def test_who_reads_further_up_is_left_there(page: Page, stage: Stage) -> None:
    await stage.push(Reply(tuple(Text(f"お知らせ{number}\n\n") for number in range(20))))
    await expect(page.get_by_text("お知らせ19")).to_be_in_viewport()
    await page.locator("#scroll").evaluate("box => box.scrollTo(0, 0)")
    await page.wait_for_timeout(100)
    await stage.push(Reply((Text("新しいお知らせ"),)))
    further = page.get_by_role("button", name="続きを見る")
    await expect(further).to_be_visible()
    await expect(page.get_by_text("新しいお知らせ")).not_to_be_in_viewport()
    await further.click()
    await expect(page.get_by_text("新しいお知らせ")).to_be_in_viewport()
    await expect(further).to_be_hidden()


async def test_a_long_answer_is_read_from_its_start(page: Page, stage: Stage) -> None:
    long = Reply(tuple(Text(f"答え{number}" + "\n次の行" * 6) for number in range(8)))
    await expect(theirs(page)).to_have_count(1)
    stage.script = lambda _: long
    await say(page, "長い話を")
    await expect(theirs(page)).to_have_count(9)
    await expect(mine(page)).to_be_in_viewport()
    await expect(page.get_by_text("答え0")).to_be_in_viewport()
    await expect(page.get_by_text("答え7")).not_to_be_in_viewport()
    await page.get_by_role("button", name="続きを見る").click()
    await expect(page.get_by_text("答え7")).to_be_in_viewport()
