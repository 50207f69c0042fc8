"""Words that are commands however they are written: /list, 一覧, キャンセル, できた."""

import re
import unicodedata
from collections.abc import Awaitable, Callable

from handlers import (
    checklist,
    evidence_list,
    help,
    howto,
    joined,
    overview,
    register,
    said,
    settings,
    stop,
    undo,
)
from handlers.buttons import Payload, Verb
from handlers.draft import open_draft
from handlers.replies import Reply
from handlers.turn import Turn
from storage import disputes

Command = Callable[[Turn], Awaitable[Reply]]

COMMANDS: dict[str, Command] = {
    "start": joined.greet,
    "help": help.show,
    "new": register.new,
    "list": overview.cases,
    "next": overview.next_deadline,
    "cancel": stop.stop,
    "settings": settings.show,
}
"""Telegram's commands, also with the bot's name behind an @."""

WORDS: dict[str, Command] = {
    "ヘルプ": help.show,
    "使い方": help.show,
    "help": help.show,
    "紛争を登録": register.new,
    "新規登録": register.new,
    "登録": register.new,
    "一覧": overview.cases,
    "list": overview.cases,
    "my list": overview.cases,
    "next": overview.next_deadline,
    "evidence": evidence_list.told,
    "次の期限": overview.next_deadline,
    "困りごとから選ぶ": howto.trouble,
    "キャンセル": stop.stop,
    "やめる": stop.stop,
    "cancel": stop.stop,
    "元に戻す": undo.told,
    "取り消し": undo.told,
    "undo": undo.told,
    "期限を変更": said.change_date,
    "期限を変更したい": said.change_date,
    "期限を変えたい": said.change_date,
    "日付変更": said.change_date,
    "期限を追加": said.add_date,
    "add a deadline": said.add_date,
    "change date": said.change_date,
    "証拠一覧": evidence_list.told,
    "設定": settings.show,
    "settings": settings.show,
    "英語にして": settings.to_english,
    "英語": settings.to_english,
    "english": settings.to_english,
    "日本語にして": settings.to_japanese,
    "日本語": settings.to_japanese,
    "japanese": settings.to_japanese,
}
"""Whole messages, compared without width, case and final punctuation."""

CONFIRMING = frozenset(
    {"これで登録", "登録", "登録する", "はい", "ok", "register", "register this", "yes"}
)
"""What a person types who cannot press これで登録 (LINE on a computer shows no quick replies)."""

_COMMAND = re.compile(r"/([a-z_]+)(?:@\w+)?(?:\s.*)?", re.DOTALL)


def plain(text: str) -> str:
    """A message as it is compared with the words above."""
    return unicodedata.normalize("NFKC", text).strip(" \t\n\r。.!！?？、").casefold()


def is_command(text: str) -> bool:
    """Whether a message is one of the words above, whoever it is said to."""
    return plain(text) in WORDS or plain(text) in CONFIRMING


async def answer(turn: Turn, text: str) -> Reply | None:
    """Obey a command; None if the message is none."""
    word = plain(text)
    if found := _COMMAND.fullmatch(word):
        command = COMMANDS.get(found[1])
        return await command(turn) if command else None
    if word in CONFIRMING and (draft := await open_draft(turn)) is not None:
        return await register.confirm(turn, Payload(Verb.REGISTER, draft.id))
    if command := WORDS.get(word):
        return await command(turn)
    if len(word) > 20:
        return None
    running = await disputes.running(turn.tx, turn.owner.id)
    for case in sorted(running, key=lambda one: -(one.number or 0)):
        if (shown := await checklist.on_text(turn, case, text)) is not None:
            return shown
    return None
