import json
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.base import AnswerTo
from bot.platforms.telegram_view import render
from handlers.replies import (
    Camera,
    Card,
    Copy,
    Copyable,
    Document,
    Instant,
    Link,
    Media,
    PickDate,
    Picture,
    Press,
    Progress,
    Reply,
    Row,
    Text,
    Timeline,
)
from tests.fakes.telegram_rules import check_markup, formatted
from tests.platforms.trees import ANY, replies, strings_in, words_of

SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
PRESSED = AnswerTo(callback="99", pressed_message="7")


def view(*nodes, to=None, **more):
    return render(Reply(nodes, **more), to or AnswerTo(), locale="ja")


def keys(body):
    return [key for row in body["reply_markup"]["inline_keyboard"] for key in row]


def check(bodies):
    for body in bodies:
        assert json.loads(json.dumps(body)) == body
        if body["method"] == "answerCallbackQuery":
            assert len(body.get("text", "")) <= 200
        elif "text" in body:
            # Room for the mark of a message that is sent again.
            shown, _ = formatted("m" * 14 + body["text"], None, None, 4096)
            _, kept = formatted(body["text"], None, body.get("entities"), 4096)
            assert shown.endswith(body["text"])
            assert kept == body.get("entities", [])
        else:
            formatted(body.get("caption", "") + "m" * 14, None, None, 1024, caption=True)
        check_markup(body.get("reply_markup"))


@SLOW
@given(replies(), st.booleans())
def test_no_limit_is_passed_and_no_word_is_lost(reply, pressed):
    bodies = render(reply, PRESSED if pressed else AnswerTo(), locale="ja")
    check(bodies)
    shown = "\n".join(strings_in(bodies))
    assert [word for word in words_of(reply) if word not in shown] == []
    assert [b["method"] for b in bodies].count("answerCallbackQuery") == pressed


@SLOW
@given(replies(ANY, ANY), st.sampled_from(["ja", "en"]))
def test_no_text_whatever_breaks_a_rule(reply, locale):
    check(render(reply, PRESSED, locale=locale))


def test_nothing_to_say_is_no_call_but_a_press_is_answered():
    assert view() == []
    assert view(Text(" \n"), Copyable("", "コピー")) == []
    answer = {"method": "answerCallbackQuery", "callback_query_id": "99"}
    assert view(to=PRESSED) == [answer]
    assert view(to=PRESSED, toast="保存しました") == [{**answer, "text": "保存しました"}]
    assert view(toast="保存しました") == [{"method": "sendMessage", "text": "保存しました"}]


def test_a_press_changes_its_own_message_where_that_is_asked():
    answer, edit, sent = view(Text("一"), Text("二"), to=PRESSED, replaces_pressed=True)
    assert answer["method"] == "answerCallbackQuery"
    assert edit == {"method": "editMessageText", "message_id": 7, "text": "一"}
    assert sent == {"method": "sendMessage", "text": "二"}
    assert [b["method"] for b in view(Text("一"), to=PRESSED)][1:] == ["sendMessage"]
    picture = Media("b", "image/png", "a.png")
    made = view(picture, Text("二"), to=PRESSED, replaces_pressed=True)
    assert [b["method"] for b in made][1:] == ["sendPhoto", "sendMessage"]


def test_a_card_has_a_bold_title_and_moments_in_the_readers_own_zone():
    at = datetime(2027, 2, 3, 14, 59, tzinfo=UTC)
    rows = (Row("👍 期限", Instant(at, "2月3日(水) 23:59", "datetime")), Row("金額", "6,993円"))
    (body,) = view(Card("#1 色違い", rows, ("目安です",), progress=Progress(2, 5)))
    lines = body["text"].split("\n")
    assert lines[:3] == ["#1 色違い", "👍 期限: 2月3日(水) 23:59", "金額: 6,993円"]
    assert lines[3:] == ["▰▰▰▰▱▱▱▱▱▱ 2/5", "目安です"]
    bold, moment, note = body["entities"]
    assert (bold["type"], bold["offset"], bold["length"]) == ("bold", 0, 6)
    assert moment == {
        "type": "date_time",
        "unix_time": int(at.timestamp()),
        "date_time_format": "wDt",
        "offset": 14,
        "length": 13,
    }
    assert note["type"] == "italic"


def test_half_a_moment_is_only_words():
    row = Row("x" * 4070, Instant(datetime(2027, 2, 3, tzinfo=UTC), "2月 3日 23:59 です"))
    first, second = view(Card("", (row,)))
    assert "entities" not in first
    assert "entities" not in second


def test_short_buttons_share_a_row_and_long_ones_do_not():
    labels = [
        "できた",
        "やり方",
        "あとで",
        "ボタンがない",
        "わからない",
        "とても長い名前のボタンですよ",
    ]
    (body,) = view(Text("a", tuple(Press(label, "x") for label in labels)))
    rows = body["reply_markup"]["inline_keyboard"]
    assert [[key["text"] for key in row] for row in rows] == [labels[:3], labels[3:5], labels[5:]]


