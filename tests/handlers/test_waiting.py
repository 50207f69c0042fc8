"""What the chat waits for: a date that is added, a day at most."""

from pathlib import Path

from storage import conversations
from tests.handlers.talk import Talk, talk_in


async def test_a_typed_date_after_adding_is_added(talk: Talk) -> None:
    await talk.register()
    assert "追加する期限" in await talk.say("期限を追加")
    shown = await talk.say("2月12日")
    assert "期限を追加しました" in shown
    assert len(await talk.clocks()) == 2


async def test_a_past_date_is_not_added(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を追加")
    assert "もう過ぎています" in await talk.say("2027年1月2日")
    # It is still waited for.
    assert "期限を追加しました" in await talk.say("2月12日")


async def test_what_was_asked_yesterday_takes_no_words_today(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を追加")
    await talk.later(hours=23)
    async with talk.database.read() as tx:
        waiting = await conversations.current(tx, talk.chat.id)
    assert waiting is not None
    assert (talk.now - waiting.since).total_seconds() == 23 * 3600
    await talk.later(hours=1)
    shown = await talk.say("2月12日")
    assert "期限を変更しました" in shown
    assert len(await talk.clocks()) == 1


async def test_a_photo_asked_for_yesterday_is_asked_about_today(talk: Talk) -> None:
    await talk.register()
    await talk.say("証拠一覧")
    await talk.press("証拠を追加")
    assert "保存しました" in await talk.photo("b" * 64)
    await talk.later(hours=25)
    assert "どうするか選んで" in await talk.photo("c" * 64)


async def test_a_date_that_is_not_read_is_waited_for_once_more(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を追加")
    assert "日付として読み取れませんでした" in await talk.say("むにゃむにゃ")
    assert "期限を追加しました" in await talk.say("2月12日")


async def test_a_date_that_is_not_read_twice_is_waited_for_no_more(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を追加")
    await talk.say("むにゃむにゃ")
    shown = await talk.say("ほげほげ")
    assert "読み取れませんでした" not in shown
    assert "#1 色違い" in shown
    assert "期限を変更しました" in await talk.say("2月12日")


async def test_in_a_group_a_way_out_is_heard_while_a_card_is_open(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "group.db", group=True) as talk:
        await talk.say("色違いで紛争中です")
        assert "登録を取りやめました" in await talk.say("やっぱりやめる")


async def test_a_doubtful_date_is_not_added_silently(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を追加")
    assert "日付と曜日が合っていない" in await talk.say("2月12日(月)")
    assert len(await talk.clocks()) == 1
    assert "期限を追加しました" in await talk.pick("日付を選ぶ", "2027-02-12")
    assert len(await talk.clocks()) == 2
