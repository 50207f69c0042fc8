"""Dates, times left, amounts and the vocabularies, as a person reads them.

Everything here returns finished text in the language of `say`; zones are IANA names.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.casework.known import share
from handlers.replies import Instant
from locales.catalogue import Words
from storage.records import Deadline, Dispute, Money
from storage.states import DisputeStatus

YEAR_AFTER = timedelta(days=335)
YEAR_BEFORE = timedelta(days=60)
"""Farther away than these a date is shown with its year."""
_SHOWN_ROLES = ("claimed", "paid", "unknown")


def weekday(say: Words, day: date) -> str:
    """One letter in Japanese (水), three in English."""
    return say(f"weekday-{day.weekday()}")


def date_words(say: Words, at: datetime, precision: str, zone: str, now: datetime) -> str:
    """2月3日(水) 23:59 in this zone, with the year if it is eleven months away or long past.

    Where only a day is known the hour is the end of it.
    """
    local = at.astimezone(ZoneInfo(zone))
    clock = "23:59" if precision == "date" else f"{local.hour}:{local.minute:02}"
    words = {
        "month": say(f"month-{local.month}"),
        "day": str(local.day),
        "weekday": weekday(say, local.date()),
        "time": clock,
    }
    if now - YEAR_BEFORE <= at <= now + YEAR_AFTER:
        return say("date-words", **words)
    return say("date-words-year", year=str(local.year), **words)


def day_words(say: Words, at: datetime, zone: str) -> str:
    """2月3日(水): the day without an hour."""
    local = at.astimezone(ZoneInfo(zone))
    return say(
        "day-words",
        month=say(f"month-{local.month}"),
        day=str(local.day),
        weekday=weekday(say, local.date()),
    )


def short_words(say: Words, at: datetime, zone: str, *, year: bool = False) -> str:
    """2/3 9:00, for lists; with the year 2027/2/3 9:00."""
    local = at.astimezone(ZoneInfo(zone))
    more = {"year": str(local.year)} if year else {}
    return say(
        "short-date-year" if year else "short-date",
        **more,
        month=say(f"short-month-{local.month}"),
        day=str(local.day),
        time=f"{local.hour}:{local.minute:02}",
    )


def instant(say: Words, at: datetime, precision: str, zone: str, now: datetime) -> Instant:
    """A moment for a card: Telegram shows it in the reader's zone, the others these words."""
    words = date_words(say, at, precision, zone, now)
    return Instant(at=at, words=words, precision="date" if precision == "date" else "datetime")


def zone_of_deadline(deadline: Deadline, zone: str) -> str:
    """The zone to show a deadline in: where only a day is known, the one it was read in."""
    return deadline.zone if deadline.precision == "date" else zone


def deadline_words(say: Words, deadline: Deadline, zone: str, now: datetime) -> str:
    """A deadline's date in the chat's zone."""
    shown = zone_of_deadline(deadline, zone)
    return date_words(say, deadline.at, deadline.precision, shown, now)


def deadline_instant(say: Words, deadline: Deadline, zone: str, now: datetime) -> Instant:
    """A deadline's date in the chat's zone, for a card."""
    return instant(say, deadline.at, deadline.precision, zone_of_deadline(deadline, zone), now)


def deadline_left(say: Words, deadline: Deadline, zone: str, now: datetime) -> str:
    """How much time a deadline leaves."""
    shown = zone_of_deadline(deadline, zone)
    return time_left(say, deadline.at, now, deadline.precision, shown)


def time_left(
    say: Words,
    at: datetime,
    now: datetime,
    precision: str = "datetime",
    zone: str = "Asia/Tokyo",
) -> str:
    """あと2日14時間, あと35分, 期限を3時間過ぎました; whole days where only a day is known."""
    if precision == "date":
        there = ZoneInfo(zone)
        days = (at.astimezone(there).date() - now.astimezone(there).date()).days
        if days == 0:
            return say("left-today")
        return say("left" if days > 0 else "left-over", span=_days(say, abs(days)))
    span = span_words(say, abs(at - now))
    return say("left" if at > now else "left-over", span=span)


