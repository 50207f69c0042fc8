"""プライバシー, エクスポート, 証拠をまとめて and 全部削除, as they are asked for and answered."""

from pathlib import Path

import pytest
from sqlalchemy import select

from handlers.buttons import OF_DEADLINE, OF_PIECE, WITHOUT_CASE, Verb
from handlers.events import Joined, Unsent
from handlers.privacy_words import is_told
from handlers.traces import Traces
from storage import archives, disputes, evidence, owners
from storage.tables import archives as archives_table
from tests.handlers.talk import Talk, payload, talk_in


async def test_one_message_tells_all_of_it(talk: Talk) -> None:
    for words in (
        "プライバシー",
        "プライバシーポリシー",
        "個人情報の取り扱いについて",
        "プライバシーについて教えてください",
        "個人情報は大丈夫ですか?",
        "データはどうなっていますか",
        "どんな情報を保存していますか",
        "/privacy",
        "privacy policy",
        "プライバシー。",
        "what do you keep?",
    ):
        shown = await talk.say(words)
        assert len(talk.nodes) == 1
        for told in ("30日", "180日", "全部削除", "エクスポート", "AliExpressとは関係のない",
                     "送信を取り消した", "ブロック"):  # fmt: skip
            assert told in shown, told
        assert {"エクスポート", "全部削除"} <= set(talk.labels)


async def test_the_greeting_leads_there(talk: Talk) -> None:
    await talk.happens(Joined())
    assert "「プライバシー」" in talk.shown
    assert "お預かりするもの" in await talk.press("プライバシー")


async def test_a_group_is_told_that_it_is_for_all(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "g.db", group=True) as talk:
        assert "グループ全体に効きます" in await talk.say("プライバシー")
        assert "このグループの記録をすべて" in await talk.say("全部削除")


@pytest.mark.parametrize(
    "words",
    [
        "全部削除",
        "すべて削除",
        "全て削除して",
        "全部消して",
        "全部消してください",
        "ぜんぶ削除したい",
        "データを削除",
        "データを消して",
        "個人情報を削除してください",
        "私のデータを全部消してほしい",
        "データを全部削除して",
        "全データを削除",
        "退会",
        "退会したい",
        "記録をすべて消してください",
        "/erase",
        "delete everything",
        "Delete all my data.",
    ],
)
async def test_deleting_everything_is_asked_about_once(talk: Talk, words: str) -> None:
    await talk.register()
    shown = await talk.say(words)
    assert "すべて削除しますか" in shown
    assert "登録した件(1件)" in shown
    assert talk.labels == ["すべて削除する", "先にエクスポート", "削除しない"]
    assert len(await talk.running()) == 1
    await talk.press("削除しない")
    assert len(await talk.running()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "1番を削除",
        "削除したい",
        "この件を消して",
        "紛争を削除するとどうなる?",
        "削除",
        "全部で3個届いていない",
        "全額返金",
        "注文を全部キャンセルした",
        "全部返金されました",
        "証拠を消して",
        "登録を削除",
    ],
)
async def test_other_wishes_are_not_taken_for_it(talk: Talk, words: str) -> None:
    await talk.register()
    assert "すべて削除しますか" not in await talk.say(words)


async def test_it_is_meant(talk: Talk) -> None:
    await talk.register()
    await talk.photo()
    await talk.say("全部削除")
    shown = await talk.press("すべて削除する")
    assert "すべて削除しました" in shown
    assert await talk.running() == []
    assert await talk.warnings() == []
    async with talk.database.read() as tx:
        assert (await owners.owner(tx, talk.chat.owner_id)).erasing_since == talk.now
        assert await evidence.of_owner(tx, talk.chat.owner_id) == []


@pytest.mark.parametrize("argument", ["", "x", "0", "99999999999999999", "-5", "²"])
async def test_a_button_of_another_day_asks_again(talk: Talk, argument: str) -> None:
    await talk.register()
    assert "すべて削除しますか" in await talk.press_payload(payload("eray", None, argument))
    assert len(await talk.running()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "エクスポート",
        "データを出して",
        "データを書き出して",
        "データをダウンロードしたい",
        "記録を出力して",
        "個人情報をください",
        "エクスポートしてください",
        "自分のデータを取り出したい",
        "export my data",
        "/export",
    ],
)
async def test_an_export_is_begun_at_once(talk: Talk, words: str) -> None:
    await talk.register()
    shown = await talk.say(words)
    assert "書き出しを始めました" in shown
    assert talk.labels == ["進み具合を見る"]
    async with talk.database.read() as tx:
        kinds = list((await tx.execute(select(archives_table.c.kind))).scalars())
    assert kinds == ["export"]
    await talk.say(words)
    async with talk.database.read() as tx:
        assert len((await tx.execute(select(archives_table.c.kind))).all()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "証拠をまとめて",
        "証拠をまとめてください",
        "1番の証拠をまとめて",
        "証拠をまとめたい",
        "証拠一式",
        "証拠をzipで送って",
        "証拠のPDF",
        "証拠まとめてPDFにして",
        "pack my evidence",
    ],
)
async def test_a_pack_is_begun_at_once(talk: Talk, words: str) -> None:
    await talk.register()
    assert "まとめる証拠がまだありません" in await talk.say(words)
    await talk.photo()
    await talk.press("証拠として保存")
    shown = await talk.say(words)
    assert "証拠をまとめています" in shown
    assert "0/1" in str(talk.cards()[0].progress) or talk.cards()[0].progress is not None


@pytest.mark.parametrize(
    "words", ["証拠のまとめ方は?", "証拠は何が必要?", "証拠一覧", "データが消えた"]
)
def test_questions_about_evidence_are_no_wish_for_a_pack(words: str) -> None:
    assert not is_told(words)


