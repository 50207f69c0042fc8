"""Checklists pressed through to the end, left, resumed and pressed in any order."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.buttons import Verb
from handlers.casework import playbooks
from handlers.events import Pressed
from handlers.replies import Card, Copyable, PickDate, Progress, Reply, Text
from handlers.routes import answer
from handlers.turn import Turn
from locales.catalogue import Words
from storage import conversations, disputes, owners, progress
from storage.records import PlaybookProgress
from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload, talk_in

FIVE = ["できた", "やり方", "ボタンがない", "あとで", "わからない"]
SAFETY = "紛争は取り下げない・受取確認を押さない・セラーの提案の「承認」を押さない"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "checklist.db") as talk:
        await talk.register()
        yield talk


async def state(talk: Talk, playbook: str = "color_mismatch") -> PlaybookProgress | None:
    async with talk.database.read() as tx:
        return await progress.get(tx, 1, playbook)


def step(talk: Talk) -> Card:
    """The card that the five buttons stand on."""
    card = talk.cards()[-1]
    assert [button.label for button in card.buttons][:5] == FIVE
    return card


async def test_the_first_message_lists_all_steps(talk: Talk) -> None:
    shown = await talk.press_payload(payload("todo", 1))
    overview, first = talk.cards()
    assert [row.label for row in overview.rows] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    assert [row.value for row in overview.rows][1:4] == [
        "納得できない提案を「拒否する」(Decline)",
        "「証拠をアップロードする」(Upload Evidence)",
        "「提案を編集する」(Edit) で希望と英文を入れる",
    ]
    assert SAFETY in shown
    assert overview.buttons == ()
    assert first.title.startswith("1/5 ")
    assert first.progress == Progress(0, 5)
    assert [button.label for button in first.buttons] == FIVE


async def test_pressed_through_to_the_end(talk: Talk) -> None:
    await talk.press_payload(payload("todo", 1))
    for done in range(1, 5):
        await talk.press("できた")
        card = step(talk)
        assert card.title.startswith(f"{done + 1}/5 ")
        assert card.progress == Progress(done, 5)
    await talk.press("できた")
    (card,) = talk.cards()
    assert card.progress == Progress(5, 5)
    assert "日付は、いまの画面と合っていますか?" in talk.shown
    assert isinstance(talk.button("日付を直す"), PickDate)
    assert {"証拠", "この件を見る"} <= set(talk.labels)
    finished = await state(talk)
    assert finished is not None
    assert finished.finished_at == talk.now
    await talk.pick("日付を直す", "2027-02-05T23:59")
    (clock,) = await talk.clocks()
    assert (clock.kind, clock.at.day) == ("ae_step_in", 5)


async def test_the_next_date_can_be_typed_at_the_end(talk: Talk) -> None:
    await talk.press_payload(payload("todo", 1))
    for _ in range(5):
        await talk.press("できた")
    async with talk.database.read() as tx:
        waiting = await conversations.current(tx, talk.chat.id)
    assert waiting is not None
    assert (waiting.waiting_for, waiting.dispute_id) == ("date", 1)
    await talk.say("2月6日")
    assert [clock.at.day for clock in await talk.clocks()] == [6]


async def test_without_such_a_clock_its_date_is_asked_for(talk: Talk) -> None:
    await talk.press_payload(payload("pb", 1, "reach_human"))
    for _ in range(4):
        await talk.press("できた")
    await talk.pick("日付を入れる", "2027-02-08T23:59")
    assert ("support_reply", 8) in [(one.kind, one.at.day) for one in await talk.clocks()]


async def test_the_evidence_step_lists_what_wins(talk: Talk) -> None:
    await talk.press_payload(payload("step", 1, "color_mismatch.upload_open"))
    assert "✖ 届いた品物の写真(自然光で)" in talk.shown
    assert "✖ 商品ページのスクリーンショット" in talk.shown


async def test_the_edit_step_brings_the_english(talk: Talk) -> None:
    await talk.press_payload(payload("step", 1, "color_mismatch.edit_open"))
    assert talk.reply is not None
    (block,) = [node for node in talk.nodes if isinstance(node, Copyable)]
    assert "I request a full refund of JPY 6,993." in block.words
    assert "6,993円の全額返金" in block.meaning
    assert isinstance(talk.nodes[-1], Card), "the buttons stand last"


async def test_how_is_told_for_app_and_pc(talk: Talk) -> None:
    await talk.press_payload(payload("how", 1, "color_mismatch.decline_open"))
    rows = {row.label: row.value for row in step(talk).rows}
    assert "「拒否する」(Decline)" in str(rows["アプリ"])
    assert "「Decline」" in str(rows["PC"])


async def test_a_missing_button_has_other_ways(talk: Talk) -> None:
    await talk.press_payload(payload("miss", 1, "color_mismatch.decline_open"))
    assert "提案がまだ来ていないとき" in talk.shown
    assert talk.labels == [*FIVE, "ボタンが出ない", "担当者と話す"]
    await talk.press_payload(payload("miss", 1, "color_mismatch.save_open"))
    assert "画面によって名前や場所が違う" in talk.shown


async def test_unsure_gets_the_way_and_people_to_ask(talk: Talk) -> None:
    await talk.press_payload(payload("huh", 1, "color_mismatch.decline_open"))
    assert "「承認」と「取り下げ」だけは押さずに" in talk.shown
    assert talk.labels == [*FIVE, "AliExpressに聞く", "担当者と話す"]


async def test_later_keeps_the_place_and_tells_the_time(talk: Talk) -> None:
    await talk.press_payload(payload("done", 1, "color_mismatch.open_offers"))
    await talk.press("あとで")
    assert "2月3日(水) 23:59" in talk.shown
    assert talk.labels == ["続きから", "1時間後", "明日の朝"]
    await talk.later(days=1)
    await talk.press("続きから")
    assert step(talk).title.startswith("2/5 ")


async def test_later_without_a_clock_to_come(talk: Talk) -> None:
    await talk.later(days=30)
    await talk.press_payload(payload("late", 1, "color_mismatch.decline_open"))
    assert talk.labels == ["続きから"]


async def test_done_twice_changes_nothing_and_shows_where_it_stands(talk: Talk) -> None:
    first = payload("done", 1, "color_mismatch.open_offers")
    await talk.press_payload(first)
    await talk.press("できた")
    before = await state(talk)
    await talk.press_payload(first)
    assert await state(talk) == before
    assert talk.reply is not None
    assert talk.reply.toast == "このステップは済んでいます"
    assert not talk.reply.replaces_pressed
    assert step(talk).title.startswith("3/5 ")


async def test_an_old_button_after_the_end_shows_the_end(talk: Talk) -> None:
    for one in playbooks.load()["color_mismatch"].steps_for({"case": "open"}):
        await talk.press_payload(payload("done", 1, f"color_mismatch.{one.id}"))
    before = await state(talk)
    await talk.press_payload(payload("done", 1, "color_mismatch.open_offers"))
    assert "ここまで完了しました" in talk.shown
    assert await state(talk) == before


async def test_steps_done_out_of_order_count(talk: Talk) -> None:
    await talk.press_payload(payload("done", 1, "color_mismatch.upload_open"))
    assert step(talk).title.startswith("1/5 ")
    assert step(talk).progress == Progress(1, 5)


async def test_a_new_proposal_starts_it_over_but_only_a_finished_one(talk: Talk) -> None:
    again = payload("pb", 1, "color_mismatch.again")
    await talk.press_payload(payload("done", 1, "color_mismatch.open_offers"))
    await talk.press_payload(again)
    assert step(talk).title.startswith("2/5 ")
    for _ in range(4):
        await talk.press("できた")
    await talk.press("もう一度はじめから")
    assert step(talk).title.startswith("1/5 ")


async def test_begun_again_it_goes_on_with_what_is_done_ticked(talk: Talk) -> None:
    await talk.press_payload(payload("done", 1, "color_mismatch.open_offers"))
    await talk.press_payload(payload("todo", 1))
    overview, card = talk.cards()
    assert str(overview.rows[0].value).startswith("✔ ")
    assert not str(overview.rows[1].value).startswith("✔ ")
    assert card.title.startswith("2/5 ")


async def test_two_playbooks_do_not_mix_and_an_aside_leads_back(talk: Talk) -> None:
    await talk.press_payload(payload("done", 1, "color_mismatch.open_offers"))
    await talk.press("ボタンがない")
    await talk.press("ボタンが出ない")
    main = await state(talk)
    assert main is not None
    assert main.done == ("open_offers",)
    for _ in range(6):
        await talk.press("できた")
    assert await state(talk) == main
    await talk.press("元のチェックリストへ")
    assert step(talk).title.startswith("2/5 ")


@pytest.mark.parametrize("typed", ["できた", "できた。", " できた!"])
async def test_a_typed_label_is_a_press(talk: Talk, typed: str) -> None:
    await talk.press_payload(payload("todo", 1))
    await talk.say(typed)
    assert step(talk).title.startswith("2/5 ")


async def test_a_typed_label_of_another_kind(talk: Talk) -> None:
    await talk.press_payload(payload("todo", 1))
    await talk.say("やり方")
    assert "アプリ:" in talk.shown


async def test_before_the_dispute_other_steps_are_due(talk: Talk) -> None:
    async with talk.database.write() as tx:
        await disputes.change(tx, 1, status=DisputeStatus.WATCHING)
    await talk.press_payload(payload("pb", 1, "color_mismatch"))
    overview, _ = talk.cards()
    assert [row.label for row in overview.rows] == ["1/3", "2/3", "3/3"]
    assert "「申し立てをする」から紛争を開く" in talk.shown
    await talk.press_payload(payload("done", 1, "color_mismatch.decline_open"))
    assert "1/3 " in talk.shown, "a step of the open case shows the list as it is"


@pytest.mark.parametrize("verb", [Verb.TODO, Verb.PLAYBOOK, Verb.STEP_DONE, Verb.STEP_SHOW])
async def test_another_owners_case_is_not_shown(talk: Talk, tmp_path: Path, verb: Verb) -> None:
    async with talk_in(tmp_path / "checklist.db", address="U2") as stranger:
        await stranger.press_payload(payload(verb, 1, "color_mismatch.open_offers"))
        assert "色違い" not in stranger.shown
    assert await state(talk) is None


@pytest.mark.parametrize(
    "press",
    [
        payload("done", 1, "no_such_playbook.save"),
        payload("pb", 1, "no_such_playbook"),
        payload("pb", None, "no_such_playbook"),
        payload("todo", 7),
        payload("todo"),
        payload("done", 1, ""),
    ],
)
async def test_what_cannot_be_meant_shows_how_things_stand(talk: Talk, press: str) -> None:
    assert "#1 色違い" in await talk.press_payload(press)


async def test_a_deleted_case_has_no_steps(talk: Talk) -> None:
    async with talk.database.write() as tx:
        await disputes.change(tx, 1, status=DisputeStatus.DELETED)
    await talk.press_payload(payload("done", 1, "color_mismatch.open_offers"))
    assert not set(FIVE) & set(talk.labels)


async def test_a_question_without_a_case_is_answered(talk: Talk, tmp_path: Path) -> None:
    async with talk_in(tmp_path / "other.db") as newcomer:
        await newcomer.press_payload(payload("pb", None, "decline_proposal"))
        assert "セラーの提案もAliExpressの提案も、拒否できます" in newcomer.shown
        assert newcomer.labels[0] == "この紛争を登録する"


@pytest.mark.parametrize("locale", ["ja", "en"])
async def test_every_playbook_to_its_end(tmp_path: Path, locale: str) -> None:
    """Every step, each with all its buttons; in one transaction, since it is much to press."""
    async with talk_in(tmp_path / "walk.db", locale=locale) as talk, talk.database.write() as tx:
        owner = await owners.owner(tx, talk.chat.owner_id)
        case = await disputes.add(tx, owner.id, talk.now, reason="damaged")
        await disputes.register(tx, case.id, DisputeStatus.OPEN, talk.now)

        async def press(verb: Verb, argument: str) -> Reply:
            event = Pressed(payload(verb, case.id, argument))
            say = Words(locale, strict=True)
            reply = await answer(Turn(tx, talk.now, talk.now, owner, talk.chat, event, say))
            assert reply is not None
            last = reply.nodes[-1]
            assert isinstance(last, Card | Text)
            assert last.buttons, "a dead end"
            return reply

        for name, playbook in playbooks.load().items():
            await press(Verb.PLAYBOOK, name)
            for step in playbook.steps_for({"case": "open"}):
                here = f"{name}.{step.id}"
                for verb in (Verb.STEP_HOW, Verb.STEP_MISSING, Verb.STEP_UNSURE, Verb.STEP_LATER):
                    await press(verb, here)
                found = await progress.get(tx, case.id, name)
                assert found is not None
                assert found.step == step.id
                await press(Verb.STEP_DONE, here)
            found = await progress.get(tx, case.id, name)
            assert found is not None
            assert found.finished_at == talk.now
