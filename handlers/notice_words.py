"""Questions about being told of things: how it is set, and when the next notice comes."""

import re

from handlers import overview, settings
from handlers.replies import Reply
from handlers.turn import Turn

_NOTICE = r"(?:通知|お知らせ|おしらせ|リマインド|リマインダー|アラーム|アラート)"
_ASKING = (
    r"(?:ほしい|欲しい|です|ですか|ます|ますか|ください|下さい|お願いします|もらえますか|んです|"
    r"か|の|ね|な|よ|っけ|んだっけ)*"
)
_SETTINGS = re.compile(
    rf"(?:今の|いまの|現在の|現状の|私の|自分の)?(?:{_NOTICE}の?)?設定"
    r"(?:の?(?:内容|画面|一覧|状況|状態|メニュー|ページ|カード))?[をはがって]*"
    r"(?:(?:見|み)(?:せて|たい|る|れる)|確認(?:したい|する|して|させて|でき)?|教えて|知りたい|"
    r"開(?:いて|く|きたい)|変え(?:たい|る|て)|変更(?:したい|する|して)?|表示(?:して|する)?|出して|"
    r"どうなって(?:る|い|いる)?|どうすれば|どこ(?:で|から)?(?:変え|でき)?(?:る|られる)?|何|なに)?"
    rf"{_ASKING}"
    r"|(?:please )?(?:show|see|open|change|check|what are)?(?: me)?(?: ?(?:my|the))?"
    r"(?: ?current)?(?: ?(?:notification|reminder))? ?settings"
)
_WHEN = r"(?:いつ|何時(?:に|ごろ|頃)?|何日(?:に)?|どの?タイミング(?:で)?)"
_COMES = r"[来き届鳴も貰ら入送くるんていりれえなっ]*"
_NEXT = re.compile(
    rf"(?:次(?:の|に|回の?)?|今度の)?{_NOTICE}(?:は|が|って|の時間は|の予定は)?(?:次は?)?"
    rf"(?:{_WHEN}{_COMES}|(?:の)?予定)(?:ます|です|でしょう|だ)?{_ASKING}"
    rf"|(?:次(?:は|に|回は?)?、?)?{_WHEN}{_NOTICE}(?:は|が|を|して)?{_COMES}(?:ます|です)?{_ASKING}"
    r"|when (?:is|will|do|does|are) (?:the |my |i |you )?(?:get |be )?(?:next )?"
    r"(?:reminder|reminders|notice|notification|notifications|reminded|remind me)"
    r"(?: come| be sent| due)?"
)
_LONGEST = 40


def is_told(word: str) -> bool:
    """Whether a message, as it is compared with commands, asks about notices."""
    return len(word) <= _LONGEST and any(asked.fullmatch(word) for asked in (_SETTINGS, _NEXT))


async def answer(turn: Turn, word: str) -> Reply | None:
    """The settings, or the next deadline with the times of its notices; None for any other."""
    if not is_told(word):
        return None
    if _SETTINGS.fullmatch(word):
        return await settings.show(turn)
    return await overview.next_deadline(turn)
