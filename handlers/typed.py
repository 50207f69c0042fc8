"""Words that are commands however they are written: /list, 一覧, キャンセル, できた."""

import re
import unicodedata
from collections.abc import Awaitable, Callable

from handlers import (
    after_closing,
    archives,
    calendar_words,
    calendars,
    checklist,
    erase_all,
    evidence_list,
    help,
    howto,
    joined,
    linking,
    notice_words,
    overview,
    privacy,
    privacy_words,
    register,
    said,
    settings,
    stop,
    timeline,
    undo,
)
from handlers.buttons import Payload, Verb
from handlers.draft import open_draft
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.waiting import waited_for
from handlers.which import by_text, only_number
from storage import disputes

Command = Callable[[Turn], Awaitable[Reply]]

COMMANDS: dict[str, Command] = {
    "start": joined.greet,
    "help": help.show,
    "new": register.new,
    "list": overview.cases,
    "next": overview.next_deadline,
    "timeline": timeline.told,
    "evidence": evidence_list.told,
    "cancel": stop.stop,
    "settings": settings.show,
    "privacy": privacy.show,
    "export": archives.export,
    "erase": erase_all.asked,
    "calendar": calendars.show,
    "link": linking.show,
}
"""Telegram's commands, also with the bot's name behind an @."""

LINKING = (
    *("連携", "連携する", "連携したい", "アプリをつなぐ", "lineとつなぐ", "telegramとつなぐ"),
    *(
        "lineと連携",
        "telegramと連携",
        "テレグラムと連携",
        "ラインと連携",
        "連携を解除",
        "連携をやめる",
    ),
    *("link", "link apps", "unlink"),
)
"""Whole messages about one's other chat."""

WORDS: dict[str, Command] = {
    "ヘルプ": help.show,
    "使い方": help.show,
    "help": help.show,
    "紛争を登録": register.new,
    "新規登録": register.new,
    "register a dispute": register.new,
    "i want to register": register.new,
    "new": register.new,
    "登録": register.new,
    "一覧": overview.cases,
    "list": overview.cases,
    "my list": overview.cases,
    "next": overview.next_deadline,
    "evidence": evidence_list.told,
    **dict.fromkeys(("終わった件", "終わった件を見せて", "終わった件の一覧"), overview.closed),
    **dict.fromkeys(("終了した件", "過去の件", "finished cases"), overview.closed),
    "次の期限": overview.next_deadline,
    "困りごとから選ぶ": howto.trouble,
    "やること": said.todo,
    "続きから": said.todo,
    "続き": said.todo,
    "what to do": said.todo,
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
    "カレンダー": calendars.show,
    "calendar": calendars.show,
    "証拠を送る": evidence_list.send_told,
    "証拠を送りたい": evidence_list.send_told,
    "写真を送る": evidence_list.send_told,
    "写真を送りたい": evidence_list.send_told,
    "send evidence": evidence_list.send_told,
    "困ったとき": howto.trouble,
    "in trouble": howto.trouble,
    **dict.fromkeys(LINKING, linking.show),
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

_WISH = re.compile(
    r"(?:(?:新しい|新規の?|別の|この|もう一件の?)?(?:紛争|申し立て|件|注文)?を?)?(?:新規)?登録"
    r"(?:を?(?:し(?:たい|ます)(?:です|のですが|んですが|んだけど)?|"
    r"お願い(?:します)?|希望(?:です|します)?|開始|始める|して(?:ください|ほしい|欲しい)?))"
)
"""A bare wish to register: nothing is told of the case yet."""
_OUT = re.compile(
    r"(?:やっぱり?|もう)?、?(?:登録(?:は|を)?)?(?:やめ(?:ます|たい(?:です)?|て(?:ください)?|とく|ておく)|"
    r"やめる|中止(?:する|します)?|(?:キャンセル|取り?消し|取りやめ)(?:する|します|して(?:ください)?|で|たい)?|"
    r"取り?消(?:す|します)|取りやめ(?:る|ます))"
)
"""Out of what is going on, in other words than やめる and キャンセル."""

CONFIRMING = frozenset(
    {"これで登録", "登録", "登録する", "はい", "ok", "register", "register this", "yes"}
)
"""What a person types who cannot press これで登録 (LINE on a computer shows no quick replies)."""

_BACK = re.compile(
    r"(?:今の|いまの|さっきの|直前の|設定|変更)?[をはも]?、?(?:元|もと)に(?:戻|もど)"
    r"(?:す|して|したい|せます|せる|したいです|してください|してほしい|します)か?"
    r"|(?:今の|いまの|さっきの|直前の)[をはも]?取り?消(?:し|して|す|したい|してください)"
    r"|(?:please )?undo(?: that| it| the last change)?"
)
"""元に戻す, in other words and as the settings' button has it."""

_COMMAND = re.compile(r"/([a-z_]+)(?:@\w+)?(?:\s.*)?", re.DOTALL)


def plain(text: str) -> str:
    """A message as it is compared with the words above."""
    return unicodedata.normalize("NFKC", text).strip(" \t\n\r。.!！?？、").casefold()


def is_command(text: str) -> bool:
    """Whether a message is one of the words above, whoever it is said to."""
    word = plain(text)
    return (
        word in WORDS
        or word in CONFIRMING
        or any(wish.fullmatch(word) for wish in (_WISH, _OUT, _BACK))
        or calendar_words.is_told(word)
        or notice_words.is_told(word)
        or timeline.is_asked(word)
        or linking.code_in(text) is not None
        or privacy_words.is_told(text)
    )


async def answer(turn: Turn, text: str) -> Reply | None:
    """Obey a command; None if the message is none."""
    word = plain(text)
    if code := linking.code_in(text):
        return await linking.typed(turn, code)
    if (told := await linking.bare(turn, word)) is not None:
        return told
    if found := _COMMAND.fullmatch(word):
        command = COMMANDS.get(found[1])
        return await command(turn) if command else None
    if word in CONFIRMING and (draft := await open_draft(turn)) is not None:
        return await register.confirm(turn, Payload(Verb.REGISTER, draft.id))
    if command := WORDS.get(word):
        return await command(turn)
    if (told := await calendar_words.answer(turn, word)) is not None:
        return told
    if (told := await notice_words.answer(turn, word)) is not None:
        return told
    if timeline.is_asked(word):
        return await timeline.told(turn, text)
    if _BACK.fullmatch(word):
        return await undo.told(turn)
    if _WISH.fullmatch(word):
        return await register.new(turn)
    if _OUT.fullmatch(word):
        return await stop.stop(turn)
    if (told := await privacy_words.answer(turn, text)) is not None:
        return told
    waiting = await waited_for(turn)
    if (told := await checklist.answered_in_words(turn, waiting, text)) is not None:
        return told
    if (told := await after_closing.sum_in_words(turn, waiting)) is not None:
        return told
    if len(word) > 20:
        return None
    if only_number(word) and (named := await by_text(turn, word)) is not None:
        return await overview.case_reply(turn, named)
    running = await disputes.running(turn.tx, turn.owner.id)
    latest = sorted(running, key=lambda one: -(one.number or 0))
    for case in latest:
        if (shown := await checklist.on_text(turn, case, text)) is not None:
            return shown
    if latest and await open_draft(turn) is None:
        return await checklist.label_without_step(turn, latest[0], text)
    return None
