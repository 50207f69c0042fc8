"""What a question asks of the bot: the next step, evidence, wording, a deadline, or how to."""

from handlers.reading.facts import Facts
from handlers.reading.greetings import is_small_talk
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern
from handlers.reading.questions import asking_part

_QUESTIONS = Table("asked for", Look.PARTS)

_WAVERS = Pattern(r"(?:(?:迷って|悩んで)(?:い?る|い?ます|ん)|迷い中)[よねわー。!]*$")
# In a longer text only the sentences that ask tell what is asked for.
_SHORT = 45


def asked_for(text: str, about: Facts) -> str:
    """What a question asks for; a plain one is ask_howto."""
    asking = text if len(text) <= _SHORT else asking_part(text)
    asked = _QUESTIONS.first(asking)
    if asked is None and asking != text:
        asked = _QUESTIONS.first(text) if len(text) <= 2 * _SHORT else None
    if asked == "ask_external_deadline" or asked is None:
        external = _QUESTIONS.first(text)
        if external == "ask_external_deadline":
            return external
    if asked in (None, "ask_next_step") and not about.topic and is_small_talk(text):
        return "unknown"
    if asked is None and not about.topic and _WAVERS.search(text) and "?" not in text:
        return "unknown"  # 「カレーと唐揚げで迷ってる」
    return asked or "ask_howto"
