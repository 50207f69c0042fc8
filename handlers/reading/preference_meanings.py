"""What one clause wishes about being told of things: the first way to take it that fits."""

from typing import NamedTuple

from handlers.reading.patterns import Pattern
from handlers.reading.preference_times import Time

Preference = tuple[str, str]
"""A setting and its value, as preferences.py tells them."""
_NO_LONGER = Pattern(r"なく|な(?:い|し)|無し|やめ|解除|消|いらな|不要|外し|off|no ")
_BY_CLOCK = Pattern(r"時間|time|utc|gmt|/")
_ABOUT_NOTICES = Pattern(
    r" ?(?:毎回の?|毎日の?)?(?:通知|お知らせ|おしらせ|リマインド|リマインダー|アラーム|アラート)"
    r"(?:の時間|の時刻)?(?:は|を|、|:| )"
)
_SOUND = Pattern(r"静か|音|サイレント|ミュート|マナーモード")
_ALL = Pattern(r"全部|ぜんぶ|すべて|全て|一切")
_SENDING = frozenset(["send", "deliver"])


class Clause(NamedTuple):
    """The words of a clause by their rows, its times, and the zone of the place it names."""

    words: frozenset[str]
    times: tuple[Time, ...]
    zone: str | None
    text: str
    ends: bool = True
    """Whether the sentence ends with it: 「3日前に教えて、…」 goes on with a story."""

    def joined(self, other: "Clause") -> "Clause":
        return Clause(
            self.words | other.words,
            (*self.times, *other.times),
            other.zone or self.zone,
            f"{self.text}、{other.text}",
            other.ends,
        )


def wishes_in(clause: Clause) -> list[Preference]:
    """The wishes of one clause: the first way to understand it that fits."""
    for way in (
        _language,
        _zone,
        _default,
        _good,
        _look,
        _quiet_hours,
        _leads,
        _window,
        _hour,
        _rest,
    ):
        found = way(clause)
        if found:
            return found
    return []


def _language(clause: Clause) -> list[Preference]:
    words = clause.words
    named = [name for name in ("en", "ja", "other") if f"language {name}" in words]
    if not named or clause.times:
        return []
    asked = words & {"set", "speak", "language"}
    if not asked or (words & _SENDING and "notice" not in words):
        return []
    if len(named) > 1:
        # 「日本語から英語に」, 「英語じゃなくて日本語にして」: the one with に behind it.
        named = [n for n, w in (("en", "英語"), ("ja", "日本語")) if f"{w}に" in clause.text][:1]
    return [("locale", "?" if named in ([], ["other"]) else named[0])]


def _zone(clause: Clause) -> list[Preference]:
    words = clause.words
    if clause.times or words & {"language en", "language ja", "stop", "notice", "look"}:
        return []
    if clause.zone is not None:
        told = words & {"set", "living"} or "zone" in words
        by_clock = _BY_CLOCK.search(clause.text)
        if words & {"living", "zone", "abroad"} or (told and by_clock):
            return [("zone", clause.zone)]
        return []
    if "abroad" in words and words & {"living", "set"}:
        return [("zone", "?")]
    told = "set" in words or ("send" in words and "現地" in clause.text)
    if "zone" in words and told:
        return [("zone", "?")]
    return []


def _default(clause: Clause) -> list[Preference]:
    words = clause.words
    if "default" not in words or not words & {"set", "notice", "look", "quiet hours", "default"}:
        return []
    if "look" in words:
        return [("look", "auto")]
    if "quiet hours" in words:
        return [("quiet", "22:00-07:00")]
    if "notice" in words:
        return [("leads", "auto"), ("hour", "auto")]
    asked = "設定" in clause.text or "setting" in clause.text
    return [("all", "auto")] if asked else []


def _good(clause: Clause) -> list[Preference]:
    words = clause.words
    if "good" not in words or clause.times:
        return []
    if "loud" in words or (words & _SENDING and "stop" not in words):
        return [("good", "loud")]
    return [("good", "quiet")] if "stop" in words else []


def _look(clause: Clause) -> list[Preference]:
    words = clause.words
    if "look" not in words:
        return []
    clocks = [one for one in clause.times if one.kind in ("clock", "after", "before")]
    if clocks:
        return [("look", clocks[-1].value)]
    if clause.times:
        return [("look", "?")]
    asked = words & {"set"} and "時" in clause.text
    return [("look", "?")] if asked else []


def _quiet_hours(clause: Clause) -> list[Preference]:
    words = clause.words
    if "quiet hours" not in words:
        return []
    for one in clause.times:
        if one.kind == "range":
            return [("quiet", one.value)]
        if one.kind == "after":
            return [("quiet", f"{one.value}-")]
        if one.kind == "before":
            return [("quiet", f"-{one.value}")]
    if "stop" in words or _NO_LONGER.search(clause.text):
        return [("quiet", "off")]
    return [("quiet", "?")] if "set" in words else []


