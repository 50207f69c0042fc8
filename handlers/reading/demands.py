"""What the buyer asks for, and what others propose or have decided: the same words, apart."""

import re
from dataclasses import dataclass

from handlers.reading.patterns import Pattern

# What can be asked for or offered, the more particular first.
_THINGS: tuple[tuple[str, str], ...] = (
    ("return_refund",
        r"返品(?:して|し|と|・|&|及び|および|後|の上)(?:から)?(?:の)?、?(?:全額|返金)|返金(?:と"
        r"|&|・)返品|返品返金|着払い(?:で)?(?:の)?返品|着払い返品|アイテムの返品"
        r"|return (?:goods|& ?refund|and refund)|返品(?=を?(?:希望|したい|させて))|返送して返金"
        r"|返品対応"),
    ("partial_refund",
        r"一部(?:だけ|のみ|を|の)?(?:返金|返して)|部分(?:的な|的に)?返金|partial(?: refund)?"
        r"|[1-9]割(?:だけ|の|を)?返金|(?<!\d)(?!100)\d{1,2} ?%(?:の|を|だけ|分|オフ)?返金"
        r"|半額(?:だけ|の|を|は)?(?:返金|返して)|半分(?:だけ|の|を|は)?(?:返金|返して)"
        r"|差額(?:の|を|分)"),
    ("full_refund",
        r"全額|満額|全部返(?:金|して)|全て返金|すべて返金|full refund|fully refund|100%返金"
        r"|丸ごと返金"),
    ("refund_only",
        r"返金のみ|返金だけ|refund only|only refund|返品(?:なし|無し|せず|しない"
        r"|不要)で?に?(?:の)?、?返金"),
    ("resend",
        r"再送|再発送|送り直|再配送|新しい(?:の|もの|商品|物)を送|交換|代わりの(?:商品|もの|物)"
        r"|代替品|もう[一1]度送|resend|reship|replacement|正しい(?:商品|もの|物|色|サイズ"
        r"|の)を?送|不足分を送"),
)  # fmt: skip
_COMPILED = tuple((name, Pattern(pattern)) for name, pattern in _THINGS)
_ZERO = Pattern(
    r"返金 ?0(?![\d.,])|(?<![\d,.])0円|返金(?:は)?(?:なし|しません|しない|ゼロ|拒否"
    r"|できない|できません|されない)|ゼロ円|(?:jpy|usd|us ?\$|[¥$\\]) ?[¥\\]? ?0(?![.,]?\d)"
    r"|(?<!\d)0ドル|ゼロ回答|一切返金|no refund"
)