async def test_which_case_is_packed_is_asked(talk: Talk) -> None:
    assert "証拠はまだありません" in await talk.say("証拠をまとめて")
    await talk.register()
    await talk.register("サイズ違いで紛争中です。別の注文番号8200000000000999、2月8日まで")
    shown = await talk.say("証拠をまとめて")
    assert "どの件の証拠をまとめますか" in shown
    await talk.press("#1")
    assert "まとめる証拠がまだありません" in talk.shown


async def test_the_list_of_evidence_offers_it(talk: Talk) -> None:
    await talk.register()
    assert "証拠をまとめる" not in await talk.say("証拠一覧")
    await talk.photo()
    await talk.press("証拠として保存")
    await talk.say("証拠一覧")
    assert "証拠をまとめています" in await talk.press("証拠をまとめる")
    assert "証拠をまとめています" in await talk.press("進み具合を見る")


async def test_an_archive_is_shown_as_it_stands(talk: Talk) -> None:
    await talk.say("エクスポート")
    button = talk.button("進み具合を見る")
    async with talk.database.write() as tx:
        await archives.claim(tx, talk.now, "t", talk.now, 1)
        files = [{"blob": "1/archive-1-1.zip", "name": "a.zip", "size": 2_500_000}]
        assert await archives.made(tx, 1, "t", files, talk.now)
    shown = await talk.press_payload(button.payload)  # type: ignore[union-attr]
    assert "2.5MB" in shown
    assert "<application/zip a.zip>" in shown
    async with talk.database.write() as tx:
        await tx.execute(archives_table.update().values(state="failed"))
    assert "うまく作れませんでした" in await talk.press_payload(payload("arc", 1))
    assert "書き出しを始めました" in await talk.press("もう一度作る")
    async with talk.database.write() as tx:
        await archives.remove(tx, [1])
    assert "もう残っていません" in await talk.press_payload(payload("arc", 1))


async def test_another_owners_archive_is_nobodys(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "a.db") as one:
        await one.say("エクスポート")
    async with talk_in(tmp_path / "a.db", address="U2") as two:
        assert "もう残っていません" in await two.press_payload(payload("arc", 1))


async def test_for_good_at_once(talk: Talk) -> None:
    await talk.register()
    await talk.say("1番を削除")
    await talk.press("削除する")
    undo = talk.button("元に戻す")
    now = talk.button("今すぐ完全に消す")
    shown = await talk.press("今すぐ完全に消す")
    assert "完全に消します" in shown
    assert "#1" not in shown, "this answer is not deleted with the case"
    assert "戻せません" in await talk.press_payload(undo.payload)  # type: ignore[union-attr]
    assert "元に戻せる変更はありません" in await talk.say("元に戻す")
    assert "完全に消します" in await talk.press_payload(now.payload)  # type: ignore[union-attr]


async def test_for_good_is_not_for_a_case_that_was_brought_back(talk: Talk) -> None:
    await talk.register()
    await talk.say("1番を削除")
    await talk.press("削除する")
    now = talk.button("今すぐ完全に消す")
    await talk.press("元に戻す")
    assert "いまは使えません" in await talk.press_payload(now.payload)  # type: ignore[union-attr]
    assert len(await talk.running()) == 1
    async with talk.database.read() as tx:
        (case,) = await disputes.of_owner(tx, talk.chat.owner_id)
    assert case.number == 1


async def test_words_of_a_closed_case_are_taken_back_too(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入", "m1")
    await talk.press("これで登録")
    for _ in range(21):
        await talk.register("サイズ違いで紛争中です。もう一件、2月9日にAliExpress介入")
    async with talk.database.write() as tx:
        for case in await disputes.of_owner(tx, talk.chat.owner_id):
            await disputes.change(tx, case.id, status="closed", closed_at=talk.now)
    await talk.happens(Unsent("m1"))
    async with talk.database.read() as tx:
        first, *_ = await disputes.of_owner(tx, talk.chat.owner_id)
    assert first.source_text == ""


def test_every_verb_is_known_by_what_it_names() -> None:
    """Deleting a case looks for its buttons: a verb with another row's id must be listed."""
    others = {Verb.REGISTER, Verb.FIX_REASON, Verb.DROP_DRAFT, Verb.FIX_DATE}
    assert not (OF_DEADLINE | OF_PIECE | WITHOUT_CASE) & others
    assert OF_DEADLINE.isdisjoint(OF_PIECE)


async def test_traces_of_a_case(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。\n全額返金6,993円、2月3日にAliExpress介入", "m1")
    await talk.press("これで登録")
    async with talk.database.read() as tx:
        (case,) = await disputes.of_owner(tx, talk.chat.owner_id)
        clocks = await talk.clocks()
    traces = Traces(case, clocks, ())
    for about in (
        {"message": {"id": "m1", "text": "…"}},
        {"message": {"message_id": "m1"}},
        {"text": "「色違いで紛争中です。\n全額返金6,993円、2月3日にAliExpress介入」"},
        {"text": "#1 色違い の期限です"},
        {"data": f"1~card~{case.id}~"},
        {"data": f"1~snz~{clocks[0].id}~1h"},
        {"data": f"c~M~2027-02~1~date~{case.id}~"},
        {"data": f"1~keep~99~{case.id}"},
        {"data": f"1~same~99~{case.id}"},
    ):
        assert traces(about), about
    for other in (
        {"message": {"id": "m2"}},
        {"text": "#12 色違い"},
        {"data": f"1~card~{case.id + 10}~"},
        {"data": f"1~keep~{case.id}~"},
        {"data": f"1~undo~{case.id}~"},
        {"data": f"1~arc~{case.id}~"},
        {},
    ):
        assert not traces(other), other
