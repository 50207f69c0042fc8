"""The sums of a bank's, a card company's or PayPal's page: what was paid and what came back.

2028/03/02  ALIEXPRESS.COM   4,126円  1回払い   paid
2028/03/18  ALIEXPRESS.COM  -4,126円  返品      refunded
"""

from functools import lru_cache

from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern

_A_STATEMENT = Pattern(
    r"取引(?:の?(?:詳細|通知|id|日時)|履歴|番号)|ご?利用(?:明細|店名|通知|のお知らせ|代金|分|先)|加盟店|引き?落と?し?(?:額|金額)"
    r"|入出金|(?:^|\n) *残高 {1,2}|明細(?:照会|書)|アクティビティ|デビットカード|プリペイド|pp-r-"
    r"|返金後の支払い?額|元の(?:お)?支払い?額"
    r"|transaction (?:details|id|date|amount)|(?:card|account) statement|merchant|activity"
)
# Each of its alternatives, and PayPal's name, has one of these.
_HINTS = (
    "取引", "利用", "加盟店", "落", "入出金", "残高", "明細", "アクティビティ", "デビット",
    "プリペイド", "pp-r-", "返金後の", "元の", "transaction", "statement", "merchant", "activity",
    "paypal", "ペイパル",
)  # fmt: skip
_BY_PAYPAL = Pattern("paypal|ペイパル")
_HEAD = 60
# 「PayPalで払いました。アリの方は下に貼ります」, below it the page of the dispute.
_OF_ALIEXPRESS = Pattern(
    r"(?m)^ *(?:dispute detail|aliexpress'? (?:proposal|judge?ment)|申し立て詳細"
    r"|aliexpressの(?:提案|判定)) *$"
)
# What stands before a sum on its line or above it; of several the last counts.
_LABELS = Pattern(
    r"(?P<none>残高|balance|返金後[^\n:]{0,8}|差し?引き?[^\n:]{0,6}額?|差額|正味|手数料|fees?(?![a-z])"
    r"|net(?![a-z])|当月[^\n:]{0,6}額|ご?請求(?:金額|額|総額)|小計|subtotal|限度額|利用可能額|ポイント)"
    r"|(?P<claimed>(?:取消|返金|取り消し)?を?希望(?:金)?額|異議の金額|請求した(?:金額|額)"
    r"|申し立てた(?:金額|額)|(?:you )?disputed(?: amount)?|amount (?:you )?disputed)"
    r"|(?P<refunded>(?<!一部)(?<!全額)(?<!部分)返金(?:額|分|金額)?|払い?戻し(?:額|金額)?|入金額|取消(?:額|金額)?"
    r"|refund(?:ed)?(?: amount)?|credit(?! ?card)|マイナス)"
    r"|(?P<paid>ご?利用(?:金額|額|分)|引き?落と?し?(?:金額|額)|取引(?:金額|額)?|お?支払い?(?:金額|額|総額|分)?|総額"
    r"|元の(?:お|ご)?(?:支払い?|取引|決済|利用)|transaction amount|purchase(?: amount)?"
    r"|payment(?! method)|paid|charged|(?<![a-z ])amount(?= ?:))"
)
# What the seller would give back in PayPal's case: 「返金の申し出 3,000円」, "offered $10".
_OFFERED = Pattern(r"(?:申し出|ご?提案|オファー|(?<![a-z])offer(?:ed|s)?(?![a-z]))[^\n\d。]{0,16}$")
_OFFERED_BEHIND = Pattern(r" ?[をの](?:ご?提案|申し出|オファー)| (?:was |is )?offered")
_KIND_OF_ROW = Pattern(
    r"(?P<refunded>返品|返金|取消|払い?戻し|refund|reversal|マイナス)"
    r"|(?P<paid>支払|利用|購入|お買|買い?物|デビット|\d回払|一括|payment|purchase|sale(?![a-z]))"
)
_SECTION = Pattern(r"(?m)^ *[。■●◆▼\[・*#][^\n\d:]{1,24}$")  # 「■返金分」 begins with a 。
_WITHDRAWN = Pattern(r"出金|引き出し|withdraw")
_RETURNED = Pattern(r"(?:返品|返金|取消|取り消し)[^\n]{0,12}(?:お知らせ|ご?通知|連絡)")
_TITLE = 80
_PROSE = Pattern(r"[。、!?]|[a-z][.,](?: |$)")
_SUM = Pattern(r"\d ?(?:円|ドル|jpy|usd|eur)|(?:jpy|usd|[¥$\\]) ?\d")
_BETWEEN = Pattern(r"[ :()\d/年月日.,~|+-]*(?:\([^()\n]{1,8}\))?[ :+-]*")
# Columns of fees and balances: 「総額  手数料  正味」
_LAST_COLUMN = Pattern(
    r"[^\n:\d]*(?: {2}|\|)[^\n:\d]{0,12}(?:残高|正味|balance|net(?![a-z]))[^\n:\d]{0,12}"
)
_MARK = "。"
_LONGEST_FIELD = 34


