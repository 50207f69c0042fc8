"""A long mail is read by what it says of its case, and not by what it tells everybody."""

from datetime import datetime

import pytest

from handlers.reading.mail_marks import Marks
from handlers.reading.mail_sections import Part, lines_of
from handlers.reading.normalise import normalise
from handlers.reading.read import read
from tests.reading.adversarial import assert_linear
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 26, 20, 15, tzinfo=TOKYO)
FACTS = """件名: 販売者から回答がありました

お客様

注文番号 8201234567890123 の紛争に、販売者が回答しました。
理由: 違うカラーが届いた
お客様のご希望: 全額返金 JPY 6,993
販売者の提案: 一部返金 JPY 2,000
AliExpressの介入予定日: 2026年12月3日
"""
GENERAL = """
■ 紛争の流れについて
紛争が開かれてから5日以内に販売者が回答します。判定のあとは3日以内に承認または拒否を選びます。
返品の場合は10日以内に発送し、追跡番号を入力してください。紛争は終了後に再開できません。

■ 返金について
返金は3〜20営業日で届きます。AliExpressの判定で全額返金になった場合も同じです。

■ 荷物が届かないとき
配達完了と表示されても届いていない場合は、配送会社に調査を依頼してください。

■ セールのお知らせ
12月1日から12月2日まで、最大50%オフのクーポンを配布します。

■ お気をつけください
パスワードを尋ねるメールには返信しないでください。取り下げを求められても応じないでください。

このメールは送信専用です。配信停止はこちら
"""
ENGLISH = """Subject: Your return has been approved

Dear customer,

Your return for order 8201234567890123 has been approved.
Dispute reason: Size not as described
Ship by: December 9, 2026
Refund amount: US $24.50

WHAT IF I DO NOT RETURN IT?
If the parcel is not shipped within 10 days, the dispute is closed and you lose the case.

Frequently asked questions
How long does the seller have? Five days in a new dispute.
When will the refund arrive? Within 20 business days after the seller got the parcel.

For your next order
Film the unboxing. Do not confirm the receipt if the colour is different.

Winter sale: everything from US $0.99 until November 30.

You can accept or decline a proposal within three days. Sellers have 30 days to confirm a return.

This message was sent automatically. Unsubscribe | Privacy policy
"""


def test_a_mail_is_read_by_its_facts() -> None:
    for text in (FACTS, FACTS + GENERAL):
        reading = read(text, NOW)
        assert reading.intent == "import_paste"
        assert reading.deadline is not None
        assert reading.deadline.at.date().isoformat() == "2026-12-03"
        assert (reading.deadline.kind, reading.deadline.doubts) == ("ae_step_in", ())
        assert (reading.reason, reading.proposer) == ("color_mismatch", "seller")
        assert reading.stage == "negotiation"
        assert reading.trick is None
        assert [(one.value, one.role) for one in reading.amounts] == [
            ("6993", "claimed"),
            ("2000", "offered_by_seller"),
        ]


def test_an_english_mail_likewise() -> None:
    reading = read(ENGLISH, NOW)
    assert reading.deadline is not None
    assert reading.deadline.at.date().isoformat() == "2026-12-09"
    assert (reading.deadline.kind, reading.deadline.doubts) == ("return_ship", ())
    assert (reading.reason, reading.stage) == ("size_mismatch", "return_goods")


def test_without_facts_a_help_page_has_no_deadline() -> None:
    assert read("ヘルプセンター\n" + GENERAL + GENERAL, NOW).deadline is None


@pytest.mark.parametrize("mail", [FACTS + GENERAL, ENGLISH])
def test_the_source_is_where_the_mail_has_it(mail: str) -> None:
    found = read(mail, NOW).deadline
    assert found is not None
    assert mail[slice(*found.span)] == found.source_text


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("この提案は承認した場合どうなりますか?", "ask_howto"),
        ("これは断るべきでしょうか。", "ask_next_step"),
        ("証拠は何を出せばいいですか", "ask_evidence"),
    ],
)
def test_what_the_buyer_adds_is_read(question: str, intent: str) -> None:
    mail = FACTS + GENERAL
    assert read(f"{mail}\n\n{question}", NOW).intent == intent
    assert question[:-1] in normalise(f"{mail}\n\n{question}").text
    assert question[:-1] in normalise(f"{question}\n\n{mail}").text


def test_a_buyers_own_story_is_read_whole() -> None:
    story = (
        "11月3日に届いた靴がサイズ違いで、紛争を開きました。届いたときに箱もつぶれていました。"
        "セラーは、返品する場合は送料を負担してくださいと言います。承認できません。"
        "同じ状況になったことがある方がいたら教えてください。期限は12月3日です。"
    ) * 6
    assert len(story) > 500
    assert normalise(story).text.count("返品する場合は") == 6
    assert normalise(story).text.count("承認できません") == 6


