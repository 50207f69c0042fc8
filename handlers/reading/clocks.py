"""The days of events in one text, and the clocks they start: opened + 5 days, paid + 180 days."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from handlers.reading import base_words, events
from handlers.reading.expression import Expression
from handlers.reading.grammar import Length
from handlers.reading.mail_days import MailDays
from handlers.reading.mail_sections import is_in_lines, is_long
from handlers.reading.patterns import Pattern
from handlers.reading.resolve import event_day
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


_VAGUE = Pattern(
    r"(?:(?:先々?|前の)(?:週|月)|去年|昨年|一昨年|前の年)の?(?:初め|半ば|中頃|後半|前半|末)?"
)
_ABOUT = (
    "だいたい",
    "大体",
    "約",
    "たぶん",
    "多分",
    "おそらく",
    "確か",
)  # 「だいたい半年前に買った」
_OF_A_PARCEL = ("追跡は", "追跡が", "配達は", "配達が", "配送は", "配送が", "通関は", "通関が")
_SENTENCE = 100
_JUDGED_THEN = Pattern(r"[^。\n]{0,80}(?:判定|裁定|決定)[がを][^。\n]{0,4}(?:下|出|行)")
_NTH = Pattern(r"で[^。、!?\n\d]{0,8}\d{1,3}日")
_BESIDE = 3
_TO_SEND_BACK = events.CLOCKS["return_judged"][1].days
_SOON = timedelta(days=60)
_LONG_AGO = timedelta(days=200)


def _is_alone(here: Expression, words: Surroundings) -> bool:
    """「紛争ひらいた。5分前」: a day behind us that is a sentence by itself."""
    begin, end = words.clause
    return here.past and end - begin - (here.end - here.start) <= _BESIDE


class StartedClock(NamedTuple):
    """A length that counts from the day of an event, and where the text tells that day."""

    day: date
    length: Length
    kind: str
    source: Expression


class EventDays:
    """The days of the events that one folded text tells of, each as it is told first."""

    def __init__(self, words: str, now: datetime, external: tuple[str, Length] | None) -> None:
        """``now`` is aware; ``external``: the clock of PayPal or of a card that the text names."""
        self._words, self._now, self._external = words, now, external
        self._told: dict[str, tuple[date, Expression]] = {}
        self._past: list[tuple[date, Expression]] = []
        # 「出したのは3月9日」: the day of what is told of before.
        self._when: list[tuple[date, Expression]] = []
        # 「返品の承認日 2月2日」: days by what stands before them.
        self._labelled: list[tuple[str, date, Expression]] = []
        self.mail = MailDays(words, now)
        # Days that could be deadlines themselves: only lengths that are named count from them.
        self._itself: dict[str, tuple[date, Expression]] = {}

    def remember(self, here: Expression, words: Surroundings, *, itself: bool = False) -> None:
        """Keep the day of an expression if its clause tells of an event.

        「先週AliExpressが介入して」 names no day that anything could be counted from.
        """
        if here.past and _VAGUE.fullmatch(self._words, here.start, here.end):
            return
        if words.before.endswith(_ABOUT):
            return
        if here.today and _NTH.match(self._words, here.end):
            return  # 「紛争を開いてから今日で5日目」
        days = self._itself if itself else self._told
        # 「20日に紛争を開いて、昨日判定が出た」: what stands behind a day tells more of it.
        name: str | None = None
        if events.names_any(self._words):
            name = events.event_in(self._words, (here.end, words.clause[1]))
            if name not in events.CLOCKS and name != "ended":
                name = events.event_in(self._words, words.clause)
            if name not in events.CLOCKS and is_long(self._words):
                # 「1月21日、注文…の紛争についてAliExpressの判定が下されました」
                told = _JUDGED_THEN.match(self._words, here.end, here.end + _SENTENCE)
                name = "judged" if told is not None else name
            if name == "completed" and words.before.endswith(_OF_A_PARCEL):
                name = None  # 「追跡は12/6に完了」
            if name is None and (events.did_it(words.before) or _is_alone(here, words)):
                name = events.event_in(self._words)
        day = event_day(here, self._now)
        today = self._now.date()
        if itself and here.day is not None and today < here.day <= today + _SOON:
            day = here.day  # 「期限は判定日の3日後。判定は1月12日」 on the 11th
        if day is not None and day < today and here.length is None:
            self._past.append((day, here))
        if day is not None and day <= today:
            self.mail.remember(day, here, words)
        if day is not None and day <= today and base_words.tells_when(words.before):
            self._when.append((day, here))
        label = base_words.label_of(words.before) if day is not None else None
        if label is not None and day is not None:
            self._labelled.append((label, day, here))
        if name is not None and day is not None and name not in days:
            days[name] = (day, here)

    def just_now(self) -> None:
        """「さっき紛争を開きました」 starts its clock today."""
        told = events.just_now(self._words)
        if told is not None and told[1] in ("opened", "judged"):
            today = self._now.date()
            self._told[told[1]] = (today, Expression(*told[0], today))

    def base_of(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> StartedClock | None:
        """The day a length counts from: one that is pointed at, that is named, or that is usual.

        ``earlier``: the expressions before the length, in their order.
        """
        started = self.mail.base_of(length, words, earlier)
        started = started or self._base(length, words, earlier)
        if started is None:
            return None
        return StartedClock(started[0], length._replace(toward="after"), "", started[1])

    def kind_by(self, started: StartedClock, length: Length) -> str | None:
        """The kind of the clock that an event starts with just this length: judged + 3 days."""
        for name, (kind, usual) in events.CLOCKS.items():
            told = self._told.get(name)
            if told is not None and told[1] is started.source and usual.days == length.days:
                return kind
        return None

    def started(self) -> StartedClock | None:
        """The clock that an event of the text starts without a length: opened + 5 days …"""
        return self._external_clock() or self._clock_of_aliexpress()

    def beside(self, here: Expression) -> StartedClock | None:
        """The day behind us that the text tells nearest to an expression."""
        if not self._past:
            return None
        day, source = min(self._past, key=lambda one: abs(one[1].start - here.start))
        return StartedClock(day, Length(), "", source)

    def opens(self) -> StartedClock | None:
        """「発送日は11月18日」: from when a dispute can be opened."""
        return self._clock("shipped", *events.OPENS) if "shipped" in self._told else None

    def _base(
        self, length: Length, words: Surroundings, earlier: list[Expression]
    ) -> tuple[date, Expression] | None:
        told = length.toward == "nth" and words.behind.startswith("は")  # 「11日目は6/8?」
        if length.toward in ("after", "nth") and earlier and not told:
            # 「4月12日に出したので20日後までに」
            between = self._words[earlier[-1].end : words.label[1]]
            day = event_day(earlier[-1], self._now) if base_words.is_reason(between) else None
            if day is not None and self._now.date() - day < _LONG_AGO:
                return day, earlier[-1]
        if length.toward in ("within", "plain", "after") and earlier:
            # 「メールが2/10に来てて、3日間で決めろ」
            between = self._words[earlier[-1].end : words.label[1]]
            if base_words.is_told_then(between, words.behind):
                day = event_day(earlier[-1], self._now)
                if day is not None and day <= self._now.date():
                    return day, earlier[-1]
        left = length.toward in ("left", "within")
        if left and not length.exact and earlier and not earlier[-1].today:
            # 「昨日の時点で残り9日」
            between = self._words[earlier[-1].end : words.label[1]]
            day = event_day(earlier[-1], self._now) if base_words.is_as_of(between) else None
            if day is not None and day <= self._now.date():
                return day, earlier[-1]
        for label, day, other in self._labelled:
            if base_words.counts_from_label(words.before, words.behind, label):
                return day, other
        for other in reversed(earlier):
            if base_words.counts_from_what_was_done(words.before, self._words, other.end):
                day = event_day(other, self._now)
                if day is not None:
                    return day, other
        if base_words.points_back(words.before, words.behind):
            today = self._now.date()
            for other in reversed(earlier):
                # 「判定日が2/15、その後3日で確定」 may be still to come.
                soon = other.day is not None and today < other.day <= today + _SOON
                # Only of a day without its month: 「判定が3日に出ました。そこから3日以内」
                bare = other.parts is not None and other.parts[1] is None
                over = bare and (
                    base_words.has_happened(self._words, other.end)
                    or base_words.tells_when(self._words[max(0, other.start - 12) : other.start])
                )
                day = other.day if soon and not over else event_day(other, self._now)
                if day is not None:
                    return day, other
        name = events.counted_from(self._words, words.label)
        if name is None and words.behind[:1] == " ":
            behind = words.clause[1] - len(words.behind)
            name = events.counted_from_behind(self._words, behind, words.clause[1])
        if name == "notified" and length.toward == "left":
            return None  # 「メールが来て、あと2日と表示」
        if name == "received" and length.toward != "within":
            return None
        if name is None and length.toward == "nth" and words.behind.startswith(_FROM_THEN):
            name = "shipped"  # 「発送8月14日。11日目から申し立てできる」
        if name is None and length.toward not in ("elapsed", "lasted", "nth"):
            name = self._usual(length, words.before)
        if name == "accepted" and name not in self._told:
            name = "opened"  # 「申し立てを12月3日に受け付けました。受付日から5日以内に」
        found = self._told.get(name or "") or self._itself.get(name or "")
        if found is None and length.business_days:
            # 「返金は6月28日に処理が完了。反映まで最大20営業日」
            for name in ("refund_begun", "accepted"):
                if name in self._told and is_in_lines(self._words):
                    return self._told[name]
        if found is None and len(self._when) == 1:
            # 「返品承認から10日以内。承認されたのは3/5」
            then = length.toward != "left" and base_words.counts_from_then(words.before)
            if then or base_words.is_of_a_mail(self._words, words.before):
                return self._when[0]
        return found

    def _usual(self, length: Length, before: str) -> str | None:
        """「返品の判定が11月20日に出た。10日以内に入力」: just the length that the event starts."""
        if length.months:
            return None
        external = self._external
        if external is events.PAYPAL and length.days == events.ESCALATE[1].days:
            return "opened"
        if external is not None and length.days == external[1].days:
            known = {**self._itself, **self._told}
            # PayPal counts from the payment, whatever was promised.
            names = events.PAYMENTS[1:] if external is events.PAYPAL else events.PAYMENTS
            return next((name for name in names if name in known), None)
        if length.toward not in ("within", "after") and not base_words.is_grace(before):
            return None
        clocks = {name: usual for name, (_, usual) in events.CLOCKS.items()} | events.USUAL
        alike = (name for name, usual in clocks.items() if usual.days == length.days)
        grace = base_words.is_grace(before)
        today = self._now.date()
        # 「返品OKの判定が9月1日。10日以内に送れ」: that day is behind us.
        over = (name for name, (day, _) in self._itself.items() if grace or day <= today)
        told = self._told.keys() | set(over)
        if length.days == _TO_SEND_BACK and "judged" in told and events.also_a_return(self._words):
            return "judged"  # 「10日以内に送れって、昨日の判定に書いてあった」
        return next((name for name in alike if name in told), None)

    def _external_clock(self) -> StartedClock | None:
        """The clock of PayPal or of a card: from the payment, or from the dispute over there."""
        if self._external is not None and events.is_about_external(self._words):
            for name in events.PAYMENTS:
                # PayPal counts from the payment, whatever was promised.
                if name in self._told and not (
                    name == "expected" and self._external is events.PAYPAL
                ):
                    return self._clock(name, *self._external)
        if "opened" in self._told and events.opened_at_paypal(self._words):
            return self._clock("opened", *events.ESCALATE)
        if self._external is events.PAYPAL and events.is_transaction(self._words):
            dated = (one for one in self._past if one[1].parts and one[1].parts[0])
            first = min(dated, key=lambda one: one[1].start, default=None)
            if first is not None:
                return StartedClock(first[0], events.PAYPAL[1], events.PAYPAL[0], first[1])
        return None

    def _clock_of_aliexpress(self) -> StartedClock | None:
        name = next((name for name in events.CLOCKS if name in self._told), None)
        if name is None or (name == "opened" and events.is_answered(self._words)):
            return None
        if name in ("opened", "judged", "completed") and events.is_over(self._words):
            return None
        if name == "return_judged" and events.is_sent_back(self._words):
            return None
        returned = name == "judged" and events.also_a_return(self._words)
        return self._clock(name, *events.CLOCKS["return_judged" if returned else name])

    def _clock(self, name: str, kind: str, length: Length) -> StartedClock:
        day, source = self._told[name]
        return StartedClock(day, length, kind, source)