# Behind the thing: the buyer wants it.
_WANTED = Pattern(
    r"^.{0,14}?(?:希望|要求|求め|(?:し|て)てほしい|して欲しい|してほし|ほしい|欲しい|したい"
    r"|させたい|お願い|ください|下さい|請求|もらいたい|もらい(?:ます|たい)|いただきたい"
    r"|頂きたい|"
    r"狙|返して|で(?:紛争|申し?立て|申請|提起|開|お願い|行|いき|出し|オープン)|を(?:申請"
    r"|主張|訴|目指|望)|のつもり|でいきたい|がいい|で良い|でいい|を選(?:ん|び)|にしたい"
    r"|にする|になりません|にならない"
    r"|できます?か|出来ます?か|できる|してくれ|してもらえ(?!まし?た|た)|しろ|を依頼|申し込"
    r"|request|want"
    r"|ask|please|demand)"
)
_WANTED_BEFORE = Pattern(
    r"(?:希望|要求|求めるのは|欲しいのは|望み|要望|demand|request|want|私の提案|自分の提案"
    r"|ask(?:ing)? for|希望:|要求額)(?:内容|額|は|の|:|が|する|として|していた|したのは"
    r"|としては|したい(?:の)?は| a| the| for)*[ 、「『\n]*$"
)
# Behind the thing: somebody else offers it or has decided it.
_OFFERED = Pattern(
    r"^.{0,14}?(?:に(?:同意|応じ|合意)|判定|提案|と言[わっい]|と書|オファー|と提示|を提示"
    r"|になり|になっ"
    r"|され(?!て?い?な?い?です?か)|と(?:の|いう)(?:回答|返事|返答|連絡|メール|案)|の(?:案"
    r"|回答|返事|返答|結果|裁定|オファー|提示|カード|表示)|だって|だけ(?:で|だ|と)|すると"
    r"|するから|するので|で(?:終|決|解決|合意|ど|閉|クロ)|を持ちかけ|が(?:認め|決|確定|来"
    r"|届|表示|出)|認められ|を勧め|してやる|してあげる|してくれる(?:そう|と|って)|って(?:言"
    r"|来|き|、)|offer|propos|します(?:と|から|ので)|したい(?:と|そう)|を承認|を受け入)"
)
_OFFERED_BEFORE = Pattern(
    r"(?:提案|判定|回答|返答|オファー|option \d|proposal|judge?ment|結果|解決案|運営|セラー"
    r"|売り手|販売者|ae|aliexpress)(?:\d|内容|は|が|の|から|で|:|として|、|し|も|側|提案"
    r"|判定|回答|された|したのは|された|って|された|に)*[ 「『\"\n:]*$"
)
_REPORTED = Pattern(r"(?:と|って|そう|らしい|から|ので|すると)")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the buyer demands and what others' proposals or decisions come to."""

    demand: str | None
    outcome: str | None


def wishes_of(text: str, *, alone: bool) -> Wishes:
    """Sort the kinds of compensation in a text; ``alone``: it answers a question in few words."""
    demand: str | None = None
    outcome: str | None = None
    strength = 0
    taken: list[tuple[int, int]] = []
    for name, pattern in _COMPILED:
        for found in pattern.finditer(text):
            if any(a < found.end() and found.start() < b for a, b in taken):
                continue
            taken.append(found.span())
            wanted = _wanted(text, found.start(), found.end())
            if wanted > 0 and (demand is None or wanted > strength):
                demand, strength = name, wanted
            elif wanted < 0 and outcome is None:
                outcome = name
            elif wanted == 0 and alone and demand is None:
                demand = name
            if len(taken) > 30:
                break
    if demand == "full_refund" and _returns_too(text):
        demand = "return_refund"
    if _ZERO.search(text):
        outcome = "resend" if outcome == "resend" else "zero"
    if outcome == "refund_only":
        outcome = "full_refund" if "全額" in text and demand is None else "partial_refund"
    return Wishes(demand, outcome)


def _wanted(text: str, start: int, end: int) -> int:
    """Positive where the buyer wants it, negative where it is offered or decided."""
    behind = _same_clause(text[end : end + 24])
    before = text[max(0, start - 16) : start]
    wanted, offered = _WANTED.search(behind), _OFFERED.search(behind)
    if wanted and offered:
        # Whichever word comes first tells: 全額返金を希望したが一部返金を提案された.
        return 2 if wanted.end() <= offered.end() else -2
    if wanted:
        # 「再送したいと言われた」 was cut off by the window: the seller's words.
        return -1 if _said_by_others(text[end : end + 40]) else 2
    if _WANTED_BEFORE.search(before):
        return 2
    if offered:
        return -2
    if _OFFERED_BEFORE.search(before):
        return -1
    return 0


def _said_by_others(behind: str) -> bool:
    clause = _same_clause(behind)
    return bool(
        re.search(
            r"(?:と|って)(?:言われ|言って|言ってき|メッセージ|連絡が|返事が|提案され"
            r"|書いてあ|書かれ|来|き)",
            clause,
        )
    )


def _same_clause(text: str) -> str:
    stop = re.search(r"[。!?\n]", text)
    return text[: stop.start()] if stop else text


_RETURNS = Pattern(r"全額返金で(?:の)?着払い返品|返品して(?:の|から)?全額|着払い返品")


def _returns_too(text: str) -> bool:
    return _RETURNS.search(text) is not None
