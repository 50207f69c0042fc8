"""The buyer's own words above or below a page: 「届いてません。これどうすれば?」.

What a page says to everybody is the page's; these few lines are what its reader adds.
"""

from functools import lru_cache

from handlers.reading.lexicon.phrases import Span
from handlers.reading.line_opinion import by_hand
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question
from handlers.reading.turns import beside_chat, is_chat, is_said

_HIRAGANA = Pattern(r"[ぁ-ん]")
# What a page or a mail asks or tells everybody.
OF_THE_PAGE = Pattern(
    r"お困り|お探し|満足(?:しました|いただけ|でした)か|役に立ちまし|必要ですか|解決しましたか|ヘルプ|よろしくお願い"
    r"|いかがでした|ご覧になりま|お待ちしてい|よくあるご?質問"
    r"|(?:©|\(c\)) ?(?:aliexpress|alibaba|20\d\d)"
)
_TO_CUSTOMERS = Pattern(
    r"お客様|ご注文|ください|ご利用|いたしま|でございま|誠に|致しま|おりま|aliexpress(?:チーム|カスタマー)"
)
_MOST_BESIDE = 7
# What pages write around a chat; 「登録しておいてください」 is the buyer's.
_FORMAL = Pattern(
    r"お客様|ご(?:注文|利用|返信|確認|連絡|協力)|致しま|でございま|必ず|行ってくだ|メッセージを入力"
)
# 「うち福岡なんですけど…」, and no 「もっと見る」 of a button.
_TOLD = Pattern(
    r"(?:です|ます|ません|まし?た|た|だ|けど|のに|ない|へん|よ|ね|わ|かな|って|ん)[。!、~ \n笑w]*$"
    r"|↑"
    r"|貼[りっ]"
)
_A_SENTENCE = Pattern(r"[。!?、~]|.{24}|けど|のに")
# 「返金方法: 元のお支払い方法」
FIELD = Pattern(r"[^:。!?\n]{1,16}: ?[^?]*(?<!か)")


def lines_of(text: str, beside: str | None = None) -> list[Span]:
    """The lines of a folded text that hold more than spaces, or than the signs ``beside``."""
    lines: list[Span] = []
    begin = 0
    for line in text.split("\n"):
        if line.strip(beside):
            lines.append((begin, begin + len(line)))
        begin += len(line) + 1
    return lines


def lines_at_the_ends(text: str) -> list[Span]:
    """The first and the last line of a folded text that are not empty."""
    lines = lines_of(text)
    return [lines[0], lines[-1]] if len(lines) > 1 else lines


def may_be_own(line: str) -> bool:
    """Whether a line at the end of a page may be a buyer's at all."""
    return (
        _HIRAGANA.search(line) is not None
        and not is_said(line)
        and FIELD.fullmatch(line) is None
        and OF_THE_PAGE.search(line) is None
    )


def own_words_beside_chat(text: str) -> str:
    """What its buyer says before and behind a copied chat, in a folded text; perhaps nothing."""
    beside = beside_chat(text) if is_chat(text) else []
    if len(beside) > _MOST_BESIDE:
        return ""  # a page that a chat stands on
    own = [line for line in beside if may_be_own(line) and not _FORMAL.search(line)]
    return "\n".join(own)


def own_words_of(text: str) -> list[Span]:
    """Where the lines of a folded page stand that its reader wrote."""
    if not is_in_lines(text):
        return [(0, len(text))]
    # 「返金が完了しました」 in front of all is a mail's subject.
    return [
        (begin, end)
        for begin, end in lines_at_the_ends(text)
        if may_be_own(line := text[begin:end])
        and (begin > 0 or _A_SENTENCE.search(line) is not None)
        and _TO_CUSTOMERS.search(line) is None
        and (_TOLD.search(line) is not None or is_question(line))
    ]


SURELY = 50
"""Of the last lines of 430 pages that nothing was learned from, hardly one lies between half of
this and twice as much."""
# 「アプリの画面をコピーしました」, 「英語のまま貼ります」 only tell what is pasted.
_NAMES_THE_PASTE = Pattern(
    r"コピ|貼[りっる]|スクショ|写真から|抜[きい]|切[りっ]取|転[載記]|翻訳(?:し|され|を元)|そのまま(?:送|出|載)"
)
# Every mail says so.
_OF_A_MAIL = Pattern(r"ございま|いただき|破棄|迷惑|不便|容赦|心当たり")


def lines_by_hand(text: str, least: int = SURELY) -> list[str]:
    """What stands first or last in a folded page and is worded as buyers do, the last first.

    ``least``: by how much its words have to be a buyer's own rather than the page's.
    """
    return [line for line, lead in _lines_with_leads(text) if lead >= least]


@lru_cache(maxsize=1)  # asked for the playbook and for the intent
def _lines_with_leads(text: str) -> list[tuple[str, int]]:
    spans = [
        (begin, end)
        for begin, end in reversed(lines_at_the_ends(text))
        if end - begin < len(text)
        and may_be_own(text[begin:end])
        and _NAMES_THE_PASTE.search(text, begin, end) is None
        and _OF_A_MAIL.search(text, begin, end) is None
    ]
    return [
        (text[begin:end], lead)
        for (begin, end), lead in zip(spans, by_hand(text, spans), strict=True)
    ]
