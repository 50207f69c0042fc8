"""Closing the books: what the platforms took, against what was said and pressed.

The bot's own tables are never asked. A message may come twice only where its fate could not be
known: a call without an answer, or a kill between the call and the next one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from tests.acceptance.chaos_buyers import Buyer
from tests.acceptance.chaos_shown import Shown, shown
from tests.acceptance.chaos_wire import Call, Wire
from tests.fakes.ledger import Entry
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

ANSWERS = ("draft", "registered", "outrun")
UNDERWAY = timedelta(seconds=1)
"""So long after a kill a busy platform may still read what the dead process had written: its
answer reaches nobody. A process that is started instead needs longer before its first call."""
ITEM = tuple[str, str]
"""A kind and what it is of: a draft of an order, a warning of a case."""


@dataclass(slots=True)
class Copy:
    """One thing that was taken by the platform."""

    at: datetime
    shown: Shown


@dataclass
class Books:
    """`wrong` is empty when all is as it should be."""

    line: FakeLine
    telegram: FakeTelegram
    wire: Wire
    buyers: Sequence[Buyer]
    lease: timedelta
    """How long a killed process's claim may hold up a message."""
    wrong: list[str] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)

    def close(self) -> list[str]:
        """All that is wrong, one line each."""
        self.wrong += [f"offence: {one}" for one in self.line.offences + self.telegram.offences]
        self._keys()
        calls = self._calls()
        for buyer in self.buyers:
            self._chat(buyer, calls[buyer.chat])
        return self.wrong

    def _say(self, buyer: Buyer, what: str) -> None:
        self.wrong.append(f"{buyer.platform} {buyer.serial}: {what}")

    # What LINE's retry keys held ---------------------------------------------------------------

    def _keys(self) -> None:
        bodies: dict[str, object] = {}
        for call in self.wire.calls:
            if call.endpoint == "push":
                if call.key is None:
                    self.wrong.append("line: a push without a retry key")
                elif bodies.setdefault(call.key, call.body) != call.body:
                    self.wrong.append("line: a retry key with another body")
                self.count["LINE pushes that were there already"] += call.status == 409
        self.count["calls that sent something"] = len(self.wire.calls)

    # One chat ----------------------------------------------------------------------------------

    def _calls(self) -> dict[str | int, dict[ITEM, list[Call]]]:
        found: dict[str | int, dict[ITEM, list[Call]]] = defaultdict(lambda: defaultdict(list))
        for call in self.wire.calls:
            for one in shown(call.platform, call.body):
                found[self._to(call)][one.kind, one.of].append(call)
        return found

    def _to(self, call: Call) -> str | int:
        if call.platform == "line" and call.endpoint == "reply":
            token = self.line.world.tokens.get(call.body["replyToken"])
            return token.chat if token else ""
        given: str | int = call.body.get("chat_id" if call.platform == "telegram" else "to", "")
        return given

    def _taken(self, buyer: Buyer) -> Iterator[Copy]:
        ledger = self.line.ledger if buyer.platform == "line" else self.telegram.ledger
        for entry in ledger:
            if entry.chat == buyer.chat and entry.via in ("reply", "push", "send", "edit"):
                yield from self._copies(entry)

    @staticmethod
    def _copies(entry: Entry) -> Iterator[Copy]:
        for one in shown(entry.platform, entry.body):
            yield Copy(entry.time, one)

    def _chat(self, buyer: Buyer, calls: dict[ITEM, list[Call]]) -> None:
        taken: dict[ITEM, list[Copy]] = defaultdict(list)
        for copy in self._taken(buyer):
            if copy.shown.kind == "other":
                self._say(buyer, f"an answer nobody asked for: {copy.shown.text[:40]!r}")
            taken[copy.shown.kind, copy.shown.of].append(copy)
        self._answers(buyer, taken, calls)
        self._order(buyer, taken)
        self._warnings(buyer, taken, calls)

    def _answers(
        self, buyer: Buyer, taken: dict[ITEM, list[Copy]], calls: dict[ITEM, list[Call]]
    ) -> None:
        for case in buyer.cases:
            self.count["said"] += case.said
            # Where a start took longer than the countdown, the date was over when it was read.
            if case.said and not taken["draft", case.order] + taken["outrun", case.order]:
                self._say(buyer, f"{case.order}: what was said was never answered")
        for case in buyer.presses:
            self.count["registered"] += bool(case.number)
            self.count["outrun by their own deadline"] += case.outrun
            ends = taken["registered", case.order] + taken["outrun", case.order]
            if case.pressed and not ends:
                self._say(buyer, f"{case.order}: これで登録 was never answered")
            if case.query:
                query = self.telegram.world.queries[case.query]
                late = ends and ends[0].at - query.asked > timedelta(seconds=50)
                if not query.answer and not late:
                    self._say(buyer, f"{case.order}: the press itself was never answered")
        pressed = {case.order for case in buyer.presses if case.pressed}
        for (kind, of), copies in list(taken.items()):
            if kind in ANSWERS:
                self.count["answers taken"] += 1
                # What was said and これで登録 may both be outrun: one such answer each.
                both = kind == "outrun" and of in pressed and not taken["draft", of]
                for one, other in pairwise(copies[both:]):
                    self.count["answers doubled, excused"] += 1
                    if not self._doubtful(calls[kind, of], other.at):
                        self._say(buyer, f"{kind} {of} came twice, {one.at} and {other.at}")

    def _order(self, buyer: Buyer, taken: dict[ITEM, list[Copy]]) -> None:
        """Events were handled in the order of their times: ids and numbers rise, answers too."""
        said = [taken["draft", case.order] for case in buyer.cases]
        ids = [copies[0].shown.draft for copies in said if copies]
        if ids != sorted(set(ids)):
            self._say(buyer, f"messages were not handled in order: {ids}")
        pressed = [taken["registered", case.order] for case in buyer.presses]
        numbers = [copies[0].shown.number for copies in pressed if copies]
        if numbers != list(range(1, len(numbers) + 1)):
            self._say(buyer, f"presses were not handled once each, in order: {numbers}")
        for copies in (said, pressed):
            times = [one[0].at for one in copies if one]
            if times != sorted(times):
                self._say(buyer, "answers overtook each other")
        for copies in (*said, *pressed):
            if len({(copy.shown.draft, copy.shown.number) for copy in copies}) > 1:
                self._say(buyer, f"{copies[0].shown.of} was handled twice")

    def _warnings(
        self, buyer: Buyer, taken: dict[ITEM, list[Copy]], calls: dict[ITEM, list[Call]]
    ) -> None:
        known = {str(case.number): case for case in buyer.presses if case.number}
        for number in known:
            if not taken["warning", number]:
                self._say(buyer, f"#{number} was never warned about")
        for (kind, number), copies in taken.items():
            if kind != "warning" or not copies:
                continue
            self.count[f"warnings on {buyer.platform}"] += 1
            if number not in known:
                self._say(buyer, f"#{number} is warned about, and was never registered")
                continue
            if buyer.platform == "line":
                if len(copies) > 1 or copies[0].shown.again:
                    self._say(buyer, f"#{number} was warned about {len(copies)} times")
            else:
                begun = taken["registered", known[number].order][0].at
                self._on_telegram(buyer, number, copies, calls["warning", number], begun)

    def _on_telegram(
        self, buyer: Buyer, number: str, copies: list[Copy], calls: list[Call], begun: datetime
    ) -> None:
        for place, copy in enumerate(copies):
            doubtful = self._doubtful(calls, copy.at) or self._interrupted(calls, copy.at, begun)
            self.count["warnings marked 再送"] += copy.shown.again
            if copy.shown.again and not doubtful:
                self._say(buyer, f"#{number} is marked 再送, and nothing was doubtful")
            if place:
                self.count["warnings doubled on telegram, excused"] += 1
                if not doubtful:
                    self._say(buyer, f"#{number} came twice without a reason")
                if not copy.shown.again:
                    self._say(buyer, f"#{number} came twice without 再送")

    def _doubtful(self, calls: Sequence[Call], until: datetime) -> bool:
        """Whether an earlier call's fate was hidden: no answer, or a kill after it began."""
        return any(
            call.began < until
            and (
                (call.status is None and self._before(call, calls, until))
                or any(call.began - UNDERWAY <= kill.at < until for kill in self.wire.kills)
            )
            for call in calls
        )

    @staticmethod
    def _before(call: Call, calls: Sequence[Call], until: datetime) -> bool:
        """Whether a call is not the very one that was taken at this moment."""
        latest = max((one.began for one in calls if one.began <= until), default=until)
        return call.began < latest

    def _interrupted(self, calls: Sequence[Call], until: datetime, begun: datetime) -> bool:
        """Whether a kill may have come between the attempt and the wire: no call was seen."""
        if any(call.began < until and self._before(call, calls, until) for call in calls):
            return False
        since = max(begun, until - self.lease)
        return any(since <= kill.at < until for kill in self.wire.kills)
