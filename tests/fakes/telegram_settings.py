"""Telegram's methods about the bot itself and about chats, in their smallest form."""

import re
from typing import TYPE_CHECKING

from tests.fakes.ledger import Json
from tests.fakes.telegram_rules import bad

if TYPE_CHECKING:
    from tests.fakes.telegram import FakeTelegram

LENGTHS = {"setmyname": ("name", 64), "setmydescription": ("description", 512)}
LENGTHS["setmyshortdescription"] = ("short_description", 120)


class Settings:
    def __init__(self, telegram: "FakeTelegram") -> None:
        self.telegram = telegram
        self.world = telegram.world
        self.commands: dict[str, list[Json]] = {}
        self.texts: dict[str, str] = {}
        self.menu_button: Json = {"type": "default"}

    def getme(self, params: Json) -> Json:
        return {
            **self.world.bot,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    @staticmethod
    def _scope(params: Json) -> str:
        scope = (params.get("scope") or {}).get("type", "default")
        return f"{scope}:{params.get('language_code') or ''}"

    def setmycommands(self, params: Json) -> bool:
        commands = params.get("commands")
        if not isinstance(commands, list) or len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command.get("description", ""))) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[self._scope(params)] = commands
        return True

    def getmycommands(self, params: Json) -> list[Json]:
        return self.commands.get(self._scope(params), [])

    def deletemycommands(self, params: Json) -> bool:
        self.commands.pop(self._scope(params), None)
        return True

    def setchatmenubutton(self, params: Json) -> bool:
        self.menu_button = params.get("menu_button") or {"type": "default"}
        return True

    def getchatmenubutton(self, params: Json) -> Json:
        return self.menu_button

    def _text(self, method: str, params: Json) -> bool:
        field, most = LENGTHS[method]
        text = str(params.get(field) or "")
        if len(text) > most:
            raise bad(f"{field} is too long")
        self.texts[f"{field}:{params.get('language_code') or ''}"] = text
        return True

    def _own(self, field: str, params: Json) -> str:
        """The language's own text, else the one for all languages."""
        texts = (self.texts.get(f"{field}:{code}") for code in (params.get("language_code"), ""))
        return next((text for text in texts if text), "")

    def setmyname(self, params: Json) -> bool:
        return self._text("setmyname", params)

    def setmydescription(self, params: Json) -> bool:
        return self._text("setmydescription", params)

    def setmyshortdescription(self, params: Json) -> bool:
        return self._text("setmyshortdescription", params)

    def getmyname(self, params: Json) -> Json:
        return {"name": self._own("name", params) or "a bot"}

    def getmydescription(self, params: Json) -> Json:
        return {"description": self._own("description", params)}

    def getmyshortdescription(self, params: Json) -> Json:
        return {"short_description": self._own("short_description", params)}

    def getchat(self, params: Json) -> Json:
        chat = self.world.known(params.get("chat_id"))
        limits = {"accent_color_id": 0, "max_reaction_count": 11}
        gifts = dict.fromkeys(
            (
                *("unlimited_gifts", "limited_gifts", "unique_gifts"),
                *("premium_subscription", "gifts_from_channels"),
            ),
            True,
        )
        return {**chat.as_json(), **limits, "accepted_gift_types": gifts}

    def getchatmembercount(self, params: Json) -> int:
        return self.world.writable(params.get("chat_id")).members

    def leavechat(self, params: Json) -> bool:
        chat = self.world.known(params.get("chat_id"))
        if chat.type == "private":
            raise bad("chat member status can't be changed in private chats")
        chat.kicked = True
        return True
