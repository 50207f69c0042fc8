"""「返品の期限は3月29日まで」: a label, a date, and no more; such a message names no news."""

from handlers.reading.patterns import Pattern

_LABEL = Pattern(r"[^。!?！？\n]{2,18}(?<!も)[はが:：] ?")
_NO_MORE = Pattern(
    r"(?:まで|迄|以内|いっぱい)?(?:に|の予定)?"
    r"(?:です|だ|や|らしい|みたい|とのこと|だって|やて|でした|よ|ね|わ|で|って|っす|[。!！ \n])*"
)


def is_labelled(text: str, date: str) -> bool:
    """Whether a message is nothing but a label in front of the date as it is written there."""
    before, _, behind = text.partition(date)
    return _LABEL.fullmatch(before) is not None and _NO_MORE.fullmatch(behind) is not None
