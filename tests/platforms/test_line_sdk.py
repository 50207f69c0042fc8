"""How much of line-bot-sdk is loaded: what is used, and all of it for whoever asks for more."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.platforms.deferred import defer


def _python(*lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.process
def test_a_client_that_has_sent_and_read_loads_neither_the_api_nor_the_old_sdk() -> None:
    unused = [
        "linebot.api",
        "linebot.v3.messaging.api.async_messaging_api",
        "linebot.v3.messaging.api.messaging_api",
        "linebot.v3.messaging.models.flex_message",
        "linebot.v3.webhooks.models.beacon_event",
        "requests",
    ]
    said = {
        "type": "message",
        "mode": "active",
        "webhookEventId": "01",
        "deliveryContext": {"isRedelivery": False},
        "timestamp": 1_795_000_000_000,
        "source": {"type": "user", "userId": "U" + "0" * 32},
        "replyToken": "t",
        "message": {"type": "text", "id": "1", "quoteToken": "q", "text": "一覧"},
    }
    assert (
        _python(
            "import sys",
            "from bot.platforms import line, line_events",
            f"event = line_events._typed({said!r})",
            "assert event['message']['text'] == '一覧', event",
            f"print([name for name in {unused!r} if name in sys.modules])",
        )
        == "[]"
    )


@pytest.mark.process
def test_everything_of_the_sdk_is_still_there_for_whoever_asks() -> None:
    assert (
        _python(
            "from bot.platforms.line_sdk import AsyncApiClient, WebhookEvent",
            "import linebot",
            "import linebot.v3.messaging as messaging, linebot.v3.webhooks as webhooks",
            "assert messaging.AsyncApiClient is AsyncApiClient",
            "assert webhooks.Event is WebhookEvent",
            "assert messaging.models.FlexMessage is messaging.FlexMessage",
            "from linebot.v3.messaging import AsyncMessagingApi, TextMessage",
            "from linebot.v3 import WebhookParser",
            "from linebot import LineBotApi",
            "print(TextMessage(text='a').to_dict()['type'])",
        )
        == "text"
    )


def test_no_name_is_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "a_late_one"
    package.mkdir()
    (package / "__init__.py").write_text("from a_late_one.its_part import ItsPart\nELSE = 7\n")
    (package / "its_part.py").write_text("class ItsPart: ...\nclass Hidden: ...\n")
    (package / "hidden.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    defer("a_late_one")
    late = sys.modules["a_late_one"]
    assert late.its_part.ItsPart is late.ItsPart
    assert "ELSE" not in vars(late)
    assert late.ELSE == 7
    with pytest.raises(AttributeError, match="Hidden"):
        late.Hidden  # noqa: B018
    defer("a_late_one")
    assert sys.modules["a_late_one"] is late
    with pytest.raises(ModuleNotFoundError):
        defer("a_late_one.unheard")
