"""What a mail is about by its subject, and what its reader adds in words of his own."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.mail_subjects import ORDER, SUBJECTS, TO_ALL, mails_of
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(("subject", "stage", "playbook"), SUBJECTS)
def test_the_subject(subject: str, stage: str, playbook: str | None) -> None:
    for text in mails_of(subject):
        reading = read(text, NOW)
        assert (reading.stage, reading.playbook) == (stage, playbook)


@pytest.mark.parametrize(
    "subject",
    ["お荷物が配達されました", "商品が発送されました", "注文の詳細", "Order completed"],
)
def test_what_an_order_s_mail_tells_everybody_is_no_reason(subject: str) -> None:
    assert read(subject + ORDER + TO_ALL, NOW).reason is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("箱の中のマグカップが割れていました", "damaged"),
        ("配達済みなのに届いてないです", "delivered_not_received"),
        ("赤を頼んだのに緑が来ました…", "color_mismatch"),
    ],
)
def test_what_its_reader_adds_is_one(words: str, reason: str) -> None:
    delivered = "配達完了 11月26日 10:20\n受取確認をお願いいたします。"
    page = "お荷物が配達されました" + ORDER + delivered
    assert read(page + "\n\n" + words, NOW).reason == reason


def test_a_parcel_s_history_passes_through_many_places() -> None:
    history = (
        "配達状況詳細\nお問い合わせ番号 UM518802746CN\n11/20 10:05 引受 中国\n"
        "11/23 09:12 国際交換局に到着 川崎東 神奈川県\n11/25 12:40 到着 秋田中央 秋田県\n"
        "11/26 10:20 お届け済み 秋田中央 秋田県\n"
    )
    assert read(history, NOW).reason != "wrong_address"
    assert read(history + "\nうちは青森なんですけど", NOW).reason == "wrong_address"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("無事に全額戻ってきました!助かりました、この件は終わりで大丈夫です", "close_dispute"),
        ("これって全額ですか?", "ask_howto"),
        ("登録お願いします", "import_paste"),
    ],
)
def test_what_its_reader_says_below(words: str, intent: str) -> None:
    mail = (
        "返金が完了しました\n\nお客様\n\n返金額 1,860円\n返金先 PayPay残高\n返金完了日 2026/11/26\n"
        "返金情報の詳細は、アカウントからご確認いただけます。\n\nAlibaba.com Singapore\n\n"
    )
    assert read(mail, NOW).intent == "import_paste"
    assert read(mail + words, NOW).intent == intent
