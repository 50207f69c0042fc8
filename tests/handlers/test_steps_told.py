"""Steps that are told in a sentence are ticked off, as if their button had been pressed."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from storage import progress
from tests.handlers.talk import Talk
from tests.reading.moments import TOKYO

NOW = datetime(2027, 1, 30, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("証拠の写真を追加しました", ("upload",)),
        ("動画をアップロードした", ("upload",)),
        ("セラーの提案を拒否しました", ("decline",)),
        ("提案を編集し直しました", ("edit",)),
        ("提案を拒否して、証拠も出しました", ("upload", "decline")),
        ("延長をお願いしました", ("extend",)),
        ("サーベイに書きました", ("survey",)),
        ("写真を追加したほうがいいですか?", ()),
        ("セラーが提案を拒否しました", ()),
        ("証拠はこれから出します", ()),
        ("色違いで届いた", ()),
    ],
)
def test_which_steps_are_told(text: str, steps: tuple[str, ...]) -> None:
    assert read(text, NOW).steps == steps


async def done(talk: Talk, playbook: str = "color_mismatch") -> tuple[str, ...]:
    async with talk.database.read() as tx:
        state = await progress.get(tx, 1, playbook)
    return state.done if state is not None else ()


async def test_the_first_one_shows_the_list_with_its_tick(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("証拠の写真を追加しました")
    assert "✔ 「証拠をアップロードする」" in shown
    assert "1/5 " in shown
    assert await done(talk) == ("upload_open",)


async def test_the_next_ones_tell_what_was_ticked_and_what_comes(talk: Talk) -> None:
    await talk.register()
    await talk.press("やること")
    await talk.press("できた")
    shown = await talk.say("セラーの提案を拒否しました")
    assert "✔ 納得できない提案を「拒否する」" in shown
    assert "3/5 「証拠をアップロードする」" in shown
    shown = await talk.say("証拠を出して、提案を編集しました")
    assert "5/5 最後の画面を撮って残す" in shown
    assert len(await done(talk)) == 4


async def test_said_twice_is_ticked_once(talk: Talk) -> None:
    await talk.register()
    await talk.say("証拠の写真を追加しました")
    await talk.say("証拠の写真を追加しました")
    assert await done(talk) == ("upload_open",)


async def test_a_step_of_another_list_leads_to_that_list(talk: Talk) -> None:
    await talk.register("荷物が届かず紛争中です。4,980円の全額返金、2月3日にAliExpress介入")
    shown = await talk.say("サーベイに書きました")
    assert "✔" not in shown