def span_words(say: Words, span: timedelta) -> str:
    """2日14時間, 3時間5分, 35分, 40秒: the two largest units, rounded down."""
    seconds = int(span.total_seconds())
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    if days:
        parts = [_days(say, days), _unit(say, "hours", hours)]
    elif hours:
        parts = [_unit(say, "hours", hours), _unit(say, "minutes", minutes)]
    elif minutes:
        parts = [_unit(say, "minutes", minutes)]
    else:
        parts = [_unit(say, "seconds", max(1, seconds))]
    return say("span-glue", first=parts[0], second=parts[1]) if _both(parts) else parts[0]


def _both(parts: list[str]) -> bool:
    return len(parts) == 2 and bool(parts[1])


def _days(say: Words, count: int) -> str:
    return _unit(say, "days", count)


def _unit(say: Words, unit: str, count: int) -> str:
    if not count:
        return ""
    # A plural is chosen by the text "one" or "other": numbers are passed ready-made.
    return say(f"span-{unit}", count=str(count), number="one" if count == 1 else "other")


def money_words(say: Words, money: Money) -> str:
    """6,993円, US$12.34; other currencies by their ISO code."""
    return amount_words(say, money.value, money.currency)


def amount_words(say: Words, value: Decimal, currency: str) -> str:
    """A sum without a role."""
    figure = f"{value:,.0f}" if currency == "JPY" else f"{value:,.2f}"
    if currency == "JPY":
        return say("money-jpy", figure=figure)
    if currency == "USD":
        return say("money-usd", figure=figure)
    return say("money-other", figure=figure, currency=currency)


def with_share(say: Words, money: Money, base: Money | None) -> str:
    """5,594円(80%): a sum and its share of what was paid, where the two can be compared."""
    percent = share(money, base)
    words = money_words(say, money)
    if percent is None:
        return words
    return say("money-share", sum=words, percent=str(percent))


def where_words(say: Words, kind: str) -> str:
    """Where the date of such a clock is to be found."""
    id = f"where-{kind}"
    return say(id) if say.has(id) else say("where-is-the-date")


def kind_words(say: Words, kind: str) -> str:
    """What a deadline is the deadline of; also of a kind that we do not know."""
    return _known(say, "kind-", kind, "unknown")


def reason_words(say: Words, reason: str) -> str:
    """A reason as AliExpress lists it, with the label of its English screen."""
    return _known(say, "reason-", reason, "unknown")


def reason_short(say: Words, reason: str) -> str:
    """A reason in a word or two: 色違い."""
    return _known(say, "reason-short-", reason, "unknown")


def demand_words(say: Words, demand: str) -> str:
    """What the buyer asks for."""
    return _known(say, "demand-", demand, "unknown")


def stage_words(say: Words, stage: str) -> str:
    """Where a case stands."""
    return _known(say, "stage-", stage, "unknown")


def outcome_words(say: Words, outcome: str) -> str:
    """How a case ended."""
    return _known(say, "outcome-", outcome, "other")


def _known(say: Words, table: str, key: str, otherwise: str) -> str:
    return say(table + key if say.has(table + key) else table + otherwise)


class CaseFacts(Protocol):
    """What is told of a case, kept or only typed."""

    @property
    def reason(self) -> str | None: ...
    @property
    def demand(self) -> str | None: ...
    @property
    def amounts(self) -> tuple[Money, ...]: ...
    @property
    def order_ids(self) -> tuple[str, ...]: ...
    @property
    def tracking(self) -> tuple[str, ...]: ...


def main_amount(dispute: CaseFacts) -> Money | None:
    """The sum by which a person knows the case: what is claimed, else what was paid."""
    for role in _SHOWN_ROLES:
        for money in dispute.amounts:
            if money.role == role:
                return money
    return None


def title_of(say: Words, dispute: Dispute) -> str:
    """#2 色違い 6,993円: short number, own title or else the reason, and the sum or the order."""
    parts = [f"#{dispute.number}"] if dispute.number is not None else []
    if dispute.title:
        return " ".join([*parts, dispute.title])
    if dispute.reason is None and dispute.status is DisputeStatus.WATCHING:
        parts.append(say("title-watched"))
    else:
        parts.append(reason_short(say, dispute.reason or "unknown"))
    amount = main_amount(dispute)
    if amount is not None:
        parts.append(money_words(say, amount))
    elif dispute.order_ids:
        parts.append(say("title-order", tail=dispute.order_ids[0][-4:]))
    return " ".join(parts)
