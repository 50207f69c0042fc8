"""What the writer wants of the bot: rows in order of priority, the first that fits wins.

First come the commands to the bot itself, then questions, then what a statement reports. Words
are in folded spelling; ``A…B`` stands for A followed closely by B.
"""

import re
from dataclasses import dataclass

from handlers.reading.intent_words import COMMANDS, QUESTIONS
from handlers.reading.patterns import Pattern
from handlers.reading.words import has

GREETINGS = ("こんにちは", "こんにちわ", "こんばんは", "おはよう", "はじめまして", "初めまして",
    "よろしく", "hello", "hi", "hey", "ありがとう", "/start", "start", "お疲れ", "おつかれ",
    "ども", "どうも", "やあ", "サンキュー", "thanks", "thank you", "もしもし", "はろー", "ハロー",
    "お世話になり", "助かりました", "助かった", "good morning")  # fmt: skip

_PASTE_LABELS = ("order no", "order id", "order number", "dispute reason", "status:", "status\n",
    "subject:", "件名", "from:", "差出人", "aliexpress' judgment", "aliexpress' judgement",
    "aliexpress judgement", "judgment from ae", "judgement from ae", "proposal:", "my proposal",
    "seller proposal", "refund only", "reminder", "dear customer", "dear buyer", "estimated time",
    "注文番号", "注文id", "紛争理由", "紛争の理由", "ステータス", "proposed a new solution",
    "dispute finished", "dispute in progress", "negotiation finished", "送信者", "宛先",
    "transaction@notice", "申し立て理由", "申し立ての理由", "返金額", "refund amount", "steps in",
    "日時:", "date:", "to:", "申し立て詳細", "dispute detail", "aliexpress dispute order",
    "判定:", "提案:", "seller's proposal", "お客様", "期限:", "支払額", "order date",
    "注文日")  # fmt: skip

_NEXT_ONLY = Pattern(
    r"^(?:[^。!?\n]{0,12}?)(?:どうすれば|どうしたら|何すれば|なにすれば)(?:いい|良い"
    r"|よい)?(?:です|の|でしょう|のでしょう|んです)?か?[。?!\s]*$"
)

