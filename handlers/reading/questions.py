"""Is it a question? Question marks, Japanese question endings and the words that ask."""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern, any_of

# Words that ask wherever they stand.
_ASKS = Table("asks", Look.PARTS)

_AT_END = r"(?=$|[。、!?\n」』)…~])"
_PLAIN_END = r"(?=$|[。!])"
# Endings that make a question. The letter before か tells one from 確か or 誰か.
_WITH_KA = Pattern(
    r"か(?:(?<=[すうんょいのなだるたきけ夫]か)|(?<=[やす]ろか))(?<!ゃなか)(?<!もなか)(?<!すかすか)"
    r"(?<!もらいたか)(?<!していたか)"
    r"(?:ね|な|ぁ|しら|いな|い|のう)?(?=$|[。、!\n」』 )…])"
    rf"|かな(?:ぁ|あ|{_AT_END})"
)
# The last letters of all endings below; most clauses end otherwise.
_ENDS = Pattern(r"[うねけかなはのんろて法方味た](?=$|[。、!?\n」』)…~])")
_ENDING = Pattern(
    any_of(
        "でしょう", "ですよね", "ませんよね", "ますよね", "でしたっけ", "ましたっけ", "だっけ",
        "たっけ", "でいいよね", "ていいよね", "ばいいよね", "がいいよね", "がええよね",
    )
    + rf"[かねな]?{_AT_END}|(?:方法|やり方|やりかた|の仕方|のしかた|意味|とは){_PLAIN_END}"
    + rf"|の(?:は|が)?(?:なんで|何で|なぜ|何故|どうして){_AT_END}"
    # 「Return Goodsって。」, but not 待って。
    r"|(?<=[ァ-ヶー一-龠a-z])(?<!クローズ)(?<![可中済了無不用円定期管着切禁])(?<!\d日)"
    r"(?<!\d[gl円個枚本割階着])(?<!\d(?:kg|cm|mm|ml))(?<!ドル)(?<!グラム)(?<!センチ)(?<!キロ)(?<![半全満]額)(?<!以内)(?<!だけ返金)(?<!のみ返金)って"
    rf"(?<![守待言持買使払思行知作取送断残切打困合立]って){_PLAIN_END}|"
    + any_of(
        "いい", "良い", "よい", "だめ", "ダメ", "アリ", "あり", "ええ", "大丈夫", "必要", "無理",
        "本当", "ほんま", "まじ", "セーフ", "アウト", "可能", "平気",
    )
    + rf"(?:なの|の|なん|ん){_AT_END}|(?:ます|です|る|ない|(?<!や)ん)け{_AT_END}|んだろ{_AT_END}"
    # 「紛争って取り下げたらもう一回開けるの」
    rf"|(?:って|場合)[^。、!?\n]{{2,16}}(?:[ただ]ら|[けせてねべめれ]ば)[^。、!?\n]{{2,14}}るの{_AT_END}"
)  # fmt: skip
# … and those that do only beside a word that asks.
_ASKED_WITH_NO = Pattern(
    any_of(
        "(?:いつ|何[^。、!?\n]{1,2}|どこ)(?:まで|以内|目まで)",
        "何時", "何日", "なぜ", "何故", "なんで", "何で", "いつ",
        "どこ", "どれ", "なに", "何",
        "いくら", "だれ", "誰", "ねん", "て",
        "とん", "[くすつむぐぶ]ん", "ば", "べき", "ですかね", "くれ", "って", "ん?じゃ",
        "可能", "有効", "大丈夫", "ok", "オッケー", "オーケー", "平気", "セーフ", "必要", "妥当",
        "[のんるすたいやだろよかけとねうつくぐむぶらはがもを]",
    )
    + _AT_END
)  # fmt: skip
_ENGLISH = Pattern(
    r"(?<![a-z])(?:how (?:do|to|can|should|long)|what (?:is|should|do|does|happens)"
    r"|where (?:is|can|do)|when (?:is|will|do)|can i|should i|do i|is it|does it)(?![a-z])"
)
_WH = Table("wh", Look.PARTS)
# 「いつまで待っても」「何時間充電しても」 ask nothing.
_HOWEVER = Pattern(
    r"(?:何|なん|いつ|どこ|いくら|誰|だれ|どんなに|どう|どれ)[^。、!?\n]{0,14}?"
    r"(?:ても|でも)(?![いえ良よ大可o?])"
    # 「どこの局も入りません」
    r"|(?:どこの|どの)[^。、!?\n]{1,8}も(?=[^。、!?\n]{0,8}(?:ませ|ない|なし|なかっ|ん$|ん。|へん))"
    r"|(?:誰|だれ|どなた|何|なに|どこに)も(?=[^。、!?\n]{0,14}(?:ませ|ない|なし|なかっ|ん$|ん。|へん|ず))"
)
# What a seller or a page says between quotes asks nothing of us.
_QUOTE = Pattern(r"[「『\"][^」』\"]{0,120}[」』\"]")
# … nor what is wondered at, told of others or shouted: 「どうですかと来た」「は?」「心配です」.
_ABOUT = r"[^。、!?\n]{0,10}"
_IN_PASSING = Pattern(
    r"\([?]\)|[?](?=[のにがをは][^?]*$)|(?<!で)よろしいでしょうか。"
    r"|^(?:期限|締切|締め切り|日付|日にち|金額|注文番号|理由)(?:は|って)?(?:です(?:か|よね)?)?[?]"
    r"|(?:けど|のに|だし|ん(?:ですが|だが|やが|じゃが)|[だすや]よ|[だや]ぞ)!*[?]+|じゃないですか(?=、)|どうや(?:って|と|て)(?=言|ゆ|い[うわ]|来|きた|[。、!]|$)"
    r"|(?:^|(?<=[。!?、\n]))(?:は|え|ん|あれ|うそ|嘘|マジ|まじ|え、待って|はぁ|はあ)[?]"
    r"|してどうす(?:んねん|るんだ|るんや)(?=[。!]|$)"
    r"|(?:何|なに)して(?:くれて)?(?:んねん|んのよ|んのさ|んだよ)(?=[。!]|$)"
    # 「結果は5営業日後って」, 「受け入れるか断るか、だそうです」 were said; 「…んですよね…」 sighs
    r"|(?:\d(?:営業)?日(?:後|以内)?|[\d半]時|\d分|\d/\d{1,2}|曜日?)って[。!]*$"
    r"|[るうくすつぬむぐぶ]か、?(?=(?:だ|との|っていう)(?:そう|こと|話))"
    r"|んですよね、$|(?<=え[?、])(?:なに|何)(?:だ|よ)?(?:これ|それ)[?!]*(?=$|[。!])|た、?[?]+(?=え[?、]|は[?、]|うそ)"
    r"|(?:閉じ|終わっ)て(?:よか|ええ|いい)(?:よ|で)[?]+$"
    r"|どこ(?:に|へ)?[い行]ったんだよ?|じゃないんですよね(?![?])"
    r"|どころ(?:じゃ|では)ない|からかな(?:ぁ|あ)?(?=[。!]|$)|(?:アホ|あほ|バカ|ばか)(?:ちゃう|じゃない)か"
    r"|意味[がも]?(?:わか|分か)らん(?=[。!]|$)|どうな(?:る|った)(?:の|こと)?かと(?:思|おも)"
    r"|(?:なに|何|どう|どこ|いつ|どれ|誰|合って|大丈夫|これで|できる|なる|もらえる)"
    rf"{_ABOUT}か[ながもとは]?(?:不安|心配|怖|こわ|気になって|ドキドキ|気が気)"
    rf"|(?:なに|何|どう|どこ|いつ)[がを]?{_ABOUT}(?:なに|何|どう)だか|(?:誰|だれ)が{_ABOUT}んだか|何が何(?:だか|やら)"
    r"|何の[^。、!?\n]{1,6}も(?:な|あり)"
    r"|\d ?(?:[a-z]{1,3}|%|円|ドル|枚|個|本|センチ|ミリ|グラム|キロ)って(?:何|なに)(?![をがでか])"
    r"|(?:ナメ|なめ|ふざけ|舐め|バカに|馬鹿に)[^。!?\n]*[?]?"
    # 「何回言わすねん」「見たんかいな」 are said in anger.
    r"|(?:何回|何度|何べん|何遍|なんかい|なんべん)[^。、!?\n]{0,8}(?:言わ|ゆわ|説明さ|送ら|出さ|同じ)[^。、!?\n]{0,6}"
    r"(?:ねん|んや|んだ|んよ|せる[んの])[?]*(?=[。、!]|$)|たんかい(?:な|ね)?[?]*(?=[。、!]|$)"
    # What a page promised, what nobody would do, a saying.
    r"|なんでや(?:ねん)?(?=[。!]|$)|(?:たい|ほしい|欲しい)かな(?=[。!]|$)"
    r"|(?:っぽい|みたいな|らしい|気がする|(?:足り|届か|来|動か|映ら|つか|点か|入って|鳴ら)ない)んですよね"
    r"|(?:説明|商品|ページ|表記|記載|サイト|箱|追跡|画面|ステータス|表示|通知|履歴|明細)(?:文|ページ|欄|書)?(?:に|で)は?[^。、!?\n]{1,16}って(?=[。!]|$)"
    r"|なんか[^。、!?\n]{0,8}[るえ]る?か(?:い|よ|いな|いや)?(?=[、。!]|$)|悪かろうか"
    # 「受けるか断るか、8/20まで」: what is to be decided, not whether.
    r"|まで(?:に|には)?[^。、!?\n]{1,10}[るうくすつぬむぐぶ]か、?[^。、!?\n]{1,10}[るうくすつぬむぐぶ]か(?=$|[。!])"
    r"|(?:おかし|ひど|あんまり|ありえな|ひどすぎ)[^。!?\n]{0,3}でしょう?(?=[。!]|$)"
    r"|[るうくすつぬむぐぶい]か、?[^。、!?\n]{1,14}[るうくすつぬむぐぶい]か、?(?=[^。!?\n]{0,40}(?:まで|しかな|あと|残り|期限|\d日))(?![^。!?\n]{0,60}(?:迷|悩|わから|分から|教え|どう|どっち|どちら))"
    # Shouted at the seller rather than asked of us.
    r"|(?:詐欺|サギ|買わされた|騙された|だまされた|目(?:が|は)?(?:つ|付)いてん?[るの]|正気|嫌がらせ|いやがらせ"
    r"|嘘つき|うそつき|泥棒|ドロボー|冗談|売る気|商売する気|やる気|頭おかし|ありえな[くい]|ひど(?:く)?な)"
    r"[^。、!?\n]{0,6}[?]+"
)
# … with all the clause before it.
_PASSED_ON = Pattern(
    r"[か?](?:と|って|とか)(?:[^。、!?\n]{1,6}(?:から|より))?(?:言|来|き[たま]|聞かれ|書|訊かれ|[くぐ]らい|感じ)|か[はも]?不明"
)
_CLAUSE_PASSED_ON = Pattern(rf"[^。、!?\n]{{0,14}}(?:{_PASSED_ON.source})")
_A_STORY = 120
_SENTENCES = Pattern(r"[^。!?\n]+[。!?]?")


