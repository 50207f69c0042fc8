"""Pages that were copied into one line are read as those that were copied with their lines."""

from datetime import datetime

import pytest

from handlers.reading.normalise import normalise
from handlers.reading.page_lines import set_in_lines
from handlers.reading.read import read
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)
PAGES = (
    "Dispute Detail\nOrder No: 8201234567890123\nDispute Reason: Size Not As Described\n"
    "Status: Waiting for the seller to respond\nRemaining time: 4 days 13:22:08\n"
    "My Proposal Refund Only JPY 2,874\nEdit\nUpload Evidence\nOrder amount JPY 3,592\n"
    "Contact Seller\nCancel Request\nHelp Center",
    "進行中の紛争\nAliExpressの提案\n承認または拒否の残り時間 23:14:09\n"
    "提案1 返品しないで、4.20ドルの一部返金\n承認\n拒否する\n私の提案 Refund Only 14.00ドル\n"
    "提案を編集する\n証拠をアップロードする\n注文番号 8201234567890123\nお支払い 14.00ドル\n"
    "セラーに連絡\n紛争をキャンセル\nヘルプセンター",
    "申し立て詳細\n注文番号:8201234567890123\n紛争理由:数量不足\nステータス:交渉中\n"
    "注文金額 JPY 2,592\n私の提案 JPY 1,728\nセラーの提案 JPY 864\n交渉完成推定時間 2026-12-04\n"
    "紛争調査・サーベイ\nヘルプセンター\n© 2010-2026 AliExpress.com",
)
_FIELDS = ("intent", "reason", "stage", "playbook", "proposer", "order_id", "amounts", "tap")


@pytest.mark.parametrize("page", PAGES, ids=[page[:20] for page in PAGES])
def test_a_page_in_one_line_means_the_same(page: str) -> None:
    lined, flat = read(page, NOW), read(page.replace("\n", " "), NOW)
    assert {name: getattr(flat, name) for name in _FIELDS} == {
        name: getattr(lined, name) for name in _FIELDS
    }
    assert flat.intent == "import_paste"
    assert flat.deadline is not None
    assert lined.deadline is not None
    assert (flat.deadline.at, flat.deadline.kind) == (lined.deadline.at, lined.deadline.kind)


@pytest.mark.parametrize("page", PAGES, ids=[page[:20] for page in PAGES])
def test_the_text_keeps_its_length(page: str) -> None:
    flat = normalise(page.replace("\n", " ")).text
    assert len(set_in_lines(flat.replace("\n", " "))) == len(flat)


@pytest.mark.parametrize(
    "typed",
    [
        "注文番号 8201234567890123 のケースですが、紛争理由は色違い、私の提案は全額返金です。"
        "セラーの提案は900円で、拒否しました。次に何をすればいいですか。もう一週間待っていて、とても困っています。",
        "届かない",
        "",
    ],
)
def test_what_a_buyer_types_is_left_alone(typed: str) -> None:
    assert set_in_lines(typed) == typed
