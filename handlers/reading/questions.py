"""Is it a question? Question marks, Japanese question endings and the words that ask."""

from handlers.reading.patterns import Pattern

_QUESTION = Pattern(
    r"\?"
    # …ですか, …ますか, …のか, …いいか: the letter before か tells a question from 確か or 誰か.
    r"|[すうんょいのなだるたき夫]か(?:ね|な|ぁ|しら)?(?:$|[。、!\n」』 ])"
    r"|かな(?:$|[。、!\n…~ー])|かしら"
    r"|教えて|おしえて|知りたい|聞きたい|質問(?:です|があ|した)|どうすれば|どうしたら"
    r"|どうやって|どのように|どうなる|どうなり|どうしよう|どれくらい|どのくらい|どのぐらい"
    r"|なぜ|なんで|何で(?:す|しょ)"
    r"|(?:いつ(?:まで|から|ごろ|頃)?|どこ|どれ|どっち|どちら|何|なに|だれ|誰|いくら|何日"
    r"|何時間?)(?:$|[。!\n]|ですか|でしょう|なの|に(?:書|あ)|で(?:き|す)|が(?:必要|いる|要)"
    r"|を(?:押|す|書|送|出|準備|用意|見))"
    r"|(?:って|とは)(?:何|なに|どう|どこ|いつ|$|[。!])|方法(?:は|を|が(?:わから|分から"
    r"|知り)|$)|やり方(?:は|を|が(?:わから|分から|知り)|$)|の仕方(?:は|を|が(?:わから"
    r"|分から)|$)|意味(?:は|が(?:わから|分から)|$)|(?:わからない|分からない|わかりません"
    r"|分かりません|不明です)"
    r"|(?<![a-z])(?:how (?:do|to|can|should|long)|what (?:is|should|do|does|happens)"
    r"|where (?:is|can|do)|when (?:is|will|do)|can i|should i|do i)(?![a-z])"
)
# 「何度も」「どうしても」「いつも」 ask nothing; nor does what a seller wrote between quotes.
_QUOTE = Pattern(r"[「『\"][^」』\"]{0,80}[?][^」』\"]{0,3}[」』\"]")


def is_question(text: str) -> bool:
    """Whether a folded text asks something of the reader."""
    if "?" in text:
        text = _QUOTE.sub("", text)
    return _QUESTION.search(text) is not None
