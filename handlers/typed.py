"""Words that are commands however they are written: /list, 一覧, キャンセル, できた."""

import re
import unicodedata
from collections.abc import Awaitable, Callable

from handlers import (
    after_closing,
    calendars,
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
    "calendar": calendars.show,
}
"""Telegram's commands, also with the bot's name behind an @."""

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
    r"(?:やっぱり?|もう)?(?:登録(?:は|を)?)?(?:やめ(?:ます|たい(?:です)?|て(?:ください)?|とく|ておく)|"
    r"やめる|中止(?:する|します)?|キャンセル(?:する|します|して(?:ください)?|で)?)"
)
"""Out of what is going on, in other words than やめる and キャンセル."""

_CALENDAR = re.compile(
    r"(?:期限を?|予定を?)?(?:google|グーグル|apple|アップル|iphone|iphoneの|スマホの|outlook|自分の)?の?カレンダー"
    r"(?:に(?:も)?(?:追加|入れ|登録|載せ|のせ|表示|反映|連携|同期|出し|つなぎ|つなげ)|"
    r"と(?:連携|同期|共有|つなぎ|つなげ)|で(?:見|み)|を?(?:連携|同期|購読|共有)|の?(?:アドレス|url|リンク|設定))"
    r"(?:を(?:教えて|見せて|ください))?(?:て|って|し|た|る|して|したい|する|たい|できる|できます|られる|れる)*"
    r"(?:ほしい|欲しい|です|ください|下さい|か|お願いします|もらえますか)*"
    r"|(?:add|send|sync|put)?(?: (?:it|them|my deadlines|the deadlines))?(?: (?:to|with|in))?"
    r" ?(?:my )?(?:google )?calendar"
)
"""Wishes for a calendar of one's own, in other words than カレンダー."""

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
    word = plain(text)
    return (
        word in WORDS
        or word in CONFIRMING
        or any(wish.fullmatch(word) for wish in (_WISH, _OUT, _CALENDAR))
        or timeline.is_asked(word)
    )


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
    if len(word) <= 40 and _CALENDAR.fullmatch(word):
        return await calendars.show(turn)
    if timeline.is_asked(word):
        return await timeline.told(turn, text)
    if _WISH.fullmatch(word):
        return await register.new(turn)
    if _OUT.fullmatch(word):
        return await stop.stop(turn)
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
