"""Requests to the bot by what they are made of, in wordings that no list of phrases holds."""

import time

import pytest

from handlers.reading.normalise import normalise
from handlers.reading.read import read
from handlers.reading.requests import request_of
from tests.reading.moments import MONDAY

_ASKED = {
    "list_disputes": (
        "僕のやつ全部",
        "今もめてる案件ずらっと並べてくれん?",
        "まだ終わってないの、どれやっけ",
        "うちの件みせてけれ",
        "登録してあるの何個やった?",
        "預けてあるやつの進み具合が知りたい",
        "みんなごちゃごちゃになってきた。抱えてる件を1つずつ見せてほしい",
    ),
    "show_next_deadline": (
        "リミットいつ",
        "期日の確認",
        "デッドラインどれが先",
        "いちばんヤバい締切どれだべ",
        "次の期日、何日の何時やったっけ?忘れてしもた",
        "残り時間",
        "色違いの件、何日までだったかねえ",
        "もうすぐ切れそうなのどれ",
    ),
    "set_notify_pref": (
        "つうち減らしたい",
        "回数減らせ",
        "前の日だけ言うてくれたらええ",
        "アラームの頻度かえて。仕事中は困るんよ",
    ),
    "snooze": (
        "40分待って",
        "今はパス、また夜に声かけてや",
        "昼からは会議。2時間したらリマインドよろ",
        "来週の火曜までそっとしといて",
        "出張につき、3営業日後に再度ご案内ください",
        "実家に着く12月30日にもう一度お知らせください",
    ),
    "delete_dispute": (
        "この件いらん",
        "片っぽほかしといて",
        "こわれてた方のやつ、のけといてくれんね",
        "夫が間違えて入れたので、ここのデータを丸ごと削除してください",
    ),
    "ask_template": (
        "断りの英語かわりに考えて",
        "理由を変えろと言うてきたセラーに、ことわる英文をひとつ",
        "運営さん宛ての文章をこしらえてくださいませ",
        "箱がつぶれてたって英語で",
        "AEに送る英語のコメントたのむ。頼んだのはL、来たのはS",
    ),
    "ask_evidence": (
        "チャットの履歴も材料になるんかな",
        "偽物だった場合、どういったものを提出すれば認めてもらえますか",
        "住所違いの場合に必要な証拠を教えてください",
        "箱を捨てたけど証拠たりる?",
        "介入までに揃えるもの一覧ほしい。箱の中が空でした",
    ),
    "ask_next_step": (
        "で、なにすりゃええ?",
        "どうすっぺ",
        "証拠はもう上げた。あとやること残ってる?",
        "今後の進め方をご教示いただけますでしょうか",
    ),
    "close_dispute": (
        "全部片付きました、ありがとうございます",
        "終わりました、どうもね",
        "もうええわ、満額もろたし終わりで",
        "全額もどったのを確認。もう通知いりません",
        "新しいのがちゃんと届きました。この件は終了にしてください",
    ),
    "update_deadline": ("さっきの登録なんだけど日付だけ直してもらえる?12月8日",),
    "set_external_deadline": (
        "チャジバは12月3日",
        "PayPalで払ったの6月2日やけん180日後でセットして",
    ),
    "ask_external_deadline": ("チャジバまだ間に合う?",),
    "greeting": (
        "掲示板を見て追加してみました、よろしくお願いします",
        "はじめまして。まだ何も買っていませんが、何かあったら頼らせてください",
    ),
}


@pytest.mark.parametrize(
    ("text", "intent"), [(text, intent) for intent, texts in _ASKED.items() for text in texts]
)
def test_a_request_is_told_by_what_it_is_made_of(text: str, intent: str) -> None:
    assert read(text, MONDAY).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        # Each holds a word that no request is made of.
        ("登録した住所に届いた", "register_dispute"),
        ("4件とも同じ店です。まとめて紛争できますか", "ask_howto"),
        ("証拠の動画ってどこから添付するんですか", "ask_howto"),
        ("10個頼んで7個。足りない3個をもう一度送ってほしい", "register_dispute"),
        ("もう1回説明して", "ask_howto"),
        ("返品の発送期限、8日後に直してください", "update_deadline"),
        ("来月5日が期限みたいです。よろしくお願いします", "update_deadline"),
        ("半分でいいから返してほしい。綿と書いてたのに化繊のシーツ", "register_dispute"),
        ("コメントも英語で入れといた", "report_progress"),
        ("紛争はいくつまで登録できますか", "ask_howto"),
        ("はじめまして。赤を頼んだのに青が届きました。よろしくお願いします", "register_dispute"),
    ],
)
def test_what_only_looks_like_a_request_is_none(text: str, intent: str) -> None:
    assert read(text, MONDAY).intent == intent


def test_a_list_of_all_cases_tells_of_no_stage() -> None:
    found = read("買いすぎて把握できてない、抱えてる紛争ぜんぶ出して", MONDAY)
    assert (found.intent, found.stage, found.reason) == ("list_disputes", None, None)


def test_a_notice_that_is_put_off_takes_the_date() -> None:
    found = read("用事が続くので、3営業日後に再度ご案内ください", MONDAY).deadline
    assert found is not None
    assert (found.kind, found.at.date().isoformat()) == ("snooze", "2026-11-26")


@pytest.mark.parametrize("piece", ["の", "案件の", "明日もう1回言って", "全部見せて英文", "登録の"])
def test_taking_a_long_clause_apart_takes_no_time(piece: str) -> None:
    text = normalise(piece * 240).text[:240]
    request_of(text, question=True)
    begin = time.perf_counter()
    request_of(text, question=True)
    assert time.perf_counter() - begin < 0.2
