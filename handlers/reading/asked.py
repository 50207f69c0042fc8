"""What a question asks of the bot: the next step, evidence, wording, a deadline, or how to."""

from handlers.reading.intent_words import QUESTIONS
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question
from handlers.reading.situation import Situation
from handlers.reading.words import has

_NEXT_ONLY = Pattern(
    r"^(?:[^。!?\n]{0,12}?)(?:どうすれば|どうしたら|何すれば|なにすれば)(?:いい|良い"
    r"|よい)?(?:です|の|でしょう|のでしょう|んです)?か?[。?!\s]*$"
)
_SENTENCES = Pattern(r"(?<=[。!?\n])")
# In a longer text only the sentences that ask tell what is asked for.
_SHORT = 40


def asked_for(text: str, about: Situation) -> str:
    """What a question asks for; a plain one is ask_howto."""
    if has(text, "起こしたい", "紛争したい", "開きたい", "始めたい") and about.reason is None:
        return "ask_howto"
    if _NEXT_ONLY.match(text) and about.reason is None and not about.outcome and len(text) <= 26:
        return "ask_next_step"
    asked = QUESTIONS.first(_asking(text))
    if asked == "show_next_deadline" and (
        about.reason is not None or has(text, "paypal", "カード", "チャージバック")
    ):
        return "ask_howto"
    if asked == "ask_evidence" and has(
        text,
        "アップロードでき",
        "送れな",
        "どこ",
        "上げ方",
        "アップロードの",
        "アップロード方法",
        "添付でき",
        "開けな",
    ):
        return "ask_howto"
    if asked == "ask_template" and has(text, "表示", "どういう意味", "読めな"):
        return "ask_howto"
    return asked or "ask_howto"


def _asking(text: str) -> str:
    if len(text) <= _SHORT:
        return text
    asking = [one for one in _SENTENCES.split(text) if "?" in one or is_question(one)]
    return "".join(asking) or text
