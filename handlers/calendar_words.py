"""Wishes for a calendar in sentences: one's own address, a new one, none, or a single deadline."""

import re

from handlers import calendars
from handlers.buttons import Payload, Verb
from handlers.replies import Reply
from handlers.turn import Turn

_PLEASE = r"(?:ほしい|欲しい|です|ください|下さい|か|お願いします|もらえますか|ね|の)*"
_MINE = (
    r"(?:google|グーグル|apple|アップル|iphone|iphoneの|スマホの|携帯の|outlook|自分の)?"
    r"の?カレンダー"
)
_INTO = (
    rf"(?:期限を?|予定を?)?{_MINE}"
    r"(?:に(?:も)?(?:追加|入れ|いれ|登録|載せ|のせ|表示|反映|連携|同期|出し|つなぎ|つなげ)|"
    r"と(?:連携|同期|共有|つなぎ|つなげ)|で(?:見|み)|を?(?:連携|同期|購読|共有)|の?(?:アドレス|url|リンク|設定))"
    r"(?:を(?:教えて|見せて|ください))?"
    r"(?:て|って|し|た|る|して|したい|する|たい|できる|できます|られる|れる)*"
)
_ENGLISH = (
    r"(?:add|send|sync|put)?(?: (?:it|them|my deadlines|the deadlines))?(?: (?:to|with|in|into))?"
    r" ?(?:my )?(?:google )?calendar"
)
_SHOWN = re.compile(rf"{_INTO}{_PLEASE}|{_ENGLISH}")
_ADDRESS = rf"{_MINE}(?:用)?(?:の)?(?:アドレス|url|リンク)?"
_RENEWED = re.compile(
    rf"{_ADDRESS}(?:を|は)?(?:新しく|新規に|作り直|つくり直|再発行|更新|変更|変え|リセット)"
    rf"(?:し|て|たい|する|に)*{_PLEASE}"
    rf"|新しい{_ADDRESS}(?:を|が|に)?(?:作っ|つくっ|発行|し|変え)?(?:し|て|たい|する)*{_PLEASE}"
    r"|(?:i need |make |give me |get )?(?:a )?new calendar (?:address|link|url)"
)
_STOPPED = re.compile(
    rf"{_ADDRESS}(?:の?(?:連携|同期|共有|購読|公開))?(?:を|は)?"
    r"(?:やめ|止め|とめ|停止|解除|無効|中止|使わない|もういらない|もう使わない|切っ|オフ)"
    rf"(?:に)?(?:し|て|る|たい|する)*{_PLEASE}"
    r"|(?:please )?(?:stop|turn off|end|disable)(?: using)?(?: the| my)? calendar"
    r"(?: feed| address)?"
)
_NUMBER = r"(?:#\s*\d{1,4}|\d{1,3}番)"
_ONE = re.compile(
    rf"(?:{_NUMBER}(?:の件)?|この|その|次の|今の)(?:の)?(?:期限|締切|締め切り|予定|日付|件)?(?:だけ)?"
    rf"(?:を|は|も)?、?{_INTO}{_PLEASE}"
    rf"|(?:add|put) (?:#\d{{1,4}}|this(?: deadline)?|the next deadline) (?:to|in|into) "
    r"(?:my |the )?(?:google )?calendar"
    r"|(?:the )?calendar (?:for|of) #\d{1,4}"
)
_LONGEST = 50


def is_told(word: str) -> bool:
    """Whether a message, as it is compared with commands, is a wish for a calendar."""
    return len(word) <= _LONGEST and any(
        wish.fullmatch(word) for wish in (_SHOWN, _RENEWED, _STOPPED, _ONE)
    )


async def answer(turn: Turn, word: str) -> Reply | None:
    """Answer such a wish; None if the message is none."""
    if not is_told(word):
        return None
    if _ONE.fullmatch(word):
        return await calendars.one_told(turn, word)
    if _RENEWED.fullmatch(word):
        return await calendars.on_press(turn, Payload(Verb.CALENDAR, None, calendars.RENEW))
    if _STOPPED.fullmatch(word):
        return await calendars.on_press(turn, Payload(Verb.CALENDAR, None, calendars.STOP))
    return await calendars.show(turn)
