"""The word lists as a whole: everything asked for is there, and everything there is asked for."""

import importlib
import os
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest

import handlers.reading
from handlers.reading import reasons, statements
from handlers.reading.lexicon import files
from handlers.reading.lexicon.files import Effect, phrases
from handlers.reading.lexicon.index import lexicon
from handlers.reading.lexicon.tables import Table
from handlers.reading.normalise import normalise

LINES = list(phrases())
TABLES = {line.table for line in LINES if line.group is None}
SELDOM = {line.table for line in LINES if line.seldom}
GROUPS = {line.group for line in LINES if line.group is not None}


def _asked() -> list[Table]:
    modules = pkgutil.iter_modules(handlers.reading.__path__)
    values = (
        value
        for module in modules
        for value in vars(importlib.import_module(f"handlers.reading.{module.name}")).values()
    )
    return [value for value in values if isinstance(value, Table)]


def test_every_table_that_is_asked_is_in_the_lists_and_no_other() -> None:
    assert {table.name for table in _asked()} == TABLES


def test_what_is_marked_as_seldom_is_so_in_the_lists_and_where_it_is_asked() -> None:
    # Elsewhere such a table would be empty.
    assert {table.name for table in _asked() if table.seldom} == SELDOM
    assert {table.name for table in _asked() if not table.seldom} == TABLES - SELDOM


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
            r"(?m)^## (.+?)(?: \(seldom\))?$", Path(files._WORDS, name).read_text("utf-8")
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
    often, seldom = lexicon()
    assert often.vocabulary.size > 20_000
    assert seldom.vocabulary.size > 2_000


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
        ("色", "", 0, "", Effect.NAMES, "赤", False),
        ("色", "", 0, "", Effect.NAMES, "青", False),
        ("色", "", 0, "", Effect.VOIDS, "赤字", False),
        (None, "reasons", 0, "colour", Effect.NAMES, "{色}違い", False),
        (None, "reasons", 0, "colour", Effect.NAMES, "色\n違い", False),
        (None, "reasons", 0, "colour", Effect.TAKES_OUT, "色々", False),
        (None, "reasons", 1, "size", Effect.NAMES, "サイズ違い", False),
        (None, "opened", 0, "opened", Effect.NAMES, "開いた", True),
    ]


def test_what_is_looked_for_at_once_is_looked_for_in_every_text() -> None:
    # Of a seldom table the one look would never find anything.
    for names in (statements._TELLING, reasons._TELLING):
        assert names <= TABLES - SELDOM
