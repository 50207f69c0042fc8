"""The names of line-bot-sdk that only putting up the rich menu needs; they load all of it."""

from linebot.v3.messaging import (  # type: ignore[import-untyped]
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
    RichMenuRequest,
)

__all__ = [
    "ApiException",
    "AsyncApiClient",
    "AsyncMessagingApi",
    "AsyncMessagingApiBlob",
    "Configuration",
    "RichMenuRequest",
]
