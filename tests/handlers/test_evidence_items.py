"""Which evidence a case has and lacks: asked by one tap, shown everywhere, named by warnings."""

from pathlib import Path

import pytest

from handlers import notices
from handlers.casework import playbooks
from handlers.casework.evidence_items import BY_REASON, GENERAL, HELPFUL, ITEMS, OTHER, items_for
from handlers.casework.evidence_needed import KINDS, counts_for, needed
from handlers.casework.policy import POLICY
from handlers.events import Unsent
from handlers.replies import Card, Media, Press, Reply
from locales.catalogue import LOCALES, Words
from storage import conversations, disputes, evidence, owners
from storage.records import Evidence
from storage.states import DisputeStatus
from tests.casework.cases import dispute
from tests.handlers.talk import Talk, payload, talk_in

COLOR = ("届いた品物の写真", "商品ページ", "注文の詳細", "ラベルの写真", "チャット")
NOT_RECEIVED = "届かないので紛争中です。2月8日にAliExpress介入"


async def pieces(talk: Talk, case: int = 1) -> list[Evidence]:
    async with talk.database.read() as tx:
        return await evidence.of_dispute(tx, case)


async def items(talk: Talk, case: int = 1) -> list[str | None]:
    return [piece.item for piece in await pieces(talk, case)]


async def keep(talk: Talk, name: str = "a", **more: object) -> str:
    await talk.photo(name * 64, **more)
    return await talk.press("証拠として保存")


async def album(talk: Talk, names: str = "abc") -> str:
    for name in names:
        await talk.photo(name * 64)
    return await talk.press(f"{len(names)}点まとめて保存")


def payload_of(talk: Talk, label: str) -> str:
    button = talk.button(label)
    assert isinstance(button, Press)
    return button.payload


async def warning(talk: Talk, case: int = 1) -> Card:
    """The next warning of a case, as it would be sent at its time."""
    rows = [row for row in await talk.warnings() if row.dispute_id == case]
    async with talk.database.read() as tx:
        owner = await owners.owner(tx, talk.chat.owner_id)
        say = Words(owner.locale, strict=True)
        chat = await owners.chat(tx, talk.chat.id)
        reply = await notices.compose(tx, rows[:1], owner, chat, rows[0].due_at, say)
    assert isinstance(reply, Reply)
    (card,) = reply.nodes
    assert isinstance(card, Card)
    return card


def evidence_of(card: Card) -> str | None:
    return next((str(row.value) for row in card.rows if row.label in ("証拠", "Evidence")), None)


@pytest.fixture
async def case(talk: Talk) -> Talk:
    """A chat with a case of another colour."""
    await talk.register()
    return talk


# ── The lists ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("locale", LOCALES)
def test_every_item_has_a_short_name_that_fits_a_button(locale: str) -> None:
    say = Words(locale, strict=True)
    names = [say(f"proof-short-{item}") for item in (*ITEMS, OTHER)]
    assert len(set(names)) == len(names)
    for item, name in zip((*ITEMS, OTHER), names, strict=True):
        assert len(name) <= 20
        assert item == OTHER or len(say("button-add-item", item=name)) <= 20, name


@pytest.mark.parametrize("reason", BY_REASON)
def test_every_reason_has_its_list(reason: str) -> None:
    listed = items_for(reason)
    assert listed
    assert len(set(listed)) == len(listed)
    assert listed == BY_REASON[reason] + HELPFUL.get(reason, ())
    # A question has room for them, その他, 1点ずつ and two ways on, on LINE's 12 buttons.
    assert len(listed) <= 8
    state = needed(dispute(reason=reason))
    assert (state.items, state.must, state.missing) == (listed, BY_REASON[reason], listed)


def test_helpful_lists_are_of_known_reasons() -> None:
    assert set(HELPFUL) <= set(BY_REASON)


def test_without_a_reason_the_playbook_s_list_counts() -> None:
    state = needed(dispute(reason=None, playbook="wrong_address_valid_wait"))
    assert state.must == ("address", "tracking_place", "carrier_answer")
    assert needed(dispute(reason="damaged", playbook="wrong_address_valid_wait")).must == (
        "label",
        "damage",
        "unboxing",
    )
    general = needed(dispute(reason=None, playbook=None))
    assert (general.must, general.items) == ((), GENERAL)
    assert needed(dispute(reason="unheard_of", playbook="renamed_since")).must == ()


def test_playbooks_list_known_items() -> None:
    for playbook in playbooks.load().values():
        assert set(playbook.evidence) <= set(ITEMS), playbook.name


