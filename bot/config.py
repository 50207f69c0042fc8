"""Settings from the environment, frozen; each problem comes with the hint that mends it."""

import hmac
import os
from collections.abc import Mapping
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from storage.engine import BadAddressError, database_url


class SettingsError(Exception):
    """Something is half there or wrong; `problems` holds one line a variable, with its remedy."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


_HINTS = {
    "PORT": "must be a number from 0 to 65535",
    "KEEP_DAYS": "must be a number of days from 7 to 3650; 30 unless set",
    "LOCAL_CHAT": "must be 1 (the local page stands beside the platforms) or 0",
}
"""For those that pydantic checks itself."""


def _wrong(what: str) -> PydanticCustomError:
    return PydanticCustomError("setting", "{what}", {"what": what})


class Settings(BaseSettings):
    """What the environment says. Secrets are never shown by `repr`."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    database_url: str = Field("sqlite:///./data/funso.db", repr=False)
    telegram_bot_token: str | None = Field(None, repr=False)
    telegram_webhook_secret: str | None = Field(None, repr=False)
    telegram_api_url: str = "https://api.telegram.org"
    line_channel_secret: str | None = Field(None, repr=False)
    line_channel_access_token: str | None = Field(None, repr=False)
    line_api_url: str = "https://api.line.me"
    line_data_api_url: str = "https://api-data.line.me"
    public_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    evidence_url: str | None = Field(None, repr=False)
    operator_chat: str | None = None
    local_chat: bool = False
    keep_days: int = Field(30, ge=7, le=3650)
    log_level: str = "INFO"
    default_timezone: str = "Asia/Tokyo"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `settings()` read: nothing else of the process's environment slips in."""
        return (init_settings,)

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            database_url(value)
        except BadAddressError as problem:
            raise _wrong(
                f"{problem}. Example: sqlite:///./data/funso.db or postgresql://user:pass@host/name"
            ) from None
        return value

    @field_validator("telegram_bot_token")
    @classmethod
    def _telegram_token(cls, value: str | None) -> str | None:
        number, _, rest = (value or "").strip().partition(":")
        if value is not None and not (number.isdigit() and rest):
            raise _wrong("is no bot token. @BotFather gives one that looks like 123456:ABC-DEF…")
        return value.strip() if value else value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _telegram_secret(cls, value: str | None) -> str | None:
        plain = (value or "").replace("_", "").replace("-", "")
        if value and not (plain.isascii() and plain.isalnum() and len(value) <= 256):
            raise _wrong("may hold 1-256 characters of A-Z, a-z, 0-9, _ and - only")
        return value

    @field_validator(
        "telegram_api_url", "line_api_url", "line_data_api_url", "public_url", mode="after"
    )
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise _wrong("must begin with https://")
        return value.rstrip("/") if value else value

    @field_validator("operator_chat")
    @classmethod
    def _operator(cls, value: str | None) -> str | None:
        platform, _, address = (value or "").partition(":")
        if value and (platform not in ("telegram", "line") or not address):
            raise _wrong("must look like telegram:123456 or line:U0123…")
        return value

    @field_validator("evidence_url")
    @classmethod
    def _evidence(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "")
        good = parts.netloc if parts.scheme == "s3" else (value or "").startswith("file:///")
        if value and not good:
            raise _wrong("must look like file:///path or s3://bucket/prefix")
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
            raise _wrong("must be DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @field_validator("default_timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise _wrong("is no IANA time zone. Example: Asia/Tokyo") from None
        return value

    @model_validator(mode="after")
    def _complete(self) -> "Settings":
        if bool(self.line_channel_secret) != bool(self.line_channel_access_token):
            missing, given = "LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN"
            if self.line_channel_secret:
                missing, given = given, missing
            raise _wrong(
                f"{missing} is missing while {given} is set. Copy both from the LINE "
                "Developers console (Basic settings: channel secret; Messaging API: channel "
                "access token), or unset both"
            )
        platform = (self.operator_chat or "").partition(":")[0]
        has = {"line": bool(self.line_channel_secret), "telegram": bool(self.telegram_bot_token)}
        if platform and not has[platform]:
            raise _wrong(
                f"OPERATOR_CHAT is on {platform}, which has no token. Set the token too, or name a "
                "chat on the other platform"
            )
        return self

    @property
    def has_line(self) -> bool:
        """Whether LINE is connected."""
        return bool(self.line_channel_secret)

    @property
    def webhook_secret(self) -> str | None:
        """What Telegram shows with each webhook: the one that is set, else one from the token.

        So PUBLIC_URL alone never opens a door: nobody else can compute it.
        """
        if self.telegram_webhook_secret or not self.telegram_bot_token:
            return self.telegram_webhook_secret
        return hmac.new(self.telegram_bot_token.encode(), b"webhook", "sha256").hexdigest()

    @property
    def address_key(self) -> str | None:
        """What signs our own addresses: derived from the platforms' secrets; None without any."""
        secret = "/".join(filter(None, (self.line_channel_secret, self.telegram_bot_token)))
        return hmac.new(secret.encode(), b"addresses", "sha256").hexdigest() if secret else None

    @property
    def has_telegram(self) -> bool:
        """Whether Telegram is connected."""
        return bool(self.telegram_bot_token)

    @property
    def polls_telegram(self) -> bool:
        """Telegram is asked for updates when it has no public address to call."""
        return self.has_telegram and not self.public_url

    @property
    def has_local_chat(self) -> bool:
        """The local page is there without tokens, or when asked for."""
        return self.local_chat or not (self.has_line or self.has_telegram)


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings. Raises SettingsError with a line for each variable that is wrong."""
    given = os.environ if environment is None else environment
    values = {
        name: given[name.upper()]
        for name in Settings.model_fields
        if given.get(name.upper(), "").strip()
    }
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError([_line(problem) for problem in error.errors()]) from None


def _line(problem: object) -> str:
    assert isinstance(problem, dict)
    name = ".".join(str(part) for part in problem["loc"]).upper()
    message = _HINTS.get(name, str(problem["msg"]))
    return f"{name} {message}" if name else message
