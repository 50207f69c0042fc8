"""Every path of every playbook to its end, in both languages, on both views.

No dead end, no missing variable, no text over a platform's limit.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.platforms import line_view, telegram_view
from bot.platforms.base import AnswerTo
from handlers.buttons import Verb
from handlers.casework.conditions import UNKNOWN, Known
from handlers.casework.playbook_check import situations
from handlers.casework.playbooks import load
from handlers.events import Pressed
from handlers.replies import Card, Reply, Text, apart
from handlers.routes import answer
from handlers.turn import Turn
from locales.catalogue import LOCALES, Words
from storage import disputes, owners, progress
from storage.records import Dispute
from storage.states import DisputeStatus
from tests.fakes.line_rules import check_request
from tests.fakes.telegram_rules import check_markup, formatted
from tests.handlers.talk import Talk, payload, talk_in

HELPING = (Verb.STEP_HOW, Verb.STEP_MISSING, Verb.STEP_UNSURE, Verb.STEP_LATER)
PRESSED = AnswerTo(callback="99", pressed_message="7")


@pytest.fixture(params=LOCALES)
async def talk(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "paths.db", locale=request.param) as talk:
        yield talk


async def a_case(talk: Talk, tx: AsyncConnection, known: Known) -> Dispute:
    """A case of which exactly this is known."""
    answers = {fact: value for fact, value in known.items() if value != UNKNOWN and fact != "case"}
    draft = await disputes.add(tx, talk.chat.owner_id, talk.now, answers=answers)
    watching = known.get("case") == "watching"
    status = DisputeStatus.WATCHING if watching else DisputeStatus.OPEN
    return await disputes.register(tx, draft.id, status, None if watching else talk.now)


def check_line(reply: Reply, locale: str) -> None:
    for body in line_view.render(reply, locale=locale, file_address=lambda *_: None):
        assert check_request("message/push", {"to": "U1", **body}) == []


def check_telegram(reply: Reply, locale: str) -> None:
    for body in telegram_view.render(reply, PRESSED, locale=locale):
        if "text" in body and body["method"] != "answerCallbackQuery":
            formatted(body["text"], None, body.get("entities"), 4096)
        check_markup(body.get("reply_markup"))


async def press(
    talk: Talk, tx: AsyncConnection, verb: Verb, case: Dispute | None, argument: str
) -> Reply:
    """Press a button; its answer can go on, and breaks no platform's rule."""
    owner = await owners.owner(tx, talk.chat.owner_id)
    event = Pressed(payload(verb, case.id if case else None, argument))
    say = Words(owner.locale, strict=True)
    reply = await answer(Turn(tx, talk.now, talk.now, owner, talk.chat, event, say))
    assert reply is not None
    last = apart(reply)[-1]
    assert isinstance(last, Card | Text)
    assert last.buttons, f"a dead end after {event.payload}"
    check_line(reply, owner.locale)
    check_telegram(reply, owner.locale)
    return reply


@pytest.mark.parametrize("name", load())
async def test_every_path_of(talk: Talk, name: str) -> None:
    """In every situation できた leads to the end; every step once with all its buttons."""
    playbook = load()[name]
    helped: set[str] = set()
    walked: set[tuple[str, ...]] = set()
    async with talk.database.write() as tx:
        await press(talk, tx, Verb.PLAYBOOK, None, name)
        for known in situations(playbook):
            path = tuple(step.id for step in playbook.steps_for(known))
            if path in walked:
                continue
            walked.add(path)
            case = await a_case(talk, tx, known)
            await press(talk, tx, Verb.PLAYBOOK, case, name)
            # What a step moves may change which steps are left: the bot says which is next.
            for _ in range(len(playbook.steps) + 1):
                found = await progress.get(tx, case.id, name)
                assert found is not None
                if found.finished_at is not None:
                    break
                assert found.step is not None
                for verb in HELPING if found.step not in helped else ():
                    await press(talk, tx, verb, case, f"{name}.{found.step}")
                helped.add(found.step)
                await press(talk, tx, Verb.STEP_DONE, case, f"{name}.{found.step}")
            assert found is not None
            assert found.finished_at == talk.now, f"no end with {known}"
    assert helped == {step.id for step in playbook.steps}


@pytest.mark.parametrize("name", [name for name, one in load().items() if one.ask])
async def test_each_answer_leads_to_its_steps(talk: Talk, name: str) -> None:
    """Asked at most once: an answer is followed by the first step that it needs."""
    playbook = load()[name]
    asked = playbook.ask or ""
    async with talk.database.write() as tx:
        for known in situations(playbook):
            value = known.get(asked, UNKNOWN)
            if value == UNKNOWN:
                continue
            case = await a_case(talk, tx, {**known, asked: UNKNOWN})
            shown = await press(talk, tx, Verb.PLAYBOOK, case, name)
            question = Words((await owners.owner(tx, talk.chat.owner_id)).locale)
            titles = [node.title for node in apart(shown) if isinstance(node, Card)]
            assert question(f"question-{asked}") in titles
            answered = await press(talk, tx, Verb.ANSWER, case, f"{name}.{asked}.{value}")
            titles = [node.title for node in apart(answered) if isinstance(node, Card)]
            assert question(f"question-{asked}") not in titles
            now_case = await disputes.get(tx, case.owner_id, case.id)
            assert now_case is not None
            assert now_case.answers[asked] == value
