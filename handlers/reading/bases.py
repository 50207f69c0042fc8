"""From which day of a text a length counts: one that is pointed at, that is named, or the usual."""

from collections.abc import Callable
from datetime import timedelta

from handlers.reading import base_words, events
from handlers.reading.event_days import SOON, EventDays, Told
from handlers.reading.expression import Expression
from handlers.reading.grammar import Length
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.surroundings import Surroundings

_FROM_THEN = (
    "から",
    "以降",
    "に開",
    "に申",
    "に紛争",
    "で開",
    "で申",
    "で紛争",
    "になれば",
    "になったら",
)
_TO_SEND_BACK = events.CLOCKS["return_judged"][1].days
_LONG_AGO = timedelta(days=200)


class Bases:
    """The days of one text's events, asked for the one that a length counts from."""

    def __init__(self, days: EventDays, external: tuple[str, Length] | None) -> None:
        """``external``: the clock of PayPal or of a card that the text names."""
        self._days, self._external = days, external
        self._words, self._today = days.words, days.now.date()
        # The first that knows a day; what is said of a length goes before what is usual.
        self._ways: tuple[Callable[..., Told | None], ...] = (
            days.mail.base_of,
            self._because_of,
            self._told_then,
            self._as_of,
            self._by_label,
            self._by_what_was_done,
            self._pointed_at,
        )

    def base_of(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> Told | None:
        """The day a length counts from; ``earlier``: the expressions before it, in their order."""
        for way in self._ways:
            found = way(length, words, earlier)
            if found is not None:
                return found
        return self._of_an_event(length, words)

    def kind_by(self, source: Expression, length: Length) -> str | None:
        """The kind of the clock that an event starts with just this length: judged + 3 days."""
        for name, (kind, usual) in events.CLOCKS.items():
            told = self._days.told.get(name)
            if told is not None and told[1] is source and usual.days == length.days:
                return kind
        return None

    def beside(self, here: Expression) -> Told | None:
        """The day behind us that the text tells nearest to an expression."""
        past = self._days.past
        return min(past, key=lambda one: abs(one[1].start - here.start), default=None)

    def _day_before(self, earlier: list[Expression]) -> Told | None:
        """The day named last before a length, if it is over."""
        day = self._days.past_day(earlier[-1])
        return (day, earlier[-1]) if day is not None and day <= self._today else None

    def _between(self, words: Surroundings, earlier: list[Expression]) -> str:
        return self._words[earlier[-1].end : words.label[1]]

    def _because_of(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> Told | None:
        """「4月12日に出したので20日後までに」"""
        told = length.toward == "nth" and words.behind.startswith("は")  # 「11日目は6/8?」
        if length.toward not in ("after", "nth") or not earlier or told:
            return None
        if not base_words.is_reason(self._between(words, earlier)):
            return None
        day = self._days.past_day(earlier[-1])
        recent = day is not None and self._today - day < _LONG_AGO
        return (day, earlier[-1]) if day is not None and recent else None

    def _told_then(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> Told | None:
        """「メールが2/10に来てて、3日間で決めろ」"""
        if length.toward not in ("within", "plain", "after") or not earlier:
            return None
        then = base_words.is_told_then(self._between(words, earlier), words.behind)
        return self._day_before(earlier) if then else None

    def _as_of(self, length: Length, words: Surroundings, earlier: list[Expression]) -> Told | None:
        """「昨日の時点で残り9日」"""
        if length.toward not in ("left", "within") or length.exact or not earlier:
            return None
        if earlier[-1].today or not base_words.is_as_of(self._between(words, earlier)):
            return None
        return self._day_before(earlier)

    def _by_label(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> Told | None:
        """「返品の承認日 2月2日 … 承認日から10日以内」"""
        for label, day, other in self._days.labelled:
            if base_words.counts_from_label(words.before, words.behind, label):
                return day, other
        return None

    def _by_what_was_done(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> Told | None:
        for other in reversed(earlier):
            if base_words.counts_from_what_was_done(words.before, self._words, other.end):
                day = self._days.past_day(other)
                if day is not None:
                    return day, other
        return None

    def _pointed_at(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> Told | None:
        """「判定日が2/15、その後3日で確定」, which may be still to come."""
        if not base_words.points_back(words.before, words.behind):
            return None
        for other in reversed(earlier):
            soon = other.day is not None and self._today < other.day <= self._today + SOON
            # Only of a day without its month: 「判定が3日に出ました。そこから3日以内」
            bare = other.parts is not None and other.parts[1] is None
            over = bare and (
                base_words.has_happened(self._words, other.end)
                or base_words.tells_when(self._words[max(0, other.start - 12) : other.start])
            )
            day = other.day if soon and not over else self._days.past_day(other)
            if day is not None:
                return day, other
        return None

    def _of_an_event(self, length: Length, words: Surroundings) -> Told | None:
        name = self._event_named(words)
        if name == "notified" and length.toward == "left":
            return None  # 「メールが来て、あと2日と表示」
        if name == "received" and length.toward != "within":
            return None
        told, itself = self._days.told, self._days.itself
        if name is None and length.toward == "nth" and words.behind.startswith(_FROM_THEN):
            name = "shipped"  # 「発送8月14日。11日目から申し立てできる」
        if name is None and length.toward not in ("elapsed", "lasted", "nth"):
            name = self._usual(length, words.before)
        if name == "accepted" and name not in told:
            name = "opened"  # 「申し立てを12月3日に受け付けました。受付日から5日以内に」
        found = told.get(name or "") or itself.get(name or "")
        if found is None and length.business_days and is_in_lines(self._words):
            # 「返金は6月28日に処理が完了。反映まで最大20営業日」
            found = told.get("refund_begun") or told.get("accepted")
        if found is None and len(self._days.when) == 1:
            # 「返品承認から10日以内。承認されたのは3/5」
            then = length.toward != "left" and base_words.counts_from_then(words.before)
            if then or base_words.is_of_a_mail(self._words, words.before):
                return self._days.when[0]
        return found

    def _event_named(self, words: Surroundings) -> str | None:
        """「発送から11日目」, "within 15 days after your order is completed"."""
        name = events.counted_from(self._words, words.label)
        if name is None and words.behind[:1] == " ":
            behind = words.clause[1] - len(words.behind)
            name = events.counted_from_behind(self._words, behind, words.clause[1])
        return name

    def _usual(self, length: Length, before: str) -> str | None:
        """「返品の判定が11月20日に出た。10日以内に入力」: just the length that the event starts."""
        if length.months:
            return None
        told, itself, external = self._days.told, self._days.itself, self._external
        if external is events.PAYPAL and length.days == events.ESCALATE[1].days:
            return "opened"
        if external is not None and length.days == external[1].days:
            # PayPal counts from the payment, whatever was promised.
            names = events.PAYMENTS[1:] if external is events.PAYPAL else events.PAYMENTS
            return next((name for name in names if name in told or name in itself), None)
        grace = base_words.is_grace(before)
        if length.toward not in ("within", "after") and not grace:
            return None
        clocks = {name: usual for name, (_, usual) in events.CLOCKS.items()} | events.USUAL
        alike = (name for name, usual in clocks.items() if usual.days == length.days)
        # 「返品OKの判定が9月1日。10日以内に送れ」: that day is behind us.
        over = (name for name, (day, _) in itself.items() if grace or day <= self._today)
        known = told.keys() | set(over)
        returned = length.days == _TO_SEND_BACK and "judged" in known
        if returned and events.also_a_return(self._words):
            return "judged"  # 「10日以内に送れって、昨日の判定に書いてあった」
        return next((name for name in alike if name in known), None)
