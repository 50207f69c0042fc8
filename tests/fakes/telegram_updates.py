"""Builders for every update of Telegram that a bot must live with."""

import re
from typing import Any

from telegram import Update

from tests.fakes.ledger import Json
from tests.fakes.telegram_world import Chat, Query, StoredFile, TelegramWorld
from tests.fakes.words import Ids, utf16

MEMBER_RIGHTS: Json = {"until_date": 0}


def command_entities(text: str) -> list[Json]:
    return [
        {"type": "bot_command", "offset": utf16(text[: m.start(1)]), "length": utf16(m[1])}
        for m in re.finditer(r"(?:^|(?<=\s))(/[A-Za-z0-9_]{1,32}(?:@\w+)?)", text)
    ]


class TelegramUpdates:
    """Each method returns one update as JSON; nothing happens until it is delivered."""

    def __init__(self, world: TelegramWorld, ids: Ids) -> None:
        self.world = world
        self.ids = ids
        self._next = 100_000_000 + int(ids.hex(6), 16)

    def update(self, kind: str, payload: Json, *, known: bool = True) -> Json:
        self._next += 1
        update = {"update_id": self._next, kind: payload}
        read = Update.de_json(update, None)
        assert read is not None
        assert not known or getattr(read, kind) is not None, f"no such update: {kind}"
        return update

    def _from(self, chat: Chat, user: int | None) -> Json:
        if user is None:
            if chat.type != "private":
                return {"id": 777, "is_bot": False, "first_name": "a buyer", "language_code": "ja"}
            return chat.as_user()
        known = self.world.chats.get(user)
        return known.as_user() if known else Chat(user).as_user()

    def message(self, chat_id: int, content: Json, *, user: int | None = None) -> Json:
        chat = self.world.chats[chat_id]
        message = self.world.new_message(chat, self._from(chat, user), content)
        return self.update("message", message)

    def text(self, chat_id: int, text: str, *, user: int | None = None, **more: Any) -> Json:
        content: Json = {"text": text, **more}
        if entities := command_entities(text):
            content.setdefault("entities", entities)
        return self.message(chat_id, content, user=user)

    def edited(self, update: Json, text: str) -> Json:
        """The same message with another text."""
        date = int(self.world.now().timestamp())
        message = {**update["message"], "text": text, "edit_date": date}
        return self.update("edited_message", message)

    def photo(
        self,
        chat_id: int,
        data: bytes,
        *,
        width: int = 1280,
        height: int = 960,
        user: int | None = None,
        **more: Any,
    ) -> Json:
        """A photo as a list of sizes, the smallest first."""
        small = self.world.keep_file("photo", data, width=90, height=67, size=min(900, len(data)))
        full = self.world.keep_file("photo", data, width=width, height=height)
        sizes = [small.as_json(), full.as_json()]
        return self.message(chat_id, {"photo": sizes, **more}, user=user)

    def _file(self, kind: str, chat_id: int, stored: StoredFile, user: int | None, m: Json) -> Json:
        return self.message(chat_id, {kind: stored.as_json(), **m}, user=user)

    def document(
        self,
        chat_id: int,
        data: bytes,
        *,
        name: str = "screen.png",
        mime: str = "image/png",
        size: int | None = None,
        user: int | None = None,
        **more: Any,
    ) -> Json:
        """`size` lies about the length, for files too large to hold."""
        stored = self.world.keep_file("document", data, mime=mime, name=name, size=size)
        return self._file("document", chat_id, stored, user, more)

    def video(
        self,
        chat_id: int,
        data: bytes,
        *,
        size: int | None = None,
        user: int | None = None,
        **more: Any,
    ) -> Json:
        stored = self.world.keep_file(
            "video", data, mime="video/mp4", width=1280, height=720, size=size
        )
        return self._file("video", chat_id, stored, user, more)

    def sticker(self, chat_id: int, *, user: int | None = None) -> Json:
        stored = self.world.keep_file("sticker", b"webp", mime=None)
        body = {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        }
        return self.message(chat_id, {"sticker": body}, user=user)

    def callback(
        self,
        chat_id: int,
        data: str,
        message_id: int,
        *,
        user: int | None = None,
        inaccessible: bool = False,
    ) -> Json:
        """A press on a button of the bot's message; `inaccessible`: too old to be shown."""
        chat = self.world.chats[chat_id]
        if inaccessible:
            message: Json = {"message_id": message_id, "chat": chat.as_json(), "date": 0}
        else:
            message = self.world.messages[(chat_id, message_id)].message
        query_id = str(int(self.ids.hex(15), 16))
        self.world.queries[query_id] = Query(query_id, chat_id, self.world.now())
        return self.update(
            "callback_query",
            {
                "id": query_id,
                "from": self._from(chat, user),
                "message": message,
                "chat_instance": str(chat_id * 31),
                "data": data,
            },
        )

    def _member(self, chat_id: int, old: str, new: str, user: int | None) -> Json:
        chat = self.world.chats[chat_id]

        def member(status: str) -> Json:
            more = MEMBER_RIGHTS if status == "kicked" else {}
            return {"user": self.world.bot, "status": status, **more}

        return self.update(
            "my_chat_member",
            {
                "chat": chat.as_json(),
                "from": self._from(chat, user),
                "date": int(self.world.now().timestamp()),
                "old_chat_member": member(old),
                "new_chat_member": member(new),
            },
        )

    def blocked(self, chat_id: int) -> Json:
        return self._member(chat_id, "member", "kicked", None)

    def unblocked(self, chat_id: int) -> Json:
        return self._member(chat_id, "kicked", "member", None)

    def added(self, chat_id: int, *, user: int | None = None) -> Json:
        return self._member(chat_id, "left", "member", user)

    def removed(self, chat_id: int, *, user: int | None = None) -> Json:
        return self._member(chat_id, "member", "kicked", user)

    def migrated(self, old: int, new: int) -> list[Json]:
        """The two service messages of a group that became a supergroup."""
        return [
            self.message(old, {"migrate_to_chat_id": new}),
            self.message(new, {"migrate_from_chat_id": old}),
        ]

    def unknown(self, kind: str = "something_new", payload: Json | None = None) -> Json:
        return self.update(kind, payload or {"value": 1}, known=False)