def is_question(text: str, window: Span | None = None) -> bool:
    """Whether a folded text, or a sentence of it, asks something of the reader."""
    told = text if window is None else text[window[0] : window[1]]
    # Of a story only the cut below is looked at: it has all that could ask.
    if len(told) <= _A_STORY and not _seems_to_ask(text, window):
        return False
    asked = _QUOTE.sub("「」", told) if any(mark in told for mark in '「『"') else told
    if len(asked) > _A_STORY:
        # A story may wonder at many things; what it asks stands at its end.
        sentences = _SENTENCES.findall(asked)
        asked = "\n".join([*(one for one in sentences[:-2] if "?" in one), *sentences[-2:]])
    asked = _IN_PASSING.sub("", asked)
    if _PASSED_ON.search(asked) is not None:
        asked = _CLAUSE_PASSED_ON.sub("", asked)
    return (asked == told and len(told) <= _A_STORY) or _seems_to_ask(asked)


def _seems_to_ask(text: str, window: Span | None = None) -> bool:
    begin, end = window or (0, len(text))
    if _ASKS.first(text, window) is not None:
        return True
    if "か" in text and _WITH_KA.search(text, begin, end) is not None:
        return True
    if _ENDS.search(text, begin, end) and _ENDING.search(text, begin, end) is not None:
        return True
    # Most Japanese texts have no space, and all English questions do.
    if " " in text and _ENGLISH.search(text, begin, end) is not None:
        return True
    if _WH.first(text, window) is None:
        return False
    bare = _HOWEVER.sub("", text[begin:end])
    return any(
        _ASKED_WITH_NO.search(bare, *sentence.span()) is not None
        and _WH.first(bare, sentence.span()) is not None
        for sentence in _SENTENCES.finditer(bare)
    )


