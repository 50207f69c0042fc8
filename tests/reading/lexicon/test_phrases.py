"""How phrases are written, and where they stand in a text."""

import pytest

from handlers.reading.lexicon.phrases import Span, parse
from handlers.reading.lexicon.vocabulary import Vocabulary

GROUPS = {
    "色": ["赤", "青", "{暖色}"],
    "暖色": ["だいだい"],
    "届く": ["届く", "着く", "荷物"],
    "輪": ["{輪}"],
}
VOIDS = {"色": ["赤字"]}


def _stands(phrase: str, text: str, window: Span | None = None) -> list[str]:
    """The parts of the text that a phrase finds."""
    vocabulary = Vocabulary(GROUPS, VOIDS)
    parsed = parse(phrase, vocabulary.number)
    found = parsed.spans(text, vocabulary.places(text), window)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("色違い", "色違いが来た、色違い", ["色違い", "色違い"]),
        ("{色}が来た", "青が来た", ["青が来た"]),
        ("{色}が来た", "だいだいが来た", ["だいだいが来た"]),
        ("{色}", "赤字です", []),
        ("{色}", "赤字の赤", ["赤"]),
        # nothing between, or a particle that follows at once
        ("{色}の箱", "赤の箱", ["赤の箱"]),
        ("{色}の箱", "赤い箱", []),
        ("{色}の箱", "赤の青の箱", ["青の箱"]),
        # ~ is close by, in the same clause
        ("{色}~箱", "赤い小さな箱", ["赤い小さな箱"]),
        ("{色}~箱", "赤い小さめで四角い箱", []),
        ("{色}~箱", "赤、箱", []),
        # … is near, in the same sentence
        ("{色}…箱", "赤い小さめで、四角い箱", ["赤い小さめで、四角い箱"]),
        ("{色}…箱", "赤い。箱", []),
        ("{色}…箱", "赤い" + "と" * 30 + "箱", []),
        # & is anywhere, also before
        ("箱&{色}", "赤い。箱", ["箱"]),
        ("箱&{色}", "白い。箱", []),
        # the ends of the text
        ("^箱", "箱が来た", ["箱"]),
        ("^箱", "その箱", []),
        ("箱$", "赤い箱。", ["箱"]),
        ("箱$", "箱が来た", []),
        # verbs
        ("{届く:ない}", "まだ届きません", ["届きません"]),
        ("{届く:ない}", "荷物が着いてない", ["着いてな"]),
        ("{届く:ない}", "届いたら着く", []),
        # Latin words are whole words
        ("on", "on time", ["on"]),
        ("on", "only", []),
        ("on*", "only", ["on"]),
        ("ae", "aeの介入", ["ae"]),
        ("ae", "aeon", []),
    ],
)
def test_a_phrase_stands(phrase: str, text: str, found: list[str]) -> None:
    assert _stands(phrase, text) == found


def test_kana_are_found_in_either_script() -> None:
    assert _stands("サイズ", "さいずが違う") == ["さいず"]
    assert _stands("とどかない", "トドカナイ") == ["トドカナイ"]
    # Two letters would be found in any other word.
    assert _stands("いつ", "イツ") == []


def test_a_window_has_its_own_ends() -> None:
    text = "箱が来た。青い箱。"
    assert _stands("箱", text, (5, 9)) == ["箱"]
    assert _stands("{色}…箱", text, (0, 5)) == []
    assert _stands("^{色}", text, (5, 9)) == ["青"]
    assert _stands("来た$", text, (0, 4)) == ["来た"]


def test_a_hidden_number_takes_no_room() -> None:
    assert _stands("箱~無効", "箱" + "▒" * 20 + "が無効") == ["箱" + "▒" * 20 + "が無効"]


def test_a_group_that_contains_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="contains itself"):
        _stands("{輪}", "輪")


@pytest.mark.parametrize("phrase", ["{ない色}", "{届く:らむ}"])
def test_a_group_or_form_that_there_is_not_is_refused(phrase: str) -> None:
    with pytest.raises(KeyError):
        _stands(phrase, "届く")


def test_a_word_repeated_all_over_a_page_stays_cheap() -> None:
    text = "赤い箱。" * 200
    assert 0 < len(_stands("{色}…箱", text)) <= 24
