"""What the words around a date speak for, and when that counts."""

from datetime import date, datetime

import pytest

from handlers.reading.date_opinion import DateLook, DateOpinions, pieces_at
from handlers.reading.expression import Expression
from handlers.reading.lexicon.tables import words_at
from handlers.reading.weights import weights_of
from tests.reading.learning import Example
from tests.reading.moments import TOKYO, deadline, written
from tests.reading.weigh_dates import LESSON

_TODAY = date(2027, 12, 9)
_NOW = datetime(2027, 12, 9, 19, 30, tzinfo=TOKYO)


def _day(words: str, told: str, day: date = _TODAY) -> Expression:
    begin = words.index(told)
    return Expression(begin, begin + len(told), day, (None, None, day.day))


def _pieces(words: str, row: list[Expression], place: int) -> set[str]:
    return pieces_at(words, words_at(words), row, place, _TODAY)


def test_pieces_tell_their_side_the_shape_of_the_date_and_other_dates() -> None:
    words = "昨日届いて、25日までに返送。期限は27日"
    row = [
        _day(words, "昨日", date(2027, 12, 8)),
        _day(words, "25日", date(2027, 12, 25)),
        _day(words, "27日", date(2027, 12, 27)),
    ]
    pieces = _pieces(words, row, 1)
    assert {"<て、", ">までに", "Tday", "I13", "D4day"} <= pieces
    assert {"OB{届く:て}", "SB{届く:て}", "NB{届く:て}", "OA返送", "SA返送"} <= pieces
    # What stands behind the end of its sentence is short of the next day all the same.
    assert "OA期限は" in pieces
    assert not {"SA期限は", "NA期限は", "NB昨日"} & pieces
    assert {">＃"} <= _pieces("25日27日", [_day("25日27日", "25日"), _day("25日27日", "27日")], 0)
    assert not {"OA返送", "OA期限は"} & _pieces(words, row, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What happened, in words that no list has.
        ("正月明けの5日に札幌で配達済み。うちは福岡やぞ、住所まるで違うがな", None),
        ("8月24日に渡した財布、即バレのロゴ違いで偽物やった", None),
        # What is of no order at all keeps its date.
        ("私は4月22日に戻ります", "2028-04-22"),
        # An event that starts a clock.
        ("カラコン度数違い。1箱だけ。紛争は7日にポチっとした", "2027-12-12"),
        ("おとといアリエク側の判断がでて8割だけ返すと。納得いかない", "2027-12-10"),
        # A deadline that nothing names.
        ("バイヤー保護の終わり1/15になっとった", "2028-01-15"),
    ],
)
def test_the_words_around_a_date_tell_what_it_is(text: str, expected: str | None) -> None:
    assert written(deadline(text, _NOW)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("シール50枚入りが31枚しかない　届いたの12/5　申し立てしたの12/7", "2027-12-12"),
        ("防水30日保証なのに3日で浸水した腕時計。申し立て12/7、写真8枚", "2027-12-12"),
        ("24時間使えるはずの充電池が30分でアウト　紛争は12/8", "2027-12-13"),
        (
            "旦那の紛争は12/1に解決。今度はわたしの番で昨日ひらきました、犬の服サイズ違い",
            "2027-12-13",
        ),
    ],
)
def test_the_day_starts_a_clock_that_the_words_around_it_make_the_event_s(
    text: str, expected: str
) -> None:
    assert written(deadline(text, _NOW)) == expected


def test_a_clock_runs_whatever_day_stands_beside_it() -> None:
    text = "8日に返品して返金と決まりました。退院が14日なんですが、そのあと送ればいいですか"
    found = deadline(text, _NOW)
    assert found is not None
    assert written(found) == "2027-12-18"
    assert [written(one) for one in found.alternatives] == ["2027-12-14"]
    assert "two_readings" in found.doubts


def test_of_several_days_of_an_event_the_likeliest_counts() -> None:
    text = "新年早々恐縮です。暮れの二十八日に紛争を申し立てました。湯たんぽにひびがあります"
    found = deadline(text, datetime(2029, 1, 1, 7, 53, tzinfo=TOKYO))
    assert written(found) == "2029-01-02"


@pytest.mark.parametrize(
    ("words", "is_asked"), [("5日", True), ("正月明けの5日に札幌で配達済み", False)]
)
def test_of_pages_and_of_a_date_alone_there_is_no_opinion(words: str, *, is_asked: bool) -> None:
    opinions = DateOpinions(words, [_day(words, "5日")], _TODAY, is_asked=is_asked)
    assert opinions.against(0, 0) is DateLook.STANDS
    assert not opinions.is_deadline(0, 0)
    assert opinions.event(0) is None


@pytest.mark.parametrize(
    ("weight", "lead", "expected"),
    [
        (0, 6, DateLook.STANDS),
        (0, 7, DateLook.DOUBTFUL),
        (0, 25, DateLook.NO_DEADLINE),
        (4, 25, DateLook.DOUBTFUL),
        (4, 41, DateLook.NO_DEADLINE),
        (8, 41, DateLook.DOUBTFUL),
        (-3, 7, DateLook.NO_DEADLINE),
    ],
)
def test_what_a_rule_says_is_overruled_by_more(weight: int, lead: int, expected: DateLook) -> None:
    opinions = DateOpinions("カード10日締め", [], _TODAY, is_asked=True)
    opinions._told[0] = {"deadline": 0, "none": lead}
    assert opinions.against(0, weight) is expected


def test_what_was_learned_is_what_is_read() -> None:
    told = {
        "審査は5日におりるらしい": "deadline",
        "5日に友達と会って渡した": "none",
        "5日についに申し立ててやった": "opened",
    }
    examples = [
        Example(_pieces(words, [_day(words, "5日")], 0), {"date": value})
        for words, value in told.items()
    ]
    weights = weights_of(LESSON.learned_from(examples * 3, at_least=2))
    for one in examples:
        sums = weights.sums(one.source, 1)
        assert weights.fields["date"].values[sums.index(max(sums))] == one.values["date"]