@lru_cache(maxsize=1)  # asked for each sum of a text
def is_statement(text: str) -> bool:
    """Whether a folded text is the page or the mail of somebody through whom was paid."""
    if not is_in_lines(text) or not any(word in text for word in _HINTS):
        return False
    if _OF_ALIEXPRESS.search(text) is not None:
        return False
    return _BY_PAYPAL.search(text[:_HEAD]) is not None or _A_STATEMENT.search(text) is not None


def role_in_statement(text: str, start: int, end: int) -> str | None:
    """What the sum at a span of a statement is; "unknown" for balances and fees, None if untold."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    if _MARK in text[begin:start]:
        begin = text.rfind(_MARK, begin, start) + 1
    if _SUM.search(text, begin, start) is not None and _has_balances(text):
        return "unknown"  # the fee or the balance behind it
    if _OFFERED.search(text[begin:start]) or _OFFERED_BEHIND.match(text, end):
        return "offered_by_seller"
    labels = [*_LABELS.finditer(text, max(begin, start - _LONGEST_FIELD), start)]
    if labels and _BETWEEN.fullmatch(text, labels[-1].end(), start) is not None:
        taken_back = "-" in text[labels[-1].end() : start] and _is_taken_back(text, begin)
        return "refunded" if taken_back else _role(labels[-1].lastgroup)
    if text[begin:start].strip(" -+¥\\$") == "" and begin:
        above = text[: begin - 1].rpartition("\n")[2]
        over = [*_LABELS.finditer(above)] if ":" not in above.rstrip(": ") else []
        if over and not any(mark in above for mark in "。!?、"):
            return _role(over[-1].lastgroup)
    if _WITHDRAWN.search(text, begin, start) is not None:
        return "unknown"
    if _PROSE.search(text, begin, stop) is None:
        row = {one.lastgroup for one in _KIND_OF_ROW.finditer(text, begin, stop)}
        if row:
            return "refunded" if "refunded" in row else "paid"
    if _has_balances(text):
        return "unknown"
    heads = [*_SECTION.finditer(text, 0, begin)]
    section = _KIND_OF_ROW.search(heads[-1][0]) if heads else None
    if section is not None:
        return section.lastgroup
    return _by_sign(text, begin, start)


def _is_taken_back(text: str, begin: int) -> bool:
    """「ご利用先 ALIEXPRESS(返品・取消)」, below it 「ご利用金額 -5,062円」."""
    block = text[text.rfind("\n\n", 0, begin) + 1 : begin]
    return any(one.lastgroup == "refunded" for one in _KIND_OF_ROW.finditer(block))


def _by_sign(text: str, begin: int, start: int) -> str | None:
    """「返金」, two lines below it 「+1,680円」: by its block's first line, else by the sign."""
    sign = text[start - 1 : start]
    if sign not in ("+", "-"):
        return None
    if _RETURNED.search(text[:_TITLE]) is not None:
        return "refunded"
    block = text[text.rfind("\n\n", 0, begin) + 1 : begin].strip("\n").partition("\n")[0]
    kind = _KIND_OF_ROW.search(block)
    if kind is not None:
        return kind.lastgroup
    return "paid" if sign == "-" else "refunded"


def is_in_a_note(text: str, start: int) -> bool:
    """「※ご利用金額が0円や1円で通知されることがあります」: whether a sum is nobody's."""
    return text[text.rfind("\n", 0, start) + 1 : start].lstrip().startswith("※")


@lru_cache(maxsize=1)  # asked for each sum of a text
def _has_balances(text: str) -> bool:
    """Whether the page is a table that has a column of balances."""
    return any(_LAST_COLUMN.fullmatch(line) is not None for line in text.split("\n"))


def _role(name: str | None) -> str:
    return "unknown" if name in (None, "none") else name
