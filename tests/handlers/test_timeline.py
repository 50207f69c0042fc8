"""図で見る: a case's clocks as data for a picture, and the same in words."""

from pathlib import Path

import pytest

from bot.drawings import digest
from handlers.buttons import Verb, pack
from handlers.replies import Picture, Timeline
from handlers.timeline import is_asked
from tests.handlers.talk import Talk, talk_in


def timeline(talk: Talk) -> Timeline:
    (node,) = talk.nodes
    assert isinstance(node, Picture)
    return node.timeline


def kinds(talk: Talk) -> list[str]:
    return [mark.kind for mark in timeline(talk).marks]


async def test_the_button_on_the_card_shows_the_picture(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as talk:
        await talk.register()
        await talk.say("1番")
        shown = await talk.press("図で見る")
        assert kinds(talk) == ["past", "now", "warnings", "next", "coming", "coming"]
        now, warnings, nearest = timeline(talk).marks[1:4]
        assert (now.label, now.words) == ("いま", "1月30日(土) 12:00")
        assert warnings.words == "1/31 9:00, 2/2 20:00, 2/3 9:00"
        assert (nearest.label, nearest.more) == ("AliExpressの介入予定日", "あと4日")
        assert talk.labels == ["やること", "この件を見る", "一覧"]
        for mark in timeline(talk).marks:
            for words in (mark.label, mark.words, mark.more):
                assert words in shown, "whatever is drawn is told, too"


async def test_what_is_behind(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as talk:
        await talk.register()
        await talk.later(days=1)
        await talk.say("セラーから5,594円の一部返金を提案されました")
        await talk.later(days=7)
        shown = await talk.say("タイムライン")
        assert kinds(talk) == ["past", "past", "past", "now", "coming"]
        assert "セラーの提案: 一部返金 5,594円(80%)" in shown
        assert "・2月3日(水) 23:59 AliExpressの介入予定日を過ぎた" in shown
        assert "これからの期限は、まだ登録されていません" in shown


async def test_only_the_nearest_deadline_is_the_next(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as talk:
        await talk.register()
        (case,) = await talk.running()
        for value in ("2027-02-01T10:00", "2027-02-20T18:00"):
            await talk.pick_payload(pack(Verb.ADD_DEADLINE, case.id), value)
        await talk.say("図で見せて")
        marks = [mark for mark in timeline(talk).marks if mark.kind in ("next", "clock")]
        assert [mark.kind for mark in marks] == ["next", "clock", "clock"]
        assert marks[0].words == "2月1日(月) 10:00"
        times = [mark.at for mark in timeline(talk).marks]
        assert times == sorted(times)


async def test_several_cases_are_asked_for(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as talk:
        assert "まだありません" in await talk.say("図で見せて")
        await talk.register()
        await talk.register("サイズ違いで紛争中、2月10日まで、注文番号8201234567890123")
        assert "どの件を図で見ますか?" in await talk.say("図で見せて")
        await talk.press("#2")
        assert timeline(talk).title.startswith("#2")
        await talk.say("#1のタイムライン")
        assert timeline(talk).title.startswith("#1")


async def test_a_case_that_is_over_and_one_that_is_gone(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as talk:
        await talk.register()
        (case,) = await talk.running()
        await talk.later(hours=5)
        await talk.say("終わった")
        await talk.press("全額返金")
        await talk.press_payload(pack(Verb.TIMELINE, case.id))
        assert timeline(talk).stage.startswith("結果: ")
        assert [mark.label for mark in timeline(talk).marks][:2] == ["登録した", "終わった"]
        assert "いまは使えません" in await talk.press_payload(pack(Verb.TIMELINE, 99))


async def test_in_english(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db", locale="en") as talk:
        await talk.say("色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入")
        await talk.press("Register this")
        shown = await talk.say("Show me the timeline")
        assert "● Wed, Feb 3, 23:59 AliExpress steps in: 4 days left" in shown


async def test_the_digest_tells_one_picture_from_another(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as talk:
        await talk.register()
        await talk.say("図で見せて")
        first = timeline(talk)
        await talk.say("図で見せて")
        assert digest(timeline(talk)) == digest(first)
        await talk.later(hours=1)
        await talk.say("図で見せて")
        assert digest(timeline(talk)) != digest(first)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "図で見せて",
            "図で見る",
            "タイムライン",
            "タイムラインを見せてください",
            "時系列で見たい",
        ),
        *(
            "図にして",
            "期限を図で見せて",
            "#2を図で",
            "2番のタイムライン",
            "全体の流れを図で見せて",
        ),
        *(
            "timeline",
            "show me the timeline",
            "時系列でまとめて",
            "年表にしてほしい",
            "see as a picture",
        ),
    ],
)
def test_ways_to_ask(text: str) -> None:
    assert is_asked(text)


@pytest.mark.parametrize(
    "text",
    [
        *("サイズの図と違う商品が届いた", "意図せず承認した", "地図", "図書券で払った", "図面"),
        *(
            "タイムラインに載せると言われた",
            "見せて",
            "流れ",
            "期限を",
            "図が届かない",
            "",
            "picture",
        ),
    ],
)
def test_what_does_not_ask(text: str) -> None:
    assert not is_asked(text)
