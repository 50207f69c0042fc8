"""Photos, videos and files."""

import pytest

from handlers import ceilings
from handlers.events import Unsent
from handlers.replies import Media
from storage import evidence
from storage.records import Evidence
from tests.handlers.talk import Talk, payload

SECOND = "届かないので紛争中です。2月8日にAliExpress介入"


async def kept(talk: Talk, case: int = 1) -> list[Evidence]:
    async with talk.database.read() as tx:
        return await evidence.of_dispute(tx, case)


async def test_a_photo_is_asked_about_and_kept_for_the_only_case(talk: Talk) -> None:
    await talk.register()
    shown = await talk.photo()
    assert "#1 色違い" in shown
    assert talk.labels == ["証拠として保存", "画面の日付を登録"]
    assert await kept(talk) == []
    shown = await talk.press("証拠として保存")
    assert "保存しました(全1点)" in shown
    (piece,) = await kept(talk)
    assert piece.blob == f"evidence/{'a' * 64}"
    await talk.press_payload(talk.pressed[-1])
    assert "保存済み" in talk.shown
    assert len(await kept(talk)) == 1


async def test_the_same_file_again_is_known(talk: Talk) -> None:
    await talk.register()
    await talk.photo()
    await talk.photo()
    assert talk.labels == ["証拠として保存", "画面の日付を登録"]
    await talk.press("証拠として保存")
    assert "保存済み" in await talk.photo()
    async with talk.database.read() as tx:
        assert (await evidence.usage(tx, talk.chat.owner_id))[0] == 1


