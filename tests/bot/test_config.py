"""Settings: what is wrong is named, with its remedy; secrets are never shown."""

import pytest

from bot.config import Settings, SettingsError, settings

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"
LINE = {"LINE_CHANNEL_SECRET": "s" * 32, "LINE_CHANNEL_ACCESS_TOKEN": "t" * 100}


def problems(**environment: str) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        settings(environment)
    return refused.value.problems


def test_nothing_is_needed() -> None:
    found = settings({})
    assert found.database_url == "sqlite:///./data/funso.db"
    assert (found.host, found.port, found.default_timezone) == ("127.0.0.1", 8000, "Asia/Tokyo")
    assert (found.has_line, found.has_telegram, found.polls_telegram) == (False, False, False)
    assert found.has_local_chat
    assert found.webhook_secret is None


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("DATABASE_URL", "mysql://u:p@h/d", "sqlite:///./data/funso.db or postgresql://"),
        ("DATABASE_URL", "sqlite:///:memory:", "must name a file"),
        ("DATABASE_URL", "somewhere", "postgresql://user:pass@host/name"),
        ("TELEGRAM_BOT_TOKEN", "my token", "@BotFather"),
        ("TELEGRAM_BOT_TOKEN", "654321", "@BotFather"),
        ("TELEGRAM_WEBHOOK_SECRET", "秘密", "A-Z, a-z, 0-9, _ and -"),
        ("TELEGRAM_WEBHOOK_SECRET", "x" * 257, "1-256"),
        ("TELEGRAM_API_URL", "api.telegram.org", "https://"),
        ("LINE_API_URL", "ftp://api.line.me", "https://"),
        ("LINE_DATA_API_URL", "api-data.line.me", "https://"),
        ("PUBLIC_URL", "bot.example.com", "https://"),
        ("PORT", "eighty", "0 to 65535"),
        ("PORT", "70000", "0 to 65535"),
        ("PORT", "-1", "0 to 65535"),
        ("EVIDENCE_URL", "/var/evidence", "file:///path or s3://bucket"),
        ("EVIDENCE_URL", "file://evidence", "file:///path"),
        ("EVIDENCE_URL", "s3://", "s3://bucket/prefix"),
        ("OPERATOR_CHAT", "me", "telegram:123456"),
        ("OPERATOR_CHAT", "local:1", "telegram:123456"),
        ("OPERATOR_CHAT", "line:", "line:U0123"),
        ("LOCAL_CHAT", "perhaps", "must be 1"),
        ("KEEP_BLOCKED_DAYS", "0", "from 7 to 3650; 30"),
        ("KEEP_PHOTOS_DAYS", "half a year", "from 7 to 3650; 180"),
        ("KEEP_DAYS", "6", "from 7 to 3650"),
        ("KEEP_DAYS", "a month", "from 7 to 3650"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO"),
        ("DEFAULT_TIMEZONE", "Tokyo", "Asia/Tokyo"),
        ("DEFAULT_TIMEZONE", "../etc/passwd", "Asia/Tokyo"),
    ],
)
def test_what_is_wrong_is_named_with_its_remedy(name: str, value: str, remedy: str) -> None:
    (problem,) = problems(**{name: value})
    assert problem.startswith(f"{name} ")
    assert remedy in problem
    if name.endswith(("TOKEN", "SECRET")):
        assert value not in problem


@pytest.mark.parametrize("missing", sorted(LINE))
def test_half_of_line_names_the_other_half(missing: str) -> None:
    given = {name: value for name, value in LINE.items() if name != missing}
    (problem,) = problems(**given)
    assert problem.startswith(missing)
    assert "LINE Developers" in problem
    assert "unset both" in problem
    # Empty is as good as not there.
    assert problems(**given, **{missing: "  "}) == [problem]


def test_several_problems_come_together() -> None:
    found = problems(PORT="x", LOG_LEVEL="LOUD", PUBLIC_URL="x")
    assert [line.split()[0] for line in found] == ["PUBLIC_URL", "PORT", "LOG_LEVEL"]


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_empty_is_unset(empty: str) -> None:
    names = [name.upper() for name in Settings.model_fields]
    assert settings(dict.fromkeys(names, empty)) == settings({})


def test_only_what_is_handed_in_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "nonsense")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert not settings({}).has_telegram
    with pytest.raises(SettingsError, match="LOG_LEVEL"):
        settings()
    monkeypatch.setenv("LOG_LEVEL", "debug")
    assert settings().has_telegram
    assert settings().log_level == "DEBUG"


def test_unknown_variables_are_no_concern() -> None:
    assert settings({"PATH": "/bin", "HOME": "/"}) == settings({})


def test_secrets_are_not_shown() -> None:
    found = settings(
        {
            **LINE,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_WEBHOOK_SECRET": "hush-hush",
            "DATABASE_URL": "postgresql://u:hunter2@h/d",
            "EVIDENCE_URL": "s3://bucket/hidden",
        }
    )
    for shown in (repr(found), str(found), f"{found}"):
        for secret in (TOKEN, *LINE.values(), "hush-hush", "hunter2", "hidden"):
            assert secret not in shown


def test_settings_stand_still() -> None:
    with pytest.raises(Exception, match="frozen"):
        settings({}).port = 1


def test_the_local_chat_is_for_those_without_tokens() -> None:
    assert settings({}).has_local_chat
    assert not settings(LINE).has_local_chat
    assert not settings({"TELEGRAM_BOT_TOKEN": TOKEN}).has_local_chat
    assert settings({**LINE, "LOCAL_CHAT": "1"}).has_local_chat
    assert not settings({**LINE, "LOCAL_CHAT": "0"}).has_local_chat


def test_telegram_is_polled_without_a_public_address() -> None:
    assert settings({"TELEGRAM_BOT_TOKEN": TOKEN}).polls_telegram
    called = settings({"TELEGRAM_BOT_TOKEN": TOKEN, "PUBLIC_URL": "https://b.example/"})
    assert not called.polls_telegram
    assert called.public_url == "https://b.example"
    assert not settings({"PUBLIC_URL": "https://b.example"}).polls_telegram


def test_the_webhook_secret_is_never_missing_and_never_guessed() -> None:
    derived = settings({"TELEGRAM_BOT_TOKEN": TOKEN}).webhook_secret
    assert derived is not None
    assert len(derived) == 64
    assert TOKEN.split(":")[1] not in derived
    assert settings({"TELEGRAM_BOT_TOKEN": f" {TOKEN} "}).webhook_secret == derived
    assert settings({"TELEGRAM_BOT_TOKEN": TOKEN + "x"}).webhook_secret != derived
    chosen = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_WEBHOOK_SECRET": "mine"}
    assert settings(chosen).webhook_secret == "mine"
    # What is derived would be taken by Telegram, and by our own check.
    assert settings({**chosen, "TELEGRAM_WEBHOOK_SECRET": derived}).webhook_secret == derived
