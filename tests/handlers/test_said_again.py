"""The trouble of the only case, told again or by another name, is no case of its own."""

import pytest

from tests.handlers.talk import Talk

WATCHED = "荷物が全然届かない。保護期限が2月20日って出てる"


@pytest.mark.parametrize("again", ["まだ届きません", "追跡は通関で止まってる", "返送されたみたい"])
async def test_the_same_parcel(talk: Talk, again: str) -> None:
    await talk.register(WATCHED)
    shown = await talk.say(again)
    assert "#1 未着" in shown
    assert await talk.drafts() == []


async def test_its_dispute_is_opened(talk: Talk) -> None:
    await talk.register(WATCHED)
    await talk.say("まだ届かないので紛争を開きました")
    (case,) = await talk.running()
    assert (case.status, case.stage) == ("open", "seller_response")
    shown = await talk.say("まだ届きません")
    assert "#1 未着" in shown
    assert await talk.drafts() == []


@pytest.mark.parametrize("again", ["セラーから返事がない", "セラーの返事待ちです"])
async def test_a_seller_who_is_silent_needs_no_checklist(talk: Talk, again: str) -> None:
    await talk.register("色違いで今日紛争を開きました。全額返金6,993円")
    shown = await talk.say(again)
    assert "セラーが期限までに答えなければ、希望どおりに進むのが目安です" in shown
    assert "セラーの回答期限" in shown
    assert "1/5" not in shown


@pytest.mark.parametrize(
    "another",
    [
        "別の商品も届かない",
        "届かない。注文番号は8201234567890123",
        "箱がつぶれて届いた",
        "まだ届かない。保護期限は2月28日",
    ],
)
async def test_another_parcel_has_a_card_of_its_own(talk: Talk, another: str) -> None:
    await talk.register(WATCHED)
    await talk.say("注文番号は8209876543210987です")
    await talk.say(another)
    assert len(await talk.drafts()) == 1