# 「入れておいてもらえますか」 asks the bot to do something, and is no question.
_REQUEST = Pattern(
    any_of(
        "登録", "入れ", "消し", "止め", "停止", "減ら", "増や", "通知", "知らせ", "鳴ら",
        "リマインド", "覚え", "控え", "メモ", "(?<!時間に)(?<!jstに)直し", "変え", "変更", "修正",
        "セット", "設定", "ことにし",
        "追加", "削除", "取り除", "のけ", "ほかし", "見せ", "書い", "訳", "作っ", "まとめ",
        "もう一度", "あとで", "後で",
        "言って", "送ら", "追跡", "送って", "外し", "閉じ", "出して", "やめ", "計算",
    )
    + r"[^。、!?\n]{0,8}(?<![返戻]して)(?<!返金して)(?<!返金)"
    r"(?:もらえ|いただけ|頂け|くれ|くださ|下さ|もらう|いただく|お願い(?:でき|出来))"
    r"[^。、!?\n]{0,6}(?:か|かな|でしょうか|ん|ない)?[ねな]?(?:[?]|(?=$|[。、!\n]))"
)  # fmt: skip


def is_request(text: str) -> bool:
    """Whether a folded text only asks politely that something be done."""
    return _REQUEST.search(text) is not None and not is_question(_REQUEST.sub("", text))


def asking_part(text: str) -> str:
    """The sentences of a longer text that ask; the whole text if none does by itself."""
    sentences = [one.span() for one in _SENTENCES.finditer(text)]
    asking = [one for one in sentences if "?" in text[slice(*one)] or is_question(text, one)]
    return "".join(text[slice(*one)] for one in asking) or text