@pytest.mark.parametrize(
    ("kind", "fields", "counts"),
    [
        *[(kind, {}, kind in KINDS or kind == "unknown") for kind in POLICY],
        ("unknown", {"stage": "ae_proposal"}, True),
        ("unknown", {"stage": "refund_processing"}, False),
        ("unknown", {"stage": "return_goods"}, False),
        ("unknown", {"status": DisputeStatus.WATCHING}, False),
        ("ae_step_in", {"stage": "negotiation"}, True),
    ],
)
def test_deadlines_by_which_evidence_counts(
    kind: str, fields: dict[str, object], counts: bool
) -> None:
    assert counts_for(dispute(**fields), kind) is counts


# ── One tap after keeping ────────────────────────────────────────────────────────────────────────


async def test_keeping_asks_for_the_item_and_one_tap_answers(case: Talk) -> None:
    shown = await keep(case)
    assert "保存しました(全1点)" in shown
    assert "何の証拠ですか?" in shown
    assert case.labels == [*COLOR, "その他", "証拠一覧", "やること"]
    shown = await case.press("商品ページ")
    assert "#1 色違い 6,993円 の「商品ページ」に入れました" in shown
    assert "届いた品物の写真 ✖ 商品ページ ✔ 注文の詳細 ✖ ラベルの写真 ✖" in shown
    assert await items(case) == ["product_page"]
    assert "＋ラベルの写真" in case.labels
    assert "＋商品ページ" not in case.labels


async def test_missing_items_come_first(case: Talk) -> None:
    await keep(case)
    await case.press("届いた品物の写真")
    await keep(case, "b")
    assert case.labels[:6] == [*COLOR[1:], COLOR[0], "その他"]


async def test_a_press_moves_a_piece_and_the_same_press_changes_nothing(case: Talk) -> None:
    await keep(case)
    first = payload_of(case, "ラベルの写真")
    second = payload_of(case, "注文の詳細")
    for pressed, item in ((first, "label"), (second, "order_detail"), (second, "order_detail")):
        assert "入れました" in await case.press_payload(pressed)
        assert await items(case) == [item]
    await case.press("項目を変える")
    assert "何の証拠ですか?" in case.shown
    await case.press("その他")
    assert await items(case) == ["other"]


async def test_a_photo_that_was_asked_for_by_its_item_is_not_asked_about(case: Talk) -> None:
    shown = await case.press_payload(payload("evs", 1, "label"))
    assert "証拠「荷物のラベルの写真」を送ってください" in shown
    shown = await case.photo()
    assert "証拠「ラベルの写真」として保存しました(全1点)" in shown
    assert "何の証拠ですか" not in shown
    assert await items(case) == ["label"]
    await case.press("項目を変える")
    await case.press("チャット")
    await case.photo("b" * 64)
    assert await items(case) == ["chat", "label"], "the photo is still waited for"


async def test_a_strange_item_in_an_old_button_is_left_out(case: Talk) -> None:
    shown = await case.press_payload(payload("evs", 1, "moon"))
    assert "写真や動画を送ってください" in shown
    assert "何の証拠ですか?" in await case.photo()


async def test_a_photo_that_is_waited_for_without_an_item_is_asked_about(case: Talk) -> None:
    await case.press_payload(payload("evs", 1))
    assert "何の証拠ですか?" in await case.photo("a" * 64)
    shown = await case.photo("b" * 64)
    assert "この2点は、何の証拠ですか?" in shown
    await case.press("ラベルの写真")
    assert await items(case) == ["label", "label"]
    await case.photo("c" * 64)
    await case.say("商品ページです")
    assert await items(case) == ["label", "label", "product_page"]


# ── An album ─────────────────────────────────────────────────────────────────────────────────────


async def test_an_album_is_asked_about_once(case: Talk) -> None:
    shown = await album(case)
    assert shown.count("何の証拠ですか") == 1
    assert "この3点は、何の証拠ですか?" in shown
    label, chat = payload_of(case, "ラベルの写真"), payload_of(case, "チャット")
    assert "3点を #1" in await case.press_payload(label)
    assert await items(case) == ["label"] * 3
    await case.press_payload(chat)
    assert await items(case) == ["chat"] * 3, "another press moves them together"


