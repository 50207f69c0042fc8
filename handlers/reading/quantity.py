"""How many articles the dispute is about: 3個とも, 2点届いていない, 5枚中2枚."""

import re

from handlers.reading.patterns import Pattern

_COUNTER = r"(?:個|点|枚|本|足|台|着|セット|箱|袋|組|冊|つ|品|パック|匹|荷物|双)"
_OF_MANY = Pattern(
    rf"(\d{{1,3}}) ?{_COUNTER} ?(?:中|のうち|のうちの|注文して|頼んで"
    rf"|買って)(?:の)? ?(\d{{1,3}}) ?{_COUNTER}"
)
_ALL = Pattern(rf"(\d{{1,3}}) ?{_COUNTER}(?:とも|全部|すべて|全て|共に|まとめて)")
_WHOLE = Pattern(rf"全(?:部で)?(\d{{1,3}}) ?{_COUNTER}")
_PLAIN = Pattern(
    rf"(?<![\d.,第])(\d{{1,3}}) ?{_COUNTER}(?:の(?:商品|荷物|注文|品|うち))?(?!目|入り|以上"
    rf"|あたり|ずつ|組|前)"
)

_COUNTED = Pattern(rf"\d{{1,3}} ?{_COUNTER}")
# The first letters of the counters.
_THING = Pattern("[個点枚本足台着セ箱袋組冊つ品パ匹荷双]")
_ANY = Pattern(rf"\d ?{_COUNTER}")


def quantity_of(text: str) -> int | None:
    """The number of articles concerned in a folded text, or None."""
    if _THING.search(text) is None or _ANY.search(text) is None:
        return None
    counted = [one.start() for one in _COUNTED.finditer(text)]
    found = _first(_OF_MANY, text, counted)
    if found:
        return int(found[2])
    found = _first(_ALL, text, counted) or _WHOLE.search(text) or _first(_PLAIN, text, counted)
    return int(found[1]) if found else None


def _first(pattern: Pattern, text: str, starts: list[int]) -> re.Match[str] | None:
    for start in starts:
        found = pattern.match(text, start)
        if found:
            return found
    return None
