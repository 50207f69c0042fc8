"""Days from which something counts, clocks that run down, and days that take another's place.

Read in Japan on Thursday 26 November 2026 at 20:15 and on Wednesday 10 March 2027 at 18:40.
"""

IN_NOVEMBER: tuple[tuple[str, str | None], ...] = (
    # a judgement in the sentence before starts the clock of just that length
    ("返品の判定が11月25日。10日以内に発送して番号を入力とのこと", "2026-12-05"),
    # how long it has been is no deadline
    ("セラーが断ってきたのが25日で、そこから数えて4日後にAEが入るそう", "2026-11-29"),
    ("9月28日に発送してから2か月、メールだけで10通", None),
    # a range that has begun ends this year
    ("セラーの回答期間 11月24日〜11月29日", "2026-11-29"),
    ("交渉期間：11月20日～12月4日", "2026-12-04"),
    # a day without its month that is told as over lies behind
    ("AEの判定が24日に出ました。そこから3日以内", "2026-11-27"),
    ("はんていが24かにでました。そこから3にちいないにこたえてと", "2026-11-27"),
    # … while one that is still to come does not
    ("判定日が12/15、その後3日で確定", "2026-12-18"),
    # what was left at another day
    ("昨日の時点で返送の残り9日でした", "2026-12-04"),
    ("11/20の時点で残り10日", "2026-11-30"),
    ("英文メール: You have 5 days to send the item back. 受け取ったのは11月24日", "2026-11-29"),
    # a clock behind まで runs down
    ("時間切れまで 23:14:09", "2026-11-27T19:29"),
    ("自動承認まであと 05:10:00", "2026-11-27T01:25"),
    ("期限は12月5日まで 23:59:59", "2026-12-05"),
    # the first Friday of a month
    ("来月最初の金曜までに結論が出るそうです", "2026-12-04"),
    ("12月の最初の月曜まで", "2026-12-07"),
    # numbers and hours in kana
    ("じゅうにがつにじゅうななにちまでに", "2026-12-27"),
    ("じゅうににちまで", "2026-12-12"),
    ("来週水曜あさ10時までに決着", "2026-12-02T10:00"),
    ("金曜よる9時まで", "2026-11-27T21:00"),
    ("あど五日しかねぇべ、返送のやづ", "2026-12-01"),
    # put right in the next sentence
    ("来月3日が締切。いや違った、4日の朝9時だ", "2026-12-04T09:00"),
    ("明日が期限…じゃないや、明後日か。28日まで", "2026-11-28"),
    ("12月10日(木)か、いや待って11日(金)が正解", "2026-12-11"),
    ("5日までです。ごめん6日", "2026-12-06"),
    ("期限は12/5です。いや、待ってください", "2026-12-05"),
    ("保護は12/4まで→セラーが延長してくれて12/9までになりました", "2026-12-09"),
    # a label belongs to the date behind it
    ("期限がふたつ。判定への回答が12/4、返送が12/14", "2026-12-04"),
    ("16日でセラーの回答期限切れるわ", "2026-12-16"),
    ("来週の月曜の午前10時にチャットの担当者から返事が来る約束です", "2026-11-30T10:00"),
    ("二週間後に返金されるって運営のチャットで言われた", "2026-12-10"),
    ("紛争は来月5日から申し立て可能、という字が出ています", "2026-12-05"),
    ("あと2日しかないよー カーテン丈150のはずが120しかない", "2026-11-28"),
    # how long a thing lasted, and what is over
    ("72時間連続で使えるはずのランタンが2時間で消える", None),
    ("75日保護って書いてあったのに、届かないまま60日で終わりにされた", None),
    ("紛争ボタンはあと2時間で消える", "2026-11-26T22:15"),
)

IN_MARCH: tuple[tuple[str, str | None], ...] = (
    ("I ordered 3 pairs of socks on Feb 20 and got only 1. Please help.", None),
    ("The dispute I opened will be closed on Mar 15", "2027-03-15"),
)
