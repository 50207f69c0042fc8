"""What the pieces of a message speak for, and when that counts."""

import pytest

from handlers.reading import second_opinion
from handlers.reading.opinion import Opinion
from handlers.reading.second_opinion import opinion_by, opinion_on, pieces_of
from handlers.reading.weights import NONE, Field, weights_of
from tests.reading.learning import Example
from tests.reading.weigh_messages import FIELDS, LESSON

_SAID = "例の件、無事に解決して全額が戻ってきたので終わりにします"


def _opinion(fields: dict[str, Field], sums: list[int], *, is_short: bool = False) -> Opinion:
    return Opinion(fields, sums, second_opinion.MARGINS, is_short=is_short)


def _never() -> str:
    raise AssertionError("the rule was asked")


def test_the_pieces_of_a_text_are_its_words_and_those_of_one_and_two_characters() -> None:
    assert {"0", "か", "0か", "か0"} <= pieces_of(" 1か9\n")
    pieces = pieces_of("全額返金されましたが届いてない")
    assert {"全", "全額", "額返", "返金", "{届く:ない}"} <= pieces
    assert "額返金" not in pieces


def test_no_rule_is_asked_where_its_answer_would_not_count() -> None:
    assert opinion_on(_SAID).or_ask("intent", _never) == "close_dispute"


_MARGIN = second_opinion.MARGINS.to_another["intent"]


@pytest.mark.parametrize(("lead", "found"), [(_MARGIN, "ask_evidence"), (_MARGIN + 1, "snooze")])
def test_an_answer_stands_that_the_pieces_hardly_speak_against(lead: int, found: str) -> None:
    values = {"ask_evidence": 0, "snooze": 1}
    field = Field(0, ("ask_evidence", "snooze"), values)
    assert _opinion({"intent": field}, [0, lead]).on("intent", "ask_evidence") == found


def test_a_fallback_gives_way_sooner_than_what_a_rule_found() -> None:
    field = Field(0, ("ask_howto", "snooze"), {"ask_howto": 0, "snooze": 1})
    opinion = _opinion({"intent": field}, [0, _MARGIN - 1])
    assert opinion.on("intent", "ask_howto") == "snooze"
    assert opinion.or_ask("intent", lambda: "ask_howto", firm=True) == "ask_howto"


def test_a_fallback_does_not_give_way_to_what_hides_the_rest() -> None:
    field = Field(0, ("unknown", "greeting"), {"unknown": 0, "greeting": 1})
    opinion = _opinion({"intent": field}, [0, _MARGIN - 1])
    assert opinion.on("intent", "unknown") == "greeting"
    assert opinion.or_ask("intent", lambda: "unknown", hardly=["greeting"]) == "unknown"


def test_what_is_gone_for_good_takes_twice_the_margin() -> None:
    field = Field(0, ("snooze", "delete_dispute"), {"snooze": 0, "delete_dispute": 1})
    opinion = _opinion({"intent": field}, [0, 2 * _MARGIN])
    assert opinion.on("intent", "snooze") == "delete_dispute"
    assert opinion.or_ask("intent", lambda: "snooze", hardly=["delete_dispute"]) == "snooze"


def test_of_a_few_characters_it_takes_half_as_much_again() -> None:
    field = Field(0, ("ask_evidence", "snooze"), {"ask_evidence": 0, "snooze": 1})
    sums = [0, _MARGIN + 1]
    assert _opinion({"intent": field}, sums).on("intent", "ask_evidence") == "snooze"
    short = _opinion({"intent": field}, sums, is_short=True)
    assert short.on("intent", "ask_evidence") == "ask_evidence"


def test_no_stage_is_taken_back() -> None:
    field = second_opinion.weights().fields["stage"]
    sums = [900 if value is None else 0 for value in field.values]
    begun = field._replace(begin=0)
    assert _opinion({"stage": begun}, sums).on("stage", "closed") == "closed"


def test_of_a_few_characters_what_a_list_knows_stands() -> None:
    field = Field(0, (None, "quality"), {None: 0, "quality": 1})
    assert _opinion({"reason": field}, [90, 0], is_short=True).on("reason", "quality") == "quality"
    assert _opinion({"reason": field}, [90, 0]).on("reason", "quality") is None


@pytest.mark.parametrize(
    "text", [f"店: {_SAID}\n自分: {_SAID}", f"21:05 店: {_SAID}", _SAID * 20, "登録", ""]
)
def test_of_chats_long_and_tiny_texts_there_is_no_opinion(text: str) -> None:
    opinion = opinion_on(text)
    assert opinion.on("intent", "greeting") == "greeting"
    assert opinion.on("reason", None) is None


def test_the_file_has_a_weight_for_each_value_of_each_field() -> None:
    weights = second_opinion.weights()
    assert tuple(weights.fields) == FIELDS
    assert sum(len(field.values) for field in weights.fields.values()) * 2 == weights.size


def test_what_was_learned_is_what_is_read() -> None:
    told = {
        "色が違うのが届いた": ("register_dispute", "color_mismatch", "seller_response"),
        "証拠の動画をアップした": ("report_progress", NONE, "negotiation"),
        "次の締切はいつですか": ("show_next_deadline", "damaged", NONE),
    }
    typed = [
        Example(text, dict.fromkeys(FIELDS, reason) | {"intent": intent, "stage": stage})
        for text, (intent, reason, stage) in told.items()
    ]
    weights = weights_of(LESSON.learned_from(typed * 3, at_least=2))
    for one in typed:
        opinion = opinion_by(weights, one.source)
        for name, field in weights.fields.items():
            sums = opinion._sums[field.begin : field.begin + len(field.values)]
            assert (field.values[sums.index(max(sums))] or NONE) == one.values[name]
