"""What is told of a date that was read, and of several the nearest with the others beside it."""

from datetime import datetime, timedelta

from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.resolve import Resolved

_GUESSED = "part_of_day"
_A_DAY = timedelta(days=1)


def report(norm: Normalised, here: Expression, found: Resolved, kind: str) -> ReadDeadline:
    """The deadline that an expression of the text means, at its place in the text as typed."""
    span = norm.span(here.start, here.end)
    source = norm.original[span[0] : span[1]]
    others = (
        tuple(
            ReadDeadline(
                other.at,
                other.precision,
                kind,
                source,
                span,
                tuple(other.assumptions),
                (),
                tuple(other.doubts),
            )
            for other in found.others
        )
        if found.others
        else ()
    )
    return ReadDeadline(
        found.at,
        found.precision,
        kind,
        source,
        span,
        tuple(dict.fromkeys(found.assumptions)),
        others,
        tuple(dict.fromkeys(found.doubts)),
        hour_only=here.day is None and here.length is None,
        counted=here.length is not None,
    )


def nearest_of(reports: list[ReadDeadline], now: datetime, *, cued: bool) -> ReadDeadline | None:
    """The nearest deadline that is not past, with the others as its alternatives.

    ``now`` is aware; without any words that make a deadline of one of them (``cued``) the first
    that is named counts alone.
    """
    # Of several days one that may lie just behind is an event: 「5/17介入、返事は5/28まで」.
    reports = [one for one in reports if "far" not in one.doubts] or reports
    reports = _without_repetitions(reports)
    if not reports:
        return None
    if not cued:
        competes = any(abs(one.at - reports[0].at) >= _A_DAY for one in reports[1:] if one.at > now)
        if not competes or reports[0].at < now:
            return reports[0]
    ahead = [one for one in reports if one.at >= now] or reports
    nearest = min(ahead, key=lambda one: one.at)
    # 「4日に運営の提案、7日までに承認か拒否」 on the 5th has one deadline.
    rest = tuple(one for one in reports if one is not nearest and one in ahead)
    if not rest:
        return nearest
    doubts = nearest.doubts
    if any(abs(one.at - nearest.at) >= _A_DAY for one in rest):
        doubts = tuple(dict.fromkeys((*doubts, "two_readings")))
    return nearest._replace(alternatives=(*nearest.alternatives, *rest), doubts=doubts)


def _without_repetitions(reports: list[ReadDeadline]) -> list[ReadDeadline]:
    """The same day said twice is one deadline; the reading with an hour wins."""
    kept: list[ReadDeadline] = []
    for one in reports:
        for place, other in enumerate(kept):
            if one.at == other.at or (
                one.at.date() == other.at.date() and "date" in (one.precision, other.precision)
            ):
                if one.precision == "datetime" and other.precision == "date":
                    kept[place] = one
                break
            # 「02日:06時間:10分 で、明後日の夕方?」 names one moment, once in a few words.
            if one.at.date() == other.at.date() and _GUESSED in one.assumptions:
                break
            if one.at.date() == other.at.date() and _GUESSED in other.assumptions:
                kept[place] = one
                break
        else:
            kept.append(one)
    return kept
