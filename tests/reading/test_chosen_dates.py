"""Of all that looks like a date in a text, the deadline is found and the rest left alone."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.competing_sentences import COMPETING
from tests.reading.date_rows import CHOSEN, MOMENTS
from tests.reading.moments import TOKYO, deadline, written


@pytest.mark.parametrize(
    ("text", "expected", "moment"), CHOSEN, ids=[text[:40] for text, _, _ in CHOSEN]
)
def test_the_deadline_is_told_from_all_else(
    text: str, expected: str | None, moment: datetime
) -> None:
    assert written(deadline(text, moment)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12/3ではなく、12/4が正しい日付です",
        "期限が12月8日から12月5日に早まった",
        "締切12/5だけど12/3と12/4は旅行でスマホ見れん",
        "メール受信から72時間以内に返答。受信は今日の18時",
        "1/3まで売り手は休みで連絡つかない、でも回答期限は1/6なんだよね",
        "判定は12/25の夜に来ていたそうで、そこから3日以内",
    ],
)
def test_what_is_told_plainly_is_not_asked_about(text: str) -> None:
    assert read(text, MOMENTS["IN_NOVEMBER"]).doubts == ()


@pytest.mark.parametrize(("text", "at"), COMPETING, ids=[text[:40] for text, _ in COMPETING])
def test_what_competes_or_is_over_is_asked_about(text: str, at: str) -> None:
    assert read(text, datetime.fromisoformat(at).replace(tzinfo=TOKYO)).doubts
