"""Words typed instead of pressed: a wish to register, a way out, a label, a case's number."""

import pytest

from tests.handlers.talk import Talk


@pytest.mark.parametrize(
    "text",
    ["登録したい", "紛争を登録したいです", "紛争を登録", "登録お願いします", "新規登録したい",
     "別の紛争を登録したい。", "/new"],
)  # fmt: skip
@pytest.mark.parametrize("running", [False, True])
async def test_a_bare_wish_begins_with_an_empty_card(talk: Talk, text: str, running: bool) -> None:
    if running:
        await talk.register()
    shown = await talk.say(text)
    (card,) = talk.cards()
    assert card.title == "この内容で登録しますか?"
    assert card.buttons[0].label == "これで登録"
    assert "理由はどれですか" in shown
    assert "色違い" in talk.labels
    assert "希望" not in shown


async def test_step_by_step_to_the_end(talk: Talk) -> None:
    await talk.say("登録したい")
    assert "期限の日付は出ていますか" in await talk.press("色違い")
    assert "希望はどれですか" in await talk.press("画面に日付がない")
    await talk.press("全額返金")
    assert "#1 色違い を登録しました" in await talk.press("これで登録")


@pytest.mark.parametrize(
    "text",
    [
        "やっぱりやめる",
        "やめます",
        "登録をやめたい",
        "キャンセルして",
        "中止",
        "やっぱり取り消し",
        "取りやめます",
    ],
)
async def test_a_way_out_in_other_words(talk: Talk, text: str) -> None:
    await talk.say("色違いで紛争中です")
    assert "登録を取りやめました" in await talk.say(text)
    assert await talk.drafts() == []


@pytest.mark.parametrize("text", ["紛争をキャンセルしたい", "セラーがキャンセルしてと言う"])
async def test_words_about_the_dispute_drop_no_card(talk: Talk, text: str) -> None:
    await talk.say("色違いで紛争中です")
    await talk.say(text)
    assert len(await talk.drafts()) == 1


@pytest.mark.parametrize("text", ["#1", "1番", "#1はどうなってる?"])
async def test_a_number_shows_its_case(talk: Talk, text: str) -> None:
    await talk.register()
    shown = await talk.say(text)
    assert shown.startswith("#1 色違い 6,993円")
    assert "終わった" in talk.labels


async def test_labels_of_steps_before_any_step(talk: Talk) -> None:
    await talk.register()
    assert "承認も拒否も表示されない" in await talk.say("ボタンがない")
    assert "できた" in talk.labels


@pytest.mark.parametrize("text", ["やること", "続きから", "わからない"])
async def test_what_to_do_in_words(talk: Talk, text: str) -> None:
    await talk.register()
    await talk.say(text)
    assert "やり方" in talk.labels


async def test_what_to_do_with_several_cases(talk: Talk) -> None:
    await talk.register()
    await talk.register("サイズ違いでも紛争中です。3,200円の全額返金、期限は2月10日")
    assert "どの件を進めますか" in await talk.say("やること")
    await talk.press("#2")
    assert "できた" in talk.labels


async def test_another_case_in_words(talk: Talk) -> None:
    await talk.register()
    await talk.say("もう一件紛争があります")
    assert len(await talk.drafts()) == 1


async def test_an_order_number_alone(talk: Talk) -> None:
    shown = await talk.say("8201234567890123")
    assert "注文番号: 8201234567890123" in shown
    assert "これで登録" in talk.labels


async def test_not_understood_three_times_is_answered_in_three_ways(talk: Talk) -> None:
    answers = {await talk.say(text) for text in ("むにゃ", "ほげほげ", "もごもご")}
    assert len(answers) == 3


@pytest.mark.parametrize("text", ["元に戻して", "もとに戻す", "さっきのを取り消して", "undo that"])
async def test_the_last_change_is_taken_back_in_other_words(talk: Talk, text: str) -> None:
    await talk.register()
    assert "2月5日" in await talk.say("期限は2月5日です")
    shown = await talk.say(text)
    assert "元に戻しました" in shown
    assert "2月3日(水)" in shown
    await talk.say("通知は夜8時だけにして")
    assert "設定をもとに戻しました" in await talk.say(text)


@pytest.mark.parametrize("text", ["1番", "#1", "1番です", "#1の件"])
async def test_nothing_but_a_number_shows_the_case(talk: Talk, text: str) -> None:
    await talk.register()
    assert (await talk.say(text)).startswith("#1 色違い")


@pytest.mark.parametrize(
    "text", ["エバにつながらない", "EVAに繋がらない", "サポートにつながらない"]
)
async def test_support_that_is_not_reached_is_no_broken_parcel(talk: Talk, text: str) -> None:
    await talk.register()
    assert "担当者" in await talk.say(text)
    assert await talk.drafts() == []
