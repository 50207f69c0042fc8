"""The forms of verbs: a table of what people write, and what must not be taken for it."""

import pytest

from handlers.reading.lexicon.verbs import forms, is_verb


def _is(verb: str, form: str, written: str) -> bool:
    """Whether the text begins like the form, and like nothing that the form takes out again."""
    beginnings = forms(verb, form)
    kept = [one for one in beginnings if one[0] != "-"]
    out = [one[1:] for one in beginnings if one[0] == "-"]
    return written.startswith(tuple(kept)) and not written.startswith(tuple(out or ["\0"]))


@pytest.mark.parametrize(
    ("verb", "form", "written"),
    [
        (
            "届く",
            "ない",
            "届かない 届きません 届いてない 届いていません 届かん 届かへん 届いとらん 届かず",
        ),
        ("割れる", "ない", "割れない 割れません 割れてない 割れへん"),
        ("送る", "ない", "送らない 送りません 送ってません 送らん"),
        ("入る", "ない", "入らない 入ってない 入ってません"),
        ("出る", "ない", "出ない 出ません 出てない 出てこない"),
        ("見る", "ない", "見ない 見ません 見てません"),
        ("来る", "ない", "来ない 来ません 来てない 来ん 来てへん"),
        ("拒否する", "ない", "拒否しない 拒否していません 拒否せず"),
        ("来る", "ない", "来やしない 来もしない 来はしない"),
        ("言ってくる", "た", "言ってきた 言ってきました"),
        ("言ってくる", "ない", "言ってこない 言ってきません"),
        ("届く", "た", "届いた 届きました 届いてる 届いている 届いちゃった 届いとる"),
        ("開く", "た", "開いた 開きました 開いてもらった 開いといた"),
        ("泳ぐ", "た", "泳いだ 泳ぎました 泳いでます"),
        ("話す", "た", "話した 話しました 話してる"),
        ("待つ", "た", "待った 待ちました 待ってます"),
        ("選ぶ", "た", "選んだ 選びました 選んでます"),
        ("頼む", "た", "頼んだ 頼みました 頼んでました"),
        ("買う", "た", "買った 買いました 買ってます 買うた"),
        ("払う", "て", "払って 払うて"),
        ("拒否する", "ば", "拒否すれば 拒否したら 拒否してもうたら"),
        ("行く", "た", "行った 行きました 行ってきた"),
        ("拒否する", "た", "拒否した 拒否しました 拒否済み 拒否されました"),
        ("断る", "たい", "断りたい 断りたくて"),
        ("押す", "える", "押せる 押せます 押せた"),
        ("押す", "えない", "押せない 押せません 押せん 押せず"),
        ("承認する", "えない", "承認できない 承認できません 承認不可"),
        ("押す", "ば", "押せば 押したら 押さないと 押さなければ"),
        ("拒否する", "れる", "拒否された 拒否され"),
        ("断る", "れる", "断られた"),
        ("認める", "れる", "認められた"),
        ("押す", "*", "押す 押した 押せ 押さない 押します"),
        ("出る", "*", "出る 出た 出ない 出ます 出よう 出られ"),
    ],
)
def test_a_form_is_written_in_many_ways(verb: str, form: str, written: str) -> None:
    for one in written.split():
        assert _is(verb, form, one), one


@pytest.mark.parametrize(
    ("verb", "form", "written"),
    [
        ("届く", "た", "届いたら"),
        ("届く", "た", "届いたい"),
        ("届く", "た", "届いた場合"),
        ("届く", "た", "届かない"),
        ("届く", "ない", "届いた"),
        ("拒否する", "た", "拒否したら"),
        ("拒否する", "た", "拒否したい"),
        ("拒否する", "た", "拒否した方が"),
        ("送る", "ない", "送った"),
        ("入る", "ない", "入った"),
        ("押す", "えない", "押せる"),
        ("断る", "ば", "断ったらしい"),
    ],
)
def test_a_form_is_not(verb: str, form: str, written: str) -> None:
    assert not _is(verb, form, written)


def test_nouns_are_no_verbs() -> None:
    assert is_verb("届く")
    assert is_verb("拒否する")
    assert not is_verb("荷物")
    assert not is_verb("-届く")


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        forms("届く", "らむ")
