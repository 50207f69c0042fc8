"""Which clock a date of a mail belongs to, by its sentence: 「8月14日までには反映される見込み」.

What buyers type themselves is told by single words; a mail's words are many, and those right
beside the date are often another clock's.
"""

from handlers.reading.patterns import Pattern

_SHORTEST, _SENTENCE, _TAIL = 60, 140, 60
# What stands in front of the date, and what behind it.
_ARRIVES = Pattern(
    r"(?:arriv(?:e|al)|see it|(?:on|to) your (?:account|statement|card)|reach)[^.!?\n]{0,30}$"
)
_REFUND_BEHIND = Pattern(
    r"の?お?引き?落とし(?:時|分|日|額)?(?:に|より|から)[^。!?\n]{0,12}(?:お?返し|返金|差し引|減額|相殺)"
    r"|お?支払い?分(?:のご?請求)?(?:から|より)[^。!?\n]{0,6}(?:差し引|減額)"
    r"|(?:まで|頃|ごろ|以内)(?:に(?:は)?)?、?(?:反映|着金|入金)(?:され|する|予定|の見込)"
    r"|以内に[^。、!?\n]{0,14}(?:返金データ|明細に反映|カードに反映|口座に反映)"
)
_NOT_SEEN = Pattern(r"までに、?ご?確認(?:いただけ|でき)(?:ない|ません)")
_ANSWER_BEFORE = Pattern(
    r"(?:reply|respond|answer)(?: to)? (?:this|the) (?:offer|proposal) (?:by|before|until) $"
    r"|waiting for your (?:response|reply|answer)[^.!?\n]{0,20} (?:by|before|until) $"
    r"|(?:decision|judge?ment|result|solution)[^.!?\n]{0,12} (?:becomes?|will be(?:come)?|is)"
    r" (?:final|effective|binding|executed|carried out)(?: on| at| after)? $"
)
_NEGOTIATE_BEFORE = Pattern(
    r"(?:negotiat(?:e|ing)[^.!?\n]{0,30}|change (?:your|their|the) proposals?)"
    r" (?:until|till|by|before) $"
)
# "Your order will be completed automatically in 11 days": with it the protection ends.
_COMPLETED_BEFORE = Pattern(
    r"order will be (?:automatically completed|completed automatically|completed)"
    r" (?:in|on|by|at) $"
)
_STEPS_IN_BEFORE = Pattern(
    r"aliexpress will (?:give|make|provide|propose|offer|send)[^.!?\n]{0,30} (?:(?:in|within|by"
    r"|on) )?$"
)
# 「00日 17:30:00 後にAliExpressが提案を行います」
_STEPS_IN_BEHIND = Pattern(r"(?:後|以内)?に、?aliexpressが(?:提案|判断|判定|解決案|介入)")
_REFUND_BEFORE = Pattern(
    r"返金開始[^\n]{0,24}目安[ :]*$|銀行の(?:処理|手続き)に(?:は)?最大 ?$|"
    r"refund[^!?\n]{0,60} (?:please )?allow (?:up to )?$"
    r"|returned to your paypal[^.!?\n]{0,20} (?:within )?$"
)
_AT_PAYPAL_BEFORE = Pattern(r"report a problem (?:(?:within|until|by|before) )?$")
# 「販売者の回答待ち 残り 3日」, "the seller has 5 days from …": the status right before it.
_SELLER_BEFORE = Pattern(
    r"(?:販売者|セラー|売り手|出品者)の(?:回答|返答|返事)待ち[ \n]{0,3}(?:残り(?:時間)?)? ?$"
    r"|waiting for (?:the )?seller(?:'s)? (?:response|reply|to respond)[^.!?\n]{0,16}$"
    r"|(?:^|\. |\n)the seller (?:has|will have) $"
)
# A card company's letter: papers are sent back, and no goods.
_PAPERS = Pattern(r"申告書|申請書|申立書|調査票|申出書|同意書|必要書類")
_OF_A_CARD = Pattern(
    r"加盟店|提携会社|カード会社|当社カード|ご利用代金|会員|chargeback|cardholder"
    r"|card (?:rules|services|dispute)"
)
_FILED_BEFORE = Pattern(
    r"(?:return|complete|send)(?: us)?(?: back)? the (?:enclosed|attached|signed)[^!?\n]{0,90}"
    r" (?:by|before|until|than) $"
    r"|(?:dispute|claim)[^!?\n]{0,100} can be (?:filed|raised|submitted|lodged)"
    r" (?:until|by|before) $"
)
_SEND_PAPERS = Pattern(r"(?:まで|必着)(?:に|で)?、?[^。!?\n]{0,16}ご?(?:返送|提出|返信|記入)|必着")
_ANSWER_BEHIND = Pattern(
    r"[^.!?\n]{0,12},? or (?:it|the (?:proposal|solution|offer)) (?:will be|is)"
    r" (?:accepted|executed|taken)|"
    r"までに、?[^。!?\n]{0,20}(?:提案|解決案|案)を、?(?:ご?承諾|ご?承認|ご?同意|拒否|受け入れ)"
    r"|までに、?(?:ご?承諾|ご?承認|ご?同意|賛成)(?:する)?(?:または|又は|もしくは|か|・|/)(?:拒否|反対|辞退)"
    r"|までに、?「(?:承認|承諾|同意)(?:する)?」[^。!?\n]{0,6}「(?:拒否|反対)"
)
_JUDGED_BEHIND = Pattern(
    r"までに、?(?:aliexpressの)?(?:判定|判断|決定|結論)を、?(?:お知らせ|ご連絡|ご案内|お伝え|下|出|行)"
)
_APPEAL_BEHIND = Pattern(
    r"(?:以内|まで)に、?[^。!?\n]{0,40}(?:「?抗議」?|「?アピール」?)(?:から|より|を|に|で)"
)
_OPEN_BEFORE = Pattern(
    r"申し?立てが必要な場合(?:は|、| |\n)*(?:残り|あと)? ?$"
    r"|(?:open (?:a|another) (?:new )?dispute[^.!?\n]{0,24}|request (?:a )?(?:return"
    r"|refund)[^.!?\n]{0,16}|apply for (?:a )?(?:return|refund)[^.!?\n]{0,20})"
    r" (?:until|by|before) $"
)
# 「応答期限 1月18日。応答がない時は自動的に受け入れ」
_ANSWER_OR_ELSE = Pattern(
    r"[^\n]{0,12}[。\n] ?ご?(?:応答|回答|返答|連絡)[がの]な(?:い|かった)(?:時|とき|場合)"
    r"[^。\n]{0,8}自動(?:的に|で)(?:受け入れ|承認|承諾|同意|成立)"
)
# 「申請の締め切り:」 under a judgement that is final: against that one can only appeal.
_DECIDED = Pattern(r"最終(?:的な)?(?:判定|決定)|決定が下され")
_APPLY_BEFORE = Pattern(r"申請の?(?:締め?切り?|〆切|期限)[ :は]*$")
_APPEAL_BEFORE = Pattern(
    r"(?:submit|raise|make) (?:one |an |your )?appeal[^!?\n]{0,80} (?:until|by|before) $"
)
_OPEN_BEHIND = Pattern(
    r"まで(?:であれば|なら|に|は)?、?返[金品](?:[/・や]|と)返[金品]の?を?(?:ご?申請|お申し込み)(?:でき|いただけ|が可能)|"
    r"まで(?:であれば|なら|に|は)?、?[^。!?\n]{0,10}紛争を"
    r"(?:提起|提出|開始|申請|開く|開い)(?:でき|する|こと|して|て)"
)
_PROTECTION_BEFORE = Pattern(
    r"(?:延長後の?|新しい|保護の?)終了日 {0,2}[: は]*$|protection (?:until|ends?)[ :]*$"
)
_SUPPORT_BEHIND = Pattern(
    r"(?:まで|以内)に(?:は)?、?(?:メール|チャット|アプリの通知|お電話)?[^。!?\n]{0,18}(?:結果を|ご連絡|ご返信|ご?回答|ご案内|お知らせ)"
    r"[^。!?\n]{0,8}(?:いたしま|しま|させていただきま)す"
)
_RECEIVE_BEFORE = Pattern(r"(?:受領|受け取り|受取)を確認する必要があります。[ \n]{0,2}(?:残り ?)?$")
# 「追加の証拠を、5月17日18時までにご提出ください」, of a dispute that AliExpress looks at.
_HAND_IN = Pattern(r"までに、?(?:[^。!?\n]{0,16}より、?)?ご?(?:提出|追加|アップロード)")
_EVIDENCE = Pattern(r"証拠|資料|写真|動画")
_ESCALATE_BEFORE = Pattern(r"escalate[^!?]{0,90} (?:by|before|until) $")
_NUMBER_BEFORE = Pattern(r"(?:追跡番号|番号)?の?入力の?期限 {0,2}[: は]*$")
_SHOWN_BEFORE = Pattern(r"反映の?(?:予定|目安)日? {0,2}[: は]*$")
_FILL_IN = Pattern(r"までに、?ご?入力")
# "Please wait until August 7, they will send it to your e-mail"
_WAIT_BEFORE = Pattern(r"(?<![a-z])wait until $")
_ANSWER_TO_INQUIRY = Pattern(
    r"ご?(?:相談|お?問い合わせ)への(?:最初の|初回の)?ご?(?:回答|返信|返事)は[^。\n]{0,30}$"
)
_TEAM_WILL = Pattern(
    r"(?:専門|担当)(?:部署|チーム|部門)(?:から|より|が)、? ?$"
    r"|(?:will|'ll) (?:contact|reply|respond to|get back to|e-?mail) (?:to )?you"
    r"(?: by [a-z-]{4,8})? $"
    r"|you will (?:get|receive|have) (?:our|an|the) (?:answer|reply|response)[^.!?]{0,24} $"
)
_AGENT = Pattern(
    r"(?:^|\n) *\[?(?:担当者?|オペレーター|agent|サポート)[^\n:\]]{0,8}(?:[:\]]|\n)[^\n]*$"
)
# 「お問い合わせいただいた注文…の紛争結果について、専門の部署へ確認を依頼いたしました」
_INQUIRY = Pattern(r"お問い合わせいただ|お問い合わせの件|your inquiry|\[case \d")
_CORRECT_BEFORE = Pattern(
    r"return tracking number[^!?\n]{0,90}(?:upload|enter|submit|provide)[^.!?\n]{0,70}"
    r" (?:before|by|until) $"
)
_RULES: tuple[tuple[str, Pattern | None, Pattern | None], ...] = (
    ("refund_arrival", _SHOWN_BEFORE, _REFUND_BEHIND),
    ("support_reply", _WAIT_BEFORE, None),
    ("support_reply", _ANSWER_TO_INQUIRY, None),
    ("support_reply", _TEAM_WILL, None),
    ("accept_decline", _ANSWER_BEFORE, _ANSWER_BEHIND),
    ("negotiation_end", _NEGOTIATE_BEFORE, None),
    ("protection_end", _COMPLETED_BEFORE, None),
    ("ae_step_in", _STEPS_IN_BEFORE, _STEPS_IN_BEHIND),
    ("refund_arrival", _REFUND_BEFORE, None),
    ("paypal_open", _AT_PAYPAL_BEFORE, None),
    ("return_ship", _CORRECT_BEFORE, None),
    ("seller_response", _SELLER_BEFORE, None),
    ("open_until", _OPEN_BEFORE, _OPEN_BEHIND),
    ("appeal", _APPEAL_BEFORE, _APPEAL_BEHIND),
    ("negotiation_end", None, _JUDGED_BEHIND),
    ("paypal_escalate", _ESCALATE_BEFORE, None),
    ("protection_end", _PROTECTION_BEFORE, None),
    ("seller_receive", _RECEIVE_BEFORE, None),
)
_PROTECTION_ENDS = ("保護期間が終了する", "保護が終了する", "保護の切れる")


