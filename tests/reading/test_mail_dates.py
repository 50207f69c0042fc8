"""Which of the dates of a mail or a page is the deadline, and what a length counts from."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.mail_frames import GREETING
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)
_MORE = (
    "\n\nお荷物の外箱、送り状、付属品は、本件が終了するまで処分なさらずに保管してくださいますよう"
    "お願いいたします。証拠の写真は、いつでも「証拠をアップロードする」よりご提出いただけます。"
    "ご不明な点がございましたら、ヘルプセンターをご覧ください。\n\n今後ともAliExpressをよろしく"
    "お願いいたします。\nこのメールは送信専用です。ご返信いただいてもお答えできません。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was paid by card starts no clock by itself, nor does a history of what is over.
        ("カードご利用のお知らせ\n\nご利用日時:2026/11/26 13:02\n"
         "ご利用先:ALIEXPRESS.COM\nご利用金額:7,312円\nお支払い方法:1回払い\n\n"
         "※換算日の為替により変わる場合があります。", None),
        ("返品の箱を渡しました\n\n集荷完了のお知らせ\n集荷日:2026年11月27日\n"
         "お届け予定日:2026年11月29日\nお届け先:埼玉県川口市", None),
        ("返金の詳細\n\n返金完了\n¥1,248\n\n申請を提出\u300011月3日\n返金処理\u300011月6日\n"
         "返金完了\u300011月14日\n\n返金先: Mastercard", None),
        ("2026-11-10\tBuyer\tOpened dispute\t-\n2026-11-16\tAliExpress\tJudgment: Invalid\t-\n"
         "2026-11-20\tSystem\tDispute finished\t-\n2026-11-24\tSystem\tRefund started\t-\n", None),
        # … and the money comes with the next bill.
        ("調査の結果、チャージバックが認められました。\n\n加盟店名:ALIEXPRESS.COM\nご利用日:2026年8月18日\n"
         "ご利用金額:23,950円\n\n2026年12月27日のお引き落とし分より差し引く方法で返金いたします。",
         "2026-12-27"),
        # A coupon's end, a shop's hours, a seller's wish.
        ("★ 期間:12月3日(木)16:00〜12月9日(水)15:59\n★ 2,500円以上のお買い物で300円オフ\n", None),
        ("返金が完了しました\n\n返金額 ¥1,694\n完了日時 2026年11月25日 18:57\n\n"
         "紛争は終了しましたので、これ以降のお手続きは不要です。\n", None),
        ("Please wait for our answer.\nFor help, chat with EVA in the Help Center, 24 hours a day."
         "\nYour dispute is in progress.", None),
        (" ・8,000円以上で 1,200円OFF コード:FUYU\n 有効期限:2026年12月20日 15:59まで\n", None),
        ("お荷物の投函が完了しました。\n(受付 9:00〜18:00、日曜・祝日を除く)", None),
        ("Seller: friend, last price $7, please close dispute today\nMe: no", None),
        # The label stands two lines above, or the day of the judgement is over.
        ("申し立て日時   2026年11月26日 12:03\n申し立ての理由  サイズが違う\n\n"
         "【今後の流れ】\n1 販売者は申し立て日から5日以内に回答します。\n"
         "2 回答しない場合、返金されます。\n",
         "2026-12-01"),
        ("異議申し立ては終了いたしました。\n\n返金額\nJPY 0\n終了日\n2026年11月27日\n\n"
         "【ご不満がある場合】\n終了日より7日以内に1回に限り、「抗議」をお申し込みいただけます。",
         "2026-12-04"),
        ("ご注文の購入者保護は、あと4日で終了します。\n\n保護終了日時:2026年12月1日 16:59\n"
         "商品:菱目打ち\n",
         "2026-12-01"),
        ("この注文はまだ申請できません\n発送から11日目の2026年12月3日から申請を行えます。\n"
         "購入者保護の残り期間を確認する(残り58日)", "2026-12-03"),
        ("返金額       JPY 3,300\n返金開始日   2026年11月26日\n\n返金は、返金開始日から3〜20営業日"
         "以内にお客様の口座またはカードに反映されます。\n", "2026-12-24"),
        ("Please upload a video in which the item can be seen, before\n\nDec 4, 2026\n\n"
         "If we do not receive it, we will decide. Dispute in progress.", "2026-12-04"),
        ("Judgment from AE\n判定日 2026年11月26日\n販売者の回答をお待ちください。\n", "2026-11-29"),
        ("Returns and refunds can be requested up to and including December 18, 2026.",
         "2026-12-18"),
        ("Refund information\nEstimated arrival\nDec 17, 2026\n\nDispute closed on Nov 25, 2026\n",
         "2026-12-17"),
        # Columns: the date is set in below its label.
        ("Open Dispute  →  Negotiation Finished\n" + 20 * " " + "Estimated Time\n" + 20 * " "
         + "2026-12-04\n", "2026-12-04"),
        ("In transit\nPurchase protection ends on Jan 30, 2027\nOrder placed on: Nov 25, 2026\n\n"
         "Open Dispute\nAvailable from Dec 4, 2026\n", "2026-12-04"),
        # What ends for everybody, or takes its time.
        ("⏰ Your response is due tomorrow at 3:00 PM\nLast hours! Extra 20% off ends tonight",
         "2026-11-28"),
        ("Enter the tracking number by Dec 4, 2026. It takes up to 24 hours until the status"
         " changes.", "2026-12-04"),
        ("Seller says they're on holiday until Dec 4", None),
        ("この商品は15日以内の返品に対応していません\n購入者保護は 2026-12-30 に終了します。",
         "2026-12-30"),
        ('Answer by Dec 4, 2026. Messages that close your account "within 24 hours" are fake.',
         "2026-12-04"),
        # What was done on a day, and what counts from it.
        ("Your order was completed automatically on November 26, 2026. You can still open a"
         " dispute within 15 days of completion.", "2026-12-11"),
        ("2026年11月26日付で判定をいたしました。判定の日から3日以内に拒否のお手続きをお願いします。",
         "2026-11-29"),
        ("11月26日に紛争を開いた。セラーの持ち時間は5日", "2026-12-01"),
        ("受付日:2026年11月26日\nご相談への回答は、受付日の翌日から数えて4~5営業日以内にご連絡いたします。",
         "2026-12-03"),
        ("加盟店名:ALIEXPRESS\n処理日:2026年11月20日\n2026年12月25日にご登録の口座へお振り込みいたします。",
         "2026-12-25"),
        # A log is of the past, whatever has expired in it.
        ("2026-11-14 13:41  Returned to sender\n2026-11-14 13:40  Retention period expired\n"
         "2026-11-04 18:55  Retained at delivery office\n", None),
        ("担当者:2営業日以内に、担当部署よりご連絡いたします。", "2026-12-01"),
        ("9/20 セラーが提案を拒否しました\n9/18 証拠が追加されました\n9/11 紛争が開かれました\n\n"
         "2026-12-04 AliExpress介入予定", "2026-12-04"),
        ("この注文の購入者保護は2026年11月1日に終了しているため、申し立てはできません。", None),
        ("Status    Dispute Finished\nOpened / Finished    2026-11-19 / 2026-11-26\n", None),
        ("保護期間の終了 | 2026-12-07 |\n希望した延長日数 | 10日 |\n", "2026-12-07"),
        ("申し立ては2026年11月26日に終了いたしました。抗議のご請求は、申し立ての終了日から7日以内に"
         "承ります。", "2026-12-03"),
        ("再審査の審査が11月26日に完了いたしました。結果に変更はございません。", None),
        ("下記のご注文は、11月26日にシステムにより自動的に完了いたしました。", "2026-12-11"),
        ("カードで払いました。それから一週間たっても「返金処理中」のままです。本日より7営業日以内に、"
         "お支払いのカードへ返金される見込みだそうです。", "2026-12-08"),
        ("売上取り消しのデータが届きました。\nご利用日  2026/10/22\nカードの利用先  ALIEXPRESS\n",
         None),
        ("判定日\n2026年11月26日\nお知らせ\n判定から3日の間に双方の合意がない場合は、終了します。",
         "2026-11-29"),
        ("回答は28日から30日の間にできます", "2026-11-30"),
        ("追跡の履歴\n2026-11-20 10:02 保管期間経過 (保管期限 2026-11-19)\n"
         "2026-11-14 09:15 保管\n2026-11-13 18:40 不在\n", None),
        # Corrections and zones in English.
        ("sorry, I typed the 8th. It is the 18th", "2026-12-18"),
        ("PayPal claim cutoff = 12/9 5 p.m. Eastern", "2026-12-10"),
        # An occasion is nobody's deadline.
        ("明日は孫の運動会なんですよ〜 晴れるかしら", None),
        ("ほごきげん は じゅうにがつ とおか です", "2026-12-10"),
    ],
)  # fmt: skip
def test_the_day(text: str, expected: str | None) -> None:
    found = read(text, NOW).deadline
    assert (found and str(found.at.date())) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("【ご返送の期限】\n上記の判定日から10日以内に、お品物を発送し、追跡番号をご入力ください。",
         "2026-12-06"),
        ("押していただかない場合でも、あと5日でシステムが自動的に受取を確認いたします。",
         "2026-12-02"),
        ("結果につきましては、2〜5営業日以内に、ご登録のメールアドレス宛てにお知らせ申し上げます。",
         "2026-12-04"),
    ],
)  # fmt: skip
def test_what_a_mail_tells_of_this_case_is_no_advice(sentence: str, expected: str) -> None:
    decided = "2026年11月26日付の判定により、ご返送のうえでの返金が確定いたしました。\n\n"
    found = read(GREETING + decided + sentence + _MORE, NOW).deadline
    assert found is not None
    assert str(found.at.date()) == expected
