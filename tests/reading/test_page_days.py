"""What the days of a mail or a page count for: ends, events, and rules that hold for all."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.mail_frames import GREETING
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)
_FOOTER = (
    "\n\nご不明な点がございましたら、ヘルプセンターをご覧ください。返金や返品の進み具合は、アプリの"
    "「アカウント」から「注文」を開くとご確認いただけます。今後ともよろしくお願いいたします。\n"
    "このメールは送信専用です。ご返信いただいてもお答えできません。\n© AliExpress.com"
)


def _mail(body: str) -> str:
    return GREETING + body + _FOOTER


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Days by their labels that lie behind are events.
        ("紛争開始日:2026年11月20日\n販売者の回答日:2026年11月24日\n販売者の回答:不同意", None),
        ("お問い合わせ日:2026年11月20日\n担当者の回答日:2026年11月25日\n解決済みです。", None),
        ("注文番号 8201\n返品期限 12月3日(完了)\n"
         "販売者は2026年12月20日までに受け取りを確認します。",
         "2026-12-20"),
        # A length counts from the mail's own day, or from a day that another line tells.
        ("送信日: 2026年11月25日\n購入保護は、このメールの日付からちょうど5日後に終わります。",
         "2026-11-30"),
        ("2026年11月25日(水)\n返金手続きを開始しました。\n本日から5営業日以内に返金データが届きます。",
         "2026-12-02"),
        ("合意日:2026年11月25日\n返金は合意日の翌日から5〜10営業日以内にカードに反映されます。",
         "2026-12-09"),
        ("返品が2026年11月25日に承認されました。\n"
         "ステップ3までを承認日から10日以内に完了してください。",
         "2026-12-05"),
        ("提案日:2026年11月27日\n提案日から3日以内に操作がない場合、自動的に確定します。",
         "2026-11-30"),
        ("2026年11月26日、ご注文の紛争についてAliExpressの判定が下されました。\n"
         "お客様は3日以内に提案を承認または拒否することができます。", "2026-11-29"),
        ("申し立て日時:2026-11-26 20:52:10\n出品者の回答をお待ちください。", "2026-12-01"),
        ("受付日:2026年11月25日\nアピールを承りました。\n審査には通常2〜5営業日かかります。",
         "2026-12-02"),
        # What is told everybody counts from no day of this case.
        ("ご注文の商品が発送されました。\n商品に問題があれば受取確認から15日以内なら返金をお申し込み"
         "いただけます。", None),
        ("延長前の終了日:2026年12月1日\n延長後の終了日:2026年12月31日\n延長日数:30日",
         "2026-12-31"),
        ("2026年12月1日 23:30〜2026年12月2日 6:00はシステムメンテナンスのため、"
         "ご利用いただけません。", None),
        # What was counted has run out, or the dispute is over.
        ("2026年11月16日に判定が下されました。\n本件はこれをもって終了いたします。", None),
        ("紛争の提起:2026年11月25日\nキャンセル:2026年11月26日\n"
         "上記の紛争は取り消されました。", None),
        ("これまでの経過\n2026年11月22日 返品承認\n2026年11月24日 お客様が発送\n"
         "2026年11月26日 返品センター到着", None),
        # An order that completes by itself: the day first, and what follows beside it.
        ("この注文は2026年12月4日に自動的に完了します。完了後15日間は返品を申請できます。",
         "2026-12-04"),
    ],
)  # fmt: skip
def test_a_japanese_mail(body: str, expected: str | None) -> None:
    found = read(_mail(body), NOW).deadline
    assert (found and str(found.at.date())) == expected


_DEAR = "AliExpress\n\nDear Customer,\n\nThank you for your patience.\n\n"
_YOURS = (
    "\n\nYou can follow everything in the app: open your account, choose the order and tap the"
    " dispute. Please never pay a seller outside AliExpress.\n\nBest regards,\nAliExpress Team\n"
    "This is an automatically generated email, please do not reply."
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Old end date: Nov 30, 2026\nNew end date: Dec 15, 2026", "2026-12-15"),
        ("Previous end date: Nov 30, 2026\nNew end date: Dec 15, 2026", "2026-12-15"),
        ("You can open a new dispute until Dec 2, 2026, 15 days after the order was completed.",
         "2026-12-02"),
        ("This case was closed on Nov 25, 2026. You may submit one appeal within 7 days after the"
         " case is closed.", "2026-12-02"),
        ("Judgment date: Nov 25, 2026\nPlease send the item back within 10 days of the judgment.",
         "2026-12-05"),
        ("Appeal has been raised on Nov 25, 2026, please wait for 2-5 working days.", "2026-12-02"),
        ("Both sides have 3 days to respond to this proposal, counted from the date of this email.",
         "2026-11-30"),
        ("Dispute reason: Damaged goods\nSubmitted on: Nov 26, 2026\nWe told the seller.",
         "2026-12-01"),
        ("The Purchase Protection of this order has been extended to Dec 20, 2026.", "2026-12-20"),
        ("You will be able to open a dispute for this order from December 6, 2026.", "2026-12-06"),
        ("Your package was delivered. You can ask for a refund within 15 days after your order is"
         " completed.", None),
        ("Most sellers reply within 24 hours.", None),
        ("Order protection: free returns within 15 days on eligible items", None),
    ],
)  # fmt: skip
def test_an_english_mail(body: str, expected: str | None) -> None:
    found = read(_DEAR + body + _YOURS, NOW).deadline
    assert (found and str(found.at.date())) == expected


def test_a_length_counts_from_the_hour_in_a_mails_head() -> None:
    head = "Sent: Friday, November 27, 2026 7:40 AM\nSubject: Reminder\n\nDear customer,\n\n"
    text = head + "Please accept or decline within 24 hours of this e-mail being sent." + _YOURS
    found = read(text, NOW).deadline
    assert found is not None
    assert found.at.isoformat().startswith("2026-11-28T07:40")


def test_paypal_counts_from_the_payment_that_its_page_tells() -> None:
    page = (
        "取引の詳細\nAlipay Singapore への支払い\n-¥15,420 JPY\n2026年10月14日 23:09:51 JST\n"
        "取引ID 4HB72019XV886341K\nステータス 完了\n\nこの取引に問題がありますか?\n"
        "支払いから180日以内であれば、PayPalの問題解決センターで異議を申し立てることができます。\n"
        "資金源 カード\n© PayPal"
    )
    found = read(page, NOW).deadline
    assert found is not None
    assert (str(found.at.date()), found.kind) == ("2027-04-12", "paypal_open")


def test_two_clocks_of_one_day_are_told_both() -> None:
    found = read(
        "Your dispute has been submitted\n\nSubmitted on: Nov 25, 2026\n"
        "1. The seller has 5 days from the date of submission to respond.\n"
        "2. If you and the seller cannot agree within 7 days of submission, "
        "AliExpress will step in.",
        NOW,
    ).deadline
    assert found is not None
    assert (found.at.date().isoformat(), found.kind) == ("2026-11-30", "seller_response")
    assert [(one.at.date().isoformat(), one.kind) for one in found.alternatives] == [
        ("2026-12-02", "ae_step_in")
    ]
    assert "two_readings" in found.doubts


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # A seller has moved what the buyer told of before.
        ("Nov 25, 2026 09:14 Me: The protection ends on Nov 28. Please extend.\n"
         "Nov 26, 2026 12:31 Seller: Ok friend I have extended. Now it will end on Dec 10, 2026\n"
         "Nov 26, 2026 21:55 Me: OK", "2026-12-10"),
        ("Good news! The seller has extended your purchase protection.\n"
         "Old protection end: Dec 2, 2026\nNew protection end: Dec 16, 2026", "2026-12-16"),
        # Minutes that an agent asks for end nothing; what is promised counts from its line.
        ("2026-11-27 11:06 Agent: Hello, how may I help you today?\n"
         "2026-11-27 11:08 Me: My dispute was closed but the buttons never appeared.\n"
         "2026-11-27 11:10 Agent: Please allow me 2 minutes to check.\n"
         "2026-11-27 11:13 Agent: The case was closed on November 25 with a refund of JPY 0.\n"
         "2026-11-27 11:20 Agent: They will reply to your registered email by November 29, "
         "15:00 Japan time.", "2026-11-29T15:00"),
        ("Live chat\n11:02 Agent   Which order is it about?\n11:03 Me      The closed one.\n"
         "11:08 Agent   You will get an e-mail within 48 hours from now.\n11:09 Me      ok",
         "2026-11-29T11:08"),
        # A day that a page tells of this case goes before the rule for all.
        ("Order Detail\nShipping date  Nov 20, 2026\n"
         "You can open a dispute 10 days after the seller ships. "
         "The button will become available on Dec 3, 2026.", "2026-12-03"),
        ("Have you received your order?\nOrder 8226619035584471 will be automatically completed on "
         "Dec 4, 2026.\nShipped Oct 2, 2026", "2026-12-04"),
        # Counted from the day of the mail, or from a day with another label than the sentence has.
        ("From: AliExpress\nDate: 2026/11/26 23:11\nSubject: Dispute\n\n"
         "Both you and the seller have 3 days to respond to this proposal, "
         "counted from the date of this email.", "2026-11-29"),
        ("差出人: AliExpress\n日時: 2026年11月26日 23:17\n\nお客様、こんにちは。\n\n"
         "ご注文 8213366041827795 の申し立てについて、AliExpressは双方の証拠を確認し、"
         "下記の解決案を提示しました。\n\n 判定 … 妥当(Valid)\n 解決案 … 返金のみ JPY 3,150\n\n"
         "この提案が出された日から3日以内に、承認または拒否をお選びください。", "2026-11-29"),
        ("販売者は返品商品の受領を2026年11月25日に確認しました。"
         "これに伴い返金処理を開始しました。\n\n"
         "・注文番号 8222914470385561\n・返品の発送日 2026年11月10日\n・返金開始日 2026年11月25日\n"
         "・返金額 7,980円\n・返金先 元のお支払い方法\n\n"
         "返金は開始日から20営業日以内に反映されます。"
         "反映までの日数は銀行により異なります。", "2026-12-23"),
        ("・紛争終了:2026年11月20日\n・返金手続き:2026年11月25日\n"
         "返金は、手続きの日から3〜5営業日以内にお客様の口座に反映されます。", "2026-12-02"),
        ("PayPal <service-jp@paypal.com>\n異議を受け付けました\n2026/11/21(土) 23:02\n\nお客様\n\n"
         "お客様が開始された異議を受け付けました。\n\n売り手: AliExpress\n取引日: 2026年11月2日\n"
         "取引金額: ¥8,930 JPY\n異議を開いた日: 2026年11月21日\n\n"
         "まずは問題解決センターで売り手と直接話し合ってください。話し合いで解決しない場合は、異議を開いた日から20日以内に、クレームに変更"
         "することができます。20日を過ぎると、異議は自動的に終了し、再度開くことはできません。\n\n"
         "PayPalがメールでパスワードやカード番号をおたずねすることはありません。", "2026-12-11"),
        # The heads of a phone's notices tell when they came, not until when something runs.
        ("AliExpress · 12h\nLast chance to respond\n"
         "AliExpress has proposed a solution: Refund Only US $6.30. "
         "Accept or decline it by Dec 2.\n\n"
         "AliExpress · 3d\nYour dispute is being reviewed", "2026-12-02"),
        ("AliExpress ・ 1時間前\n荷物は日本国内の拠点を出発しました\n\nAliExpress ・ 昨日 22:08\n"
         "配送業者に引き渡されました\n\nAliExpress ・ 月曜日\n荷物が通関しました", None),
        # A sale and a seller's holidays end nothing, nor does a clock that was answered.
        ("ご注文の商品が発送されました\n追跡番号 AP00915537720468\n\n--クーポンをプレゼント--\n"
         "利用期限 2026年12月18日 16:59\n今すぐ使う", None),
        ("ご注文の商品が発送されました\n発送日: 2026/11/26\n12月8日から冬の大セール開催!", None),
        ("Dispute history\nNov 26, 2026 18:02  Seller rejected your proposal.\n"
         "Nov 25, 2026 07:40  Buyer modified the proposal\n"
         "Nov 24, 2026 20:25  Buyer opened the dispute.", None),
    ],
)  # fmt: skip
def test_a_chat_or_page_of_one_case(page: str, expected: str | None) -> None:
    found = read(page, NOW).deadline
    assert (found.at.isoformat()[: len(expected or "")] if found else None) == expected


def test_who_denies_one_party_names_the_other() -> None:
    found = read("いや介入じゃなくてセラーの回答が30日まで", NOW)
    assert found.deadline is not None
    assert (found.deadline.kind, found.stage) == ("seller_response", "seller_response")
