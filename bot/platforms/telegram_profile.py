"""What Telegram shows of the bot itself: commands, menu button, name and descriptions.

Each is asked for first and set only where it differs: Telegram holds up a bot that renames itself
over and over. Who uses Telegram in another language sees what is set without one.
https://core.telegram.org/bots/api#setmycommands
"""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, BotCommand, MenuButtonCommands

from handlers.typed import COMMANDS
from locales.catalogue import DEFAULT, LOCALES, Words

ORDER = ("new", "list", "next", "timeline", "evidence", "settings", "help", "cancel")
"""Commands as they are offered; `/start`, which Telegram sends by itself, is not."""


async def put_up(bot: Bot) -> list[str]:
    """Make the bot's page as it should be; returns what was done, nothing if it was so already.

    Raises the SDK's TelegramError.
    """
    done: list[str] = []
    # Without a language: for whoever uses Telegram in neither of ours, and as the bot first speaks.
    for code, say in (("", Words(DEFAULT)), *((locale, Words(locale)) for locale in LOCALES)):
        language: dict[str, Any] = {"language_code": code} if code else {}
        where = f" ({code})" if code else ""
        if await _commands(bot, say, language):
            done.append(f"commands set{where}")
        done += [
            f"{what} set{where}" for what, change in _texts(bot, say, language) if await change()
        ]
    if not isinstance(await bot.get_chat_menu_button(), MenuButtonCommands):
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        done.append("menu button set")
    return done


def offered(say: Words) -> list[BotCommand]:
    """The commands with their descriptions in one language."""
    return [BotCommand(name, say(f"command-{name}")) for name in ORDER if name in COMMANDS]


async def _commands(bot: Bot, say: Words, language: dict[str, Any]) -> bool:
    wanted = offered(say)
    if list(await bot.get_my_commands(**language)) == wanted:
        return False
    await bot.set_my_commands(wanted, **language)
    return True


def _texts(
    bot: Bot, say: Words, language: dict[str, Any]
) -> list[tuple[str, Callable[[], Awaitable[bool]]]]:
    name, about, short = say("telegram-name"), say("telegram-description"), say("telegram-short")

    async def rename() -> bool:
        if (await bot.get_my_name(**language)).name == name:
            return False
        return await bot.set_my_name(name, **language)

    async def describe() -> bool:
        if (await bot.get_my_description(**language)).description == about:
            return False
        return await bot.set_my_description(about, **language)

    async def summarise() -> bool:
        if (await bot.get_my_short_description(**language)).short_description == short:
            return False
        return await bot.set_my_short_description(short, **language)

    return [("name", rename), ("description", describe), ("short description", summarise)]
