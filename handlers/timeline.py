"""図で見る: a case's clocks as a time line, drawn by the platform and told in words beside it."""

import re
from datetime import datetime, timedelta

from handlers import menu
from handlers.asking_date import LIVE
from handlers.buttons import Payload, Verb, pack
from handlers.card import todo
from handlers.card_rows import COMING, live_clocks
from handlers.casework import stages
from handlers.casework.policy import is_warning
from handlers.gone import gone
from handlers.proposals_told import proposal_words
from handlers.replies import Button, Mark, Picture, Press, Reply, Timeline
from handlers.turn import Turn
from handlers.which import ask, meant, named
from handlers.wording import (
    date_words,
    day_words,
    deadline_left,
    deadline_words,
    kind_words,
    outcome_words,
    short_words,
    stage_words,
)
from storage import deadlines, outbox, proposals
from storage import disputes as cases_kept
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus

MINUTE = timedelta(minutes=1)
BEHIND = 4
"""So much of what is over is shown, the latest."""
SIGNS = {"past": "・", "now": "▶ ", "next": "● ", "clock": "● ", "coming": "○ ", "warnings": "◇ "}
"""What a mark is, before its line of words."""

_ASKED = re.compile(
    r"(?:#?\s*\d{1,4}番?(?:の件)?[をのは]?)?(?:この件を?|紛争を?|期限を?|流れを?|全体を?|の)*"
    r"(?:図|図解|タイムライン|時系列|年表|スケジュール表)"
    r"(?:[でにを]|として)?(?:まとめて|表示して|出して|描いて|作って|見せて|見たい(?:です)?|見る|して)?"
    r"(?:もらえますか|もらえる|くれますか|くれる|ください|下さい|ほしい(?:です)?|欲しい(?:です)?|よ|ね)?"
    r"|(?:show (?:me )?)?(?:the |a |my )?time ?line(?: please)?"
    r"|(?:(?:show|see) (?:me )?(?:it |this )?)?as a picture(?: please)?"
)


def is_asked(word: str) -> bool:
    """Whether a whole message, made plain, asks for the picture."""
    return bool(_ASKED.fullmatch(word))


async def told(turn: Turn, text: str = "") -> Reply:
    """「図で見せて」「タイムライン」: of the case that is meant."""
    say = turn.say
    found = await meant(turn, text)
    if not found:
        return menu.plain(say("nothing-runs"), menu.new(say), menu.help_(say))
    if len(found) > 1:
        return ask(turn, say("timeline-which"), found, lambda one: pack(Verb.TIMELINE, one.id))
    return await _shown(turn, found[0])


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """図で見る, on a case's card."""
    case = await cases_kept.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if case is None or case.status not in (*LIVE, DisputeStatus.CLOSED):
        return await gone(turn)
    return await _shown(turn, case)


async def _shown(turn: Turn, case: Dispute) -> Reply:
    say = turn.say
    timeline = await timeline_of(turn, case)
    buttons: list[Button] = [] if case.status is DisputeStatus.CLOSED else [todo(say, case)]
    buttons += [Press(say("button-see-card"), pack(Verb.CARD, case.id)), menu.cases(say)]
    return Reply((Picture(timeline, _in_words(turn, timeline), tuple(buttons)),))


async def timeline_of(turn: Turn, case: Dispute) -> Timeline:
    """What is behind, the present moment, every clock to come and when warnings fall due."""
    say, zone = turn.say, turn.owner.zone
    clocks = await live_clocks(turn, case)
    ahead = [clock for clock in clocks if clock.at > turn.now]
    now_words = date_words(say, turn.now, "datetime", zone, turn.now)
    behind = sorted(await _behind(turn, case, clocks), key=lambda mark: mark.at)[-BEHIND:]
    marks = [*behind, Mark("now", turn.now, now_words, say("timeline-now"))]
    fixed = [_clock(turn, clock, first=clock is ahead[0]) for clock in ahead]
    fixed += _coming(turn, case, clocks)
    times = await _warning_times(turn, ahead)
    for mark in sorted(fixed, key=lambda one: one.at):
        before = [at for at in times if at <= mark.at]
        times = times[len(before) :]
        marks += [*_warnings(turn, before), mark]
    if case.status is DisputeStatus.CLOSED:
        stage = say("timeline-outcome", outcome=outcome_words(say, case.outcome or "other"))
    else:
        stage = say("timeline-stage", stage=stage_words(say, case.stage or "unknown"))
    return Timeline(named(say, case), stage, tuple(marks))