async def test_each_of_an_album_its_own(case: Talk) -> None:
    await album(case)
    together = payload_of(case, "チャット")
    shown = await case.press("1点ずつ選ぶ")
    assert isinstance(case.nodes[0], Media)
    assert case.nodes[0].blob == f"evidence/{'a' * 64}"
    assert "1点目(写真 1/30 12:00 120KB)は、何の証拠ですか?" in shown
    shown = await case.press("商品ページ")
    assert "入れました" in shown
    assert "2点目" in shown
    shown = await case.say("ラベルです")
    assert "3点目" in shown
    shown = await case.press("その他")
    assert await items(case) == ["product_page", "label", "other"]
    assert "何の証拠ですか" not in shown
    await case.press_payload(together)
    assert await items(case) == ["product_page", "label", "chat"], "what has its own keeps it"


async def test_one_of_an_album_leaves_the_others_to_be_asked_about(case: Talk) -> None:
    await album(case)
    shown = await case.press_payload(payload("evi", 2, "label"))
    assert "残り2点は、何の証拠ですか?" in shown
    await case.press("チャット")
    assert await items(case) == ["chat", "label", "chat"]


async def test_a_named_item_is_no_occasion_to_ask_about_others(case: Talk) -> None:
    await album(case, "ab")
    await case.press_payload(payload("evs", 1, "label"))
    assert "何の証拠ですか" not in await case.photo("c" * 64)
    assert await items(case) == [None, None, "label"]


async def test_what_lay_there_before_is_not_asked_about_again(case: Talk) -> None:
    await keep(case, "a")
    await case.later(hours=2)
    assert "この" not in await keep(case, "b")
    await case.press("ラベルの写真")
    assert await items(case) == [None, "label"]
    shown = await case.say("証拠一覧")
    assert "項目を選んでいないもの(1点)" in shown
    await case.press("項目を選ぶ(1点)")
    await case.press("商品ページ")
    assert await items(case) == ["product_page", "label"]


# ── In words ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("reason", "text", "item"),
    [
        ("damaged", "開封動画です", "unboxing"),
        ("damaged", "動画", "unboxing"),
        ("damaged", "破損の写真です", "damage"),
        ("color_mismatch", "ラベルの写真", "label"),
        ("color_mismatch", "商品ページを撮りました", "product_page"),
        ("color_mismatch", "セラーとのやりとり", "chat"),
        ("color_mismatch", "その他", "other"),
        ("shortage", "ラベル", "weight_label"),
        ("size_mismatch", "サイズ表です", "size_chart"),
        ("size_mismatch", "タグのサイズ表示", "size_label"),
        ("not_received", "17TRACKの画面です", "tracking"),
        ("tracking_invalid", "追跡の画面", "tracking_two"),
        ("wrong_address", "追跡画面です", "tracking_place"),
        ("wrong_address", "郵便局の回答です", "carrier_answer"),
        ("not_received", "保護期限の画面です", "end_date"),
        ("color_mismatch", "定規を当てた写真", "ruler"),
        ("color_mismatch", "parcel label", "label"),
    ],
)
async def test_a_typed_answer_is_understood(case: Talk, reason: str, text: str, item: str) -> None:
    await reason_becomes(case, reason)
    await keep(case)
    assert "入れました" in await case.say(text)
    assert await items(case) == [item]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("item", [*ITEMS, OTHER])
async def test_every_label_can_be_typed(case: Talk, item: str, locale: str) -> None:
    asked = [reason for reason in BY_REASON if item in items_for(reason)]
    await reason_becomes(case, asked[0] if asked else "color_mismatch")
    await keep(case)
    await case.say(Words(locale)(f"proof-short-{item}") + "。")
    assert await items(case) == [item]


@pytest.mark.parametrize(
    "text",
    [
        "開封動画は撮っていません",
        "開封動画は必要ですか",
        "ラベルの写真って必要?",
        "セラーからメッセージが来ました",
        "タグのサイズ表示が違う",
        "期限は2月5日です",
        "一覧",
        "チャット",
    ],
)
async def test_what_is_no_answer_is_answered_as_ever(case: Talk, text: str) -> None:
    await keep(case)
    if text == "チャット":
        await case.later(hours=2)
    await case.say(text)
    assert case.reply is not None
    assert await items(case) == [None]


async def test_the_same_answer_is_not_given_twice_to_what_was_not_understood(case: Talk) -> None:
    await keep(case)
    first, second = await case.say("むにゃむにゃ"), await case.say("むにゃむにゃ")
    assert first != second


async def test_two_items_in_one_answer_are_asked_again(case: Talk) -> None:
    await keep(case)
    assert "何の証拠ですか?" in await case.say("商品ページとラベルです")
    assert await items(case) == [None]


