"""「日本時間だと何時?」: the date that is asked about, in both zones."""

from tests.handlers.talk import Talk


async def test_a_moment_in_pacific_time_is_told_in_japanese_time(talk: Talk) -> None:
    shown = await talk.say("Feb 3 10:00 AM PSTって日本時間だと何時?")
    assert "日本時間では 2月4日(木) 3:00 です(太平洋時間では 2月3日(水) 10:00)" in shown


async def test_an_hour_without_a_zone_is_told_as_if_it_was_pacific(talk: Talk) -> None:
    shown = await talk.say("画面の2月3日の23:59って日本時間ですか?")
    assert "2月3日(水) 23:59 が太平洋時間なら、日本時間では 2月4日(木) 16:59 です" in shown


async def test_an_afternoon_is_no_countdown(talk: Talk) -> None:
    shown = await talk.say("画面の2月3日の午後5時って日本時間ですか?")
    assert "日本時間では 2月4日(木) 10:00 です" in shown


async def test_a_day_is_told_from_its_beginning_to_its_end(talk: Talk) -> None:
    shown = await talk.say("画面の2月3日って日本時間ですか?")
    assert "2月3日(水) が太平洋時間なら" in shown
    assert "2月3日(水) 17:00 から 2月4日(木) 16:59 まで" in shown


async def test_a_countdown_is_the_same_everywhere(talk: Talk) -> None:
    shown = await talk.say("残り2日14時間って日本時間で何時のこと?")
    assert "太平洋時間なら、" not in shown


async def test_who_lives_elsewhere_is_told_in_that_zone(talk: Talk) -> None:
    await talk.say("ニューヨークに住んでいます")
    shown = await talk.say("Feb 3 10:00 AM PSTって何時?日本時間?")
    assert "ニューヨーク (UTC-05:00)では 2月3日(水) 13:00 です" in shown


async def test_the_date_is_one_tap_away_for_the_only_case(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。2月3日にAliExpress介入")
    await talk.press("これで登録")
    shown = await talk.say("画面の2月6日 10:00って日本時間ですか?")
    assert "日本時間では 2月7日(日) 3:00 です" in shown
    assert "この日付を登録" in talk.labels
