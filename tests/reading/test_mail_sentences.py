"""What a mail tells in prose: who proposes, asks for or pays a sum, and until when to answer."""

from datetime import datetime

import pytest

from handlers.reading.mail_sentences import have_proposed, role_in_sentence
from handlers.reading.read import read
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "販売者は、商品のご返送なしで1,150円を返金することを希望しております。",
            "offered_by_seller",
        ),
        ("aliexpressは、お客様が14,688円をお受けになることをご提案いたします。", "offered_by_ae"),
        ("お客様は全額の4,600円をご請求なさいました。", "claimed"),
        ("販売者は金額を6,000円へ引き上げましたが、お客様は拒否されました。", "offered_by_seller"),
        ("私としては全額の4,300円を希望しております。", "claimed"),
        ("セラーは3,000円って言うけど納得できない。", None),  # no mail is as curt
        ("昨日3,000円の返金を提案いたしました。", None),  # by whom?
        ("販売者は回答しました。3,000円の返金を提案いたしました。", None),  # another sentence
    ],
)
def test_the_topic_of_a_polite_sentence_tells_the_role(sentence: str, role: str | None) -> None:
    start = next(at for at, one in enumerate(sentence) if one.isdigit())
    end = sentence.index("円") + 1
    assert role_in_sentence(sentence, start, end) == role


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("aliexpressは、返品なしの一部返金をご提案いたします。", "aliexpress", True),
        ("当社は、全額返金をご提案いたします。", "aliexpress", True),
        ("期限までに合意しない場合、aliexpressは解決案をご提案いたします。", "aliexpress", False),
        ("販売者は一部返金を提案いたしました。", "aliexpress", False),
        ("販売者は一部返金を提案いたしました。", "seller", True),
        ("販売者は回答しておりません。", "seller", False),
    ],
)
def test_who_has_proposed_politely(text: str, who: str, told: bool) -> None:
    assert (who in have_proposed(text)) is told


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "Unfortunately the seller did not agree and offers a refund of US $2.00.",
            {("2.00", "offered_by_seller")},
        ),
        (
            "We suggest that the seller refunds US $18.60 out of the US $31.00 you paid.",
            {("18.60", "offered_by_ae"), ("31.00", "paid")},
        ),
        (
            "AliExpress' Judgment: your reason is Valid. You will get back JPY 12,870.",
            {("12870", "judged")},
        ),
        ("Your dispute was closed with a refund of JPY 0.", {("0", "judged")}),
        (
            "Order 8177350029946218\nYours            JPY 7,480     No\n"
            "Seller's         JPY 2,200     No\nAliExpress       JPY 5,236     No",
            {("7480", "claimed"), ("2200", "offered_by_seller"), ("5236", "offered_by_ae")},
        ),
        (
            "AliExpressが解決案を提示しました。\n理由: 販売者が配送方法を変更した\n"
            "解決案: 返品なしで一部返金 USD 14.62",
            {("14.62", "offered_by_ae")},
        ),
        ("[AliExpress] 返金 JPY 3,310 が完了しました", {("3310", "refunded")}),
        ("8205512093370084は US $14.06 返金完了、これで終わりにする", {("14.06", "refunded")}),
    ],
)
def test_the_sums_of_a_mail_in_prose(text: str, sums: set[tuple[str, str]]) -> None:
    assert {(one.value, one.role) for one in read(text, NOW).amounts} == sums


@pytest.mark.parametrize(
    ("text", "proposer", "stage"),
    [
        (
            "販売者は解決案を提出いたしました。12月4日までに、この案を承認または拒否してください。",
            "seller",
            "negotiation",
        ),
        (
            "AliExpressは新しい解決案をご提案いたしました。12月4日までに承認または拒否してください。",
            "aliexpress",
            "ae_proposal",
        ),
        (
            "別の住所に送られた件、今日AEからValidのメール。セラーの提案は返金0円のままです",
            "seller",
            "ae_proposal",
        ),
        ("何回ことわってもまた同じ500円の案を出してくる、あの店", "seller", None),
    ],
)
def test_whose_proposal_it_is_and_what_stage(text: str, proposer: str, stage: str | None) -> None:
    reading = read(text, NOW)
    assert (reading.proposer, reading.stage) == (proposer, stage)


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        (
            "This decision takes effect after 3 days (Nov 30, 2026).",
            "2026-11-30T23:59",
            "accept_decline",
        ),
        (
            "AliExpress' proposal will be confirmed on Dec 9 unless one of you declines it.",
            "2026-12-09T23:59",
            "accept_decline",
        ),
        (
            "Please return the goods within 10 days of this decision"
            " (date of decision: Nov 24, 2026).",
            "2026-12-04T23:59",
            "return_ship",
        ),
        (
            "11月25日に抗議を受理しておりまして、結果は受理日から5営業日以内にご案内いたします。",
            "2026-12-02T23:59",
            "appeal_result",
        ),
        (
            "The seller has agreed to extend the Buyer Protection period by 15 days.\n"
            "New end of Buyer Protection: Dec 28, 2026 23:59 (Pacific Time)",
            "2026-12-29T16:59",
            "protection_end",
        ),
        ("締切⏰12/30🕐13:00", "2026-12-30T13:00", "unknown"),
        ("あしたのしょうごまでです", "2026-11-28T12:00", "unknown"),
        ("きげんわあさってですよろしく", "2026-11-29T23:59", "unknown"),
    ],
)
def test_until_when_to_answer(text: str, at: str, kind: str) -> None:
    found = read(text, NOW).deadline
    assert found is not None
    assert found.at.isoformat().startswith(at)
    assert found.kind == kind


def test_a_buyers_own_question_beside_a_sale_is_kept() -> None:
    mail = (
        "セールのときのやつです。明日までですか?\n\n件名: AliExpressからのお知らせ\n\nお客様\n\n"
        "いつもAliExpressをご利用いただきありがとうございます。\n注文番号 8201234567890123\n"
        "紛争について、AliExpressは新しい解決案をご提案いたしました。\n理由: 違うカラーが届いた\n"
        "お客様のご希望: 全額返金 JPY 6,993\n解決案: 一部返金 JPY 2,000\n\n"
        "■ 返金について\n返金は3〜20営業日で届きます。カード会社により異なります。\n\n"
        "このメールは送信専用です。配信停止はこちら"
    )
    found = read(mail, NOW).deadline
    assert found is not None
    assert found.at.isoformat().startswith("2026-11-28T23:59")


@pytest.mark.parametrize(
    "text",
    [
        "🔥ビッグセール本番！\n本日23:59まで！最大80%OFF。",
        "通知\n\n🔔 ご注文 8213907761148825 の紛争は終了しました。"
        "詳細はAliExpressをご確認ください。\n"
        "7:41\n\n🔥 ビッグセール本番！\n"
        "本日23:59まで！最大80%OFF。JPY 3,000以上のお買い物でJPY 450割引クーポン\n0:00\n\n"
        "📦 お届け予定のお知らせ\nお荷物は現地の配送業者に引き渡されました。まもなく到着します。\n"
        "0:00\n\n🎡 毎日のチェックインを続けて、ボーナスコインをゲットしよう\n0:00\n\n"
        "これ以上の通知はありません\nアカウント　メッセージ　カート　ホーム　プライバシーポリシー",
        "待つだけで返金されるっていう3日ルールは本当ですか？",
    ],
)
def test_no_deadline_of_a_case(text: str) -> None:
    assert read(text, NOW).deadline is None
