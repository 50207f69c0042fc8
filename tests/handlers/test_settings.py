"""設定: one card, by buttons and by sentences; what is planned moves with it."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from storage import deadlines, owners
from storage.owner_records import Owner
from storage.tables import chats as chats_table
from storage.tables import outbox as outbox_table
from tests.handlers.talk import Talk, payload

TOKYO = ZoneInfo("Asia/Tokyo")


async def owner_of(talk: Talk) -> Owner:
    async with talk.database.read() as tx:
        return await owners.owner(tx, talk.chat.owner_id)


async def coming(talk: Talk, zone: str = "Asia/Tokyo") -> list[str]:
    """When the warnings to come are due, there."""
    there = ZoneInfo(zone)
    return [f"{row.due_at.astimezone(there):%m-%d %H:%M}" for row in await talk.warnings()]


async def press(talk: Talk, argument: str) -> str:
    return await talk.press_payload(payload("set", None, argument))


@pytest.mark.parametrize("words", ["設定", "/settings", "settings"])
async def test_one_card_shows_everything(talk: Talk, words: str) -> None:
    await talk.register()
    shown = await talk.say(words)
    assert len(talk.cards()) == 1
    for line in (
        "言語: 日本語",
        "時間帯: 日本時間",
        "お知らせを控える時間: 22:00〜7:00",
        "お知らせの時期: おまかせ",
        "お知らせの時刻: おまかせ",
        "毎日の確認: おまかせ",
        "良い知らせ: 音あり",
        "次のお知らせ: 1月31日(日) 9:00",
    ):
        assert line in shown
    assert len(talk.labels) <= 12, "one bubble of LINE"
    assert "もとに戻す" not in talk.labels


async def test_the_menu_leads_there(talk: Talk) -> None:
    await talk.say("ヘルプ")
    assert "お知らせを控える時間" in await talk.press("設定")


async def test_quiet_hours_by_buttons(talk: Talk) -> None:
    await talk.register()
    await talk.say("設定")
    await talk.press("控える時間")
    assert "✓ 22:00〜7:00" in talk.labels
    shown = await talk.press("22:00〜9:00")
    assert "控える時間を「22:00〜9:00」にしました。" in shown
    assert (await owner_of(talk)).quiet_until == time(9)
    assert talk.reply is not None
    assert talk.reply.replaces_pressed
    assert "設定をもとに戻しました。" in await talk.press("もとに戻す")
    assert (await owner_of(talk)).quiet_until == time(7)
    assert "もとに戻す" not in talk.labels


async def test_warnings_move_with_the_hour(talk: Talk) -> None:
    await talk.register()
    assert await coming(talk) == ["01-31 09:00", "02-02 20:00", "02-03 09:00", "02-04 09:00"]
    shown = await talk.say("通知は夜8時だけにして")
    assert "お知らせの時刻を「20:00」にしました。" in shown
    assert "次のお知らせ: 1月31日(日) 20:00" in shown
    assert await coming(talk) == ["01-31 20:00", "02-02 20:00", "02-03 20:00", "02-04 20:00"]
    await talk.press("もとに戻す")
    assert await coming(talk) == ["01-31 09:00", "02-02 20:00", "02-03 09:00", "02-04 09:00"]


async def test_warnings_move_with_the_days(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("前日だけ知らせて")
    assert "お知らせの時期を「前日」にしました。" in shown
    assert await coming(talk) == ["02-02 09:00", "02-04 09:00"]
    shown = await talk.say("3日前にも知らせて")
    assert "「3日前・前日」" in shown
    assert await coming(talk) == ["01-31 09:00", "02-02 09:00", "02-04 09:00"]
    await talk.say("お知らせの時期はおまかせで")
    assert (await owner_of(talk)).leads == {}


async def test_several_in_one_sentence(talk: Talk) -> None:
    shown = await talk.say("通知は前日の夜8時だけにして。夜11時から朝6時は静かに。英語にして")
    assert "Language: English" in shown
    assert "Quiet hours: 23:00 to 6:00" in shown
    assert "Reminders before a deadline: 1 day at 20:00" in shown
    await talk.press("Undo")
    assert await owner_of(talk) == (await owner_of(talk))
    owner = await owner_of(talk)
    assert (owner.locale, owner.leads, owner.quiet_from) == ("ja", {}, time(22))


async def test_days_of_one_kind_are_put_on_and_off(talk: Talk) -> None:
    await talk.register()
    await talk.say("設定")
    await talk.press("お知らせの時期")
    shown = await talk.press("期限の種類ごとに")
    assert "AliExpressの介入: 3日前・前日・当日" in shown
    await talk.press("AliExpressの介入")
    assert "✓ 3日前" in talk.labels
    assert "5日前" in talk.labels
    shown = await talk.press("✓ 3日前")
    assert "AliExpressの介入は" in shown
    assert "3日前" in talk.labels
    assert await coming(talk) == ["02-02 20:00", "02-03 09:00", "02-04 09:00"]
    await talk.press("2日前")
    assert await coming(talk) == [
        "02-01 09:00", "02-02 20:00", "02-03 09:00", "02-04 09:00"
    ]  # fmt: skip
    await talk.press("おまかせ")
    assert len(await coming(talk)) == 4
    assert "お知らせを控える時間" in await talk.press("設定にもどる")


async def test_days_of_one_kind_in_words(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("介入の期限は前日だけ知らせて")
    assert "AliExpressの介入は" in shown
    assert await coming(talk) == ["02-02 09:00", "02-04 09:00"]
    await talk.say("返品の期限は5日前にも知らせて")
    assert (await owner_of(talk)).leads == {"step_in": ("1d",), "return": ("+5d",)}


async def test_a_zone_keeps_days_and_instants(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("タイムゾーンをニューヨークに")
    assert "時間帯をニューヨーク (UTC-05:00)にしました。" in shown
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 4, 4, 59, tzinfo=UTC), "still 23:59 of the day, there"
    assert await coming(talk, "America/New_York") == [
        "01-31 09:00", "02-02 20:00", "02-03 09:00", "02-04 09:00"
    ]  # fmt: skip
    await talk.say("元に戻す")
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 3, 14, 59, tzinfo=UTC)


async def test_what_was_said_of_a_day_is_not_said_again_in_a_new_zone(talk: Talk) -> None:
    await talk.register()
    async with talk.database.write() as tx:
        await tx.execute(
            update(outbox_table).where(outbox_table.c.offset == "D-3").values(state="sent")
        )
    await talk.say("タイムゾーンをニューヨークに")
    assert "01-31 09:00" not in await coming(talk, "America/New_York")
    await talk.say("夜10時以降は鳴らさないで")
    await talk.say("通知は朝8時にして")
    assert await coming(talk, "America/New_York") == ["02-02 08:00", "02-03 08:00", "02-04 08:00"]


@pytest.mark.parametrize("text", ["時差のある国にいる", "タイムゾーンを変えたい"])
async def test_a_zone_that_was_not_named_is_offered(talk: Talk, text: str) -> None:
    shown = await talk.say(text)
    assert "時間帯を選んでください。" in shown
    assert "✓ 日本" in talk.labels
    assert "時間帯をロンドン (UTC+00:00)にしました。" in await talk.press("ロンドン")


async def test_a_country_with_several_zones_asks_which(talk: Talk) -> None:
    await talk.say("アメリカに住んでいます")
    assert {"ニューヨーク", "シカゴ", "ホノルル"} <= set(talk.labels)
    await talk.press("シカゴ")
    assert (await owner_of(talk)).zone == "America/Chicago"


async def test_an_unknown_place_is_answered_with_choices(talk: Talk) -> None:
    shown = await talk.say("タイムゾーンを火星にして")
    assert "その地域の時間帯がわかりませんでした。" in shown
    assert "ロンドン" in talk.labels
    assert (await owner_of(talk)).zone == "Asia/Tokyo"


async def test_summer_time_moves_the_hour_of_the_day(talk: Talk) -> None:
    await talk.say("タイムゾーンをニューヨークに")
    await talk.say("通知は朝8時にして")
    # The clocks go forward on March 14th: 8:00 stays 8:00.
    await talk.register("色違いで紛争中、3月16日にAliExpress介入")
    assert await coming(talk, "America/New_York") == [
        "03-13 08:00", "03-15 08:00", "03-16 08:00", "03-17 08:00"
    ]  # fmt: skip
    hours = {row.due_at.hour for row in await talk.warnings()}
    assert hours == {12, 13}, "in UTC"


async def test_quiet_hours_are_kept_by_the_nights_warnings(talk: Talk) -> None:
    await talk.register()
    await talk.say("19時から10時は静かに")
    assert await coming(talk) == ["01-31 10:00", "02-03 10:00", "02-04 10:00"]
    shown = await talk.say("通知は21時にして")
    assert "21:00 は控える時間の中なので" in shown
    shown = await talk.say("9時から17時は仕事中なので鳴らさないで")
    assert "夜も届くことがあります" in shown
    await talk.say("静かな時間をなくして")
    assert "お知らせを控える時間: なし" in talk.shown
    assert "お知らせを控える時間: なし" in await talk.say("夜中も鳴らしていい")
    assert "すでに、その設定になっています。" in talk.shown
    assert "もとに戻す" not in talk.labels


async def test_the_nights_are_quiet_already(talk: Talk) -> None:
    assert "すでに、その設定になっています。" in await talk.say("夜中は鳴らさないで")
    await talk.say("静かな時間をなくして")
    assert "22:00〜7:00" in await talk.say("夜中は鳴らさないで")


async def test_the_daily_question_at_another_hour(telegram: Talk) -> None:
    await telegram.register("色違いで紛争中、2月6日にAliExpress介入")
    shown = await telegram.say("毎日の確認は朝8時に")
    assert "毎日の確認の時刻を「8:00」にしました。" in shown
    assert (await owner_of(telegram)).look_at == time(8)


async def test_good_news_without_a_sound(talk: Talk) -> None:
    assert "良い知らせを「音なし」にしました。" in await talk.say("良い知らせは静かに")
    assert "良い知らせも鳴らす" in talk.labels
    await talk.press("良い知らせも鳴らす")
    assert (await owner_of(talk)).quiet_good is False


async def test_the_notices_cannot_all_be_stopped(talk: Talk) -> None:
    await talk.register()
    before = await coming(talk)
    shown = await talk.say("通知を全部止めて")
    assert "全部止めることはできません" in shown
    assert await coming(talk) == before
    await talk.press("前日")
    assert await coming(talk) == ["02-02 09:00", "02-04 09:00"]


async def test_what_is_due_this_moment_is_not_lost(talk: Talk) -> None:
    await talk.register()
    talk.now = datetime(2027, 1, 31, 9, 1, tzinfo=TOKYO).astimezone(UTC)
    await talk.say("通知は夜8時だけにして")
    assert await coming(talk) == ["01-31 09:00", "02-02 20:00", "02-03 20:00", "02-04 20:00"]
    (clock,) = await talk.clocks()
    assert {row.deadline_version for row in await talk.warnings()} == {clock.version}


async def test_undo_takes_back_what_was_last(talk: Talk) -> None:
    await talk.register()
    await talk.say("通知は夜8時だけにして")
    old = talk.button("もとに戻す")
    await talk.later(minutes=1)
    await talk.say("前日だけ知らせて")
    assert "もう戻せません" in await talk.press_payload(old.payload)  # type: ignore[union-attr]
    await talk.later(minutes=1)
    await talk.say("期限は2月5日です")
    await talk.say("元に戻す")
    assert (await talk.clocks())[0].at == datetime(2027, 2, 3, 14, 59, tzinfo=UTC)
    assert "設定をもとに戻しました。" in await talk.say("元に戻す")
    owner = await owner_of(talk)
    assert (owner.leads, owner.warn_at) == ({}, time(20))


async def test_everything_back_to_the_beginning(talk: Talk) -> None:
    await talk.say("通知は前日の夜8時だけにして")
    await talk.say("毎日の確認は朝8時に")
    await talk.say("設定を初期設定に戻して")
    owner = await owner_of(talk)
    assert (owner.leads, owner.look_at, owner.warn_at) == ({}, None, None)


async def test_english_is_spoken_after_it_and_read_too(talk: Talk) -> None:
    await talk.register()
    assert "Changed. Language: English." in await talk.say("英語にして")
    for argument in ("zone", "quiet", "leads", "kinds", "leads:return", "hour", "look", "card"):
        shown = await press(talk, argument)
        assert not any("ぁ" <= c <= "ん" for c in shown.replace("日本語にする", "")), argument
    assert "Quiet hours: 23:00 to 6:00" in await talk.say("quiet from 11pm to 6am")
    assert "Reminders before a deadline: 3 days, 1 day." in await talk.say(
        "remind me only 3 days and 1 day before"
    )
    assert "言語を日本語にしました。" in await talk.say("日本語に戻して")
    assert "日本語と英語で案内できます。" in await talk.say("中国語にして")


@pytest.mark.parametrize(
    "argument",
    ["zone=Mars/Base", "quiet=99:00-07:00", "quiet=22:00", "quiet=08:00-08:00", "leads=",
     "leads=99d", "leads:nobody=1d", "hour=x", "look=30:00", "good=?", "locale=xx", "all=1",
     "nothing", "nothing=1", "leads:nobody", "zone=../../etc/passwd", "undo"],
)  # fmt: skip
async def test_a_strange_button_changes_nothing(talk: Talk, argument: str) -> None:
    before = await owner_of(talk)
    assert await press(talk, argument)
    assert await owner_of(talk) == before


@pytest.mark.parametrize(
    "text",
    ["夜中に届いた", "3日前に届いた", "英語で送って", "期限を20時に変更して", "中国から発送された"],
)
async def test_what_only_sounds_like_it_changes_no_setting(talk: Talk, text: str) -> None:
    await talk.register()
    before = await owner_of(talk)
    await talk.say(text)
    assert await owner_of(talk) == before


async def test_settings_belong_to_the_owner(talk: Talk) -> None:
    async with talk.database.write() as tx:
        other = await owners.open_chat(
            tx, "line", "U2", group=False, zone="Asia/Tokyo", locale="ja", now=talk.now
        )
    await talk.say("英語にして。通知は夜8時だけにして")
    assert (await owner_of(talk)).locale == "en"
    async with talk.database.read() as tx:
        theirs = await owners.owner(tx, other.owner_id)
    assert (theirs.locale, theirs.warn_at) == ("ja", None)


async def test_deadlines_that_are_over_stay_as_they_are(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("out", 1, "zero"))
    async with talk.database.read() as tx:
        before = await deadlines.of_dispute(tx, 1)
    await talk.later(minutes=1)
    await talk.say("通知は夜8時だけにして")
    async with talk.database.read() as tx:
        assert await deadlines.of_dispute(tx, 1) == before
    assert timedelta(0) <= talk.now - before[0].created_at


async def test_the_next_warning_is_told_in_every_linked_chat(talk: Talk) -> None:
    await talk.register()
    async with talk.database.write() as tx:
        other = await owners.open_chat(
            tx, "telegram", "7", group=False, zone="Asia/Tokyo", locale="ja", now=talk.now
        )
        await tx.execute(
            update(chats_table)
            .where(chats_table.c.id == other.id)
            .values(owner_id=talk.chat.owner_id)
        )
        linked = Talk(talk.database, await owners.chat(tx, other.id))
    assert "次のお知らせ: 1月31日(日) 9:00" in await linked.say("設定")


@pytest.mark.parametrize(
    "words",
    ["設定を見せて", "今の設定は?", "通知の設定", "お知らせの設定を変えたい", "show settings"],
)
async def test_the_card_is_asked_for_in_other_words(talk: Talk, words: str) -> None:
    assert (await talk.say(words)).startswith("設定\n")


@pytest.mark.parametrize(
    "words", ["何時に通知が来ますか", "次の通知はいつ?", "いつお知らせが来る?"]
)
async def test_when_the_next_notice_comes(talk: Talk, words: str) -> None:
    await talk.register()
    shown = await talk.say(words)
    assert "次の期限: #1" in shown
    assert "お知らせ: " in shown


async def test_what_cannot_be_set_is_told(talk: Talk) -> None:
    shown = await talk.say("土日は通知しないで")
    assert shown.startswith("その変え方は見つかりませんでした")
    assert "控える時間" in talk.labels


async def test_a_wish_about_notices_moves_no_deadline(talk: Talk) -> None:
    await talk.register()
    before = await coming(talk)
    shown = await talk.say("お知らせは朝8時と夜8時に")
    assert "何時にお知らせしますか" in shown
    assert await coming(talk) == before


async def test_one_end_of_the_quiet_hours_does_not_keep_the_end_of_another_span(talk: Talk) -> None:
    await talk.say("仕事中(9時から18時)は鳴らさないで")
    assert "22:00〜7:00" in await talk.say("夜10時以降は静かにして")
    assert "22:00〜9:00" in await talk.say("朝9時までは鳴らさないで")