_CLOSED = Pattern(
    r"(?:全額|無事|返金|お金|満額)[^。!?\n]{0,12}?(?:返金され(?:ました|た(?!い|ら|と))"
    r"|戻(?:って(?:き|来)(?:まし)?た|りました|った)|返って(?:き|来)(?:まし)?た"
    r"|振り込まれ(?:まし)?た|入金され(?:まし)?た|入金(?:あり|を確認|が確認|がありまし)"
    r"|入りました|届きました|着金し|完了しました|完了です|反映され(?:まし)?た"
    r"|受け取りました|確認できました|確認できました)"
    r"|(?:^|[^さ部分割額円ル])返金され(?:ました|た(?!い|ら|と|額|金|の))|解決(?:しました"
    r"|した(?!い|ら)|です|済|できました)|無事(?:に)?(?:終わ|終了|解決|決着|返金|完了)|円満"
    r"|(?:満足|納得)(?:しました|です|して(?:終|います)|の(?:いく)?結果)|refund (?:complete"
    r"|received)|返金完了|全額(?:返ってき|戻ってき|返金で(?:終|決着|解決))|勝ちました"
    r"|勝った|勝訴"
    r"|^(?:[^。!?\n]{0,14}(?:紛争|件|これ|もう|案件|全部|申し?立て)(?:は|が"
    r"|も)?)?(?:もう)?(?:終わ(?:りました|った|りです|り)|終了(?:しました|です|した)?"
    r"|完了(?:しました|です)?|クローズ(?:しました|で)?|片付いた|片付きました|おわった"
    r"|おわり|終わりにし(?:て|たい)|終わりにします|取り下げ(?:ました|た)"
    r"|キャンセルしました)[。!\s]*(?:ありがとう.{0,12})?$"
)
_LEFT_OPEN = Pattern(
    r"(?:(?<![\d,])0円|返金 ?0|一部|半額|\d円|却下|負け|納得|不満|不利|勝手に|0で|一方的"
    r"|[^い]まだ返金|jpy ?[¥\\]? ?0)[^。!?]{0,24}(?:終わ|終了|閉じ|クローズ|決着|負け|確定"
    r"|closed|され|ました)|(?:終わ|終了|閉じ|クローズ|決着)[^。!?]{0,20}(?:納得|不満|おかし"
    r"|ひど|0円|一部|返金されな|返金がまだ|まだ|のに|けど)|負けました|敗訴"
    r"|却下され(?:まし)?た"
)
_STEP_DONE = Pattern(
    r"(?:拒否|decline|反対|辞退|断[りっ]|承認|accept|同意|賛成|受け入れ|アップロード|アップ"
    r"|上げ|提出|添付|編集|修正|変更|返送|返品|発送し返|送り返|抗議|アピール|appeal|連絡"
    r"|問い合わせ|問合せ|相談|報告|申請|電話|入力|撮影|撮[りっ]|スクショ|メッセージを(?:送"
    r"|書)|送信|返信|依頼|頼[みん]|準備|追加|記入|登録し直|押し|送付|書き|チャット|主張"
    r"|説明|要請|保存|確認)"
    r"(?:を|も|は|が|に)?(?:[^。!?\n、]{0,6}?)(?:しました|した(?!ら|い|ほうが|方が|くて"
    r"|の(?:に|です|が))|済み(?:です)?|済|完了|まし(?:た)(?!が|ら)|終わりました|終わった"
    r"|できました|できた|出来ました|った(?!ら|ほうが|方が|の(?:に|で))|んだ(?!ら|の)|上げた"
    r"|入れた|送った|出した|done|おきました|おいた|やった)"
)
_STEP_OF_OTHERS = Pattern(
    r"(?:セラー|売り手|販売者|出品者|ショップ|店|aliexpress|ae|運営|相手)(?:側)?(?:が|は"
    r"|から|に(?!.{0,10}(?:連絡|返信|送|問い合わせ|依頼|頼|伝え|メッセージ|抗議|相談|報告"
    r"|要請|説明)))[^。!?\n]{0,24}(?:した|しました|され|ました|きた|来た)"
)
_STAGE_ENTERED = Pattern(
    r"(?:介入|交渉|協議|判定待ち|判定|返品待ち|返品|返金処理|返金待ち|発送待ち|配送中"
    r"|アピール|抗議|ステータス|ステージ|段階|受領待ち|審査|調査|回答待ち|返金手続き"
    r"|最終判定|仲裁|紛争中|返送|待ち|処理中|状態|フェーズ|中)(?:の?(?:段階|状態|ステージ"
    r"|フェーズ|ステータス))?(?:が|は|に|へ|まで|と)?[^。!?\n、]{0,14}?(?:なりました"
    r"|なった(?!ら)|入りました|入った|進みました|進んだ|変わりました|変わった|移りました"
    r"|移った|移行し(?:まし)?た|始まりました|始まった|進行し(?:まし)?た|になってる"
    r"|になっています|になってい|となりました|切り替わ|突入|開始され(?:まし)?た)"
    r"|介入(?:しました|した(?!ら|い)|してき|されました)|(?:判定|裁定)(?:が|は)?(?:出"
    r"|下)(?:ました|た(?!ら|の)|りました|った)|stepped in|(?:段階|ステージ|フェーズ)(?:です"
    r"|に)"
)
_SNOOZE_TIME = Pattern(
    r"^(?:[^。!?\n]{0,4}(?:1時間後|\d+時間後|\d+分後|明日の朝|明朝|今夜|夕方|明日"
    r"|夜)[に、]?(?:また|もう一度|お願い|で|ね|して)?[^。!?\n]{0,8})$"
)
_WANTS_OPEN = Pattern(
    r"(?:紛争|申し?立て|異議)[^。!?\n]{0,10}(?:したい|開きたい|起こしたい|始めたい|登録)"
)
_WISH = Pattern(r"(?<!み)たい(?:です|んです|のです|んだ|の)?(?:が|けど|けれど|。|!|$|、)")
_DEADLINE_WORD = Pattern(r"期限|締切|締め切り|〆切|デッドライン|まで|残り|あと|deadline|due")
_CORRECTION = Pattern(
    r"じゃなく|ではなく|間違|訂正|変更|延長|延び|伸び|変わりました|変わった|変えて|直して|修正"
)
_COUNTDOWN = Pattern(
    r"残り|カウントダウン|\d ?d(?:ays?)? ?\d+ ?h|\d{1,3}:\d\d:\d\d|time left|\d日 ?\d+ ?時間"
)
_EVENT = Pattern(
    r"(?:セラー|売り手|販売者|出品者|ショップ|店|aliexpress|アリエク|運営"
    r"|(?<![a-z])ae(?![a-z])|seller)[^。!?\n]{0,40}?(?:提案|拒否|回答|返事|言わ|言って|言い"
    r"|メッセージ|メール|判定|介入|返金|再送|断|無視|要求|案|認め|オファー|返信|連絡"
    r"|proposed|steps? in|reject|求め|頼)|介入|steps? in|判定|提案|judge?ment|valid"
    r"|自動(?:的に)?承認|refund only|合意に達し|異議申し立ての決定|新しい解決案|再送する"
    r"|再発送|取り下げ(?:て|ろ)|発送待ち|返金処理|返品(?:待ち|返金|に)|紛争(?:中|が|を|は)"
    r"|ブラックリスト|ブロック|サスペンド|停止|無限ループ|ログイン|パスワード|ボタン|言われ"
    r"|表示され|返金(?:され(?:な|ま|て)|が(?:来|届|まだ|され))|evaし|アカウント"
)