def test_what_a_seller_promises_stays() -> None:
    message = """親愛なるお客様

この度は、商品が壊れていたことを大変残念に思います。運送会社の問題ですが、お客様に満足していただきたいと考えております。
ご不便をおかけして申し訳ございません。私たちは小さな店で、お客様の評価がとても大切です。どうかお助けください。

紛争を取り下げていただければ、すぐに新しい商品を送ります。取り下げていただけない場合は、何もできません。

この度は私たちの店でお買い上げいただき、本当にありがとうございました。またのご利用を心よりお待ちしております。
どうぞよろしくお願いいたします。
"""
    english = (
        "Dear friend,\n\nwe are very sorry that the goods were damaged on the long way. It was not "
        "our fault.\n\nIf you cancel the dispute, we will refund you 20 USD. You should know that "
        "the system is closed for us.\n\nWe hope for your kind understanding, dear customer, and "
        "wish you a nice day.\n"
    )
    for text in (message, english):
        assert len(text) > 250
        reading = read(text, NOW)
        assert reading.trick == "cancel_first"
        assert reading.playbook == "seller_asks_cancel"


def test_who_writes_of_the_help_centre_is_no_mail() -> None:
    story = (
        "ヘルプセンターに相談しましたが、EVAとしか話せません。写真をアップロードできません。\n\n"
        "ボタンを押しても、承認できませんと出ます。セラーに聞いても同じ返事ばかりです。\n\n"
        "返品する場合は送料を払うように言われています。アプリは最新です。期限は12月3日です。\n"
    ) * 2
    assert len(story) > 250
    assert "アップロードできません" in normalise(story).text
    assert "返品する場合は" in normalise(story).text


def test_a_buyers_own_holidays_are_read() -> None:
    reading = read(f"件名: お知らせ\n{GENERAL}\n\n連休中ですが期限は1月4日です", NOW)
    assert reading.deadline is not None
    assert reading.deadline.at.date().isoformat() == "2027-01-04"


@pytest.mark.parametrize("piece", ["> ", ".", "if you ", "- a\n", "場合", "q1. ", "a...."])
def test_no_mail_takes_the_square_of_its_length(piece: str) -> None:
    assert_linear(lambda text: read("件名\n\n" + text[: len(text) // 2], NOW), piece)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("明日までに返送先へ発送してください。", "2026-11-27"),
        ("返送の期限は12/9 23:59です。", "2026-12-09"),
        ("金曜日までに返送先へ発送してください。", "2026-11-27"),
        ("Please ship the goods by Friday.", "2026-11-27"),
        ("返送の期限まで残り2日", "2026-11-28"),
    ],
)
def test_no_day_is_lost_under_a_general_heading(words: str, day: str) -> None:
    mail = FACTS.replace("AliExpressの介入予定日: 2026年12月3日\n", "") + GENERAL.replace(
        "パスワードを", f"{words}\nパスワードを"
    )
    reading = read(mail, NOW)
    assert reading.deadline is not None
    assert reading.deadline.at.date().isoformat() == day


def test_a_fact_under_a_general_heading_stays() -> None:
    late = GENERAL.replace(
        "パスワードを", "2026年12月9日までに返送先へ発送してください。\nパスワードを"
    )
    reading = read(FACTS.replace("AliExpressの介入予定日: 2026年12月3日\n", "") + late, NOW)
    assert reading.deadline is not None
    assert reading.deadline.at.date().isoformat() == "2026-12-09"


def test_the_lines_of_a_mail_and_what_they_belong_to() -> None:
    text = (
        "こんなメールが来ました\n\n注文番号 1\n理由: 破損\n\n"
        "■ 返品について\n送料は販売者が払います。\n\n■ 判定の結果\n全額返金です。\n\n"
        "q. いつ届きますか?\n  すぐです。\n\n────\nどうしたらいい?"
    )
    parts = [(text[begin:end][:4], part) for begin, end, part in lines_of(text, Marks(text))]
    assert parts == [
        ("こんなメ", Part.OWN),
        ("注文番号", Part.CASE),
        ("理由: ", Part.CASE),
        ("■ 返品", Part.GENERAL),
        ("送料は販", Part.GENERAL),
        ("■ 判定", Part.CASE),
        ("全額返金", Part.CASE),
        ("q. い", Part.GENERAL),
        ("  すぐ", Part.GENERAL),
        ("────", Part.OWN),
        ("どうした", Part.OWN),
    ]
