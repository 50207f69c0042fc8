"""今日の画面は変わりましたか?: when it is asked, and when it is left out."""

from storage import disputes
from tests.handlers.looking import ANSWERS, REJECTING, WARNING, arrives, looks, names, tokyo
from tests.handlers.talk import Talk, payload


async def test_the_warning_of_the_day_before_holds_the_question(telegram: Talk) -> None:
    await telegram.register()
    assert names((await arrives(telegram, "2027-01-31T09:00"))[0]) == WARNING
    (card,) = await arrives(telegram, "2027-02-02T20:00")
    assert names(card) == [*WARNING, *ANSWERS]
    assert card.notes[-1] == "今日の画面は変わりましたか?"
    (card,) = await arrives(telegram, "2027-02-03T09:00")
    assert names(card) == [*WARNING, *ANSWERS]
    (card,) = await arrives(telegram, "2027-02-04T09:00")
    assert "どうなりましたか" in card.title
    assert "変化なし" not in names(card)


async def test_without_a_warning_it_comes_at_eight_in_the_evening(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    (card,) = await arrives(telegram, "2027-01-31T20:00")
    assert card.title.endswith("今日の画面は変わりましたか?")
    assert names(card) == ANSWERS
    assert "2月6日(土) 23:59" in telegram.shown


async def test_two_cases_are_asked_about_in_one_message(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    await telegram.register(f"サイズ違い。{REJECTING}")
    assert len(await arrives(telegram, "2027-01-31T20:00")) == 2
    assert telegram.shown.startswith("2件の画面の確認です")


async def test_while_the_seller_keeps_rejecting_every_day_has_one(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    asked = []
    for day in range(30, 38):
        date = f"2027-01-{day}" if day < 32 else f"2027-02-{day - 31:02}"
        for hour in range(7, 22):
            cards = await arrives(telegram, f"{date}T{hour:02}:00")
            asked += [f"{date[5:]} {hour}" for card in cards if "変化なし" in names(card)]
    assert asked == [
        "01-31 20", "02-01 20", "02-02 20", "02-03 9", "02-04 20", "02-05 20", "02-06 9"
    ]  # fmt: skip


async def test_the_card_does_not_promise_it_as_a_warning(telegram: Talk) -> None:
    shown = await telegram.register(REJECTING)
    assert "お知らせ: 2/3 9:00, 2/5 20:00, 2/6 9:00" in shown


async def test_no_question_in_the_night_nor_the_day_after(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    assert await arrives(telegram, "2027-01-31T23:00") == []
    await telegram.say("期限は2月7日に変わりました")
    assert await arrives(telegram, "2027-02-02T08:00") == [], "that of the 1st is over"


async def test_never_twice_on_one_day(telegram: Talk) -> None:
    await telegram.register()
    assert len(await arrives(telegram, "2027-02-02T20:00")) == 1
    await telegram.say("期限は2月4日です")
    assert await looks(telegram) == ["02-03T20", "02-04T09"]
    await telegram.say("期限は2月3日です")
    assert await looks(telegram) == ["02-03T09"]


async def test_not_beside_the_question_how_it_went(telegram: Talk) -> None:
    await telegram.register()
    await telegram.say("期限を追加")
    await telegram.say("2月5日 交渉完了予定日")
    await arrives(telegram, "2027-02-03T09:00")
    telegram.now = tokyo("2027-02-04T08:00")
    shown = await arrives(telegram, "2027-02-04T20:00")
    assert any("どうなりましたか" in card.title for card in shown)
    assert not any("変化なし" in names(card) for card in shown)
    (*_, card) = await arrives(telegram, "2027-02-05T09:00")
    assert "変化なし" in names(card), "the other clock goes on"


async def test_only_the_nearest_clock_asks(telegram: Talk) -> None:
    await telegram.register()
    await telegram.say("期限を追加")
    await telegram.say("2月4日 交渉完了予定日")
    cards = await arrives(telegram, "2027-02-03T20:00")
    assert len(cards) == 2
    assert [names(card).count("変化なし") for card in cards] == [1, 0]


async def test_a_closed_case_is_not_asked_about(telegram: Talk) -> None:
    await telegram.register()
    await telegram.press_payload(payload("out", 1, "full_refund"))
    assert await looks(telegram) == []
    await telegram.press("元に戻す")
    assert await looks(telegram) == ["02-02T20", "02-03T09"]


async def test_a_case_closed_behind_its_plan_is_not_asked_about(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    async with telegram.database.write() as tx:
        await disputes.change(tx, 1, playbook="decline_proposal")
    assert await arrives(telegram, "2027-01-31T20:00") == []


async def test_a_watched_order_is_never_asked_about(telegram: Talk) -> None:
    await telegram.register("まだ届きません。保護期限は2月20日です")
    assert await looks(telegram) == []
