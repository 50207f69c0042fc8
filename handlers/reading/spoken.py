"""A folded text without what people put in for the tone: なーーんも → なんも, emoji, faces, w.

What stands for a pause becomes one: a face or laughter ends a sentence.
"""

import re
from itertools import groupby

from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import Rewritings, replaced

# A space between Japanese words is a typing habit, several are a page's columns.
_WIDE = r"\u3000-\u30ff\u3400-\u9fff"
_LOOSE_SPACES = Pattern(rf"(?<=[{_WIDE}]) (?=[{_WIDE}])")
# … but behind the end of a sentence they stand for its stop.
_STOP_SPACES = Pattern(
    r" (?<=[すんたうよねかない] )(?:"
    # 「まだ届かない ほしょうきかん…」
    r"(?<=ない ) *(?=[ぁ-んァ-ヶ])(?![とのかでけしよねたんはがもまにわぞ]|から)|"
    r"(?:(?<=ました )|(?<=です )|(?<=ます )|(?<=しまう )|(?<=[だいるた]よ )|(?<=だね )"
    r"|(?<=ません )|(?<=でした )) *(?=[ァ-ヶ一-龠])"
    r"|(?:(?<=すか )|(?<=せんか )|(?<=うか )|(?<=すかね )|(?<=すかな )|(?<=すよね )) *(?=\S))"
)
# Drawn-out vowels: なーんも, だめだぁ, 届かねぇ, まーだ; but not ボート.
_DRAWN_OUT = Pattern(r"(?<=[ぁ-ん])[ー~]+|(?<=[あかがさざただなはばぱまやらわ])ぁ+"
                     r"|(?<=[えけげせぜてでねへべめれ])ぇ+|(?<=[いきぎしじちにひびみり])ぃ+|(?<=[うくぐすつぬふぶむゆる])ぅ+"
                     r"|(?<=[おこごそぞとどのほぼもよろを])ぉ+|っ+(?=[。!?\n、]|$)")  # fmt: skip
_MAYBE_DRAWN_OUT = Pattern(r"[ー~ぁぃぅぇぉ]|っ(?:[。!?\n、]|$)")
_REPEATED = Pattern(r"[ーっ!?・。、]{2,}")
# Faces and laughter end a sentence.
_LAUGHTER = Pattern(
    r"(?<![a-z\d-])w+(?![a-z])|[(（](?:笑|泣|涙|怒|汗|爆|滝汗|苦笑|震え|疲|呆|嬉|悲)[^()]{0,2}[)）]"
    r"|笑(?=$|\n| )"
)
_PICTURES = "\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d"
_EMOJI = Pattern(f"[{_PICTURES}]+")
# Most texts have none of it, and are through with one look.
_TONE = Pattern(rf"[{_PICTURES}]|{_MAYBE_DRAWN_OUT.source}|{_REPEATED.source}|[w笑( ]")
# What holds a number, a kanji or a word is none: 「(2,800円)」, 「(10月5日)」, "(no reply)".
_FACE = Pattern(
    r"[(（][^()（）ぁ-んァ-ヴ一-龠0-9a-z]{2,14}[)）][/\\ノ]?"
    r"|[(（](?![^()（）]*(?:[1-9一-龠]|[a-z]{4}"
    r"|[a-z]{2} ))[^()（）]{0,3}[;^><・_﹏ω∀дo0°ˊˋ`'´][^()（）]{1,8}[)）]"
)


def spoken(text: str, done: Rewritings = ()) -> tuple[str, Rewritings]:
    """A folded text as it would be spoken, and what was done to it."""
    text = text.replace("&", "+")  # "&" joins the words of a phrase
    if "(" in text:
        text, done = replaced(_FACE, _stop, text, done)
    if text.isascii():  # an English mail has no tone
        return replaced(_REPEATED, _once, text, done)
    if _TONE.search(text) is None:
        return text, done
    text, done = replaced(_EMOJI, _arrow_or_stop, text, done)
    if "w" in text or "笑" in text or "(" in text:
        text, done = replaced(_LAUGHTER, _stop, text, done)
    if _MAYBE_DRAWN_OUT.search(text):
        text, done = replaced(_DRAWN_OUT, _nothing, text, done)
    if " " in text:
        text, done = replaced(_STOP_SPACES, _stop, text, done)
        text, done = replaced(_LOOSE_SPACES, _nothing, text, done)
    return replaced(_REPEATED, _once, text, done)


def _stop(_: re.Match[str]) -> str:
    return "。"


def _nothing(_: re.Match[str]) -> str:
    return ""


def _once(found: re.Match[str]) -> str:
    """Each mark once: 。。 is 。, !? stays."""
    return "".join(mark for mark, _ in groupby(found[0]))


def _arrow_or_stop(found: re.Match[str]) -> str:
    return "→" if found[0][0] in "→➡⇒►▶" else "。"
