"""The daily question in words: asked for, sent away, or answered while it stands."""

import re
from datetime import timedelta

from handlers import look_answers, look_in
from handlers.buttons import Payload, Verb, pack
from handlers.casework.planner import look_name
from handlers.casework.policy import LOOK
from handlers.look_buttons import ANSWERS, JUDGED, NONE, OFF, ON, OVER, PROPOSAL
from handlers.reading.zones import zone_of
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.typed import plain
from handlers.which import ask, meant
from storage import warnings
from storage.records import Dispute
from storage.states import DisputeStatus

_PLEASE = r"(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|もらう|もらえますか|くれますか|ね)?"
WISHES = {
    ON: re.compile(
        r"(?:これから|今日から|明日から)?毎日(?:画面を|状況を|様子を)?"
        rf"(?:聞いて|きいて|たずねて|尋ねて|(?:確認|チェック)を?して){_PLEASE}"
        rf"|毎日の?(?:確認|質問)を(?:して|始めて|再開して|お願い(?:します)?){_PLEASE}"
        r"|(?:please )?ask me (?:every day|daily)"
    ),
    OFF: re.compile(
        r"(?:もう)?毎日の?(?:確認|質問|チェック)[はをも]?(?:もう)?(?:(?:やめて|止めて|とめて|"
        rf"停止して|しないで){_PLEASE}|やめる|やめたい|いらない(?:です)?|いりません|不要(?:です)?)"
        rf"|(?:もう|毎日)*聞(?:かないで|くの[をは]?(?:もう)?やめて){_PLEASE}"
        r"|(?:please )?(?:stop asking|(?:do not|don't) ask)(?: me)?(?: every day| any ?more)?"
    ),
}
"""Whole messages that ask for the question, or for an end of it."""

_CAME = (
    r"(?:が(?:来た|きた|出た|届いた|あった|ある|来てる|出てる|来ていた|出ていた|来ている|出ている|"
    r"(?:来|き|出|届き|あり)ました|あります|来ています|出ています|来ていました|出ていました))?"
)
_SAID = {
    NONE: re.compile(
        r"(?:(?:今日|本日|昨日|今|現在)(?:のところ)?[はも]?、?)?(?:画面[はも]、?)?"
        r"(?:特に|とくに|まだ|何も|なにも|全然|全く|まったく)*"
        r"(?:(?:変化|変わり|動き)[はも]?(?:なし|無し|ない|なかった|ありません(?:でした)?)"
        r"|変わ(?:って(?:い)?(?:ない|ません(?:でした)?|なかった)|ら(?:ず|ない|なかった)"
        r"|りません(?:でした)?)|(?:昨日|前|前回|いつも)と同じ|そのまま)"
        r"(?:です)?[よねー]*"
        r"|(?:there (?:is|was) )?(?:still )?no changes?|nothing(?: has| is)? (?:changed|new)"
        r"|unchanged|(?:it has |has )?not changed|(?:it )?hasn't changed"
    ),
    PROPOSAL: re.compile(
        rf"(?:また)?(?:新しい|新たな)提案{_CAME}(?:です)?[よねー]*"
        r"|(?:there is |i (?:got|have|see) )?(?:a )?new (?:proposal|offer)(?: came| is there)?"
    ),
    JUDGED: re.compile(
        rf"(?:やっと|ついに)?判定{_CAME}(?:です)?[よねー]*"
        r"|(?:there is |i (?:got|have) )?(?:a |the )?judge?ment(?: is out| came)?"
    ),
    OVER: re.compile(r"終了(?:した|しました|してい(?:た|ました)|してた)?|it has ended|it ended"),
}
_NAMED = re.compile(r"^(?:#\s*\d{1,4}|\d{1,3}番)(?:の件)?[はをのも、:\s]*")


async def answer(turn: Turn, text: str) -> Reply | None:
    """Answer a message that is about the daily question; None for any other."""
    word = _NAMED.sub("", plain(text))
    if len(word) > 40:
        return None
    for wanted, wish in WISHES.items():
        if wish.fullmatch(word):
            return await look_in.told(turn, text, wanted)
    said = next((name for name in ANSWERS if _means(turn, name, word)), None)
    cases = await _asked(turn, text) if said else []
    if said is None or not cases:
        return None
    if said == NONE:
        return await look_answers.unchanged(turn, cases)
    if len(cases) == 1:
        return await look_answers.on_press(turn, Payload(Verb.LOOK, cases[0].id, said))
    question = turn.say("look-which-answer")
    return ask(turn, question, cases, lambda case: pack(Verb.LOOK, case.id, said))


def _means(turn: Turn, name: str, word: str) -> bool:
    label = plain(turn.say(f"look-answer-{name}"))
    return word == label or bool(_SAID[name].fullmatch(word))


async def _asked(turn: Turn, text: str) -> list[Dispute]:
    """The open cases whose question still stands: put today, or yesterday and not answered."""
    today = turn.now.astimezone(zone_of(turn.owner.zone)).date()
    names = {look_name(today), look_name(today - timedelta(days=1))}
    found = []
    for case in await meant(turn, text):
        if case.status is DisputeStatus.OPEN:
            sent = await warnings.sent_of_dispute(turn.tx, case.id, LOOK)
            if names & sent:
                found.append(case)
    return found
