"""The word lists as a whole: everything asked for is there, and everything there is asked for."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from handlers.reading import reasons, statements
from handlers.reading.lexicon import files
from handlers.reading.lexicon.files import Effect, Look, phrases
from handlers.reading.lexicon.index import lexicon
from handlers.reading.lexicon.tables import Table
from handlers.reading.normalise import normalise
from tests.reading.every_pattern import modules

LINES = list(phrases())
TABLES = {line.table for line in LINES if line.group is None}
LOOKS = {line.table: line.look for line in LINES if line.group is None}
GROUPS = {line.group for line in LINES if line.group is not None}


def _asked() -> list[Table]:
    values = (value for module in modules() for value in vars(module).values())
    return [value for value in values if isinstance(value, Table)]


def test_every_table_that_is_asked_is_in_the_lists_and_no_other() -> None:
    assert {table.name for table in _asked()} == TABLES


def test_a_table_is_looked_for_in_the_same_way_in_the_lists_and_where_it_is_asked() -> None:
    # Elsewhere such a table would be empty.
    assert {table.name: table.look for table in _asked()} == LOOKS
    assert set(LOOKS.values()) == set(Look)


def test_every_group_is_used() -> None:
    named = {
        name for line in LINES for name in re.findall(r"\{([^{}:]+)(?::[^{}]+)?\}", line.phrase)
    }
    assert named >= GROUPS


def test_no_phrase_stands_twice_in_a_row() -> None:
    count = Counter(
        (line.group, line.table, line.place, line.effect, line.phrase) for line in LINES
    )
    assert [row for row, number in count.items() if number > 1] == []


def test_every_heading_stands_in_one_list_only() -> None:
    # Two tables of one name would quietly be one.
    heads = Counter(
        heading
        for name in os.listdir(files._WORDS)
        for heading in re.findall(
            r"(?m)^## (.+?)(?: \((?:seldom|parts)\))?$",
            Path(files._WORDS, name).read_text("utf-8"),
        )
    )
    assert [heading for heading, number in heads.items() if number > 1] == []


def test_every_row_has_a_phrase_that_names_it() -> None:
    rows = {(line.table, line.place) for line in LINES if line.group is None}
    named = {(line.table, line.place) for line in LINES if line.effect is Effect.NAMES}
    assert rows == named & rows


def test_every_phrase_is_written_as_a_text_is_folded() -> None:
    # A text has 2つ for 二つ and ( for （: a phrase that is written otherwise is never found.
    for line in LINES:
        for word in re.split(r"\{[^{}]*\}|[~…&^$]", line.phrase.replace("*", "")):
            assert normalise(f"{word}た").text == f"{word}た", line.phrase


def test_no_word_of_a_group_is_a_chain() -> None:
    # A group holds words as they stand: in one of them a joint would be looked for itself.
    chains = [
        (line.group, line.phrase)
        for line in LINES
        if line.group is not None and re.search(r"[~…&^]|[^\d]\$|\$$", line.phrase)
    ]
    assert chains == []


def test_the_lexicon_is_built_from_all_of_them() -> None:
    usual, seldom, parts = lexicon()
    assert usual.vocabulary.size > 20_000
    assert seldom.vocabulary.size > 2_000
    assert 500 < parts.vocabulary.size < 10_000


def test_a_question_is_found_in_a_text_and_in_a_part_that_nobody_has_looked_at() -> None:
    asks = Table("asks", Look.PARTS)
    text = normalise("色違いです。教えてください").text
    assert Table("reasons").first(text) == "color_mismatch"
    assert asks.first(text) == "asks"
    part = text[6:]
    assert asks.first(part) == "asks"
    assert asks.found(part)[0].start == 0
    assert asks.first(text[:6]) is None


@pytest.mark.parametrize(
    "text", ["色違い\n", "## table\n\n## {group}\n! 色違い\n", "# only a remark\n届かない\n"]
)
def test_a_phrase_that_belongs_to_nothing_is_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wrong.txt").write_text(text, "utf-8")
    monkeypatch.setattr(files, "_WORDS", str(tmp_path))
    with pytest.raises(ValueError, match="belongs to nothing"):
        list(phrases())


def test_what_a_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some.txt").write_text(
        "# a remark\n\n## {色}\n赤 | 青\n- 赤字\n\n## reasons\n### colour\n{色}違い | 色\\n違い\n"
        "! 色々\n### size\nサイズ違い\n\n## opened (seldom)\n開いた\n",
        "utf-8",
    )
    monkeypatch.setattr(files, "_WORDS", str(tmp_path))
    assert [tuple(line) for line in phrases()] == [
        ("色", "", 0, "", Effect.NAMES, "赤", Look.USUAL),
        ("色", "", 0, "", Effect.NAMES, "青", Look.USUAL),
        ("色", "", 0, "", Effect.VOIDS, "赤字", Look.USUAL),
        (None, "reasons", 0, "colour", Effect.NAMES, "{色}違い", Look.USUAL),
        (None, "reasons", 0, "colour", Effect.NAMES, "色\n違い", Look.USUAL),
        (None, "reasons", 0, "colour", Effect.TAKES_OUT, "色々", Look.USUAL),
        (None, "reasons", 1, "size", Effect.NAMES, "サイズ違い", Look.USUAL),
        (None, "opened", 0, "opened", Effect.NAMES, "開いた", Look.SELDOM),
    ]


def test_what_is_looked_for_at_once_is_looked_for_in_every_text() -> None:
    # Of another table the one look would never find anything.
    for names in (statements._TELLING, reasons._TELLING):
        assert {LOOKS[name] for name in names} == {Look.USUAL}
