"""Who says or does something in a dispute: the seller, AliExpress or the buyer."""

from handlers.reading.patterns import Pattern

SELLER = (
    r"(?:セラー|売り手|売手|販売者|販売元|出品者|ショップ|お店|店舗|店側|店主|業者|先方"
    r"|相手(?:側|方)?|seller|vendor|merchant)"
)
ALIEXPRESS = (
    r"(?:aliexpress(?:'s?)?|アリエクスプレス|アリエク|アリババ|運営(?:側)?"
    r"|(?<![a-z])ae(?![a-z])|アリエキ|カスタマーサービス)"
)
BUYER = r"(?:私|わたし|自分|僕|俺|こちら|当方|買い手|バイヤー|my|buyer)"
_OFFER = (
    r"(?:提案|解決案|案(?!件|内)|オファー|(?:回答|返答)(?!期限|の?期限|待ち|を|が(?:な|来|まだ)"
    r"|日|まで|しない|がほし)|提示|proposal|offer|solution|proposed)"
)

_PROPOSALS: tuple[tuple[str, Pattern], ...] = (
    ("aliexpress", Pattern(r"aliexpress proposed|aliexpressが新しい|新しい解決案|(?:ae|運営)案")),
    ("seller", Pattern(
        rf"{SELLER}(?:側)?(?:さん)?(?:の|から|が|より|は|、|'s)? ?[^。!?\n、]{{0,14}}?{_OFFER}")),
    ("aliexpress", Pattern(
        rf"{ALIEXPRESS}(?:側)?(?:の|から|が|より|は|、|'s)? ?(?!.{{0,3}}(?:セラー|売り手"
        rf"|販売者))[^。!?\n、]{{0,14}}?{_OFFER}")),
    ("buyer", Pattern(rf"{BUYER}(?:側)?(?:の|から|が|は)? ?[^。!?\n、]{{0,6}}?{_OFFER}")),
    ("seller", Pattern(
        rf"{SELLER}(?:側)?(?:から|が|に|は|より)[^。!?\n]{{0,26}}?(?:言|って来|ってき|返金|割引"
        rf"|メッセージ|連絡|持ちかけ|再送|再発送|とのこと|offer)")),
    ("aliexpress", Pattern(
        rf"(?:judge?ment|判定|裁定|{ALIEXPRESS}(?:から|が|の)[^。!?\n]{{0,20}}?(?:返金|判定"
        rf"|refund|option))")),
    ("aliexpress", Pattern(r"refund only (?:jpy|us|eur|gbp)|option 1")),
)  # fmt: skip


def proposer_of(text: str) -> str | None:
    """Whose proposal a folded text speaks of, or None where it speaks of none."""
    best: tuple[int, str] | None = None
    for rank, (who, pattern) in enumerate(_PROPOSALS):
        found = pattern.search(text)
        if found is None:
            continue
        if rank >= 4:
            return best[1] if best else who
        # The one named first, so that "セラーの提案を断った、AEの提案を待つ" is the seller's.
        if best is None or found.start() < best[0]:
            best = (found.start(), who)
    return best[1] if best else None


_INVALID = Pattern(
    r"invalid(?<![a-z]invalid)(?![a-z])|無効(?!な?の?(?:追跡|番号))|却下|認められな|認められませ"
    r"|認めな|棄却|妥当でな|不当と|証拠不十分|認めてもらえな|退けられ"
)
_VALID = Pattern(
    r"valid(?<![a-z]valid)(?![a-z])|妥当(?!で(?:な|は))|認められ(?!な|ま?せ)|認めた"
    r"|認めて(?:くれ|もらえ(?!な))|認めました|有効と|証拠が?有効|認定され"
)
_TRACKING = Pattern(
    r"追跡番号[がは]?(?:が)?無効|無効な追跡|invalid tracking|tracking.{0,12}invalid"
)


def verdict_of(text: str) -> str | None:
    """AliExpress' verdict on the buyer's reason or evidence: valid, invalid or None."""
    if _INVALID.search(text) and not _TRACKING.search(text):
        return "invalid"
    return "valid" if _VALID.search(text) else None
