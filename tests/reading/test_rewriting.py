"""What was put otherwise in a text, and where it stood."""

from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import replaced, rewritten


def test_a_place_leads_back_to_where_it_stood() -> None:
    text, done = rewritten("ab--cd", [(2, 4, "xyz")])
    assert text == "abxyzcd"
    # What was put in stands where it began; what was kept where it was, and the end at the end.
    assert [done.place(now) for now in range(8)] == [0, 1, 2, 2, 2, 4, 5, 6]


def test_what_is_taken_out_leaves_no_place() -> None:
    text, done = rewritten("(a)b", [(0, 1, ""), (2, 3, "")])
    assert text == "ab"
    assert [done.place(now) for now in range(3)] == [1, 3, 4]


def test_what_the_pattern_finds_may_stay() -> None:
    numbers = Pattern(r"\d")
    text, done = replaced(numbers, lambda found: None, "a1b2", ())
    assert (text, done) == ("a1b2", ())
    text, done = replaced(numbers, lambda found: "!!" if found[0] == "2" else None, "a1b2c", ())
    assert text == "a1b!!c"
    text, done = replaced(Pattern("a1"), lambda found: "A", text, done)
    assert text == "Ab!!c"
    assert len(done) == 2
