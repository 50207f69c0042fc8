import copy
import json
import logging

import pytest

from bot.platforms.base import (
    BadToken,
    Outgoing,
    QuotaSpent,
    Refused,
    Rejected,
    Sent,
    TryLater,
    Uncertain,
)
from bot.platforms.line import LinePlatform, QuotaUnknown
from tests.platforms.conftest import impatient, outgoing


@pytest.fixture
def user(fake_line):
    return fake_line.world.user()


@pytest.fixture
def token(fake_line, user):
    event = fake_line.events.text(user, "紛争中です")
    fake_line.world.apply(event)
    return event["replyToken"]


async def test_a_reply_costs_nothing_and_has_no_retry_key(line, fake_line, user, token):
    outcome = await line.send(outgoing(user, reply_token=token))
    (entry,) = fake_line.ledger.of(user)
    assert outcome == Sent(entry.message_ids[0])
    assert (entry.via, entry.retry_key) == ("reply", None)


async def test_a_push_goes_out_under_its_retry_key(line, fake_line, user):
    delivery = outgoing(user)
    outcome = await line.send(delivery)
    (entry,) = fake_line.ledger.of(user)
    assert outcome == Sent(entry.message_ids[0])
    assert entry.retry_key == delivery.retry_key
    assert entry.body["messages"] == delivery.body["messages"]


@pytest.mark.parametrize("kind", ["timeout_after", "reset_after"])
async def test_a_reply_whose_fate_is_unknown_is_tried_once_more(line, fake_line, user, token, kind):
    fake_line.faults.next(kind, on="reply")
    with impatient(line, kind):
        assert isinstance(await line.send(outgoing(user, reply_token=token)), Uncertain)
    again = outgoing(user, reply_token=token, again=True)
    assert await line.send(again) == Sent()
    assert len(fake_line.ledger) == 1


@pytest.mark.parametrize("kind", ["500", "502", "timeout_before", "reset_before"])
async def test_a_reply_that_got_no_answer_may_have_been_delivered(
    line, fake_line, user, token, kind
):
    fake_line.faults.next(kind, on="reply")
    with impatient(line, kind):
        assert isinstance(await line.send(outgoing(user, reply_token=token)), Uncertain)
    outcome = await line.send(outgoing(user, reply_token=token, again=True))
    assert outcome == Sent(fake_line.ledger[0].message_ids[0])


async def test_a_dead_reply_token_is_pushed_instead(line, user):
    outcome = await line.send(outgoing(user, reply_token="0" * 32))
    assert outcome == TryLater("reply token", after=0)


@pytest.mark.parametrize(
    "kind", ["500", "502", "timeout_before", "timeout_after", "reset_before", "reset_after"]
)
async def test_a_push_is_tried_again_under_the_same_key(line, fake_line, user, kind):
    fake_line.faults.next(kind, on="push")
    delivery = outgoing(user)
    with impatient(line, kind):
        assert isinstance(await line.send(delivery), TryLater)
    outcome = await line.send(delivery)
    assert outcome == Sent(fake_line.ledger[0].message_ids[0])
    assert len(fake_line.ledger) == 1


async def test_too_many_calls_hold_up_everyone(line, fake_line, user, token):
    fake_line.faults.next("429", on="push", retry_after=7)
    outcome = await line.send(outgoing(user))
    assert isinstance(outcome, TryLater)
    assert (outcome.everyone, outcome.after) == (True, 7)
    fake_line.faults.next("429", on="reply")
    outcome = await line.send(outgoing(user, reply_token=token))
    assert isinstance(outcome, TryLater)
    assert (outcome.everyone, outcome.after) == (True, None)


async def test_a_spent_quota_is_its_own_outcome(line, fake_line, user):
    fake_line.world.quota = 0
    assert await line.send(outgoing(user)) == QuotaSpent()


async def test_an_unknown_address_is_refused(line):
    assert isinstance(await line.send(outgoing("U" + "0" * 32)), Refused)


async def test_a_wrong_token_refuses_nobody(line, fake_line, user):
    fake_line.access_token = "another"
    assert isinstance(await line.send(outgoing(user)), BadToken)


@pytest.mark.parametrize(
    "messages",
    [
        [{"type": "text", "text": "a" * 5001}],
        [{"type": "text"}],
        [{"type": "unheard"}],
        [],
    ],
)
async def test_a_body_that_can_never_go_is_rejected(line, user, messages):
    outcome = await line.send(outgoing(user, {"messages": messages}))
    assert isinstance(outcome, Rejected)
    assert "aaaa" not in outcome.reason


async def test_nobody_listens(fake_line, user):
    platform = LinePlatform("s", "t", file_address=lambda *_: None, api_url="http://127.0.0.1:1")
    await platform.start()
    assert isinstance(await platform.send(outgoing(user)), TryLater)
    assert isinstance(await platform.send(outgoing(user, reply_token="r")), TryLater)
    await platform.working(user)
    assert await platform.members("C1") is None
    with pytest.raises(QuotaUnknown):
        await platform.quota()
    await platform.stop()


async def test_the_mark_is_all_that_changes(line, fake_line, user):
    flex = {
        "type": "flex",
        "altText": "紛争",
        "contents": {
            "type": "bubble",
            "body": {
                "type": "box",
                "layout": "vertical",
                "contents": [{"type": "text", "text": "紛争"}, {"type": "text", "text": "期限"}],
            },
        },
    }
    body = {"messages": [flex, {"type": "text", "text": "二つ目"}]}
    frozen = copy.deepcopy(body)
    assert await line.send(outgoing(user, body, marked=True)) == Sent(
        fake_line.ledger[0].message_ids[0]
    )
    assert body == frozen
    first, second = fake_line.ledger[0].messages
    assert first["altText"] == "【再送】紛争"
    assert json.dumps(first, ensure_ascii=False).count("【再送】") == 2
    assert second == frozen["messages"][1]
    text = {"messages": [{"type": "text", "text": "hello"}]}
    await line.send(Outgoing(user, text, outgoing(user).retry_key, marked=True, locale="en"))
    assert fake_line.ledger[1].messages[0]["text"] == "[sent again] hello"


async def test_working_members_and_quota(line, fake_line, user):
    await line.working(user)
    (entry,) = fake_line.ledger.of(user, endpoint="chat/loading/start")
    assert entry.body["loadingSeconds"] == 20
    group = fake_line.world.group(user, "U" + "3" * 32)
    await line.working(group)
    assert len(fake_line.ledger) == 1
    assert await line.members(user) == 1
    assert await line.members(group) == 2
    assert await line.quota() == (None, 0)
    fake_line.world.quota = 200
    await line.send(outgoing(group))
    assert await line.quota() == (200, 2)


async def test_our_own_log_lines_hold_no_token_and_no_text(line, fake_line, user, token, caplog):
    caplog.set_level(logging.DEBUG, logger="bot")
    body = {"messages": [{"type": "text", "text": "秘密" * 3000}]}
    outcome = await line.send(outgoing(user, body, reply_token=token))
    assert "LINE did not take a call" in caplog.text
    for told in (caplog.text, str(outcome)):
        assert "秘密" not in told
        assert token not in told
        assert fake_line.access_token not in told