async def _behind(turn: Turn, case: Dispute, clocks: list[Deadline]) -> list[Mark]:
    say = turn.say
    marks = [_past(turn, case.created_at, say("timeline-registered"))]
    if case.opened_at and abs(case.opened_at - case.created_at) >= MINUTE:
        marks.append(_past(turn, case.opened_at, say("timeline-opened")))
    told = await proposals.of_dispute(turn.tx, case.id)
    # What the buyer asked for at first stands in the title.
    first = next((one for one in told if one.made_by == "buyer"), None)
    for one in told:
        if one is first:
            continue
        label = say(f"timeline-proposal-{one.made_by}")
        marks.append(_past(turn, one.told_at, label, proposal_words(say, case, one)))
    over = await deadlines.of_dispute(turn.tx, case.id, DeadlineStatus.OVER)
    for clock in (*over, *clocks):
        if clock.at <= turn.now and not (clock.provisional and clock in over):
            words = deadline_words(say, clock, turn.owner.zone, turn.now)
            label = say("timeline-past-clock", kind=kind_words(say, clock.kind))
            marks.append(Mark("past", clock.at, words, label))
    if case.closed_at:
        marks.append(_past(turn, case.closed_at, say("timeline-closed")))
    return [mark for mark in marks if mark.at <= turn.now]


def _past(turn: Turn, at: datetime, label: str, more: str = "") -> Mark:
    words = date_words(turn.say, at, "datetime", turn.owner.zone, turn.now)
    return Mark("past", at, words, label, more)


def _clock(turn: Turn, clock: Deadline, *, first: bool) -> Mark:
    say, zone = turn.say, turn.owner.zone
    label = kind_words(say, clock.kind)
    if clock.provisional:
        label = say("card-provisional", kind=label)
    words = deadline_words(say, clock, zone, turn.now)
    left = deadline_left(say, clock, zone, turn.now)
    return Mark("next" if first else "clock", clock.at, words, label, left)


def _coming(turn: Turn, case: Dispute, clocks: list[Deadline]) -> list[Mark]:
    say, zone = turn.say, turn.owner.zone
    found = stages.coming(case.stage, clocks, case.opened_at, zone)[:COMING]
    return [
        Mark(
            "coming",
            at,
            say("timeline-coming-day", day=day_words(say, at, zone)),
            kind_words(say, kind),
        )
        for kind, at in found
        if at > turn.now
    ]


async def _warning_times(turn: Turn, clocks: list[Deadline]) -> list[datetime]:
    times: set[datetime] = set()
    for clock in clocks:
        planned = await outbox.warnings_of(turn.tx, clock.id)
        times |= {one.due_at for one in planned if is_warning(one.offset)}
    last = max((clock.at for clock in clocks), default=turn.now)
    return sorted(at for at in times if turn.now < at <= last)


def _warnings(turn: Turn, times: list[datetime]) -> list[Mark]:
    if not times:
        return []
    words = ", ".join(short_words(turn.say, at, turn.owner.zone) for at in times)
    return [Mark("warnings", times[-1], words, turn.say("timeline-warnings"))]


def _in_words(turn: Turn, timeline: Timeline) -> str:
    """The picture told line by line, for whoever does not see it."""
    say = turn.say
    lines = [timeline.title, timeline.stage]
    for mark in timeline.marks:
        words, label = mark.words, mark.label
        if mark.kind in ("now", "warnings"):
            words, label = label, words
        if mark.more:
            line = say("timeline-line-more", words=words, label=label, more=mark.more)
        else:
            line = say("timeline-line", words=words, label=label)
        lines.append(SIGNS[mark.kind] + line)
    if not any(mark.kind in ("next", "clock") for mark in timeline.marks):
        lines.append(say("timeline-no-clock"))
    return "\n".join(lines)
