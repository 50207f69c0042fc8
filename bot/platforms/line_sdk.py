"""The names of line-bot-sdk that are used, each from its own half.

Left to itself, the SDK fetches its own predecessor, its API twice and 265 models: 33 MB and half of
the start, where one client and a dozen models do. So only their modules are loaded.

`linebot.v3.webhooks` has a second set of several names of `linebot.v3.messaging` that sends no
Authorization: never import either with a star. The SDK ships no type information.
"""

from bot.platforms.deferred import defer

defer(
    "linebot",
    "linebot.v3",
    "linebot.v3.messaging",
    "linebot.v3.messaging.api",
    "linebot.v3.messaging.models",
    "linebot.v3.webhooks",
    "linebot.v3.webhooks.models",
)

from linebot.v3.messaging.async_api_client import AsyncApiClient  # type: ignore[import-untyped]
from linebot.v3.messaging.configuration import Configuration  # type: ignore[import-untyped]
from linebot.v3.messaging.exceptions import ApiException  # type: ignore[import-untyped]
from linebot.v3.messaging.models import (  # type: ignore[import-untyped]
    PushMessageResponse,
    ReplyMessageResponse,
)
from linebot.v3.webhooks.models import (  # type: ignore[import-untyped]
    Event,
    MessageEvent,
    PostbackEvent,
    TextMessageContent,
    UserSource,
)

WebhookEvent = Event

# The SDK asks for models as it meets them: those of nearly every message are there before it.
COMMON = (
    MessageEvent,
    PostbackEvent,
    PushMessageResponse,
    ReplyMessageResponse,
    TextMessageContent,
    UserSource,
)

__all__ = ["ApiException", "AsyncApiClient", "Configuration", "WebhookEvent"]
