"""A page that was copied into one line, set in lines again before the labels that pages have.

Some phones copy a page as one line. Whose sum is whose, and which words are a button's, is told by
the lines of a page, so that each label begins one again.
"""

import re

from handlers.reading.patterns import Pattern, any_of

# Less is no page, or a notice of one sentence.
_SHORTEST, _FEWEST = 80, 4
# Labels of the order's and the dispute's page, as they stand in front of a value or alone.
_LABEL = Pattern(
    r"(?<=[^\s]) (?=(?:"
    + any_of(
        "申し立て詳細", "進行中の紛争", "注文番号", "注文(?:金額|日時?|状況)",
        "(?:紛争|申し立ての?)理由", "ステータス", "結果:",
        "(?:私|セラー|売り手|販売者|出品者|aliexpress|あなた)の提案", r"(?:提案|option) ?\d(?!\d)",
        "証拠をアップロード", "提案を編集", "お支払い?(?:金?額|方法|総額)?(?=[ :])",
        "返金(?:予定)?額", "返金情報", "アリエクスプレス運営側の判定",
        "(?:承認または拒否の)?残り時間", "承認(?= )", "拒否する(?= )", "セラーに連絡",
        "紛争をキャンセル", "紛争調査", "ヘルプセンター", "交渉完成推定時間", "返品先の住所",
        "バイヤー保護", "追跡番号", "合計", "小計", "送料(?= )",
        "dispute (?:detail|reason|id|opened)", "order (?:no|id|number|amount|placed|details)",
        "status:", "reminder:", "kind(?= refund| return)", "remaining time",
        "time (?:left|remaining)",
        "aliexpress'?s? (?:judge?ment|proposal)", "judge?ment from ae",
        "(?:my|seller'?s?|your) proposal", "(?:requested|refund) amount", "refund information",
        "(?<!your )(?<!the )evidence(?! you)", "edit proposal", "upload evidence", "cancel request",
        "contact seller", "help center", "negotiation finished", "estimated time",
        "did you receive the goods", "payment method", "tracking number", "you may also like",
        "subtotal", "total(?= )", "buyer protection(?=:)",
        "reason:", "refund type:", "dispute closed", "refund(?:ed)? (?:to|method):?",
        "申請理由", "紛争提起日", "処理開始日", "申請日", "よくあるご?質問",
        "(?:hi|hello|dear)[ !,]",
    )
    + "))"
)  # fmt: skip


def set_in_lines(text: str) -> str:
    """The folded text, as long as before, with a line for each label of a page without lines."""
    if "\n" in text or len(text) < _SHORTEST:
        return text
    labels = {text[one.end() : one.end() + 3] for one in _LABEL.finditer(text)}
    return _LABEL.sub(_break, text) if len(labels) >= _FEWEST else text


def _break(_: re.Match[str]) -> str:
    return "\n"
