import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linebot.v3.messaging import Message  # type: ignore[import-untyped]
from msgspec import structs

from bot.platforms.line_view import render
from handlers.replies import (
    Camera,
    Card,
    Copy,
    Copyable,
    Document,
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
from tests.fakes.line_rules import check_request
from tests.platforms.trees import ANY, replies, strings_in, words_of

SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def view(*nodes, address="https://files.example/x"):
    return render(Reply(nodes), locale="ja", file_address=lambda *_: address)


def messages(*nodes, **more):
    return [message for body in view(*nodes, **more) for message in body["messages"]]


def check(bodies):
    for body in bodies:
        assert list(body) == ["messages"]
        assert check_request("message/push", {"to": "U1", **body}) == []
        assert json.loads(json.dumps(body)) == body
        written = [Message.from_dict(message).to_dict() for message in body["messages"]]
        assert written == body["messages"]


@SLOW
@given(replies())
def test_no_limit_is_passed_and_no_word_is_lost(reply):
    bodies = render(reply, locale="ja", file_address=lambda *_: None)
    check(bodies)
    shown = "\n".join(strings_in(bodies))
    assert [word for word in words_of(reply) if word not in shown] == []
    for body in bodies:
        for message in body["messages"]:
            assert "quickReply" not in message or message is bodies[-1]["messages"][-1]


@SLOW
@given(replies(ANY, ANY), st.sampled_from(["ja", "en"]))
def test_no_text_whatever_breaks_a_rule(reply, locale):
    check(render(reply, locale=locale, file_address=lambda *_: "https://files.example/あ b"))


def test_nothing_to_say_is_no_call():
    assert view() == []
    assert view(Text(" \n")) == []
    assert view(Copyable("", "コピー")) == []


def test_a_few_words_alone_are_a_message():
    (body,) = render(Reply(toast="保存しました"), locale="ja", file_address=lambda *_: None)
    assert body == {"messages": [{"type": "text", "text": "保存しました"}]}


def test_buttons_stand_in_the_bubble_and_again_below_the_last_message():
    press = Press("できた", "1~done~7~", "primary")
    first, last = messages(
        Card("手順 1/5", buttons=(press, Camera("撮る"))), Text("見つかりましたか?")
    )
    foot = json.dumps(first["contents"]["footer"], ensure_ascii=False)
    assert "できた" in foot
    assert "撮る" not in foot
    items = [item["action"] for item in last["quickReply"]["items"]]
    assert [item["type"] for item in items] == ["postback", "camera"]
    assert items[0] == {
        "type": "postback",
        "label": "できた",
        "data": "1~done~7~",
        "displayText": "できた",
    }
    assert "quickReply" not in first


def test_the_last_question_has_the_quick_replies():
    _, last = messages(
        Card("a", buttons=(Press("登録", "1~reg~1~"), Camera("撮る"))),
        Text("理由は?", (Press("色違い", "1~rsn~1~c"),)),
    )
    labels = [item["action"]["label"] for item in last["quickReply"]["items"]]
    assert labels == ["色違い", "撮る"]


def test_long_labels_are_cut_where_they_must_be_and_spoken_whole():
    label = "とても長いボタンの名前" * 5
    (message,) = messages(Text("a", (Press(label, "1~list~~"),)))
    quick = message["quickReply"]["items"][0]["action"]
    assert len(quick["label"]) == 20
    assert quick["label"].endswith("…")
    assert quick["displayText"] == label
    button = message["contents"]["footer"]["contents"][0]
    assert len(button["action"]["label"]) == 40
    assert button["adjustMode"] == "shrink-to-fit"


def test_a_picker_has_its_mode_and_its_bounds():
    pick = PickDate("日付", "1~date~1~", "datetime", "2027-02-03T18:00", "2027-03-01T00:00:30")
    (message,) = messages(Text("いつ?", (pick,)))
    assert message["quickReply"]["items"][0]["action"] == {
        "type": "datetimepicker",
        "label": "日付",
        "data": "1~date~1~",
        "mode": "datetime",
        "initial": "2027-03-01T00:00",
        "min": "2027-03-01T00:00",
    }
    (message,) = messages(Text("いつ?", (PickDate("日付", "x", "date", "2027-02-03T18:00"),)))
    assert message["quickReply"]["items"][0]["action"]["initial"] == "2027-02-03"


def test_a_card_is_told_in_words_too():
    (message,) = messages(
        Card("#1 色違い", (Row("期限", "2月3日"),), ("目安です",), progress=Progress(1, 5))
    )
    assert message["altText"] == "#1 色違い\n期限: 2月3日\n1/5\n目安です"


def test_the_bar_is_as_long_as_what_is_done():
    (message,) = messages(Card("手順", progress=Progress(2, 5)))
    assert '"width": "40%"' in json.dumps(message)
    (message,) = messages(Card("手順", progress=Progress(0, 5)))
    assert '"width"' not in json.dumps(message)


def test_more_than_five_messages_are_packed_into_one_call():
    cards = [Card(f"#{n}", (Row("期限", "2月3日"),)) for n in range(9)]
    (body,) = view(
        Text("一覧"), Text("です"), *cards, Text("どれですか?", (Press("新規", "1~new~~"),))
    )
    assert [message["type"] for message in body["messages"]] == ["text", "flex"]
    assert len(body["messages"][1]["contents"]["contents"]) == 10
    check([body])


def test_what_cannot_be_packed_takes_a_second_call():
    pictures = [Media("b", "image/png", "a.png")] * 7
    first, second = view(*pictures)
    assert [len(first["messages"]), len(second["messages"])] == [5, 2]


def test_many_buttons_go_on_in_the_next_bubble():
    buttons = tuple(Press(f"{n}番目の紛争の名前", f"1~card~{n}~") for n in range(30))
    made = messages(Card("一覧", buttons=buttons))
    assert len(made) == 3
    shown = json.dumps(made, ensure_ascii=False)
    assert all(f"1~card~{n}~" in shown for n in range(30))
    assert len(made[-1]["quickReply"]["items"]) == 13


def test_a_card_too_large_for_a_bubble_goes_on_in_the_next():
    notes = tuple(f"その{n}。" + "期限は画面で見てください。" * 30 for n in range(60))
    bodies = view(Card("長いカード", notes=notes, buttons=(Press("一覧", "1~list~~"),)))
    check(bodies)
    shown = json.dumps(bodies, ensure_ascii=False)
    assert all(f"その{n}。" in shown for n in range(60))
    last = bodies[-1]["messages"][-1]["contents"]
    assert "一覧" in json.dumps(last, ensure_ascii=False)


def test_a_draft_is_copied_in_one_tap_and_a_long_one_in_parts():
    (one,) = messages(Copyable("I reject this.", "英文をコピー", "拒否します。"))
    assert one["contents"]["footer"]["contents"][0]["action"] == {
        "type": "clipboard",
        "label": "英文をコピー",
        "clipboardText": "I reject this.",
    }
    assert "拒否します。" in json.dumps(one, ensure_ascii=False)
    draft = "This is one sentence of it. " * 90
    made = messages(Copyable(draft, "英文をコピー"))
    copied = [m["contents"]["footer"]["contents"][0]["action"] for m in made]
    assert " ".join(action["clipboardText"] for action in copied) == draft.strip()
    assert [action["label"] for action in copied] == [f"英文をコピー {n}/3" for n in (1, 2, 3)]


def test_a_link_that_line_takes_is_a_button_and_another_is_told():
    (message,) = messages(Text("どうぞ", (Link("開く", "https://example.com/?q=期限"),)))
    action = message["contents"]["footer"]["contents"][0]["action"]
    assert action["uri"] == "https://example.com/?q=%E6%9C%9F%E9%99%90"
    assert messages(Text("どうぞ", (Link("開く", "http://localhost:8000/"),))) == [
        {"type": "text", "text": "開く\nhttp://localhost:8000/"},
        {"type": "text", "text": "どうぞ"},
    ]


def test_a_text_too_long_for_the_clipboard_becomes_blocks():
    made = messages(Text("どうぞ", (Copy("コピー", "word " * 400),)))
    assert [m["type"] for m in made] == ["flex", "flex", "text"]


def test_pictures_need_a_public_address():
    picture = Media("b", "image/jpeg", "傷.jpg", "届いたとき")
    caption, image = messages(picture)
    assert caption["text"] == "届いたとき"
    assert image["originalContentUrl"] == image["previewImageUrl"] == "https://files.example/x"
    *_, told = messages(picture, address=None)
    assert "傷.jpg" in told["text"]
    (told,) = messages(Media("b", "application/pdf", "受領書.pdf"))
    assert told["text"].endswith("https://files.example/x?openExternalBrowser=1")
    (told,) = messages(Media("b", "video/mp4", "開封.mp4"))
    assert told["text"].endswith("https://files.example/x"), "a video plays within LINE"


def test_a_document_is_an_address_to_open_outside_of_line():
    address = "https://a.example/a.ics"
    node = Document("a.ics", "text/calendar", "BEGIN", "期限です", "追加する", address)
    (told,) = messages(node)
    assert told["text"] == "期限です\nhttps://a.example/a.ics?openExternalBrowser=1"
    assert messages(structs.replace(node, address="")) == []


def test_a_silent_reply_says_so_in_every_call():
    reply = Reply(tuple(Text(f"{n}" * 4000) for n in range(8)), silent=True)
    made = render(reply, locale="ja", file_address=lambda *_: None)
    assert len(made) > 1
    assert all(body["notificationDisabled"] for body in made)


def test_a_picture_stands_before_its_words_where_it_can_be_fetched():
    node = Picture(Timeline("#1", "", ()), "いま\n期限", (Press("やること", "1~todo~1~"),))
    reply = Reply((node,))
    (body,) = render(
        reply,
        locale="ja",
        file_address=lambda *_: None,
        drawing_address=lambda _: "https://bot.example/drawings/x",
    )
    check([body])
    image, told = body["messages"]
    assert image["originalContentUrl"] == "https://bot.example/drawings/x"
    assert told["altText"] == "いま\n期限"
    assert told["quickReply"]["items"][0]["action"]["label"] == "やること"
    (told,) = messages(node)
    assert told["altText"] == "いま\n期限"


def test_a_number_leaves_its_step_more_room():
    card = Card("手順", (Row("1/5", "提案を見る"), Row("理由", "色違い")))
    (message,) = messages(card)
    step, reason = message["contents"]["body"]["contents"]
    assert [one["flex"] for one in step["contents"]] == [1, 7]
    assert [one["flex"] for one in reason["contents"]] == [3, 7]


def test_a_card_of_nothing_but_a_camera_is_a_text_to_stand_under():
    (message,) = messages(Card("", buttons=(Camera("カメラ"),)))
    assert message["type"] == "text"
    assert [one["action"]["type"] for one in message["quickReply"]["items"]] == ["camera"]
