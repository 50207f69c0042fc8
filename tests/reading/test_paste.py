"""What tells a pasted mail, page or chat from what buyers type themselves."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("件名:証拠の更なる提供が必要とされる\nこんにちは、尊敬される顧客!\n見られない。", True),
        ("Fwd: 返送品の受領について\n受領の確認が取れましたのでお知らせいたします。", True),
        ("AliExpressからの通知\n\nこんにちは。争いは今、裁判官の机の上に置かれました。", True),
        ("AliExpress ・ たった今\n販売者から新しい提案が届きました", True),
        ("こんにちは、\n\n払い戻しは銀行に提出されました。\n\n敬意を、\nAliExpressチーム", True),
        ("[自分] 届きません\n[ショップ] お待ちください\n[自分] もう待てません\n", True),
        ("Me 21:04\nHello\nStore 21:31\nHi dear\nMe 21:40\nI want a refund", True),
        # A chat of two lines may be quoted, and who types of AliExpress is no mail.
        ("自分: 届きません\n店: お待ちください", False),
        ("AliExpressで買ったんですが、\n色違いが届きました", False),
        ("re: zero のフィギュアが割れてました", False),
    ],
)  # fmt: skip
def test_what_is_pasted(text: str, pasted: bool) -> None:
    assert (read(text, NOW).intent == "import_paste") is pasted


@pytest.mark.parametrize(
    "asked",
    [
        "サービスに満足しましたか? ★★★★★",
        "ヘルプが必要ですか? Evaはあなたをお待ちしています。",
        "何をお探しですか?",
        "商品はいかがでしたか?レビューを書いてコインを獲得しましょう。",
    ],
)
def test_what_a_page_asks_everybody_is_no_question_of_the_buyers(asked: str) -> None:
    page = "申し立て詳細\n注文番号: 8199004455667788\n紛争理由: 色違い\n回答期限 2026年12月1日\n"
    assert read(page + asked, NOW).intent == "import_paste"
    assert read(page + "\nこれは承認していいですか?", NOW).intent != "import_paste"


_CHAT = (
    "12/2 21:05 Seller: Dear friend, the color is random\n"
    "12/2 21:40 私: I ordered black. Refund JPY 3,280 please.\n"
    "12/3 10:12 Seller: We can refund you $4. OK?\n"
)
_QUOTED = (
    "店「380円を支払います」\n私「全額でないと同意しません」\n店「では760円。これが最後です」\n"
)


@pytest.mark.parametrize("chat", [_CHAT, _QUOTED], ids=["named", "quoted"])
@pytest.mark.parametrize(
    ("own", "intent"),
    [
        ("", "import_paste"),
        ("↑昨夜のやりとりです", "import_paste"),
        ("これ断っちゃっても大丈夫ですか?", "ask_howto"),
        ("きっぱり断る英文つくって", "ask_template"),
        (
            "というわけでベージュを頼んだのに緑が届いた件、AliExpressの介入は12月5日です。登録お願いします。",
            "register_dispute",
        ),
        (
            "結局さっき店が折れて満額カードに戻ってきました。長かったけど紛争終わり!おつきあいありがとう",
            "close_dispute",
        ),
    ],
)
def test_what_the_buyer_says_beside_a_chat(chat: str, own: str, intent: str) -> None:
    assert read(chat + own, NOW).intent == intent
    assert read(own + "\n" + chat, NOW).intent == intent


def test_what_goes_on_below_a_name_is_said_by_that_name() -> None:
    page = "Seller\nDear friend\nOK?\nMe\nNo\nSeller\nこの理由は変更できますか?\n"
    assert read(page * 2, NOW).intent == "import_paste"
