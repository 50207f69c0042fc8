"""The words around a date of others: occasions, sales, opening hours, what is usual elsewhere."""

from handlers.reading.patterns import FILLER, Pattern, any_of

# What has its own date in a buyer's life: 「12月1日の発表会」.
OCCASIONS = any_of(
    "結婚式", "披露宴", "誕生日", "誕生会", "発表会", "運動会", "遠足", "卒業式", "入学式",
    "成人式", "歯医者", "通院", "検診", "健診", "美容院", "免許の?更新", "面接", "飲み会", "参観日",
    "記念日", "ライブ", "コンサート", "フェス", "イベント", "キャンプ", "引っ?越",
    "公演", "撮影会", "体育大会", "体育祭", "修学旅行", "卒園式", "入園式", "同窓会", "町内会",
    "出産", "試験", "受験", "法事", "合宿", "試合", "パーティ", "七五三", "文化祭",
    "(?:期末|中間|定期|小)テスト", "模試",
    "お?祭り?(?=$|[はがもの、に])", "帰省", "出張", "旅行", "登山", "入院", "手術",
)  # fmt: skip
# What ends for everybody.
OF_ALL = Pattern(
    r"(?:今[月年週]|連休|[春夏冬盆]休み|お?休み|gw|ゴールデンウィーク|お?正月|仕事|学校)[もはが]、?$"
)
# 「明日は孫の運動会」
OCCASION_BEHIND = Pattern(
    rf"(?:は|が|って)[^。、!?\n\d]{{0,5}}{OCCASIONS}"
    # 「来週から期末テストです」
    rf"|から、?[^。、!?\n\d]{{0,4}}{OCCASIONS}"
    # 「12月3日に横浜でライブある」
    rf"|に[^。、!?\n\d]{{0,6}}{OCCASIONS}(?!前|の前|まで|用|で使)"
    # 「お正月に着せたかった着物」, 「5/3みたいな祝日」
    r"|[には]{1,2}[^。、!?\n\d]{0,8}(?<!知り)(?<!聞き)たかった"
    r"|みたいな[^。、!?\n]{0,6}(?:祝日|休日|連休|平日)"
    # 「明日の東京の天気」, 「あと30分で2027年」
    r"|[はのも](?:[^。、!?\n\d]{1,6}の)?(?:お?天気|気温|降水|予報)"
    r"|で(?:20\d\d年|新年|お?正月|クリスマス|年明け|新学期)"
)
# 「年始じゃん」: what its day is said to be, and no more.
AT_THAT = Pattern(r"(?:じゃん|やん|だし|やし|かよ)か?[。!、 wー笑]*(?:[。!?\n]|$)")
# 「発表会が23日なんです」
OCCASION_IS = Pattern(
    rf"(?:{OCCASIONS}(?:の日|の本番|本番|当日)?"
    r"|(?<!介入)(?<!判定)(?<!返金)(?<!入金)(?<!返送)(?<!発送)(?<!終了)(?<!完了)(?<!回答)(?<!到着)(?<=[一-龠ァ-ヶーa-z])の(?:予定|予約))"
    r"(?:[はがも]|って)?[ 、:]?$"
)
# 「クーポンの期限が6/15」 is the end of something else.
OF_A_SALE = Pattern(
    r"(?:クーポン|セール(?:、?次(?:回)?は)?|ブラフラ|ブラックフライデー|期間限定|キャンペーン|ポイント|コイン|割引|レビュー|評価|注文のキャンセル"
    r"|(?:賞味|消費|使用|利用|支払い?|振込)期限|製造|保証期限|(?:カード|クレカ)の?締め?(?!め?切))[^。、!?\n]{0,10}$"
    r"|アンケート[^。、!?\n]{0,14}$"
    # "The screen stays black after charging 12 hours"
    r"|(?:charging|charged?|using|used|running|washing)(?: it)?(?: for)?(?: about| only)? $"
    # "Sent the parcel back today"
    r"|(?:^|[.!?\n] ?|i )(?:sent|mailed|returned|posted|uploaded|declined|rejected)"
    r"(?: (?:it|the|my|an?|all|back|off|parcel|package|photos?|videos?|evidence|proposal|offer"
    r"|goods|items?)){0,5} $"
    r"|(?:給料|給与|ボーナス|年金|家賃|ローン|引き?落とし|発売日?|再入荷)[はがもの][^。、!?\n\d]{0,8}$"
    r"|(?:保管|留置|お?取り?置き)(?:期限|期間)[ :はが]*$"
    r"|タイムスタンプ[はがも]?(?:未来の|過去の)?$"
    r"|(?:時計|カレンダー|カメラ)の日付[がはも]?[ :]?$"
    r"|(?:レシート|消印|写真|スクショ|注文|伝票|納品書|明細|請求書|投稿|動画)の日付[がはも]?[ :]?$"
    r"|(?:ずっと|いつも|毎回|たいてい|大抵|毎度)[ 、]?$"
    r"|(?:休み|休暇|休日|休業|春節|国慶節|旧正月|営業(?:時間)?|(?:受付|対応|開店)時間|開催)(?:って|[はがも:、])、?(?:(?:中国|現地|日本)(?:の)?時間(?:の|で)?)?[^。、!?\n]{0,3}(?:\d{1,2}:\d\d[~-])?$"
)
# "on holiday until Oct 8"; "takes up to 24 hours", "Extra 20% off ends tonight".
OF_A_SHOP_IN_ENGLISH = Pattern(
    r"(?:on (?:holiday|vacation|leave)|closed|away|out of (?:the )?office)"
    r"(?: from [^.,]{1,16})? ?(?:until|till|through|to)(?: the)? $"
    r"|(?<![a-z])(?:can|will|could|'ll) (?:re-?)?(?:send|ship) (?!it back|back"
    r"|(?:you |us )?(?:the |a |our |its )?(?:decision|result|judge?ment|solution|proposal|answer))"
    r"(?:[^.,!?\n]{0,28} )?(?<!by )(?<!before )(?<!within )$"
    r"|(?:did|has|have|had)(?: not|n't) [a-z]{3,12}(?: (?:your|the|to) [a-z]{3,12})? $"
    r"|free returns?(?: within)? $"
    r"|(?:usable|redeemable) (?:until|till|through|by|before) $"
    r"|(?:charged|used|waited|worked|ran|watched|tried|soaked)(?: it| them)? for"
    r"(?: about| over| only)? $"
    r"|(?:close|cancel) (?:the |this |your )?(?:dispute|case) $"
    r"|(?:off|sale|deals?|coupons?|vouchers?|promo codes?)(?: is| are)?"
    r" (?:ends?|expires?|expir(?:ed|ing)|valid|until|till|only)(?: until| till| through| on)? $"
)
TAKES = Pattern(r"(?<![a-z])(?:takes?|taking|took)(?: up to| about| around| at least| only)? $")
"""How long something takes, whoever waits for it: "takes up to 24 hours"."""
# "It may take up to 10 working days to reach your account"
TO_ARRIVE = Pattern(r" (?:to|before it|until it) (?:reach|arriv|appear|show|get|be credited)")
# 「本日23:59まで!最大80%オフ」, whose share is hidden
SALE_BEHIND = Pattern(
    rf"(?:まで|から)?[。!、 ]{{0,3}}(?:最大|全品|店内|なんと)? ?{FILLER}{{2,4}} ?(?:off|オフ|引)"
)
# 「発送: 7日以内」 of a product page.
OF_A_SHOP = Pattern(
    r"(?:延長|希望|待機|保管)[^。、!?\n]{0,4}日数[ :|]{0,4}$|延長希望[ :|]{1,4}$"
    r"|^[ ・-]{0,2}(?:(?:発送|出荷|配送|配達|お?届け)(?:まで|元)?"
    r"|(?:発送|出荷|配送|配達|お?届け|到着|納品)(?:の)?(?:目安|期間|日数|時間)|納期)"
    r"[: ]{1,2}(?:約|通常)?[ ]?$"
)
# 「夜は九時に休みます」, 「今日17時あがり」
HABIT = Pattern(
    r"(?:ごろ|頃)?(?:に|には|で)?(?:寝|就寝|起床|起きる|休[むみ](?!なしに)|帰宅|帰る|帰り|出勤|退勤|起こ[しさ]|あがり|上がり|上がる|出かけ|家を出)"
)
# 「窓口は15時まで」: an hour of no day.
OPEN_TILL = Pattern(
    r"(?:窓口|郵便局|銀行|営業所|受付|サポート|センター|店|店舗|集荷|ヤマト|佐川|コンビニ|平日|バイト|パート|仕事|学校|授業|シフト|会議|勤務|塾)(?:って|[はがも])?[^。、!?\n\d]{0,3}$"
)
# 「アマゾンなら1/31まで返品できるけど」
OF_OTHER_SHOPS = Pattern(
    r"(?:アマゾン|amazon|楽天(?!カード|ペイ|銀行)|メルカリ|ヤフオク|ヤフー|yahoo|shein|シーイン|temu|qoo10|ゾゾ|zozo)"
    r"(?:の(?:方|ほう|やつ|荷物|は))?(?:なら|では?|だと|やと|は|も)?、?[^。、!?\n\d]{0,4}$"
)
# 「友達は3/12に介入だった」
OF_OTHERS = Pattern(
    r"(?:友[達人]|知り合い|知人|同僚|先輩|後輩|[妹弟姉兄]|甥っ?子?|姪っ?子?|いとこ|ママ友|隣の人|[他ほか]の人|みんな|前回|前々回)"
    r"(?:の(?:分|紛争|時|とき|場合|方|ほう|やつ|件))?[はも、][^。!?\n\d]{0,6}$"
)
