"""The bundled font: what it has, and what stands for what it lacks."""

import pytest

from bot.pictures.type import FONT, GAP, drawable, known, width, wrap
from locales.catalogue import HERE


def test_every_character_of_our_own_texts_is_in_the_font() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("*.ftl"))
    signs = "・▶●○◇…"
    missing = {one for one in texts + signs if one.isprintable() and not known(one)}
    # Ticks and crosses stand in lists of evidence, which are never drawn.
    assert missing <= {"\ufe0f", "✔", "✖"}


def test_both_levels_of_kanji_are_in_the_font() -> None:
    rows = [bytes((row, cell)) for row in range(0xB0, 0xF5) for cell in range(0xA1, 0xFF)]
    kanji = [one for pair in rows for one in pair.decode("euc_jp", "ignore")]
    assert len(kanji) == 6355
    assert [one for one in kanji if not known(one)] == []


def test_the_font_is_small_enough_to_ship_and_has_its_licence() -> None:
    assert FONT.stat().st_size < 1_500_000
    assert "SIL OPEN FONT LICENSE" in (FONT.parent / "OFL.txt").read_text()


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("色違い 6,993円", "色違い 6,993円"),
        ("ｽﾏﾎｹｰｽ", "スマホケース"),
        ("か\u3099方", "が方"),
        ("手机壳们", "手机…"),
        ("靴👟👟サイズ", "靴…サイズ"),
        ("⚠\ufe0f注意", "⚠注意"),
        ("한국어", "…"),
        ("a\nb\tc", "a b c"),
        ("", ""),
        ("\ud800x", "…x"),
    ],
)
def test_what_the_font_lacks_becomes_an_ellipsis_never_a_box(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn
    assert all(known(one) for one in drawn)


def test_lines_are_no_wider_than_their_room() -> None:
    words = (
        "とても長い商品名のスマートフォンケース(透明)、iPhone 17 Pro Max用。二つ目の文です。" * 3
    )
    lines = wrap(words, 32, 400, 99)
    assert max(width(line, 32) for line in lines) <= 400
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert not [line for line in lines if line[0] in "、。)ー"]


def test_too_many_lines_end_in_an_ellipsis() -> None:
    lines = wrap("期限は画面で見てください。" * 20, 32, 400, 2)
    assert len(lines) == 2
    assert lines[-1].endswith(GAP)
    assert width(lines[-1], 32) <= 400


def test_latin_words_stay_whole_where_they_fit() -> None:
    assert wrap("AliExpress will step in", 32, 200, 9) == ["AliExpress", "will step in"]
    assert len(wrap("x" * 400, 32, 200, 99)) > 1
    assert wrap(" ", 32, 200, 2) == []


@pytest.mark.parametrize(
    "moments",
    ["12/13 9:00, 12/15 9:00, 12/17 9:00, 12/19 9:00", "Dec 13 9:00, Dec 15 9:00, Dec 17 9:00"],
)
def test_a_moment_of_a_list_is_never_cut(moments: str) -> None:
    for room in range(160, 480, 7):
        lines = wrap(f"お知らせ {moments}", 24, room, 99)
        for moment in moments.split(", "):
            assert any(moment in line for line in lines), (room, lines)


def test_a_figure_is_never_cut() -> None:
    for room in range(80, 300, 7):
        assert any("12,980" in line for line in wrap("請求額は12,980円です", 24, room, 99)), room
