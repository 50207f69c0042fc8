"""Telegram's side of the world: chats, messages, files, callback queries."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from tests.fakes.ledger import Json
from tests.fakes.telegram_rules import ApiError, bad
from tests.fakes.words import Ids, Now

ChatType = Literal["private", "group", "supergroup"]
QUERY_LIFE = timedelta(minutes=1)


@dataclass(slots=True)
class Chat:
    chat_id: int
    type: ChatType = "private"
    name: str = "a buyer"
    language: str | None = "ja"
    opened: bool = True
    """Private chats: whether the person wrote to the bot first."""
    blocked: bool = False
    deactivated: bool = False
    kicked: bool = False
    members: int = 2
    migrated_to: int | None = None

    def as_json(self) -> Json:
        name = {"first_name": self.name} if self.type == "private" else {"title": self.name}
        return {"id": self.chat_id, "type": self.type, **name}

    def as_user(self) -> Json:
        user: Json = {"id": self.chat_id, "is_bot": False, "first_name": self.name}
        if self.language:
            user["language_code"] = self.language
        return user


@dataclass(slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    kind: str
    path: str
    data: bytes
    size: int
    mime: str | None = None
    name: str | None = None
    width: int = 0
    height: int = 0

    def as_json(self) -> Json:
        found: Json = {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }
        if self.kind in ("photo", "video"):
            found |= {"width": self.width, "height": self.height}
        if self.kind == "video":
            found["duration"] = 9
        if self.kind != "photo":
            found |= {"mime_type": self.mime or "application/octet-stream"}
            if self.name:
                found["file_name"] = self.name
        return found


@dataclass(slots=True)
class Stored:
    message: Json
    by_bot: bool
    raw: Json = field(default_factory=dict)
    """The parameters it was sent with."""


@dataclass(slots=True)
class Query:
    query_id: str
    chat: int
    asked: datetime
    answer: Json | None = None


class TelegramWorld:
    def __init__(self, now: Now, ids: Ids, bot: Json) -> None:
        self.now = now
        self.ids = ids
        self.bot = bot
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Stored] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self._next_message = 100
        self._next_chat = 7_000_000_000 + int(ids.hex(7), 16)

    # Chats --------------------------------------------------------------------------------

    def user(
        self, chat_id: int | None = None, *, opened: bool = True, name: str = "a buyer"
    ) -> int:
        """A person's private chat (its id is the person's). `opened`: wrote to the bot already."""
        self._next_chat += 1
        made = Chat(chat_id or self._next_chat, "private", name, opened=opened)
        self.chats[made.chat_id] = made
        return made.chat_id

    def group(
        self, *, chat_id: int | None = None, supergroup: bool = False, members: int = 3
    ) -> int:
        self._next_chat += 1
        number = self._next_chat
        made = Chat(
            chat_id or (-1_000_000_000_000 - number if supergroup else -number),
            "supergroup" if supergroup else "group",
            "a group",
            members=members,
        )
        self.chats[made.chat_id] = made
        return made.chat_id

    def migrate(self, chat_id: int) -> int:
        """The group becomes a supergroup; its old id is refused from now on."""
        old = self.chats[chat_id]
        old.migrated_to = self.group(supergroup=True, members=old.members)
        return old.migrated_to

    def known(self, chat_id: Any) -> Chat:
        if isinstance(chat_id, str) and not chat_id:
            raise bad("chat_id is empty")
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        return chat

    def writable(self, chat_id: Any) -> Chat:
        """The chat, if the bot may write there now."""
        chat = self.known(chat_id)
        if chat.migrated_to is not None:
            raise ApiError(
                400,
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        if chat.kicked:
            kind = "supergroup" if chat.type == "supergroup" else "group"
            raise ApiError(403, f"bot was kicked from the {kind} chat")
        if chat.deactivated:
            raise ApiError(403, "user is deactivated")
        if chat.blocked:
            raise ApiError(403, "bot was blocked by the user")
        if chat.type == "private" and not chat.opened:
            raise ApiError(403, "bot can't initiate conversation with a user")
        return chat

    # Messages -----------------------------------------------------------------------------

    def new_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        self._next_message += 1
        return {
            "message_id": self._next_message,
            "from": sender,
            "chat": chat.as_json(),
            "date": int(self.now().timestamp()),
            **content,
        }

    def keep(self, message: Json, *, by_bot: bool, raw: Json | None = None) -> Json:
        key = (message["chat"]["id"], message["message_id"])
        self.messages[key] = Stored(message, by_bot, raw or {})
        return message

    def own(self, chat_id: int, message_id: Any, what: str) -> Stored:
        stored = self.messages.get((chat_id, message_id))
        if stored is None:
            raise bad(f"message to {what} not found")
        if not stored.by_bot:
            raise bad(f"message can't be {what}{'d' if what.endswith('e') else 'ed'}")
        return stored

    def keep_file(
        self,
        kind: str,
        data: bytes,
        *,
        mime: str | None = None,
        name: str | None = None,
        width: int = 0,
        height: int = 0,
        size: int | None = None,
    ) -> StoredFile:
        number = len(self.files)
        suffix = {"photo": "jpg", "video": "mp4"}.get(kind, "bin")
        made = StoredFile(
            file_id=f"AgACAgUAAx{self.ids.hex(24)}",
            unique_id=f"AQAD{self.ids.hex(12)}",
            kind=kind,
            path=f"{kind}s/file_{number}.{suffix}",
            data=data,
            size=len(data) if size is None else size,
            mime=mime,
            name=name,
            width=width,
            height=height,
        )
        self.files[made.file_id] = made
        return made

    def unanswered(self) -> list[str]:
        """Presses whose progress bar still turns."""
        return [q.query_id for q in self.queries.values() if q.answer is None]
