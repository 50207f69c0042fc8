"""The names of line-bot-sdk that are used, each from its own half.

`linebot.v3.webhooks` has a second set of several names of `linebot.v3.messaging` that sends no
Authorization: never import either with a star. The SDK ships no type information.
"""

from linebot.v3.messaging import (  # type: ignore[import-untyped]
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
    Message,
    RichMenuRequest,
    ShowLoadingAnimationRequest,
)
from linebot.v3.webhooks import Event as WebhookEvent  # type: ignore[import-untyped]

__all__ = [
    "ApiException",
    "AsyncApiClient",
    "AsyncMessagingApi",
    "AsyncMessagingApiBlob",
    "Configuration",
    "Message",
    "RichMenuRequest",
    "ShowLoadingAnimationRequest",
    "WebhookEvent",
]
