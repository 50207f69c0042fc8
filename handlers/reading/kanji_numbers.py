"""Kanji numerals: 二〇二六 digit by digit, 二十五 by tens, 廿 and 卅 as twenty and thirty."""

NUMERAL = "[〇零一二三四五六七八九十百千廿卅]{1,9}"

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}


def to_arabic(numeral: str) -> str | None:
    """The number in digits, or None for a sequence that is no number (十十, 千百千)."""
    if all(c in _DIGITS for c in numeral):
        return "".join(str(_DIGITS[c]) for c in numeral)
    total, pending, last = 0, 0, 10_000
    for c in numeral:
        if c in _DIGITS:
            if pending:
                return None
            pending = _DIGITS[c]
        elif c in _TENS:
            if _TENS[c] >= last:
                return None
            last = _TENS[c]
            total += (pending or 1) * last
            pending = 0
        else:  # 廿日, 廿五日
            if total or pending:
                return None
            total, last = (20 if c == "廿" else 30), 10
    return str(total + pending)
