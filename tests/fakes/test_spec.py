"""Accepted requests held against the platforms' own descriptions, where those are found."""

import pytest
from telegram import Bot

from tests.fakes.spec import Spec, folder
from tests.fakes.telegram import FakeTelegram

needs_folder = pytest.mark.skipif(folder() is None, reason="no folder with API descriptions")
PUSH = {"to": "U" + "0" * 32, "messages": [{"type": "text", "text": "a"}]}
SEND = {"chat_id": 1, "text": "a"}


def test_without_a_folder_nothing_is_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("FUNSO_SPECS", f"{tmp_path}/nothing")
    offences: list[str] = []
    Spec(offences).line("message/push", {"wrong": 1})
    Spec(offences).telegram("sendMessage", {"wrong": 1})
    assert offences == []


@needs_folder
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (PUSH, None),
        ({"messages": PUSH["messages"]}, "to: missing"),
        ({**PUSH, "silent": True}, "silent: unknown field"),
        ({**PUSH, "to": 1}, "is no string"),
        ({**PUSH, "messages": [{"type": "letter"}]}, "unknown value 'letter'"),
        ({**PUSH, "messages": [{"type": "text"}]}, "text: missing"),
        ({**PUSH, "messages": [{"type": "text", "text": "a", "size": 1}]}, "unknown field"),
        ({**PUSH, "messages": [{"type": "text", "text": "a"}] * 6}, "size 6"),
    ],
)
def test_line(body: dict[str, object], problem: str | None) -> None:
    offences: list[str] = []
    Spec(offences).line("message/push", body)
    assert (offences == []) if problem is None else any(problem in o for o in offences)


@needs_folder
@pytest.mark.parametrize(
    ("method", "params", "problem"),
    [
        ("sendMessage", SEND, None),
        ("sendMessage", {"chat_id": 1}, "text: missing"),
        ("sendMessage", {**SEND, "colour": 1}, "colour: unknown field"),
        ("sendMessage", {**SEND, "disable_notification": "yes"}, "is no Boolean"),
        ("sendMessage", {**SEND, "reply_markup": {"inline_keyboard": [[{}]]}}, "text: missing"),
        ("sendSong", SEND, "unknown method"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, "description: missing"),
    ],
)
def test_telegram(method: str, params: dict[str, object], problem: str | None) -> None:
    offences: list[str] = []
    Spec(offences).telegram(method, params)
    assert (offences == []) if problem is None else any(problem in o for o in offences)


@needs_folder
async def test_requests_of_the_fake_are_checked(telegram: FakeTelegram, bot: Bot) -> None:
    await bot.send_message(telegram.world.user(), "a", api_kwargs={"colour": "red"})
    assert "colour: unknown field" in telegram.offences[0]
