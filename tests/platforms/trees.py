"""Reply trees as Hypothesis draws them, and the words that must reach the reader."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from handlers.replies import (
    Camera,
    Card,
    Copy,
    Copyable,
    Instant,
    Link,
    Mark,
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

WORD = st.text("abcXYZ0189紛争ナビ期限です👍🏽é\u0301", min_size=1, max_size=12).filter(
    str.isprintable
)
ANY = st.one_of(
    st.text(max_size=60), st.sampled_from(["", " ", "\n", "\u200b", "\x00", "👨‍👩‍👧" * 30])
)


def sentences(most: int) -> st.SearchStrategy[str]:
    """Texts of words between white space; some are far over every limit."""
    joined = st.tuples(
        st.lists(WORD, min_size=1, max_size=20), st.sampled_from([" ", "\n", "\n\n"])
    )
    return st.builds(
        lambda words, times: words[1].join(words[0] * times),
        joined,
        st.sampled_from([1, 1, 1, 5, most]),
    )


def buttons(label: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Any, ...]]:
    times = st.sampled_from(
        [None, "2027-02-03T18:00", "2027-01-01", "nonsense", "1800-01-01T00:00"]
    )
    payload = st.text("abc~019", min_size=1, max_size=46)
    one = st.one_of(
        st.builds(Press, label, payload, st.sampled_from(["plain", "primary", "danger"])),
        st.builds(
            PickDate, label, payload, st.sampled_from(["date", "datetime"]), times, times, times
        ),
        st.builds(
            Link,
            label,
            st.sampled_from(
                [
                    "https://example.com/?q=あ",
                    "http://127.0.0.1:8000/",
                    "https://example.com/" + "x" * 1500,
                    "https://example.com/" + "x" * 4500,
                    "nonsense",
                ]
            ),
        ),
        st.builds(Copy, label, sentences(20)),
        st.builds(Camera, label, st.booleans()),
    )
    few = st.lists(one, max_size=4)
    return st.builds(lambda some, times: tuple(some * times), few, st.sampled_from([1, 1, 1, 30]))


def replies(
    text: st.SearchStrategy[str] | None = None, label: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Reply]:
    words = sentences(80) if text is None else text
    name = WORD if label is None else label
    instants = st.builds(
        Instant, st.just(datetime(2027, 2, 3, 14, 59, tzinfo=UTC)), WORD, st.just("date")
    )
    rows = st.lists(st.builds(Row, words, st.one_of(words, instants)), max_size=4).map(tuple)
    progress = st.one_of(st.none(), st.builds(Progress, st.integers(0, 9), st.integers(0, 5)))
    tones = st.sampled_from(["case", "step", "warning", "done", "question"])
    card = st.builds(
        Card, words, rows, st.lists(words, max_size=3).map(tuple), buttons(name), progress, tones
    )
    media = st.builds(
        Media,
        st.just("blob"),
        st.sampled_from(["image/jpeg", "image/webp", "video/mp4", "application/pdf"]),
        name,
        words,
    )
    timelines = st.just(
        Timeline("#1", "", (Mark("now", datetime(2027, 2, 3, tzinfo=UTC), "", ""),))
    )
    node = st.one_of(
        st.builds(Text, words, buttons(name)),
        card,
        st.builds(Copyable, words, name, words),
        media,
        st.builds(Picture, timelines, words, buttons(name)),
    )
    return st.builds(
        Reply, st.lists(node, max_size=7).map(tuple), st.booleans(), st.one_of(st.just(""), words)
    )


def words_of(part: Any) -> Iterator[str]:
    """Every word of a tree that is to be read; labels of cameras and names of files are not."""
    match part:
        case Reply():
            for node in part.nodes:
                yield from words_of(node)
        case Text():
            yield from _all(part.words, *part.buttons)
        case Card():
            yield from _all(part.title, *part.notes, *part.buttons)
            for row in part.rows:
                value = row.value.words if isinstance(row.value, Instant) else row.value
                yield from _all(row.label, value)
        case Picture():
            yield from _all(part.caption, *part.buttons)
        case Copyable():
            yield from _all(part.words, part.meaning)
        case Media():
            yield from part.caption.split()
        case Copy():
            yield from _all(part.label, part.text)
        case Press() | PickDate() | Link():
            yield from part.label.split()


def _all(*parts: Any) -> Iterator[str]:
    for part in parts:
        yield from part.split() if isinstance(part, str) else words_of(part)


def strings_in(value: Any) -> Iterator[str]:
    """Every string anywhere in a body."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)
