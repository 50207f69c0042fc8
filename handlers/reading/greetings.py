"""Greetings and thanks that say nothing else, and small talk about the weather."""

from handlers.reading.words import has

GREETINGS = ("こんにちは", "こんにちわ", "こんばんは", "おはよ", "はじめまして", "初めまして",
    "よろしく", "hello", "hi", "hey", "ありがとう", "/start", "start", "お疲れ", "おつかれ",
    "ども", "どうも", "やあ", "サンキュー", "thanks", "thank you", "もしもし", "はろー", "ハロー",
    "お世話になり", "助かりました", "助かった", "good morning")  # fmt: skip
_SMALL_TALK = (
    "天気",
    "寒い",
    "暑い",
    "眠い",
    "疲れた",
    "つかれた",
    "仕事",
    "お腹",
    "食べた",
    "ねむい",
    "さむい",
    "あつい",
)


def greets(text: str) -> bool:
    bare = text.strip("。!、~ー…^ \n笑w()")
    return len(bare) <= 24 and any(
        bare == word if word.isascii() else word in bare for word in GREETINGS
    )


def is_small_talk(text: str) -> bool:
    """A short text about nothing that a bot for disputes could help with."""
    return len(text) <= 24 and has(text, *_SMALL_TALK)
