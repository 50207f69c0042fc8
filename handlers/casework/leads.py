"""How long before a deadline its owner wants to hear of it, laid over the rules of `policy`.

Kept with the owner as words, by group of kinds or for `all` of them: `3d` three days before,
`1d@20:30` the day before at 20:30, `6h` six hours before. Words without a sign stand for the rule's
own; with `+` they come beside those, with `-` they are taken out. A group's own words go before
those of all.

Questions how it went, and kinds whose moment is a beginning, are not concerned: they are no leads.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import time

from handlers.casework.policy import (
    After,
    Before,
    Hours,
    Offset,
    Workdays,
    lead_of,
    offsets_of,
)

ALL = "all"
GROUPS: dict[str, tuple[str, ...]] = {
    "decline": ("accept_decline",),
    "step_in": ("ae_step_in", "negotiation_end"),
    "seller": ("seller_response",),
    "return": ("return_ship", "seller_receive"),
    "open": ("protection_end", "open_until"),
    "appeal": ("appeal", "appeal_result"),
    "refund": ("refund_arrival",),
    "bank": ("paypal_open", "paypal_escalate", "card_chargeback"),
    "other": ("support_reply", "unknown"),
}
"""Kinds of deadline that are set together."""
LONGEST_DAYS, LONGEST_HOURS = 60, 72
MOST = 8
"""Words a group holds at most: nobody wants more, and a card must show them."""
EVENING = 18
"""A question of the day itself stays on it if the chosen hour is not before this one."""

_TOKEN = re.compile(r"([+-]?)(\d{1,2})(?:(h)|d(?:@(\d{1,2}):(\d{2}))?)")


def group_of(kind: str) -> str:
    """The group of a kind; strangers are `other`."""
    return next((name for name, kinds in GROUPS.items() if kind in kinds), "other")


def is_token(token: str) -> bool:
    """Whether these are words of ours."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return False
    number = int(found[2])
    if found[3]:
        return 1 <= number <= LONGEST_HOURS
    right_hour = found[4] is None or (int(found[4]) < 24 and int(found[5]) < 60)
    return number <= LONGEST_DAYS and right_hour


def merged(standing: Iterable[str], told: Iterable[str]) -> tuple[str, ...]:
    """What is wanted after this was told, on top of what was wanted before.

    Words without a sign begin anew. The last said of one lead counts.
    """
    told = [token for token in told if is_token(token)]
    anew = any(token[0] not in "+-" for token in told)
    kept = {} if anew else {_key(token): token for token in standing}
    plain = anew or any(token[0] not in "+-" for token in kept.values())
    for token in told:
        kept.pop(_key(token), None)
        if not plain:
            kept[_key(token)] = token
        elif token[0] != "-":
            kept[_key(token)] = token.removeprefix("+")
    return tuple(sorted(kept.values(), key=_by_length))[:MOST]


def _key(token: str) -> str:
    return token.lstrip("+-").partition("@")[0]


def _by_length(token: str) -> tuple[int, str]:
    """The longest lead first."""
    found = _TOKEN.fullmatch(token)
    assert found is not None
    return -int(found[2]) * (1 if found[3] else 24), token


def offsets_for(
    kind: str, leads: Mapping[str, tuple[str, ...]], warn_at: time | None
) -> tuple[Offset, ...]:
    """When a deadline of this kind is warned about, as its owner wants it.

    With an hour of the owner's own (`warn_at`, a wall time) everything that counts days comes at
    it, and hours before are left out unless they were asked for.
    """
    row = offsets_of(kind)
    if not any(_is_lead(offset) for offset in row):
        return row
    tokens = leads.get(group_of(kind)) or leads.get(ALL) or ()
    wanted = [_TOKEN.fullmatch(token) for token in tokens]
    own = [(found[1], _offset(found, warn_at)) for found in wanted if found]
    out = {lead_of(offset.name) for sign, offset in own if sign == "-"}
    chosen = [offset for sign, offset in own if sign != "-"]
    standing = any(sign != "" for sign, _ in own) or not own
    names = {lead_of(offset.name) for offset in chosen}
    kept = [_at(offset, warn_at) for offset in row if standing or not _is_lead(offset)]
    return (
        *chosen,
        *(
            offset
            for offset in kept
            if offset is not None and lead_of(offset.name) not in names | out
        ),
    )


def _is_lead(offset: Offset) -> bool:
    return isinstance(offset, Before | Hours | Workdays)


def _offset(found: re.Match[str], warn_at: time | None) -> Before | Hours:
    number = int(found[2])
    if found[3]:
        return Hours(number)
    if found[4] is not None:
        return Before(number, int(found[4]), int(found[5]), own=True)
    if warn_at is not None:
        return Before(number, warn_at.hour, warn_at.minute, own=True)
    return Before(number)


def _at(offset: Offset, warn_at: time | None) -> Offset | None:
    """A rule's offset at the owner's hour; None where it has no place there."""
    if warn_at is None:
        return offset
    hour = {"hour": warn_at.hour, "minute": warn_at.minute}
    match offset:
        case Before():
            return replace(offset, **hour, own=True)
        case Workdays():
            return replace(offset, **hour)
        case After(days=days):
            late = days or warn_at.hour >= EVENING
            return replace(offset, **hour) if late else After(1, warn_at.hour, warn_at.minute)
        case Hours():
            return None
    return offset
