"""Words that mislead: of what is missing, broken or late, of a list, a stage and a verdict."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("追跡が3週間前からハンガリーで止まったまま動かない", "not_received"),
        ("届いた時から箱がぺしゃんこで中のフィギュアの腕が折れてた", "damaged"),
        ("壊れてはいないんだけど、匂いがひどくて使えない", "quality"),
        ("2ヶ月も前に頼んだ猫の爪とぎ、いまだに来うへん", "not_received"),
        ("間に合うように注文した電車の玩具がまだ届いておりません。", "not_received"),
    ],
)
def test_what_is_wrong_with_it(text: str, reason: str) -> None:
    assert read(text, NOW).reason == reason


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("別の商品や不足がないかもご確認ください。\n申し立ての理由  破損(Damaged)\n",
         "damaged"),
        ("Dispute Reason:\nSize Not As Described\nYou said that it does not work.\n",
         "size_mismatch"),
        ("理由:配達完了だが届いていない\n写真と違うとのコメント\n", "delivered_not_received"),
        ("紛争の理由\n商品が届かない\n割れた商品の写真\n", "not_received"),
        ("理    由 : サイズ違い\n数    量 : 1\n箱は空でした\n", "size_mismatch"),
        ("理由は書いていません。\n割れていました。\n", "damaged"),
    ],
)  # fmt: skip
def test_the_reason_that_a_page_names_by_its_label_goes_before_others(
    page: str, reason: str
) -> None:
    assert read(page, NOW).reason == reason


@pytest.mark.parametrize(
    ("text", "playbook"),
    [
        ("返品の送り先はどこに書いてある?", "return_goods"),
        ("拒否の英文書いてほしいです", "decline_proposal"),
        ("店主が申し立ての理由をサイズ選択ミスに変更しろとしつこい", "seller_asks_change_reason"),
    ],
)
def test_which_list_helps(text: str, playbook: str) -> None:
    assert read(text, NOW).playbook == playbook


def test_what_was_done_until_a_step_ends_no_case() -> None:
    assert read("拒否まで終わりました。この後の手順をお願いします", NOW).stage is None


def test_an_invalid_return_is_no_verdict() -> None:
    assert read("追跡番号を入力しないと返品無効になるそうです", NOW).verdict is None
