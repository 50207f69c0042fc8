"""Is it a pasted mail or dispute page? Labels and values on their own lines, or a mail's prose."""

from handlers.reading.english_dates import MONTH_NAME
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.page_opinion import looks_copied
from handlers.reading.patterns import FILLER, Pattern
from handlers.reading.sums.conversation import begins_as_a_seller
from handlers.reading.sums.transactions import is_statement
from handlers.reading.turns import is_chat

_LABELS = Table("page labels")
_SAYS_SO = Table("says it is pasted", Look.SELDOM)
_JAPANESE = Pattern(r"[ぁ-んァ-ヶ一-龠]")
_LATIN_WORDS = Pattern(r"[a-z]{2,}")
_LABEL_LINE = Pattern(r"(?m)^[^。!?\n]{1,24}(?::|$)")
# 「Order time: …」, 「Feb 20 Delivered」, 「・提起 1/22」: the lines of a page, whatever they name.
_ENTRY = Pattern(
    r"(?m)^(?:[a-z][a-z '/()-]{2,34}: ?\S"
    rf"|{MONTH_NAME}\.? \d{{1,2}}(?!\d)"
    r"|[・•*-] ?\S{2,12} \S)"
)
# What is said to somebody in one line of English; without it a line tells what is wrong.
_ADDRESSED = Pattern(
    r"(?<![a-z])(?:your?|dear|please|has|have|been|we|our|will|must|by"
    r"|was (?:delivered|sent|shipped))(?![a-z])"
    r"|[:\d]"
)
# A notice of one line: it names the order, and speaks to whom it belongs.
_NOTICE = Pattern(
    rf"(?:お客様の?|あなたの|親愛な[^。\n]{{0,12}})[^。\n]{{0,20}}{FILLER}|{FILLER}[^。\n]{{0,30}}お客様"
    rf"|(?<![a-z])your (?:order|refund|dispute|return|request|appeal)[^\n]{{0,60}}{FILLER}"
)
_SHORT = 60
# 「理由 数が足りない」: a buyer's own list, whose labels are no page's.
_OWN_LIST = Pattern(
    # Taken once and for all: each of many lines could begin with 注文 or with 注文番号 otherwise.
    r"(?:(?>注文番号|注文|商品|品名|金額|理由|希望|要求|期限|締切|メモ) ?+[^\n:]++(?:\n|$)){2,}+"
)
# Who writes "I have not received it" speaks; a mail speaks to "you".
_SPOKEN = Pattern(r"(?<![a-z])(?:i|i'm|i've|my) (?!proposal)")


# How a mail that is forwarded begins, and how one of AliExpress' ends.
_HEAD = Pattern(
    r"[\s>]*(?:(?:件名|差出人|送信者|送信元|宛先|subject|from|fwd?|re) ?:"
    r"|aliexpress ?[・·] ?(?:たった今|now|昨日|yesterday|\d)"
    r"|aliexpress(?:からの[^\n]{0,12}| (?:<[^\n]+>|通知|message)[^\n]{0,30})?\n)"
)
_SIGNED = Pattern(
    r"\n(?:the )?(?:aliexpress|アリエクスプレス)[^\n。!?]{0,24}?(?:チーム|team|センター"
    r"|担当|窓口|resolution|claims|サービス部)\W{0,3}$"
)


# A push notice of one line: 「📣 AliExpress:明日から運営が…」, 「…|AliExpress」.
_SENT = Pattern(r"^\W{0,4}aliexpress ?[:|]|[|・] ?aliexpress\W{0,3}$")
_ROW = Pattern(r"\|(?:[^|\n]{1,24}\|){3,}[ \n]")  # of a table


def is_paste(text: str) -> bool:
    """Whether a folded text is a page or a mail: by its labels, its lines and its words."""
    return is_page(text) or ("\n" in text and looks_copied(text))


def is_page(text: str) -> bool:
    """Labels and values of a page or a mail, on lines of their own, or the prose of a mail."""
    if (
        text.lstrip().startswith(("[ali", "親愛なる"))
        or _SENT.search(text)
        or _ROW.match(text) is not None
    ):
        return True
    if "\n" in text and (_HEAD.match(text) or _SIGNED.search(text.rstrip())):
        return True
    if FILLER in text and _NOTICE.search(text) is not None and _SPOKEN.search(text) is None:
        return True
    lines = text.count("\n") + 1
    if is_chat(text) or is_statement(text) or (lines > 2 and begins_as_a_seller(text)):
        return True
    labels = len(_LABELS.all(text))
    if not labels and lines < 3:
        return False
    if lines >= 3 and (labels or _SAYS_SO.first(text)) and len(_ENTRY.findall(text)) >= 2:
        return True
    if not labels or _OWN_LIST.fullmatch(text.strip()) is not None:
        return False
    if lines == 1 and len(text) < _SHORT and _ADDRESSED.search(text) is None:
        return False
    if lines == 1 and _SPOKEN.search(text) is not None:
        return False
    if labels >= 3 and lines >= 2:
        return True
    if lines >= 3 and labels >= 2:
        return True
    if lines >= 2 and _SAYS_SO.first(text) is not None:
        return True
    if labels >= 2 and text.lstrip().startswith("お客様"):
        return True
    latin = sum(len(word) for word in _LATIN_WORDS.findall(text))
    mostly_latin = latin * 2 > len(text) and latin >= 40
    if latin >= 20 and not _JAPANESE.search(text):
        return True
    if mostly_latin and text.count('"') < 2:
        return True
    return lines >= 4 and len(_LABEL_LINE.findall(text)) * 2 >= lines
