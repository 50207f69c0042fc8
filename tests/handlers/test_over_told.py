"""A case is told to be over: what was to be declined or proposed is left behind."""

import pytest

from tests.handlers.talk import Talk

COLOR = "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入"
ELSEWHERE = "荷物が別の住所に送られて紛争中です。6,400円の全額返金、2月3日にAliExpress介入"


@pytest.mark.parametrize(
    ("case", "news", "title"),
    [
        (COLOR, "0円の判定で終わってしまいました", "最終判定に納得できない"),
        (ELSEWHERE, "0円の判定で終わってしまいました", "別住所に配達済みなのに、0円で終わった"),
        (ELSEWHERE, "返品して返金になりました", "返品して返金になった"),
    ],
)
async def test_the_checklist_follows_the_stage(
    talk: Talk, case: str, news: str, title: str
) -> None:
    await talk.register(case)
    await talk.say(news)
    shown = await talk.press("やること")
    assert title in shown
    assert "納得できない提案を「拒否する」(Decline)" not in shown


async def test_an_appeal_of_a_case_told_to_be_over_waits_for_its_result(talk: Talk) -> None:
    await talk.register(COLOR)
    await talk.say("0円の判定で終わってしまいました")
    await talk.press("やること")
    await talk.press("できた")
    shown = await talk.press("できた")
    assert "抗議(Appeal)の結果の予定日(目安) 2月5日(金)" in shown
    assert [clock.kind for clock in await talk.clocks()] == ["appeal_result"]


async def test_where_a_date_is_found_depends_on_what_it_is_the_date_of(talk: Talk) -> None:
    await talk.register(COLOR)
    await talk.say("全額返金されることになりました。返金はいつ入りますか?")
    for _ in range(4):
        shown = await talk.press("できた")
    assert "注文の「返金情報」" in shown
    assert "AliExpress Steps In" not in shown