def kind_in_mail(text: str, begin: int) -> str | None:
    """The kind of a date that begins at a place of a folded text, if its sentence tells it."""
    if len(text) < _SHORTEST:
        return None
    first, last = max(0, begin - _SENTENCE), min(len(text), begin + _SENTENCE)
    for mark in "。!?\n":
        stop = text.find(mark, begin, last)
        last = stop + 1 if stop >= 0 else last
    if _ANSWER_OR_ELSE.match(text, begin, begin + _SENTENCE) is not None:
        return "accept_decline"
    if text.endswith(_PROTECTION_ENDS, 0, begin):
        return None  # 「保護期間が終了する12月16日まで、再度紛争を申請できます」
    if _ARRIVES.search(text, max(first, begin - _TAIL), begin) is not None:
        told = text[first:begin]
        if "refund" in told or "money" in told:
            return "refund_arrival"
    for kind, before, behind in _RULES:
        if before is not None and before.search(text, first, begin) is not None:
            return kind
        if behind is not None and behind.search(text, begin, last) is not None:
            return kind
    papers = (
        _SEND_PAPERS.search(text, begin, last) is not None and _PAPERS.search(text) is not None
    ) or _FILED_BEFORE.search(text, first, begin) is not None
    if papers and _OF_A_CARD.search(text) is not None:
        return "card_chargeback"
    if _DECIDED.search(text) and _APPLY_BEFORE.search(text, first, begin) is not None:
        return "appeal"
    if _NUMBER_BEFORE.search(text, first, begin) is not None and "返品" in text:
        return "return_ship"
    if _FILL_IN.search(text, begin, last) is not None and "追跡番号" in text[first:begin]:
        return "return_ship"
    if (
        _HAND_IN.search(text, begin, last) is not None
        and _EVIDENCE.search(text, first, begin) is not None
        and "介入" in text
        and "カード" not in text
    ):
        return "ae_step_in"
    if "返金" in text[first:begin] and _NOT_SEEN.search(text, begin, last) is not None:
        return "refund_arrival"
    if _SUPPORT_BEHIND.search(text, begin, last) is not None:
        asked = _AGENT.search(text, first, begin) or _INQUIRY.search(text)
        return "support_reply" if asked is not None else None
    return None