def _groups(clause: Clause) -> list[str]:
    """The kinds of deadline that are named: the groups of `handlers.casework.leads`."""
    named = {name.removeprefix("group ") for name in clause.words if name[:6] == "group "}
    # 「着金のお知らせは当日だけ」: with a time they are warnings like others.
    return sorted(named | ({"refund"} if "good" in clause.words else set()))


def _leads(clause: Clause) -> list[Preference]:
    words = clause.words
    leads = [one for one in clause.times if one.kind == "lead"]
    if not leads:
        return []
    doing = words & {"set", "stop", "loud", *_SENDING}
    told = "only" in words or ("notice" in words and doing) or ("send" in words and clause.ends)
    groups = _groups(clause)
    if groups and not (words & {"notice", "send", "good"} or "期限" in clause.text):
        return []
    if not told and not ("stop" in words and len(clause.times) == len(leads)):
        return []
    tokens = [token for one in leads for token in one.value.split(",")]
    if "stop" in words and "only" not in words:
        wanted = [f"-{token.partition('@')[0]}" for token in tokens]
    elif all(one.also for one in leads) and "only" not in words:
        wanted = [f"+{token}" for token in tokens]
    else:
        wanted = tokens
    if groups:
        return [(f"leads:{group}", ",".join(wanted)) for group in groups]
    found = [("leads", ",".join(wanted))]
    # An hour that stands apart from the days holds for all of them.
    apart = [one for one in clause.times if one.kind == "clock" and not one.also]
    if len(apart) == 1 and "stop" not in words:
        found.append(("hour", apart[0].value))
    return found


def _window(clause: Clause) -> list[Preference]:
    """Hours in which nothing is to come, or the only ones in which anything is."""
    words = clause.words
    if _groups(clause):
        return []  # they hold for all deadlines alike
    stop = "stop" in words
    told = bool(words & {"notice", "send", "loud"})
    doing = words & {"only", "set", *_SENDING}
    for one in clause.times:
        if one.kind == "range" and stop:
            return [("quiet", one.value)]
        if one.kind == "range" and told and doing:
            begin, end = one.value.split("-")
            return [("quiet", f"{end}-{begin}")]
        if one.kind == "after" and stop:
            return [("quiet", f"{_in_the_evening(one)}-")]
        if one.kind == "before" and stop:
            return [("quiet", f"-{one.value}")]
        if one.kind == "after" and told and doing:
            return [("quiet", f"-{one.value}")]
        if one.kind == "before" and told and "only" in words:
            return [("quiet", f"{_in_the_evening(one)}-")]
    if clause.times and not (len(clause.times) == 1 and clause.times[0].guessed):
        return []
    night = "night" in words or any(one.value in ("20:00", "00:00") for one in clause.times)
    if night and stop:
        return [("quiet", "night")]
    if (night or "24時間" in clause.text) and "loud" in words:
        return [("quiet", "off")]
    if stop and ("daytime" in words or clause.times):
        return [("quiet", "?")]
    return []


def _in_the_evening(one: Time) -> str:
    """10時以降は鳴らさないで is said of the evening."""
    hour = int(one.value[:2])
    return f"{hour + 12:02}{one.value[2:]}" if one.loose and 6 <= hour < 12 else one.value


def _hour(clause: Clause) -> list[Preference]:
    words = clause.words
    clocks = [one for one in clause.times if one.kind == "clock"]
    if not clocks or "stop" in words or _groups(clause):
        return []
    told = bool(words & {"notice", "everyday"} and words & {"set", "only", *_SENDING})
    # 「お知らせは朝8時に」: with nothing else in it, it is no deadline's hour.
    if "notice" in words and clause.ends and _ABOUT_NOTICES.match(clause.text):
        told = True
    if not told and not ("only" in words and words & {"send", "set", "notice"}):
        return []
    if len(clocks) > 1:
        return [("hour", "?")]
    return [("hour", clocks[-1].value)]


def _rest(clause: Clause) -> list[Preference]:
    """What is meant, and not named: the choices are shown."""
    words = clause.words
    if clause.times or _groups(clause):
        return []
    if "often" in words and words & {"notice", "send", "set"}:
        return [("leads", "?")]
    if "stop" in words and words <= {"stop", "set", "only", "notice"}:
        # 「音なし」 alone may tell of the goods.
        named = words & {"set", "notice"} or "静か" in clause.text
        if named and _SOUND.search(clause.text) and not _ALL.search(clause.text):
            return [("quiet", "?")]
    if "stop" in words and "notice" in words and not words & {"language en", "language ja"}:
        return [("off", "")]
    return []
