"""Words that ask for what is kept: to be told of it, to get it, to have it deleted."""

import re
import unicodedata
from collections.abc import Awaitable, Callable

from handlers import archives, erase_all, privacy
from handlers.replies import Reply
from handlers.turn import Turn

_DATA = r"(?:(?:自分|私|僕|俺)の)?(?:データ|記録|情報|個人情報|登録(?:内容|情報)?|やり取り|履歴)"
_ALL = r"(?:全部|ぜんぶ|全て|すべて|全件|まるごと|丸ごと|一括で?|全)"
_DELETE = (
    r"(?:削除|消去|抹消|初期化|リセット)(?:を?(?:し(?:て|たい|ます)?|する|希望|お願い))?"
    r"|消(?:して|す|したい|せ)|けして"
)
_PLEASE = r"(?:です|ます|ください|下さい|ほしい|欲しい|お願い(?:します)?|の?ですが|んですが|して)*"

ERASE = re.compile(
    rf"(?:{_DATA}(?:を|は)?(?:、)?{_ALL}(?:を|の)?(?:{_DELETE}){_PLEASE}"
    rf"|{_ALL}(?:の)?(?:{_DATA})?(?:を)?(?:{_DELETE}){_PLEASE}"
    rf"|(?:(?:自分|私|僕|俺)の)?(?:データ|個人情報)(?:を|の)(?:{_DELETE}){_PLEASE}"
    r"|(?:退会|アカウント(?:を)?削除|利用(?:を)?(?:停止|やめる))(?:し(?:ます|たい)(?:です)?|する)?"
    r"|delete (?:everything|all(?: (?:my|the))?(?: data)?|my data)|erase everything)"
)
"""全部削除, データを消して: never a wish to delete one case."""
EXPORT = re.compile(
    rf"(?:{_DATA}(?:を|の)(?:全部|すべて|全て)?"
    r"(?:出(?:して|す|したい)|出力|エクスポート|書き出(?:し|して|す|したい)|ダウンロード|"
    r"取り出(?:して|す|したい)|もら(?:える|いたい)|くだ?さい|ください)"
    rf"(?:し(?:て|たい)|する)?{_PLEASE}"
    rf"|エクスポート(?:を?し(?:て|たい)|する)?{_PLEASE}|export(?: (?:my )?data)?)"
)
PRIVACY = re.compile(
    r"(?:プライバシー(?:ポリシー)?|(?:個人情報|データ)(?:保護)?(?:の?(?:取り?扱い|扱い(?:方)?|方針|ポリシー))?)"
    r"(?:について|に関して|は|って|を)?(?:、)?"
    r"(?:教えて(?:ください|下さい)?|見(?:たい|せて)|知りたい|大丈夫|"
    r"どう(?:なって|なり|扱って|扱われ)(?:い)?(?:る|ます))?(?:です)?(?:の|か)*"
    r"|(?:何|なに|どんな(?:情報|データ|もの)|どの(?:情報|データ))を"
    r"(?:保存|記録|収集|お?預か)(?:し|って)(?:て)?(?:い)?(?:る|ます)(?:の|か|ん|です)*"
    r"|privacy(?: policy)?|what do you (?:keep|store)(?: about me| of me)?"
)
PACK = re.compile(
    r"(?:(?:#?\d{1,4}番?|この件|全部)の?)?証拠(?:写真|資料|ファイル)?(?:を|は|の)?"
    r"(?:全部|ぜんぶ|すべて|一式(?:を|で)?|zip(?:に|で)|pdf(?:に|で))?(?:、)?"
    r"(?:まとめ(?:て|る|たい|ます)?|パック|一式|zip|pdf)、?(?:zip|pdf|一つ|ひとつ|1つ|1個)?"
    rf"(?:で|に|を|が)?(?:ほしい|くれ|もらえ|送って|出して|して|ダウンロード)?{_PLEASE}"
    r"|evidence pack|pack(?: (?:up )?(?:my|the) )?evidence"
)

_WORDS: tuple[tuple[re.Pattern[str], Callable[[Turn, str], Awaitable[Reply]]], ...] = (
    (PRIVACY, lambda turn, _text: privacy.show(turn)),
    (ERASE, lambda turn, _text: erase_all.asked(turn)),
    (EXPORT, lambda turn, _text: archives.export(turn)),
    (PACK, archives.pack_told),
)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(" \t\n\r。.!！?？、").casefold()


def is_told(text: str) -> bool:
    """Whether a message is nothing but such a wish."""
    word = _plain(text)
    return len(word) <= 40 and any(pattern.fullmatch(word) for pattern, _ in _WORDS)


async def answer(turn: Turn, text: str) -> Reply | None:
    """Obey; None if the message is no such wish."""
    word = _plain(text)
    if len(word) > 40:
        return None
    for pattern, answered in _WORDS:
        if pattern.fullmatch(word):
            return await answered(turn, text)
    return None
