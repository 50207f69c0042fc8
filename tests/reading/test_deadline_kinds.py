"""Whose clock a deadline is, where the words right beside the date do not tell."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # What comes or is done by then, in a mail's sentence.
        (
            "紛争が合意に達しました。双方の合意により終了いたしました。\n\n返金の手続き\n"
            " 開始日 2026年11月26日\n 返金先 クレジットカード\n 反映の予定 2026年12月19日まで\n",
            "refund_arrival",
        ),
        (
            "17:03 オペレーター\n変更はできかねます。追跡番号は12月27日までにご入力ください。\n"
            "17:04 お客様\n送料は誰が払うんですか\n17:05 オペレーター\nお客様のご負担です。",
            "return_ship",
        ),
        (
            "AliExpressが介入し、担当者が確認しております。ご注文の商品はワイヤレスイヤホンです。追加の証拠を"
            "お持ちの場合は、12月7日18時までにご提出ください。",
            "ae_step_in",
        ),
        (
            "返品の手続きがまだ完了していません。\n\n返金額：2,980円（販売者の受領確認後）\n"
            "入力期限：12月7日 15:59（日本時間）\n\n対象商品：電動コーヒーミル、"
            "別の商品が届いたとのこと",
            "return_ship",
        ),
        (
            "Message the seller, or escalate the dispute to a claim. If you do not respond by"
            " December 14, 2026, your dispute will be closed automatically.",
            "paypal_escalate",
        ),
        (
            "You may submit one appeal on the dispute page, with all documents. The link is"
            " available until December 4, 2026.",
            "appeal",
        ),
        (
            "The seller did not answer, so your request was approved.\n\nThe money goes back to the"
            " card you paid with. You should see it by Dec 20, 2026.",
            "refund_arrival",
        ),
        (
            "PayPal - Resolution Center\n\nCase ID: PP-R-AAA-402871655\nThe seller offers $8."
            " You can keep it.\nPlease reply to this offer by Dec 6, 2026.",
            "accept_decline",
        ),
        (
            "Your dispute has been canceled. The seller will receive the payment.\n\nIf there is"
            " still a problem, you can open a new dispute until Dec 24, 2026.",
            "open_until",
        ),
        (
            "販売者が保護期間を14日間延長しました。注文番号は件名のとおりです。\n\n"
            " 延長前の終了日 2026年12月2日\n 延長後の終了日 2026年12月16日\n\n"
            "よろしくお願いいたします。",
            "protection_end",
        ),
        (
            "自分:追跡では配達完了なのに届いていません。全額返金してほしいです\n担当者:ご不便をおかけして"
            "申し訳ございません\n自分:どれくらいかかりますか\n"
            "担当者:11月30日の18時までに、メールで結果をご連絡いたします",
            "support_reply",
        ),
        (
            "お客様の紛争は、ご希望のとおりに終了いたしました。\n\n返金はお支払いに使われた方法へ"
            "行われます。2026年12月20日までにご確認いただけない場合は、ヘルプセンターへお知らせください。",
            "refund_arrival",
        ),
        (
            "返品と返金\n\nセラーの受領待ち\n"
            "セラーは商品の受領を確認する必要があります。残り 27日\n\n"
            "返品の追跡番号 EG482910377JP\n発送日 11月8日\n返送料 JPY 1,480(お客様負担)\n"
            "期限までに確認がない場合は自動的に返金されます。",
            "seller_receive",
        ),
        # What the seller has to do by then.
        (
            "出品者は12月4日までに、ご希望を承認するか、拒否するかを回答しなければなりません。",
            "seller_response",
        ),
        ("販売者は12月4日(金)までに商品の受け取りを確認します。", "seller_receive"),
        ("The seller has been asked. The seller must answer by Dec 4, 2026.", "seller_response"),
        (
            "The seller now has until 2026-12-04 12:00 (GMT+8) to check the item and confirm that"
            " it has been received.",
            "seller_receive",
        ),
        ("画面に「12/4までに販売者が対応しない場合、返金されます」と出ています", "seller_response"),
        ("12/4までに売り手が受け取らなければ返金される", "seller_receive"),
        ("発送待ち\n売り手は2026年12月24日までに発送する必要があります。", "unknown"),
        # The sentence of an English mail begins far in front of its date.
        ("Both sides can accept or decline this proposal until Dec 4, 2026.", "accept_decline"),
        ('"Open Dispute" will be available from Dec 4, 2026.', "open_from"),
        # A countdown on a line of its own.
        (
            "返品・返金\n販売者が商品を受け取るのを待っています\n\n6日 3時間 10分\n"
            "販売者がこの時間内に受領を確認しない場合、自動的に返金されます\n返品の追跡番号\n",
            "seller_receive",
        ),
        # Of card companies, appeals and answers.
        ("The bank should credit the amount by Dec 4, 2026.", "refund_arrival"),
        (
            "12月4日までに、登録されたメールアドレスにお返事いたします。",
            "support_reply",
        ),
        (
            "AliExpressは双方の証拠を確認し、以下のとおり最終判定を行いました。\n判定:Invalid(無効)\n"
            "最終判定額:返金のみ JPY 700\n申請の締め切り:2026-12-04 23:59:59 PST",
            "appeal",
        ),
        (
            "AliExpressが新しい解決案を提案しました\n提案:アイテムの返品と返金 US $18.40\n"
            "2026年12月2日までに承認または拒否してください",
            "accept_decline",
        ),
        (
            "注文完了\n注文番号 8201234567890123\nこの注文は完了しました。商品に問題がある場合は、"
            "2026年12月18日まで返品/返金を申請できます。",
            "open_until",
        ),
        # The seller's offer is what is to be answered, whatever it would send back.
        ("セラーが2割だけ返すって案を出してきた、返答期限は金曜の正午", "accept_decline"),
        ("AEの提案に返す期限は12/4", "accept_decline"),
        ("AEの判定出た。一部返金3,300円。有効期限 12/4", "accept_decline"),
        ("30日ってメモにある。返品発送の期限だそうです", "return_ship"),
        ("Return your item by Dec 5, 2026 と出た", "return_ship"),
        ("返金の目安 12月15日", "refund_arrival"),
        ("紛争の解禁は3日後", "open_from"),
        ("翌営業日に回答すると言われた。EVAじゃなく中の人", "support_reply"),
        ("12/4までに追跡番号いれろと出た", "return_ship"),
        ("Return before 8 December, 2026 って何?", "return_ship"),
        ("日曜で交渉の期間が終わる", "negotiation_end"),
        ("月末まで保護が伸びたから紛争は取り下げてくれ、とセラー", "protection_end"),
        ("返送品が売り手に到着した。確認期限は来月末", "seller_receive"),
        ("申立て済み。回答リミットは12月4日", "seller_response"),
        ("PayPalで争います。異議の期限が12月30日", "paypal_open"),
        ("店にメッセージした。48時間以内に返すって", "unknown"),
        ("今月末で紛争を起こせなくなる", "open_until"),
        ("ペイパルのクレーム引き上げは12月4日まで", "paypal_escalate"),
    ],
)
def test_whose_clock_it_is(text: str, kind: str) -> None:
    found = read(text, NOW).deadline
    assert found is not None
    assert found.kind == kind


def test_a_buyers_own_answer_is_not_the_sellers() -> None:
    found = read("販売者の提案に12月4日までに回答してください", NOW).deadline
    assert found is not None
    assert found.kind == "accept_decline"