async def test_a_date_that_is_waited_for_stays_waited_for(case: Talk) -> None:
    await case.photo()
    kept = payload_of(case, "証拠として保存")
    await case.press("画面の日付を登録")
    await case.press_payload(kept)
    async with case.database.read() as tx:
        waiting = await conversations.current(tx, case.chat.id)
    assert waiting is not None
    assert waiting.waiting_for == "date"
    assert "2月9日(火) 23:59" in await case.say("2月9日")


async def test_a_caption_names_the_item(case: Talk) -> None:
    await case.photo(caption="ラベルの写真です")
    shown = await case.press("証拠として保存")
    assert "証拠「ラベルの写真」として保存しました" in shown
    await keep(case, "b", caption="これです")
    assert await items(case) == ["label", None]


async def test_in_english(case: Talk) -> None:
    await case.say("英語にして")
    await case.photo()
    shown = await case.press("Keep as evidence")
    assert "Which evidence is this?" in shown
    await case.press("Product page")
    assert "Product page ✔, Order details ✖" in case.shown
    assert evidence_of(await warning(case)) == (
        "Photo of the item ✖, Product page ✔, Order details ✖, Parcel label ✖"
    )


# ── The list, the card, a step ───────────────────────────────────────────────────────────────────


async def test_the_list_shows_what_is_there_and_what_is_missing(case: Talk) -> None:
    await album(case, "ab")
    await case.press("商品ページ")
    await keep(case, "c")
    await case.press("その他")
    shown = await case.say("証拠一覧")
    for line in ("✖ 届いた品物の写真", "✔ 商品ページ(2点)", "✖ チャット(あれば)", "その他(1点)"):
        assert line in shown.split("\n")
    assert "1: 写真 1/30 12:00 120KB 商品ページ" in shown
    await case.press("＋ラベルの写真")
    assert "証拠「荷物のラベルの写真」を送ってください" in case.shown
    await case.photo("d" * 64)
    assert (await items(case))[-1] == "label"
    await case.say("証拠一覧")
    assert "＋ラベルの写真" not in case.labels
    await case.press("3を見る")
    await case.press("項目を変える")
    await case.press("届いた品物の写真")
    assert await items(case) == ["product_page", "product_page", "item_photo", "label"]


async def test_the_card_shows_it_too(case: Talk) -> None:
    await keep(case)
    await case.press("注文の詳細")
    shown = await case.press_payload(payload("card", 1))
    assert "✔ 注文の詳細(1点)" in shown
    assert "＋商品ページ" in case.labels
    assert "＋注文の詳細" not in case.labels
    assert "＋チャット" not in case.labels, "what merely helps is asked for on the list"
    assert len(case.labels) <= 12


async def test_without_a_reason_the_card_only_counts(talk: Talk) -> None:
    await talk.register("紛争中です。2月3日にAliExpress介入")
    await keep(talk)
    assert talk.labels[:4] == ["商品ページ", "注文の詳細", "チャット", "届いた品物の写真"]
    await talk.press("チャット")
    shown = await talk.press_payload(payload("card", 1))
    assert "証拠: 1点" in shown
    assert not [label for label in talk.labels if label.startswith("＋")]


async def test_a_step_shows_what_is_there(case: Talk) -> None:
    await keep(case)
    await case.press("商品ページ")
    shown = await case.press_payload(payload("step", 1, "color_mismatch.upload_open"))
    assert "✔ 商品ページのスクリーンショット" in shown
    assert "✖ 荷物のラベルの写真" in shown


# ── Warnings ─────────────────────────────────────────────────────────────────────────────────────


async def test_a_warning_names_what_is_missing_as_it_is_sent(case: Talk) -> None:
    card = await warning(case)
    line = "届いた品物の写真 ✖ 商品ページ ✖ 注文の詳細 ✖ ラベルの写真 ✖"
    assert evidence_of(card) == line
    add = card.buttons[-1]
    assert isinstance(add, Press)
    assert (add.label, add.payload) == ("証拠を追加", payload("evs", 1, "item_photo"))
    for name, item in zip("abcd", COLOR, strict=False):
        await keep(case, name)
        await case.press(item)
    card = await warning(case)
    assert evidence_of(card) == line.replace("✖", "✔")
    assert [button.label for button in card.buttons][-1] == "明日の朝"


