"""Telegram's methods that send, edit and delete messages and answer presses."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.fakes.ledger import Json
from tests.fakes.telegram_html import unreadable_names
from tests.fakes.telegram_rules import NOT_MODIFIED, TOO_OLD, bad, check_markup, formatted
from tests.fakes.telegram_world import QUERY_LIFE, Chat, Stored

if TYPE_CHECKING:
    from tests.fakes.telegram import FakeTelegram

ACTIONS = (
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note"),
    "upload_video_note",
)
DELETABLE = timedelta(hours=48)


class Messages:
    def __init__(self, telegram: "FakeTelegram") -> None:
        self.telegram = telegram
        self.world = telegram.world

    def text_of(self, params: Json) -> Json:
        text, entities = formatted(
            params.get("text"), params.get("parse_mode"), params.get("entities"), 4096
        )
        self.note(params.get("text"), params)
        return {"text": text, **({"entities": entities} if entities else {})}

    def caption_of(self, params: Json) -> Json:
        caption, entities = formatted(
            params.get("caption"),
            params.get("parse_mode"),
            params.get("caption_entities"),
            1024,
            caption=True,
        )
        self.note(params.get("caption"), params)
        if not caption:
            return {}
        return {"caption": caption, **({"caption_entities": entities} if entities else {})}

    def note(self, text: Any, params: Json) -> None:
        if params.get("parse_mode") and (odd := unreadable_names(str(text))):
            self.telegram.offend(f"HTML shows {', '.join(odd)} as it stands")
        if len(params.get("entities") or []) > 100:
            self.telegram.offend("more than 100 entities: the rest is dropped")

    def target(self, params: Json, items: int = 1) -> Chat:
        """The chat of a send, past every refusal."""
        chat = self.world.writable(params.get("chat_id"))
        replied = (params.get("reply_parameters") or {}).get("message_id")
        if replied is not None and (chat.chat_id, replied) not in self.world.messages:
            raise bad("message to be replied not found")
        self.telegram.pace(chat.chat_id, items)
        return chat

    def keep(self, chat: Chat, content: Json, params: Json) -> Json:
        message = self.world.new_message(chat, self.world.bot, content)
        return self.world.keep(message, by_bot=True, raw=params)

    def markup(self, chat: Chat, params: Json) -> Json:
        found = check_markup(params.get("reply_markup"), private=chat.type == "private")
        return {"reply_markup": found} if found else {}

    # Methods, named as in the API ------------------------------------------------------------

    def sendmessage(self, params: Json) -> Json:
        chat = self.world.known(params.get("chat_id"))
        content = {**self.text_of(params), **self.markup(chat, params)}
        return self.keep(self.target(params), content, params)

    def _edited(self, params: Json) -> tuple[Chat, Stored]:
        if "inline_message_id" in params:
            raise bad("message to edit not found")
        chat = self.world.writable(params.get("chat_id"))
        return chat, self.world.own(chat.chat_id, params.get("message_id"), "edit")

    def _edit(self, stored: Stored, params: Json, drop: tuple[str, ...], new: Json) -> Json:
        old = stored.message
        kept = {k: v for k, v in old.items() if k not in (*drop, "reply_markup", "edit_date")}
        fresh = {**kept, **new}
        if fresh == {k: v for k, v in old.items() if k != "edit_date"}:
            raise bad(NOT_MODIFIED)
        fresh["edit_date"] = int(self.world.now().timestamp())
        # A reply keyboard cannot be edited in; the parameters shown are the last ones.
        return self.world.keep(fresh, by_bot=True, raw={**stored.raw, **params})

    def editmessagetext(self, params: Json) -> Json:
        chat, stored = self._edited(params)
        if "text" not in stored.message:
            raise bad("there is no text in the message to edit")
        new = {**self.text_of(params), **self.markup(chat, params)}
        return self._edit(stored, params, ("text", "entities"), new)

    def editmessagecaption(self, params: Json) -> Json:
        chat, stored = self._edited(params)
        if "text" in stored.message:
            raise bad("there is no caption in the message to edit")
        new = {**self.caption_of(params), **self.markup(chat, params)}
        return self._edit(stored, params, ("caption", "caption_entities"), new)

    def editmessagereplymarkup(self, params: Json) -> Json:
        chat, stored = self._edited(params)
        return self._edit(stored, params, (), self.markup(chat, params))

    def deletemessage(self, params: Json) -> bool:
        chat = self.world.writable(params.get("chat_id"))
        stored = self.world.messages.get((chat.chat_id, params.get("message_id", 0)))
        if stored is None:
            raise bad("message to delete not found")
        age = self.world.now().timestamp() - stored.message["date"]
        if age > DELETABLE.total_seconds():
            raise bad("message can't be deleted for everyone")
        del self.world.messages[(chat.chat_id, params["message_id"])]
        return True

    def answercallbackquery(self, params: Json) -> bool:
        text = params.get("text")
        if isinstance(text, str) and len(text) > 200:
            raise bad("MESSAGE_TOO_LONG")
        query = self.world.queries.get(str(params.get("callback_query_id")))
        if query is None or query.answer or self.world.now() - query.asked > QUERY_LIFE:
            raise bad(TOO_OLD)
        query.answer = params
        return True

    def sendchataction(self, params: Json) -> bool:
        self.world.writable(params.get("chat_id"))
        if params.get("action") not in ACTIONS:
            raise bad("wrong parameter action in request")
        return True
