from datetime import date

import pytest

from bot.platforms.base import AnswerTo, Sent
from bot.platforms.telegram import TelegramPlatform
from bot.platforms.telegram_calendar import PAYLOAD, opening, page, parse
from handlers.events import PickedDate, Pressed
from handlers.replies import PickDate, Reply, Text
from locales.catalogue import Words
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_rules import check_markup
from tests.platforms.conftest import outgoing

ORIGINAL = "1~date~7~accept_decline"
SAY = Words("ja", strict=True)


@pytest.fixture
def chat(fake_telegram):
    return fake_telegram.world.user()


@pytest.fixture
def show(telegram, chat):
    async def show(mode="datetime", initial="2027-02-03T18:00"):
        button = PickDate("日付を直す", ORIGINAL, mode, initial)
        reply = Reply((Text("期限は?", (button,)),))
        (body,) = telegram.render(reply, AnswerTo(), locale="ja")
        await telegram.send(outgoing(chat, body))

    return show


@pytest.fixture
def press(telegram, fake_telegram, chat):
    """Press a label as a thumb does; the platform turns the page by itself."""

    async def press(label):
        incoming = telegram.understand(fake_telegram.pressed(chat, label), locale="ja")
        for body in incoming.bodies:
            await telegram.send(outgoing(chat, body))
        return incoming

    return press


def labels(fake_telegram, chat):
    return fake_telegram.screen(chat)[-1].labels


async def test_a_walk_to_an_hour_of_a_day(fake_telegram, chat, show, press):
    await show()
    assert labels(fake_telegram, chat) == ["日付を直す"]
    await press("日付を直す")
    assert labels(fake_telegram, chat)[:3] == ["◀", "2027年2月", "▶"]
    assert labels(fake_telegram, chat)[3:10] == list("月火水木金土日")
    await press("▶")
    await press("▶")
    await press("◀")
    assert "2027年3月" in labels(fake_telegram, chat)
    await press("31")
    assert "◀ 3月31日" in labels(fake_telegram, chat)
    incoming = await press("18時")
    number = str(fake_telegram.screen(chat)[-1].message_id)
    assert incoming.event == PickedDate(ORIGINAL, "2027-03-31T18:00", number)
    assert incoming.callback
    assert incoming.pressed_message == number
    assert incoming.bodies == ()
    assert fake_telegram.ledger.refused == []


async def test_the_day_alone_will_do(fake_telegram, chat, show, press):
    await show()
    await press("日付を直す")
    await press("3")
    assert (await press("日付だけ")).event.value == "2027-02-03"


async def test_from_the_hours_back_to_the_month(fake_telegram, chat, show, press):
    await show()
    await press("日付を直す")
    await press("3")
    await press("◀ 2月3日")
    assert "2027年2月" in labels(fake_telegram, chat)


async def test_a_picker_of_days_needs_no_hour(show, press):
    await show("date")
    await press("日付を直す")
    assert (await press("28")).event.value == "2027-02-28"


async def test_back_is_the_handlers_business(show, press):
    await show()
    await press("日付を直す")
    assert (await press("戻る")).event.value == ""


async def test_a_heading_does_nothing_but_is_answered(fake_telegram, chat, show, press):
    await show()
    await press("日付を直す")
    (answer,) = (await press("火")).bodies
    assert answer["method"] == "answerCallbackQuery"


async def test_a_calendar_in_a_deleted_message_comes_anew(telegram, fake_telegram, chat, show):
    await show()
    update = fake_telegram.pressed(chat, "日付を直す")
    fake_telegram.world.messages.clear()
    for body in telegram.understand(update, locale="ja").bodies:
        assert isinstance(await telegram.send(outgoing(chat, body)), Sent)
    assert "2027年2月" in labels(fake_telegram, chat)


def test_a_calendar_opens_with_the_month_of_the_picker_else_with_this_one():
    today = date(2026, 11, 24)
    for initial, title in ((None, "2026年11月"), ("2027-02-03", "2027年2月"), ("?", "2026年11月")):
        pick = parse(opening(PickDate("x", "p", "date", initial)))
        made = page(pick, today, SAY)
        assert made["inline_keyboard"][0][1]["text"] == title


@pytest.mark.parametrize("month", ["2000-01", "2027-02", "2027-08", "2100-12"])
@pytest.mark.parametrize("view", ["m", "M", "D"])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_key_fits_whatever_the_payload(month, view, locale):
    payload = "p" * PAYLOAD
    value = month if view in "mM" else f"{month}-28"
    made = page(
        parse(f"c~{view}~{value}~{payload}"), date(2026, 11, 24), Words(locale, strict=True)
    )
    assert check_markup(made) == made


def test_weeks_begin_on_monday():
    rows = page(parse("c~m~2027-02~p"), date(2026, 11, 24), SAY)["inline_keyboard"]
    assert [key["text"] for key in rows[1]] == list("月火水木金土日")
    assert [key["text"] for key in rows[2]] == list("1234567")
    rows = page(parse("c~m~2027-05~p"), date(2026, 11, 24), SAY)["inline_keyboard"]
    assert [key["text"] for key in rows[2]] == ["·"] * 5 + ["1", "2"]


def test_no_month_is_turned_to_beyond_the_bounds():
    made = page(parse("c~m~2100-12~p"), date(2026, 11, 24), SAY)
    assert made["inline_keyboard"][0][2]["text"] == "·"


def test_a_payload_too_long_stays_a_press():
    assert opening(PickDate("x", "p" * (PAYLOAD + 1))) == "p" * (PAYLOAD + 1)


@pytest.mark.parametrize("data", ["1~list~~", "c~q~~p", "c~m", "c~mM~2027-02~p", "", "c~~~"])
def test_other_presses_are_none_of_the_calendars(data):
    assert parse(data) is None


@pytest.mark.parametrize("data", ["c~d~2027-02-30~p", "c~h~2027-02-03Tx~p", "c~D~soon~p"])
def test_an_impossible_day_is_answered_and_nothing_else(data):
    fake = FakeTelegram()
    update = fake.updates.callback(fake.world.user(), data, 5, inaccessible=True)
    incoming = TelegramPlatform(fake.token).understand(update, locale="ja")
    assert not isinstance(incoming.event, Pressed | PickedDate)
    assert len(incoming.bodies) == 1
