"""Which lines of a pasted mail or page are of the case, and which stand under a general heading.

Under 「■ 返品について」, "GOOD TO KNOW" or a frequent question a mail tells what holds for all
cases; what stands before the first of these headings, and under others, is of this one.
"""

from collections.abc import Iterator
from enum import IntEnum

from handlers.reading.mail_marks import Mark, Marks
from handlers.reading.patterns import Pattern

# A line with more than quotation marks: 「> …」.
_LINE = Pattern(r"(?m)^[> ]*+[^\n> ][^\n]*")
# 「[返品について]」「■ ご確認ください」「- 追跡番号に関するご案内 -」, in a folded text.
_MARKED = Pattern(r"(?:>> ?|\[(?!aliexpress)|<.{2,20}>$|\*\*|#|[■▼◇◆●○◎▽△▶►□★☆◎]|- ?.{2,30} ?-$)")
_LONGEST = 40
_LONGEST_FOOTER = 76
# A label with its value, a sentence, an entry of a list.
_NO_HEADING = Pattern(r":.*\S|\d\d|[^.]\.$| > |[|]")
_SENTENCE_ENDS = (*"。!、,;た", "ません", "ませぬ", "です", "ます")
_SEPARATOR = Pattern(r" *[-=_*~─━―ー・.┌┐└┘├┤]{4,} *$")
_GENERAL = Pattern(
    r"(?:流れ|証拠|編集|返[品送]|返金|不審|詐欺|安全|注意|確認|気をつけ|ルール|共通|一般|知識|制度|全般|基本"
    r"|(?:の|主な)例|とき|場合|あと$|後$|前に$|方法|やり方|よくある|質問|q&a|q\+a|faq|ヘルプ|ヒント|お得|クーポン"
    r"|用意|連絡する|受取|選べる|操作|おすすめ|バイヤー保護|購入者保護|関連|見方|助け|財布|お知らせ|ご案内|について"
    r"|お困り|心当たり|時期|精算|守る|偽|だまされ|要約|しくみ|仕組み|知って|セキュリティ|目安|セール|キャンペーン|特集|プロモーション|[?]$|ですか$|ますか$)"
    r"|(?<![a-z])(?:how|what|where|when|why|can i|do i|if|after|before (?:you|accept)|protect"
    r"|safe|careful|tips"
    r"|beware|fake|scams?|security|watch out|also asked|while you wait|news|rules?|usual|promotion"
    r"|good to know|questions?|about|note|notice|help|next|terms|general|refunds?|returns?"
    r"|evidence|need|more|reminder)(?![a-z])"
)
_SURELY_GENERAL = Pattern(
    r"について|に関する|お得|ご?案内|よくある|一般|基本|共通|規則|便利|助言|豆知識|q&a|q\+a|faq|frequently"
    r"|(?:場合|とき|前に|後|あと)(?:は|に|の流れ)?[ \])]*$"
    r"|(?:には|ために|コツ|心得|あたって|方へ)[ \])]*$"
)
# What is of this case although its heading sounds general.
_OF_THE_CASE = Pattern(
    r"待ち|期限|期日|終了日|終了予定|締切|中$|済み?$|情報|番号|理由|判断の|判定|結果|提案(?!され|が)|内容|詳細|すること|行うこと|お手続き|状況|ステータス"
    r"|(?:to|you should) do now|detail|information|summary|your (?:order|dispute|request|return"
    r"|parcel)|proposal|action"
    r"|deadline|time limit"
)
_FOOTER = Pattern(
    r"一部の地域|プライバシー|利用規約|配信|ヘルプ|返信|お問い合わせ|送信|カスタマー|敬具|今後とも|停止|サイトマップ"
    r"|unsubscribe|privacy|help cent|reply|rights reserved|customer service|automat|system message"
    r"|preferences|sincerely|best regards|terms of|contact us"
)


# Asked and answered for everybody; the last line of a mail.
_ASIDE = Pattern(
    r" *[qa]\d{0,2}[.:)] ?\S|[ *★☆\[(!]*(?:pr[\])]|sale(?![a-z])|今だけ|期間限定|フィッシング)"
    r"|(?:disputes|refunds|returns|evidence|sellers|payments)(?: in general)?:"
    r"|tips for (?:all|our|every)"
    r"|ヘルプセンター|aliexpress ?カスタマーサービス|help cent(?:er|re)"
)
# The same by a word further on.
_ASIDE_BY_WORD = Pattern(
    r".{0,20}(?:について|のために|に関する.{0,6}):|(?:about|note on) [a-z ]{3,20}:"
    r"|[a-z ]{3,16} in general:"
    r"|(?:.{0,12}ご?不明な点|お困りの).{0,60}(?:ヘルプ|お問い合わせ|ください|へ。?$)"
)
_AN_ORDER = Pattern(r"\d{12}")
_RUNS = Pattern(r"残り ?\d|time left|remaining")
# A page goes on behind its last words; what a buyer adds is short.
_MOST_OWN = 3
_SPOKEN = Pattern(r"[?]|(?:[たか]|だ|よ|です|けど|のに|ない)[。! \n]*$")

