"""連携: a LINE and a Telegram chat as one, by a code made in one and typed in the other."""

import re
import secrets
import unicodedata

import msgspec

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.gone import gone
from handlers.replies import Button, Card, Copy, Press, Reply, Row, Text
from handlers.turn import Turn
from locales.catalogue import Words
from storage import linking, outbox, owners
from storage.linking import Joined
from storage.owner_records import Chat
from storage.states import ChatState

PART, PART_SURE = "off", "sure"
_CODE = re.compile(r"(?:(?:連携|つなぐ|link)\s*:?\s*)?(\d{4})\s?-\s?(\d{4})")
_BARE = re.compile(r"\d{8}")
_DAY = re.compile(r"20[2-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_DASHES = str.maketrans("‐‑–—―ー−", "-------")


def code_in(text: str) -> str | None:
    """The code that a message consists of, as its eight digits."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip(" \n。.").casefold()
    found = _CODE.fullmatch(plain)
    return found[1] + found[2] if found else None


async def bare(turn: Turn, word: str) -> Reply | None:
    """Eight digits without the dash: a code if they are one that lives, else none of ours.

    Each counts as a try, so that guessing ends as soon as with the dash; a day (20270203) is none.
    """
    if turn.chat.group or not _BARE.fullmatch(word) or _DAY.fullmatch(word):
        return None
    if not await linking.may_try(turn.tx, turn.chat.id, turn.now):
        return None
    if await linking.offered_by(turn.tx, word, turn.now) is None:
        await linking.note_try(turn.tx, turn.chat.id, turn.now)
        return None
    return await typed(turn, word)


async def show(turn: Turn) -> Reply:
    """The chats that are linked, or a code that links another one."""
    say = turn.say
    if turn.chat.group:
        return Reply((Text(say("link-group"), (menu.cases(say),)),))
    if len(await owners.chats_of(turn.tx, turn.owner.id)) > 1:
        return Reply((await _linked(turn),))
    code = f"{secrets.randbelow(10**8):08d}"
    await linking.offer(turn.tx, turn.chat, code, turn.now)
    shown = f"{code[:4]}-{code[4:]}"
    card = Card(
        say("link-card"),
        (Row(say("link-code"), shown),),
        (say("link-how"), say("link-lives")),
        (Copy(say("button-link-copy"), shown), Press(say("button-set-back"), _settings())),
    )
    return Reply((card,))


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """The card, where warnings go, or the end of the link."""
    known = await owners.chats_of(turn.tx, turn.owner.id)
    if payload.argument in ("", PART, PART_SURE) or len(known) < 2:
        if payload.argument == PART and len(known) > 1:
            return Reply((_sure(turn, known),), replaces_pressed=True)
        if payload.argument == PART_SURE and len(known) > 1:
            return await _parted(turn, known)
        return msgspec.structs.replace(await show(turn), replaces_pressed=True)
    if payload.argument not in {chat.platform for chat in known}:
        return await gone(turn)
    await linking.prefer(turn.tx, turn.owner.id, payload.argument)
    words = turn.say("link-preferred", place=_place(turn.say, payload.argument))
    return Reply((await _linked(turn, words),), replaces_pressed=True, toast=words)


async def typed(turn: Turn, code: str) -> Reply:
    """A code that was made in the other chat: from now on both are one."""
    say = turn.say
    if turn.chat.group:
        return Reply((Text(say("link-group"), (menu.cases(say),)),))
    if not await linking.may_try(turn.tx, turn.chat.id, turn.now):
        return Reply((Text(say("link-too-many"), (menu.help_(say),)),))
    other = await linking.offered_by(turn.tx, code, turn.now)
    if other is None:
        await linking.note_try(turn.tx, turn.chat.id, turn.now)
        return Reply((Text(say("link-wrong"), (_again(say), menu.help_(say))),))
    if other.id == turn.chat.id:
        return Reply((Text(say("link-here"), (_again(say), menu.help_(say))),))
    if other.owner_id == turn.owner.id:
        return Reply((await _linked(turn),))
    mine = await owners.chats_of(turn.tx, turn.owner.id)
    theirs = await owners.chats_of(turn.tx, other.owner_id)
    if {chat.platform for chat in mine} & {chat.platform for chat in theirs}:
        place = _place(say, other.platform)
        return Reply((Text(say("link-same-platform", place=place), (menu.help_(say),)),))
    await linking.end_offer(turn.tx, other.id)
    joined = await linking.join(turn.tx, turn.owner.id, other.owner_id)
    turn.owner = await owners.owner(turn.tx, turn.owner.id)
    turn.say = Words(turn.owner.locale, strict=say.strict)
    await _tell(turn, other, joined)
    title = turn.say("link-done", place=_place(turn.say, other.platform))
    return Reply((await _linked(turn, title, _renumbered(turn.say, joined)),))


async def _tell(turn: Turn, other: Chat, joined: Joined) -> None:
    """The other chat hears of it, too: whoever did not type the code should know."""
    say = turn.say
    words = [say("link-done", place=_place(say, turn.chat.platform)), *_renumbered(say, joined)]
    shown = Text("\n".join([*words, say("link-not-you")]), (Press(say("button-link"), _link()),))
    content = {"reply": msgspec.to_builtins(Reply((shown,))), "to": {}}
    await outbox.put_notice(turn.tx, other.id, content, turn.now, turn.now)


def _renumbered(say: Words, joined: Joined) -> list[str]:
    return [
        say("link-renumbered", former=str(former), number=str(number))
        for former, number in joined.renumbered
    ]


async def _linked(turn: Turn, title: str = "", notes: list[str] | None = None) -> Card:
    say = turn.say
    known = await owners.chats_of(turn.tx, turn.owner.id)
    told = await linking.told_in(turn.tx, turn.owner.id)
    rows = [
        Row(
            _place(say, chat.platform),
            say("link-told" if told and told.id == chat.id else "link-spare")
            if chat.state == ChatState.ACTIVE
            else say("link-blocked"),
        )
        for chat in known
    ]
    buttons: list[Button] = [
        Press(say("button-link-prefer", place=_place(say, chat.platform)), _link(chat.platform))
        for chat in known
        if chat.state == ChatState.ACTIVE and not (told and told.id == chat.id)
    ]
    buttons += [
        menu.cases(say),
        Press(say("button-link-part"), _link(PART)),
        Press(say("button-set-back"), _settings()),
    ]
    shown = (*(notes or ()), say("link-what"))
    return Card(title or say("link-linked"), tuple(rows), shown, tuple(buttons))


def _sure(turn: Turn, known: list[Chat]) -> Card:
    say = turn.say
    rest = [chat for chat in known if chat.id != turn.chat.id]
    place = _place(say, rest[0].platform)
    return Card(
        say("link-part-sure"),
        notes=(say("link-part-what", place=place),),
        buttons=(
            Press(say("button-link-part-sure"), _link(PART_SURE), "danger"),
            Press(say("button-link-stay"), _link()),
        ),
        tone="question",
    )


async def _parted(turn: Turn, known: list[Chat]) -> Reply:
    say = turn.say
    rest = [chat for chat in known if chat.id != turn.chat.id]
    await linking.part(turn.tx, turn.chat, turn.now)
    place = _place(say, rest[0].platform)
    shown = Text(say("link-parted", place=place), (menu.new(say), menu.help_(say)))
    return Reply((shown,), replaces_pressed=True)


def _place(say: Words, platform: str) -> str:
    return say(f"place-{platform}")


def _again(say: Words) -> Press:
    return Press(say("button-link"), _link())


def _link(argument: str = "") -> str:
    return pack(Verb.LINK, None, argument)


def _settings() -> str:
    return pack(Verb.SETTINGS, None, "card")
