"""The small words that a wish about notices may hold beside those of the word list.

Politeness, particles and endings: they say nothing by themselves, but what is neither of these nor
a word of the list makes a clause something else than a wish.
"""

_JAPANESE = """
    いただけますか いただけませんか いただけると いただけないでしょうか いただきたい
    頂けますか 頂けませんか 頂けると 頂きたい もらえますか もらえませんか もらえないか
    もらえたら もらえる もらいたい もらって もらう くれ ください くださいませ 下さい
    ちょうだい 頂戴 ほしい 欲しい お願い お願い致します お願いいたします おねがいします
    頼みます 頼む たのむ よろしく 宜しく よろ できます できません できる できれば できたら
    できないか 出来ます 出来ません 出来る 出来れば 出来たら 助かり 助かる うれしい 嬉しい
    ありがたい 有難い と思います と思って でしょうか ませんか ないか んだけど ですけど です
    ます ました ましょう 様に よう いい 良い よい じゃなくて ではなく して しとて しといて
    する したい します ておいて とく とい ないで いる います なった だよ だね なあ かい けん
    さい どうか なるべく あれば ある あり 構いません かまいません ok 結構 十分 大丈夫 ばかり
    ばっかり こと る すみません すいません 申し訳ない 申し訳ないけど 申し訳ありません
    申し訳ありませんけど ごめん よければ 良ければ これから 今後 明日から 以後 しばらく 当分
    ずっと とりあえず 取りあえず やっぱ やっぱり やはり もう もうちょい ちょっと 少し すこし
    全部 ぜんぶ すべて 全て いつも 基本 基本的に 必ず かならず 私 わたし 僕 俺 うち こちら
    こっち あの じゃあ あと それと それから そして また まとめて 一緒に 時刻 日 時 設定 期限
    締切 締切り 締め切 締め切り 期日 やつ 分 方 ほう 間 あいだ 頃 ごろ くらい ぐらい
    きっかり ちょうど ぴったり 翌朝 翌 次の日 次の朝 あくる日 だいたい 大体 以降 いこう 以前
    より前 より後 過ぎ 過ぎたら すぎ すぎたら にかけて 次から 次回から 今度 ボット 紛争ナビ
    お手数ですが 恐れ入りますが 恐縮ですが 悪いけど 自分 今 いま 現在 急に 回 ところ 所 国
    地域 時計 場所 時期 両方 どちらも 二回 2回 一回 1回 から まで より だけ のみ 自動 時点 変更 変え
    切替 切り替え
"""
_LATIN = """
    the a an to at in on of for me my im i'm i am is are be please pls just it and with from
    until till between by all your you can could would like want now message messages about
    time times hour hours every day days o'clock back so as us that them this do currently
    again also too after before set change make turn use get only any put keep have a.m pm
    p.m 's deadline deadlines setting settings some here there live
"""
_WORDS, _ENGLISH = frozenset(_JAPANESE.split()), frozenset(_LATIN.split())
_MARKS = frozenset(
    "はがをにでのもとへやねよなかさわえてっぞぜん、,・~。!?「」『』（）()'\"：:;.…- \n"
)
_LONGEST = max(len(word) for word in (*_WORDS, *_ENGLISH))


def is_glue(text: str) -> bool:
    """Whether a piece of a folded text is made of nothing but small words."""
    return len(text) in _reached(text)


def between_glue(text: str) -> list[str]:
    """What may be left of a piece without the small words around it, the longest first."""
    begins = _reached(text)
    # From the other end: where a rest that is nothing but small words begins.
    ends = [at for at in range(len(text) + 1) if is_glue(text[at:])]
    found = {text[a:b].strip() for a in begins for b in ends if a < b}
    return sorted(found - {""}, key=len, reverse=True)


def _reached(text: str) -> set[int]:
    """How far small words reach from the beginning; each place is looked at once."""
    reached = {0}
    for at in range(len(text)):
        if at not in reached:
            continue
        if text[at] in _MARKS:
            reached.add(at + 1)
        for end in range(at + 1, min(at + _LONGEST, len(text)) + 1):
            word = text[at:end]
            if word in _WORDS or (word in _ENGLISH and _is_whole(text, at, end)):
                reached.add(end)
    return reached


def _is_whole(text: str, begin: int, end: int) -> bool:
    """Whether Latin letters are a word of their own."""
    before, behind = text[begin - 1 : begin], text[end : end + 1]
    return not ("a" <= before <= "z" or "a" <= behind <= "z")