async def test_several_cases_which_one(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.photo()
    shown = await talk.press("証拠として保存")
    assert "どの件の証拠ですか" in shown
    await talk.press("#2")
    assert len(await kept(talk, 2)) == 1


async def test_an_album_can_be_kept_at_once(talk: Talk) -> None:
    await talk.register()
    for name in "abc":
        await talk.photo(name * 64)
    await talk.press("3点まとめて保存")
    assert len(await kept(talk)) == 3
    assert "保存を待っているファイルはありません" in await talk.press_payload(talk.pressed[-1])


async def test_an_album_with_several_cases(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.photo("a" * 64)
    await talk.photo("b" * 64)
    await talk.press("2点まとめて保存")
    await talk.press("#1")
    assert len(await kept(talk)) == 2


async def test_without_a_case_it_waits_and_is_offered_after_registering(talk: Talk) -> None:
    shown = await talk.photo()
    assert "紛争を登録すると" in shown
    shown = await talk.press("証拠として保存")
    assert "預かっています" in shown
    assert "紛争を登録" in talk.labels
    shown = await talk.register()
    assert "受け取ってあるファイルが1点" in shown
    await talk.press("証拠として保存")
    assert len(await kept(talk)) == 1


async def test_the_date_on_a_screenshot(talk: Talk) -> None:
    await talk.register()
    await talk.photo()
    shown = await talk.press("画面の日付を登録")
    assert "コピーして送る" in shown
    shown = await talk.say("2月9日, AliExpress Steps In")
    assert "2月9日(火) 23:59" in shown


async def test_the_date_on_a_screenshot_of_one_of_several(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.photo()
    await talk.press("画面の日付を登録")
    await talk.press("#1")
    shown = await talk.pick("日付を選ぶ", "2027-02-07T23:59")
    assert shown.startswith("#1")
    assert "2月7日(日)" in shown


async def test_the_date_on_a_screenshot_without_a_case_opens_a_card(talk: Talk) -> None:
    await talk.photo()
    await talk.press("画面の日付を登録")
    shown = await talk.say("2月9日")
    assert "2月9日(火) 23:59" in shown
    assert "これで登録" in talk.labels


async def test_a_caption_is_read_like_a_message(talk: Talk) -> None:
    shown = await talk.photo(caption="色違いで紛争中です。2月3日にAliExpress介入")
    assert "違うカラー" in shown
    assert "預かっています" in shown
    assert "これで登録" in talk.labels
    # One question at a time: the card's now, the file's once the card is registered.
    assert "証拠として保存" not in talk.labels
    await talk.press("これで登録")
    assert "証拠として保存" in talk.labels
    await talk.photo("b" * 64, caption="これです")
    assert "これで登録" not in talk.labels


async def test_the_list_gives_each_piece_back(talk: Talk) -> None:
    assert "証拠はまだありません" in await talk.say("証拠一覧")
    await talk.register()
    assert "まだありません" in await talk.say("証拠一覧")
    for number in range(10):
        await talk.photo(f"{number:064d}")
        await talk.press("証拠として保存")
    shown = await talk.say("証拠一覧")
    assert "(10点)" in shown
    await talk.press("次へ")
    await talk.press("10を見る")
    assert talk.reply is not None
    _, node = talk.nodes
    assert isinstance(node, Media)
    assert node.blob == f"evidence/{9:064d}"
    assert node.name.endswith(".jpg")


async def test_the_list_of_one_of_several(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.say("証拠一覧")
    shown = await talk.press("#2")
    assert "#2 未着 の証拠(0点)" in shown


async def test_more_evidence_is_kept_as_it_comes(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.press_payload(payload("evs", 2, "label"))
    assert talk.labels == ["カメラ", "アルバム", "これで全部"]
    enough = talk.button("これで全部")
    await talk.photo("a" * 64)
    await talk.photo("b" * 64, media_type="video/mp4")
    pieces = await kept(talk, 2)
    assert [piece.item for piece in pieces] == ["label", "label"]
    await talk.press_payload(enough.payload)  # type: ignore[union-attr]
    await talk.photo("c" * 64)
    assert "証拠として保存" in talk.labels


@pytest.mark.parametrize(
    ("problem", "is_video", "words"),
    [
        ("too_large", False, "大きすぎて"),
        ("too_large", True, "15〜30秒"),
        ("too_many_pixels", False, "縮小"),
        ("not_a_picture", False, "開けないファイル"),
        ("unsupported", False, "この種類"),
        ("gone", False, "もう一度送って"),
    ],
)
async def test_what_cannot_be_kept_is_said_kindly(
    talk: Talk, problem: str, is_video: bool, words: str
) -> None:
    shown = await talk.photo("", problem=problem, is_video=is_video)
    assert words in shown
    async with talk.database.read() as tx:
        assert await evidence.waiting(tx, talk.chat.owner_id) == []


async def test_ceilings_of_files_and_bytes(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    await talk.register()
    await talk.photo("a" * 64, size=ceilings.FILE_BYTES - 100)
    assert "300MBまで" in await talk.photo("b" * 64, size=101)
    assert "証拠として保存" in (await talk.photo("c" * 64, size=50))
    async with talk.database.write() as tx:
        for number in range(ceilings.FILES):
            await evidence.add(
                tx,
                talk.chat.owner_id,
                talk.now,
                sha256=str(number),
                blob="x",
                media_type="image/png",
                size=0,
            )
    assert "300点" in await talk.photo("d" * 64, size=1)


async def test_a_picture_taken_back_is_gone(talk: Talk) -> None:
    await talk.register()
    await talk.photo("a" * 64, message="p1")
    await talk.press("証拠として保存")
    await talk.photo("b" * 64, message="p2")
    waiting = talk.button("証拠として保存")
    await talk.happens(Unsent("p1"))
    await talk.happens(Unsent("p2"))
    assert await kept(talk) == []
    shown = await talk.press_payload(waiting.payload)  # type: ignore[union-attr]
    assert "もう残っていません" in shown
    assert "もう残っていません" in await talk.press_payload(payload("evg", 1))


async def test_dropping_a_piece(talk: Talk) -> None:
    await talk.photo()
    assert "消しました" in await talk.press_payload(payload("evx", 1))
    assert "消しました" in await talk.press_payload(payload("evx", 1))


async def album(talk: Talk, *names: str, **more: object) -> str:
    """Photos sent together; what stands after the last of them."""
    shown = ""
    for number, name in enumerate(names):
        caption = {"caption": more["caption"]} if number == 0 and "caption" in more else {}
        shown = await talk.photo(name * 64, album="a1", album_size=more.get("size"), **caption)
    return shown


async def test_an_album_is_asked_about_as_one_and_kept_by_one_press(talk: Talk) -> None:
    await talk.register()
    shown = await album(talk, "a", "b", "c")
    assert "3点受け取りました" in shown
    assert talk.labels == ["3点まとめて保存", "画面の日付を登録"]
    await talk.press("3点まとめて保存")
    assert len(await kept(talk)) == 3
    await talk.press("商品ページ")
    assert {piece.item for piece in await kept(talk)} == {"product_page"}


async def test_an_album_leaves_what_waited_before_alone(talk: Talk) -> None:
    await talk.register()
    await talk.photo("z" * 64)
    await album(talk, "a", "b")
    assert talk.labels == ["2点まとめて保存", "3点まとめて保存", "画面の日付を登録"]
    await talk.press("2点まとめて保存")
    assert [piece.sha256[0] for piece in await kept(talk)] == ["a", "b"]


async def test_the_same_picture_twice_in_an_album_is_one_piece(talk: Talk) -> None:
    await talk.register()
    assert "2点受け取りました" in await album(talk, "a", "b", "a")
    await talk.press("2点まとめて保存")
    assert len(await kept(talk)) == 2


async def test_a_picture_sent_before_belongs_to_its_last_album(talk: Talk) -> None:
    await talk.register()
    await talk.photo("a" * 64)
    assert "2点受け取りました" in await album(talk, "a", "b")


async def test_a_late_photo_of_a_kept_album_is_kept_beside_it(talk: Talk) -> None:
    await talk.register()
    await album(talk, "a", "b")
    await talk.press("2点まとめて保存")
    await talk.press("商品ページ")
    assert "全3点" in await album(talk, "c")
    assert {piece.item for piece in await kept(talk)} == {"product_page"}


async def test_an_album_that_is_waited_for_is_kept_as_it_comes(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("evs", 1, "product_page"))
    assert "全2点" in await album(talk, "a", "b")
    assert {piece.item for piece in await kept(talk)} == {"product_page"}


async def test_the_caption_of_an_album_names_the_item_of_each(talk: Talk) -> None:
    await talk.register()
    await album(talk, "a", "b", caption="商品ページです")
    await talk.press("2点まとめて保存")
    assert {piece.item for piece in await kept(talk)} == {"product_page"}


async def test_what_a_caption_tells_stays_when_the_next_photo_comes(talk: Talk) -> None:
    first = "色違いで紛争中です。2月3日にAliExpress介入"
    assert "違うカラー" in await album(talk, "a", caption=first)
    assert talk.reply is not None
    assert talk.reply.album_lead == len(talk.reply.nodes), "the card stays"
    await album(talk, "b")
    assert talk.reply.nodes == (), "the card's own question comes first"
    await talk.press_payload(payload("reg", 1))
    await talk.press("2点まとめて保存")
    assert len(await kept(talk)) == 2


async def test_a_mishap_with_one_file_hides_nothing_of_the_others(talk: Talk) -> None:
    await talk.register()
    await album(talk, "a", "b")
    shown = await talk.photo("", album="a1", problem="too_large")
    assert "大きすぎて" in shown
    assert "2点受け取りました" in shown
    assert talk.reply is not None
    assert talk.reply.album_lead == 1


async def test_a_whole_album_is_known_where_its_size_is_told(talk: Talk) -> None:
    await talk.register()
    await album(talk, "a", size=2)
    assert talk.reply is not None
    assert not talk.reply.album_whole
    await album(talk, "b", size=2)
    assert talk.reply.album_whole


async def test_the_menu_below_the_chat_asks_for_which_case_evidence_is(talk: Talk) -> None:
    without_id = payload("evs")
    assert "いま送っても預かります" in await talk.press_payload(without_id)
    await talk.register()
    assert "#1 色違い 6,993円 の写真や動画を送ってください" in await talk.press_payload(without_id)
    await talk.register("サイズ違いで紛争中、2月10日まで、注文番号8201234567890123")
    assert "どの件の証拠を送りますか?" in await talk.press_payload(without_id)
    assert "#2" in await talk.press("#2")
