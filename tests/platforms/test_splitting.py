from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.splitting import blank, clean, shorten, split, utf16


@given(st.text(max_size=300), st.integers(2, 40), st.sampled_from([len, utf16]))
def test_pieces_hold_the_limit_and_everything_that_is_seen(text, limit, measure):
    pieces = split(text, limit, measure)
    assert all(measure(piece) <= limit and not blank(piece) for piece in pieces)
    seen = [c for c in text if not blank(c)]
    assert [c for piece in pieces for c in piece if not blank(c)] == seen


def test_it_cuts_between_paragraphs_then_lines_then_sentences():
    assert split("一つ目。\n\n二つ目。\n三つ目。", 12) == ["一つ目。", "二つ目。\n三つ目。"]
    assert split("一行目です\n二行目です", 8) == ["一行目です", "二行目です"]
    assert split("短い文。とても長い文です。", 9) == ["短い文。", "とても長い文です。"]


def test_it_never_cuts_within_a_character():
    assert split("あ👍🏽", 3, utf16) == ["あ👍", "🏽"]
    assert split("aaaa👨‍👩‍👧", 6) == ["aaaa", "👨‍👩‍👧"]
    assert "".join(split("e\u0301" * 10, 5)) == "e\u0301" * 10
    assert all(not piece.startswith("\u0301") for piece in split("e\u0301" * 10, 5))


@given(st.text(max_size=60), st.integers(1, 30), st.sampled_from([len, utf16]))
def test_shortened_texts_hold_the_limit(text, limit, measure):
    short = shorten(text, limit, measure)
    assert measure(short) <= limit
    assert short == text or short.endswith("…")


def test_what_no_platform_takes_is_taken_out():
    assert clean("a\0b\ud800c") == "ab\ufffdc"
    assert blank("\u200b \n\u3164")
    assert not blank("。")
