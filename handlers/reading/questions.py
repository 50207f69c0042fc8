"""Is it a question? Question marks, Japanese question endings and the words that ask."""

from handlers.reading.patterns import Pattern
from handlers.reading.words import Table

# Words that ask wherever they stand.
_ASKS = Table(
    ("asks", "?", "かしら", "教えて", "おしえて", "知りたい", "聞きたい", "質問です", "質問があ",
     "質問した",
     "どうすれば", "どうしたら", "どうやって", "どのように", "どうなる", "どうなり", "どうしよう",
     "どれくらい",
     "どのくらい", "どのぐらい", "なぜ", "なんで", "何です", "何でしょ", "って何", "ってなに",
     "ってどう", "ってどこ",
     "っていつ", "とは何", "とはなに", "とはどう", "とはどこ", "とはいつ", "方法は", "方法を",
     "方法がわから",
     "方法が分から", "方法が知り", "やり方は", "やり方を", "やり方がわから", "やり方が分から",
     "やり方が知り",
     "の仕方は", "の仕方を", "の仕方がわから", "の仕方が分から", "意味は", "意味がわから",
     "意味が分から",
     "わからない", "分からない", "わかりません", "分かりません", "不明です"),
)  # fmt: skip
# Endings that make a question. The letter before か tells one from 確か or 誰か; の ends a question
# only behind a few words (断ってもいいの, だれが払うの).
_ENDING = Pattern(
    r"か(?<=[すうんょいのなだるたき夫]か)(?:ね|な|ぁ|しら)?(?:$|[。、!\n」』 ])"
    r"|かな(?:$|[。、!\n…~ー])|方法$|やり方$|の仕方$|意味$"
    r"|とは(?:$|[。!])|って(?<![守待言持使買払思行知作取送断残切打困合]って)(?:$|[。!])"
    r"|いいの(?:$|[。!])|良いの(?:$|[。!])|よいの(?:$|[。!])|だめの(?:$|[。!])"
)
_AFTER = (
    r"(?:$|[。!\n]|ですか|でしょう|なの|に(?:書|あ)|で(?:き|す)|が(?:必要|いる|要)"
    r"|を(?:押|す|書|送|出|準備|用意|見)|[^。!?\n]{0,8}[るうくむぶつす]の(?:$|[。!]))"
)
_WORD = Pattern(
    r"[いどだ誰何な](?:(?<=い)つ(?:まで|から|ごろ|頃)?|(?<=ど)[これう]|(?<=ど)っち|(?<=ど)ちら"
    rf"|(?<=な)に|(?<=だ)れ|(?<=い)くら|(?<=何)(?:日|時間?)?|(?<=誰)){_AFTER}"
)
_ENGLISH = Pattern(
    r"how (?:do|to|can|should|long)(?![a-z])|what (?:is|should|do|does|happens)(?![a-z])"
    r"|where (?:is|can|do)(?![a-z])|when (?:is|will|do)(?![a-z])"
    r"|can i(?<![a-z]can i)(?![a-z])|should i(?![a-z])|do i(?<![a-z]do i)(?![a-z])"
)
# 「何度も」「どうしても」「いつも」 ask nothing; nor does what a seller wrote between quotes.
_QUOTE = Pattern(r"[「『\"][^」』\"]{0,80}[?][^」』\"]{0,3}[」』\"]")


def is_question(text: str) -> bool:
    """Whether a folded text asks something of the reader."""
    if "?" in text:
        text = _QUOTE.sub("", text)
    return (
        _ASKS.first(text) is not None
        or _ENDING.search(text) is not None
        or _WORD.search(text) is not None
        or _ENGLISH.search(text) is not None
    )
