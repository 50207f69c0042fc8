"""The texts: both languages whole, every id used in code there, none there unused."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from handlers.casework import playbooks
from handlers.casework.playbook_check import texts_of
from locales.catalogue import HERE, LOCALES, MissingText, Words, ids
from locales.texts import Texts, entries

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for floor in ("handlers", "bot") for path in (ROOT / floor).rglob("*.py"))
SAYING = ("say", "english")
"""Names under which the catalogue is called."""


def messages(locale: str) -> list[tuple[str, fluent.Message]]:
    """All texts of a language with the file that each stands in."""
    found = []
    for path in sorted((HERE / locale).glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, fluent.Junk), f"{path}: {entry.content}"
            if isinstance(entry, fluent.Message):
                found.append((path.name, entry))
    return found


def variables(message: fluent.Message) -> set[str]:
    """Names of the variables that a text takes."""
    return {node.id.name for node in _walk(message) if isinstance(node, fluent.VariableReference)}


def _walk(node: object) -> list[object]:
    found = [node]
    values = vars(node).values() if isinstance(node, fluent.BaseNode) else ()
    for value in values:
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, fluent.BaseNode):
                found += _walk(child)
    return found


def used() -> tuple[dict[str, str], list[re.Pattern[str]], set[str]]:
    """Ids given to the catalogue, patterns of ids put together in code, and all other strings."""
    called: dict[str, str] = {}
    patterns: list[re.Pattern[str]] = []
    strings: set[str] = set()
    endings: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                strings.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+"
                    for part in node.values
                ]
                if re.match(r"[a-z]+(\\-[a-z]+)*\\-", parts[0]):
                    patterns.append(re.compile("".join(parts)))
                elif len(parts) == 2 and re.fullmatch(r"\\-[a-z]+", parts[1]):
                    endings.add(parts[1].replace("\\", ""))
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[0]
                constant = first.value if isinstance(first, ast.Constant) else None
                if name in SAYING and isinstance(constant, str):
                    called[constant] = f"{path.relative_to(ROOT)}:{node.lineno}"
    strings |= {string + ending for string in strings for ending in endings}
    return called, patterns, strings


def test_both_languages_have_the_same_texts() -> None:
    assert ids("ja") ^ ids("en") == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_stands_twice(locale: str) -> None:
    count = Counter(message.id.name for _, message in messages(locale))
    assert [id for id, times in count.items() if times > 1] == []


def test_both_languages_keep_a_text_in_the_same_file() -> None:
    ja, en = ({message.id.name: file for file, message in messages(locale)} for locale in LOCALES)
    assert {id for id in ja if ja[id] != en[id]} == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_text_that_is_parsed_alone_is_the_text_of_its_file(locale: str) -> None:
    alone: list[fluent.EntryType] = []
    for path in sorted((HERE / locale).glob("*.ftl")):
        for id, source in entries(path.read_text(encoding="utf-8")):
            found = FluentParser().parse(source).body[0]
            assert isinstance(found, fluent.Message), source
            assert found.id.name == id
            alone.append(found)
    whole = messages(locale)
    assert len(alone) == len(whole)
    for one, (_, message) in zip(alone, whole, strict=True):
        assert one.equals(message, ignored_fields=["span", "comment"]), message.id.name


def test_a_text_may_lead_to_another_one(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text("whole = { part } of { -name }\n-name = it\npart = a part\n")
    texts = Texts("en", tmp_path)
    assert texts.ids == {"whole", "part"}
    value = texts.get_message("whole").value
    assert value is not None
    assert texts.format_pattern(value) == ("a part of it", [])


def test_both_languages_take_the_same_variables() -> None:
    ja, en = (
        {message.id.name: variables(message) for _, message in messages(locale)}
        for locale in LOCALES
    )
    differing = {id: ja[id] ^ en[id] for id in ja if ja[id] != en[id]}
    assert differing == {}


def test_every_text_that_code_asks_for_is_there() -> None:
    called, patterns, _ = used()
    assert called, "no calls found: has the catalogue another name now?"
    there = ids("ja")
    assert {id: place for id, place in called.items() if id not in there} == {}
    unmatched = [one.pattern for one in patterns if not any(one.fullmatch(id) for id in there)]
    # Patterns of other things (payloads, headers, file names) are no texts.
    assert not [one for one in unmatched if re.match(r"(pb|step|kind|do|asked|outcome)\\-", one)]


def test_no_text_is_there_for_nothing() -> None:
    called, patterns, strings = used()
    needed = set(called) | strings
    # A table's name with its hyphen ("kind-") stands for all texts that begin with it.
    patterns += [re.compile(re.escape(s) + ".+") for s in strings if re.match(r"[a-z-]+-$", s)]
    for playbook in playbooks.load().values():
        needed |= texts_of(playbook)
    idle = {
        id for id in ids("ja") - needed if not any(pattern.fullmatch(id) for pattern in patterns)
    }
    assert idle == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_is_empty_or_shows_code(locale: str) -> None:
    say = Words(locale, strict=True)
    for _, message in messages(locale):
        given = dict.fromkeys(variables(message), "7")
        text = say(message.id.name, **given)
        assert text.strip() or message.id.name.endswith("-glue"), message.id.name
        assert "{" not in text.replace("{7}", ""), message.id.name


def test_each_language_is_written_in_its_own_letters() -> None:
    kana, latin = re.compile(r"[ぁ-んァ-ヶ一-龠]"), re.compile(r"[A-Za-z]")
    for locale, letters in (("ja", kana), ("en", latin)):
        for file, message in messages(locale):
            if re.search(
                "language-|^place-|^help-example-|answer-paid_with-paypal|-aliexpress$",
                message.id.name,
            ):
                continue  # a language's or a firm's own name, a sentence to type
            texts = [one.value for one in _walk(message) if isinstance(one, fluent.TextElement)]
            words = "".join(texts)
            if len(re.sub(r"[\W\d_]", "", words)) > 5:
                assert letters.search(words), f"{locale}/{file}: {message.id.name}"


def test_a_missing_text_is_an_error_in_tests() -> None:
    with pytest.raises(MissingText):
        Words("ja", strict=True)("never-written")
    with pytest.raises(MissingText):
        Words("ja", strict=True)("left")


def test_in_service_japanese_stands_in(caplog: pytest.LogCaptureFixture) -> None:
    assert Words("en")("never-written") == "never-written"
    assert "{" not in Words("en")("left-over", nothing="").replace("{$span}", "")
    assert "text is missing" in caplog.text