# These are about the bot itself, so no playbook goes with them.
NO_CASE = frozenset(
    ["list_disputes", "show_next_deadline", "set_notify_pref", "snooze", "delete_dispute",
        "greeting", "ask_timezone"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rest of the reader found out, as far as intents need it."""

    question: bool
    reason: str | None
    demand: str | None
    opened: bool
    deadline: str | None  # its kind
    from_base: bool
    amounts: int
    order_ids: int
    verdict: str | None
    outcome: str | None


def intent_of(text: str, about: Situation) -> str:
    """The intent of a folded text."""
    plain = text.strip()
    if _is_paste(text):
        return "import_paste"
    if not any(character.isalnum() for character in plain):
        return "unknown"
    command = _command(plain, about)
    if command is not None:
        return command
    if about.question:
        return _question(plain, about)
    return _statement(plain, about)


def _is_paste(text: str) -> bool:
    """Labels and values of a page or a mail, on lines of their own."""
    lines = text.count("\n") + 1
    if lines < 3:
        return False
    labels = sum(label in text for label in _PASTE_LABELS)
    return (
        labels >= 3
        or (labels >= 2 and (lines >= 4 or ":" in text))
        or (labels >= 1 and lines >= 4 and ("aliexpress" in text or "dispute" in text))
    )


def _command(text: str, about: Situation) -> str | None:
    command = COMMANDS.first(text)
    if command == "ask_timezone":
        asks = about.question or has(text, "変換", "直して", "直すと", "換算", "だといつ", "では何")
        return command if asks else None
    if command in ("list_disputes", "set_notify_pref"):
        if command == "set_notify_pref" and has(
            text, "通知が届", "通知が来", "通知は来", "通知が出"
        ):
            return None
        if command == "list_disputes" and has(
            text, "表示されな", "見れな", "消えた", "空です", "空っぽ", "空に"
        ):
            return None
        return command
    if command == "delete_dispute" and about.reason is None:
        return (
            None if about.question and has(text, "証拠", "提案", "したら", "コメント") else command
        )
    if (
        command == "snooze"
        and about.reason is None
        and len(text) <= 30
        and not has(text, "と言", "って言", "紛争", "提案", "返金", "セラー", "介入", "判定", "届")
    ):
        return command
    if (
        _SNOOZE_TIME.match(text)
        and about.deadline is not None
        and len(text) <= 16
        and has(text, "また", "もう一度", "お願い", "して", "知らせ", "教え")
    ):
        return "snooze"
    return None


def _question(text: str, about: Situation) -> str:
    if _NEXT_ONLY.match(text) and about.reason is None and not about.outcome and len(text) <= 26:
        return "ask_next_step"
    asked = QUESTIONS.first(text)
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


def _statement(text: str, about: Situation) -> str:
    if _asks_for_text(text):
        return "ask_template"
    if len(text) <= 12 and has(text, "使い方", "ヘルプ", "help", "できること"):
        return "ask_howto"
    if _CLOSED.search(text) and not _LEFT_OPEN.search(text) and not _still_pending(text):
        return "close_dispute"
    external = about.deadline in ("paypal_open", "paypal_escalate", "card_chargeback")
    if external and about.reason is None and not about.opened:
        return "set_external_deadline"
    if about.reason is None and not about.opened:
        if _LEFT_OPEN.search(text):
            return "report_progress"
        if about.deadline is not None and _CORRECTION.search(text):
            return "update_deadline"
        if _STAGE_ENTERED.search(text) and not about.amounts:
            return "report_stage"
        mine = _STEP_DONE.search(text)
        others = _STEP_OF_OTHERS.search(text)
        if mine and not (others and others.end() >= mine.end() > others.start()):
            return "report_progress"
        if _WISH.search(text) and not _WANTS_OPEN.search(text) and not about.demand:
            return "ask_howto"
    return _news(text, about)


def _news(text: str, about: Situation) -> str:
    happened = (
        about.reason is not None
        or about.opened
        or about.from_base
        or _EVENT.search(text) is not None
        or about.verdict is not None
        or _WANTS_OPEN.search(text) is not None
    )
    if about.deadline is not None:
        if _CORRECTION.search(text) and not (about.reason or about.opened):
            return "update_deadline"
        if happened and not _only_a_deadline(text, about):
            return "register_dispute"
        if _COUNTDOWN.search(text) and not _CORRECTION.search(text):
            return "register_dispute"
        return "update_deadline"
    if happened or about.demand or about.outcome:
        return "register_dispute"
    if _greets(text):
        return "greeting"
    if _DEADLINE_WORD.search(text) and has(text, "期限", "締切", "締め切り", "〆切"):
        return "update_deadline"
    if about.amounts or about.order_ids:
        return "register_dispute"
    asked = QUESTIONS.first(text)
    if asked is not None and len(text) <= 20:
        return asked
    if has(
        text, "届", "買", "注文", "購入", "発送", "荷物", "商品", "返事", "配達", "到着", "提案"
    ):
        return "register_dispute"
    if has(text, "紛争", "返金", "返品", "セラー", "aliexpress", "アリエク", "申し立て", "dispute"):
        return "register_dispute"
    return "unknown"


def _only_a_deadline(text: str, about: Situation) -> bool:
    """「判定の期限は12月5日」 names a deadline and no news."""
    return (
        about.reason is None
        and not about.opened
        and not about.from_base
        and about.verdict is None
        and not about.amounts
        and re.search(
            r"(?:期限|締切|締め切り|〆切|デッドライン)(?:日)?(?:は|が|:|を|、| |に|も|って|の日)",
            text,
        )
        is not None
        and re.search(r"(?:ました|来た|きた|され|言わ|した。|届)", text) is None
    )


def _asks_for_text(text: str) -> bool:
    return has(
        text, "英文", "例文", "英語で", "英訳", "テンプレ", "文例", "文面", "下書き"
    ) and has(
        text,
        "作って",
        "ほしい",
        "欲しい",
        "お願い",
        "ください",
        "下さい",
        "くれ",
        "出して",
        "書いて",
        "見せて",
        "作成",
        "頼む",
        "送って",
        "教え",
        "直して",
        "たい",
    )


def _still_pending(text: str) -> bool:
    return has(
        text,
        "まだ",
        "のに",
        "されない",
        "されません",
        "されていな",
        "判定",
        "と言われ",
        "って言われ",
        "そう",
        "予定",
        "はず",
        "けど",
        "届いていな",
        "拒否して",
    )


def _greets(text: str) -> bool:
    bare = text.strip("。!、~ー…^ \n笑w()")
    return len(bare) <= 24 and any(
        bare == word if word.isascii() else word in bare for word in GREETINGS
    )


def is_greeting(text: str) -> bool:
    """A short text that greets and says nothing else."""
    return _greets(text)
