"""What the words of a copied page speak for, and when that counts."""

from datetime import datetime

import pytest

from handlers.reading import page_opinion
from handlers.reading.page_opinion import MARGINS, page_opinion_by, page_opinion_on, pieces_of
from handlers.reading.read import read
from handlers.reading.weights import weights_of
from tests.reading.learning import Example
from tests.reading.moments import TOKYO
from tests.reading.weigh_pages import FIELDS, LESSON

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=TOKYO)
_ORDER = "注文番号 8204471190356682"


@pytest.mark.parametrize(
    ("page", "field", "value"),
    [
        (
            f"申し立てが終了しました\n{_ORDER}\n返送の追跡番号が12月6日までに入力されなかったため、"
            "申し立ては閉じられました。代金は販売者に支払われました。\n返金額 JPY 0",
            "stage",
            "closed",
        ),
        (
            f"返金ができませんでした\n{_ORDER}\nご登録のカードが無効のため、返金 JPY 3,180 を処理"
            "できませんでした。\n2026年12月10日までに別の返金先を登録してください。\n返金先を変更する",
            "playbook",
            "refund_arrival",
        ),
        (
            "Refund details\nYour refund of US $8.40 has been issued to your card on Nov 25, 2026."
            " It should appear in your account by Dec 9, 2026.\nOrder ID 8204471190356682",
            "kind",
            "refund_arrival",
        ),
        (
            "My AliExpress > Dispute List > Dispute Detail\n\nNegotiation Finished - Estimated Time"
            " 2026-12-05\nDispute Reason: Product not as described\nSeller: no response yet\n"
            "Your proposal: Refund Only US $21.00\nCancel | Edit",
            "stage",
            "negotiation",
        ),
    ],
)
def test_the_words_of_a_page_speak_where_its_labels_do_not(
    page: str, field: str, value: str
) -> None:
    reading = read(page, NOW)
    if field == "kind":
        assert reading.deadline is not None
        assert reading.deadline.kind == value
    else:
        assert getattr(reading, field) == value


def test_the_other_readings_of_a_day_have_the_kind_that_it_has() -> None:
    page = (
        "Refund details\nYour refund of US $8.40 has been issued to your card on Nov 25, 2026. It"
        " should appear in your account by Dec 9 (Tue).\nOrder ID 8204471190356682"
    )
    reading = read(page, NOW)
    assert reading.deadline is not None
    assert reading.deadline.alternatives
    readings = (reading.deadline, *reading.deadline.alternatives)
    assert {one.kind for one in readings} == {"refund_arrival"}


def test_the_pieces_of_a_page_are_the_words_of_the_lists_and_its_runs_of_one_script() -> None:
    pieces = pieces_of("返金がまだ届いていません order")
    assert {"返金", "{届く:ない}", "がまだ", "order"} <= pieces


def test_of_a_page_with_hardly_a_word_there_is_no_opinion() -> None:
    opinion = page_opinion_on("返金\n8204")
    assert opinion.on("reason", "damaged") == "damaged"
    assert opinion.on("stage", None) is None


def test_it_has_no_opinion_of_what_a_page_wants_of_the_bot() -> None:
    assert "intent" not in page_opinion.weights().fields
    assert set(MARGINS.to_another) | set(MARGINS.to_none) | {"copied"} == set(FIELDS)


def test_what_was_learned_is_what_is_read() -> None:
    told = {
        "返金を処理しています 返金 まで お待ち ください 返金先 カード 口座": "refund_processing",
        "販売者の回答を待っています 紛争 開始 理由 提案 証拠 編集 取り消し": "seller_response",
        "荷物は輸送中です 追跡 配達 予定 通関 国際 交換局 発送 輸送": "in_transit",
    }
    pages = [
        Example(text, dict.fromkeys(FIELDS, stage) | {"stage": stage})
        for text, stage in told.items()
    ]
    weights = weights_of(LESSON.learned_from(pages * 3, at_least=2))
    for one in pages:
        assert page_opinion_by(weights, one.source).on("stage", None) == one.values["stage"]