def test_no_row_has_more_than_three_buttons():
    (body,) = view(Text("a", tuple(Press(label, "x") for label in "12345")))
    assert [len(row) for row in body["reply_markup"]["inline_keyboard"]] == [3, 2]


def test_a_toast_is_cut_and_a_text_too_long_to_copy_becomes_blocks():
    (answer,) = view(to=PRESSED, toast="保存しました。" * 40)
    assert len(answer["text"]) == 200
    blocks, text = view(Text("どうぞ", (Copy("コピー", "word " * 100),)))
    assert [len(key["copy_text"]["text"]) for key in keys(blocks)] == [254, 244]
    assert text == {"method": "sendMessage", "text": "どうぞ"}


def test_every_kind_of_button():
    (body,) = view(
        Text(
            "a",
            (
                Press("できた", "1~done~7~", "primary"),
                Press("削除", "1~dely~7~", "danger"),
                PickDate("日付", "1~date~7~", "datetime", "2027-02-03T18:00"),
                Link("開く", "https://example.com/?q=期限"),
                Copy("コピー", "I reject."),
                Camera("撮る"),
            ),
        )
    )
    done, delete, pick, link, copy = keys(body)
    assert done == {"text": "できた", "callback_data": "1~done~7~", "style": "primary"}
    assert delete["style"] == "danger"
    assert pick["callback_data"] == "c~M~2027-02~1~date~7~"
    assert link["url"] == "https://example.com/?q=%E6%9C%9F%E9%99%90"
    assert copy["copy_text"] == {"text": "I reject."}


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/a", "http://localhost/", "ftp://example.com/", "http://[::1"]
)
def test_a_private_address_is_written_out(url):
    (body,) = view(Text("どうぞ", (Link("開く", url),)))
    assert body["text"] == f"どうぞ\n開く: {url}"
    assert "reply_markup" not in body


def test_a_draft_is_a_block_and_a_button_for_each_256_characters():
    (short,) = view(Copyable("I reject this.", "英文をコピー", "拒否します。"))
    assert short["text"] == "拒否します。\n\nI reject this."
    assert [e["type"] for e in short["entities"]] == ["pre"]
    assert keys(short) == [{"text": "英文をコピー", "copy_text": {"text": "I reject this."}}]
    draft = "This is one sentence of it. " * 25
    (long,) = view(Copyable(draft, "英文をコピー"))
    assert " ".join(key["copy_text"]["text"] for key in keys(long)) == draft.strip()
    assert [key["text"] for key in keys(long)] == [f"英文をコピー {n}/3" for n in (1, 2, 3)]


def test_more_than_a_keyboard_goes_on_in_the_next_message():
    first, second = view(Text("一覧", tuple(Press(f"#{n}", f"1~card~{n}~") for n in range(120))))
    assert len(keys(first)) + len(keys(second)) == 120
    assert second["text"] == "つづき"


@pytest.mark.parametrize(
    ("media_type", "method"),
    [
        ("image/jpeg", "sendPhoto"),
        ("image/heic", "sendDocument"),
        ("video/mp4", "sendVideo"),
        ("application/pdf", "sendDocument"),
    ],
)
def test_files_go_with_the_call(media_type, method):
    (body,) = view(Media("b1", media_type, "傷.jpg", "届いたとき"))
    file = {"blob": "b1", "name": "傷.jpg", "media_type": media_type}
    assert body == {"method": method, **file, "caption": "届いたとき"}


def test_a_caption_too_long_is_told_before():
    told, file = view(Media("b1", "image/jpeg", "傷.jpg", "word " * 300))
    assert told["text"].count("word") == 300
    assert "caption" not in file


def test_a_document_carries_its_own_text():
    (body,) = view(Document("a.ics", "text/calendar", "BEGIN\r\n", "期限です", "追加する"))
    assert body == {
        "method": "sendDocument",
        "content": "BEGIN\r\n",
        "name": "a.ics",
        "caption": "期限です",
    }


def test_a_silent_reply_makes_no_sound():
    (body,) = render(Reply((Text("着金"),), silent=True), AnswerTo(), locale="ja")
    assert body["disable_notification"] is True


def test_a_picture_has_its_words_as_its_caption_and_its_buttons():
    timeline = Timeline("#1 色違い", "段階: 交渉中", ())
    (body,) = view(Picture(timeline, "いま: 11月23日", (Press("やること", "1~todo~1~"),)))
    assert body["method"] == "sendPhoto"
    assert body["caption"] == "いま: 11月23日"
    assert msgspec.convert(body["drawing"], Timeline) == timeline
    assert [key["text"] for key in keys(body)] == ["やること"]


def test_words_too_long_for_a_caption_follow_their_picture():
    words = "○ 期限\n" * 300
    body, *told = view(Picture(Timeline("#1", "", ()), words, (Press("一覧", "1~list~~"),)))
    assert "caption" not in body
    assert "reply_markup" not in body
    assert "".join(one["text"] for one in told).count("期限") == 300
    assert [key["text"] for key in keys(told[-1])] == ["一覧"]