@pytest.mark.parametrize("reason", BY_REASON)
@pytest.mark.parametrize("locale", ["日本語にして", "英語にして"])
async def test_a_warning_of_every_reason(case: Talk, reason: str, locale: str) -> None:
    await case.say(locale)
    await reason_becomes(case, reason)
    line = evidence_of(await warning(case))
    if reason == "no_longer_needed":
        assert line is None
        return
    assert line is not None
    assert line.count("✖") == len(BY_REASON[reason])


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("色違いで紛争中です。セラーの回答期限は2月3日", True),
        ("色違いで紛争中です。2月3日まで", True),
        ("色違いで紛争中です。判定が出て、2月3日までに承認か拒否", True),
        ("色違いで返金処理中です。2月20日までに返金", False),
        ("色違いで返品することになりました。2月10日までに返送", False),
        ("紛争中です。2月3日にAliExpress介入", False),
    ],
)
async def test_only_where_evidence_counts(talk: Talk, text: str, there: bool) -> None:
    await talk.register(text)
    assert (evidence_of(await warning(talk)) is not None) is there


# ── Nothing is lost ──────────────────────────────────────────────────────────────────────────────


async def test_a_dropped_piece_leaves_its_item_missing(case: Talk) -> None:
    await keep(case, message="p1")
    await case.press("商品ページ")
    assert "商品ページ ✔" in str(evidence_of(await warning(case)))
    await case.press_payload(payload("evx", 1))
    assert "商品ページ ✖" in str(evidence_of(await warning(case)))
    assert "もう残っていません" in await case.press_payload(payload("evi", 1, "label"))
    await keep(case, "b", message="p2")
    await case.press("商品ページ")
    await case.happens(Unsent("p2"))
    assert "商品ページ ✖" in str(evidence_of(await warning(case)))


async def test_another_reason_keeps_every_piece(case: Talk) -> None:
    await album(case, "ab")
    await case.press("商品ページ")
    await reason_becomes(case, "not_received")
    shown = await case.say("証拠一覧")
    assert "その他(2点)" in shown
    assert "120KB 商品ページ" in shown
    assert "✖ 保護期限の画面" in shown
    await reason_becomes(case, "color_mismatch")
    assert "✔ 商品ページ(2点)" in await case.say("証拠一覧")


async def test_old_buttons_get_a_kind_answer(case: Talk) -> None:
    await case.photo()
    assert "まだ証拠として保存していません" in await case.press_payload(payload("evi", 1, "label"))
    await case.press("証拠として保存")
    shown = await case.press_payload(payload("evi", 1, "moon"))
    assert "いまの一覧にありません" in shown
    await case.press("ラベルの写真")
    assert await items(case) == ["label"]
    missing = await case.press_payload(payload("evi", 99, "label"))
    assert Words("ja")("gone") in missing
    await case.press_payload(payload("dely", 1))
    deleted = await case.press_payload(payload("evi", 1, "label"))
    assert Words("ja")("gone") in deleted


async def test_a_piece_of_somebody_else_is_not_touched(case: Talk, tmp_path: Path) -> None:
    await keep(case)
    async with talk_in(tmp_path / "funso.db", address="U2") as other:
        await other.press_payload(payload("evi", 1, "label"))
        await other.press_payload(payload("evi", 1, "label.1"))
    assert await items(case) == [None]


async def test_an_album_does_not_reach_into_another_case(case: Talk) -> None:
    await case.register(NOT_RECEIVED)
    for name in "abc":
        await case.photo(name * 64)
    await case.press_payload(payload("keep", 2, 2))
    await case.press_payload(payload("keepa", None, 1))
    await case.press("ラベルの写真")
    assert await items(case, 1) == ["label", "label"]
    assert await items(case, 2) == [None]


# ── What AliExpress takes ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"size": 2_100_000}, "2MB以下のJPG・PNGが安全です"),
        ({"media_type": "image/heic"}, "この形式はAliExpressに送れないことがあります"),
        ({"media_type": "application/pdf"}, "この形式はAliExpressに送れないことがあります"),
        ({"media_type": "video/quicktime", "size": 9_000_000}, "MP4が無難です"),
    ],
)
async def test_what_aliexpress_may_not_take_is_said_in_one_line(
    case: Talk, more: dict[str, object], words: str
) -> None:
    shown = await keep(case, **more)
    assert shown.count("AliExpress") == 1
    assert words in shown


async def test_what_it_takes_needs_no_word(case: Talk) -> None:
    assert "AliExpressに" not in await keep(case, "a")
    assert "AliExpressに" not in await keep(case, "b", media_type="video/mp4", size=9_000_000)


async def reason_becomes(talk: Talk, reason: str) -> None:
    async with talk.database.write() as tx:
        await disputes.change(tx, 1, reason=reason)