_BESIDE = Mark.FOOTER | Mark.ASIDE
_LINES_OF_A_PAGE, _LENGTH_OF_A_PAGE = 4, 220


class Part(IntEnum):
    """What a line of a mail belongs to."""

    CASE = 0
    GENERAL = 1
    OWN = 2
    """Before or behind the mail: these may be a buyer's own words."""


def is_in_lines(text: str) -> bool:
    """Whether a folded text is set in lines, as pages and mails are."""
    return text.count("\n") >= _LINES_OF_A_PAGE


def is_long(text: str) -> bool:
    """Whether a folded text is as long as mails are, set in lines or not."""
    return len(text) >= _LENGTH_OF_A_PAGE


def is_spoken(words: str) -> bool:
    """Whether the end of a folded text asks or tells, as a buyer does: 「明日までですか?」."""
    return _SPOKEN.search(words) is not None


def lines_of(text: str, marks: Marks) -> Iterator[tuple[int, int, Part]]:
    """Where the lines of a folded text begin and end, and what each belongs to."""
    paragraphs = _paragraphs(text)
    orders = [found.start() for found in _AN_ORDER.finditer(text)]
    last = len(paragraphs) - 1
    general = answered = False
    for number, paragraph in enumerate(paragraphs):
        begin, end = paragraph[0][0], paragraph[-1][1]
        told = marks.within(begin, end)
        if number == 0 or (number == last and _may_be_own(text[begin:end], len(paragraph), told)):
            yield from ((begin, end, Part.OWN) for begin, end in paragraph)
            continue
        facts = any(begin <= order < end for order in orders) or _tells_facts(
            text, begin, end, told
        )
        general = general and not facts
        separated = False
        for place, (begin, end) in enumerate(paragraph):
            line = text[begin:end]
            if not line.startswith(">>"):
                line = line.lstrip("> ")
            separated, behind = False, separated
            if (not line[:1].isalnum() or line[0] == "ー") and _SEPARATOR.match(line):
                general, separated = False, True
            elif len(line) <= _LONGEST and _is_heading(
                line, alone=(place > 0 and not behind) or len(paragraph) == 1
            ):
                general = _is_general(line) and not (facts and place == 0)
            aside = _ASIDE.match(line) is not None or (
                told & _BESIDE != 0 and _is_aside(line, begin, end, marks)
            )
            # The answer to a question is set in.
            answered = aside or (answered and line.startswith("  "))
            yield begin, end, Part.GENERAL if general or answered else Part.CASE


def _paragraphs(text: str) -> list[list[tuple[int, int]]]:
    """The lines of a text, by what stands between empty ones."""
    paragraphs: list[list[tuple[int, int]]] = []
    before = -2
    for found in _LINE.finditer(text):
        if found.start() - before > 1:
            paragraphs.append([])
        paragraphs[-1].append(found.span())
        before = found.end()
    return paragraphs


def _is_aside(line: str, begin: int, end: int, marks: Marks) -> bool:
    """Whether a word further on makes a line one for everybody, or the last of a mail."""
    if marks.within(begin, end) & Mark.ASIDE and _ASIDE_BY_WORD.match(line) is not None:
        return True
    return marks.within(begin, min(end, begin + _LONGEST_FOOTER)) & Mark.FOOTER != 0


def _tells_facts(text: str, begin: int, end: int, marks: int) -> bool:
    """Whether a paragraph names a clock that runs, or a sum that is no bargain."""
    if marks & Mark.RUNS and _RUNS.search(text, begin, end) is not None:
        return True
    return marks & Mark.SUM != 0 and not marks & (Mark.SALE | Mark.BARGAIN)


def _is_heading(line: str, *, alone: bool) -> bool:
    """``alone``: it is not the first of several lines, so that only a mark makes it a heading."""
    if line.endswith(_SENTENCE_ENDS) or _NO_HEADING.search(line):
        return False
    return not alone or _MARKED.match(line) is not None


def _is_general(heading: str) -> bool:
    if _SURELY_GENERAL.search(heading) is not None:
        return True
    return _GENERAL.search(heading) is not None and _OF_THE_CASE.search(heading) is None


def _may_be_own(paragraph: str, lines: int, marks: int) -> bool:
    """Whether the end of a text may be a buyer's, rather than a mail's last words."""
    if lines > 1 and _MARKED.match(paragraph.partition("\n")[0]) is not None:
        return False
    return lines <= _MOST_OWN and (
        (not marks & Mark.SALE and _FOOTER.search(paragraph) is None) or is_spoken(paragraph)
    )
