"""Greetings and thanks that say nothing else, and small talk about the weather."""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_GREETINGS = Table("greetings")
_SMALL_TALK = Table("small talk")
# What makes a polite opening more than a greeting.
_MATTERS = Table("matters", Look.SELDOM)
_IT_IS_OVER = Pattern(
    r"解決(?!法|策|セン|案)|落着|片[付づ]い|片付き|かたづい|^(?:全部|ぜんぶ|やっと)?(?:終わりました|終わった|おわった|おわりました)"
)
_LONGEST = 30
_LONGEST_OPENING = 24
_LONGEST_SMALL_TALK = 40
_DIGIT = Pattern(r"\d")
# 「夜中の2時に失礼します」: the hour of the greeting itself.
_AT_THIS_HOUR = Pattern(
    r"(?:夜中|真夜中|深夜|早朝|明け方|朝|夜|昼|夜分)?の?\d{1,2}時(?:半|過ぎ|すぎ|頃|ごろ)?(?:に|から)"
    r"(?=失礼|すみません|すいません|ごめん|申し訳|恐れ入)"
)
# 「あけましておめでとうございます。2027年もよろしく」
_NEW_YEAR = Pattern(r"(?:20\d\d|令和\d{1,2}|r\d{1,2})年?(?:も|は|の|を|元旦|元日)|1月1日|元旦")


def is_greeting(text: str) -> bool:
    """Whether a folded text greets or thanks, and says nothing of a case."""
    if _GREETINGS.first(text) is None:
        return False
    if _IT_IS_OVER.search(text) is not None:
        return False  # 「解決。どうも」
    text = _NEW_YEAR.sub("", _AT_THIS_HOUR.sub("", text))
    if _DIGIT.search(text) is not None:
        return False
    bare = len(_bare(text))
    return bare <= 6 or (bare <= _LONGEST and _MATTERS.first(text) is None)


# 「はじめまして、ネットで見て登録しました。まだ何も頼んでいませんが、よろしくお願いします」
_OPENS = Pattern(
    r"(?:はじめまして|初めまして|こんに?ち[はわ]|こんばん[はわ]|おはよ|やっほ|どうも|ども(?=[、。!])|お世話にな"
    r"|おばん|夜分)"
)
_JOINS = Pattern(
    r"(?:登録|追加|友達に)(?:し(?:た|まし|てみ|てもら)|させて)|(?:今日|きょう|本日)から(?:お世話|使)|入れてみ(?:た|まし)|使い始め|使ってみ(?:ます|よう)"
)
_NOTHING_YET = Pattern(
    r"まだ(?:何|なに|なん)も(?=頼|買|注文|始)|困り?ごとはあ?り?な?|困ったことは(?:ない|あ)|何かあった(?:ら|とき|時)"
    r"|なんかあったら|もしも?の(?:時|とき)|いざという|これからで"
)
_TROUBLE = Pattern(
    r"届|壊|割れ|違[うい]|違っ|返[金品送]|来な|来て(?:い)?な|介入|判定|提案|期限|[円$]|セラー|\d[/月日]|登録して(?:くだ|ほし|お)"
)
_LONGEST_INTRODUCTION, _LONGEST_POLITE = 80, 40
_CLOSES = Pattern(r"よろし[くゅ]|よしなに|宜しく|頼りに|頼らせて|お世話になりま")


def introduces(text: str) -> bool:
    """Whether a folded text only presents its writer, who has joined and has no trouble yet."""
    opens = _OPENS.match(text) is not None
    if _NOTHING_YET.search(text) is not None:
        return opens or _CLOSES.search(text) is not None
    if _CLOSES.search(text) is None or _TROUBLE.search(text) is not None:
        return False
    if _JOINS.search(text) is not None:
        return len(text) <= _LONGEST_INTRODUCTION
    return opens and len(text) <= _LONGEST_POLITE


def greets(text: str) -> bool:
    """Whether a short folded text has a greeting in it."""
    return len(_bare(text)) <= _LONGEST_OPENING and _GREETINGS.first(text) is not None


def _bare(text: str) -> str:
    return text.strip("。!、~ー…^ \n笑w()/")


def is_small_talk(text: str) -> bool:
    """A short text about nothing that a bot for disputes could help with."""
    return len(text) <= _LONGEST_SMALL_TALK and _SMALL_TALK.first(text) is not None
