"""The words in front of a date, in its clause: labels of a deadline, and of an event."""

from handlers.reading.occasions import OCCASIONS
from handlers.reading.patterns import Pattern, any_of

LABELS = Pattern(
    any_of(
        r"effect (?:on|at|after) $",
        # "AliExpress will get involved on", "the decision becomes final on", but no parcel's day
        r"(?<![a-z])(?:will|becomes?|finish(?:es)?) "
        r"(?:(?!arriv|deliver|ship|resen|sen[dt](?! (?:you |us )?(?:the |a |our |its )?"
        r"(?:decision|result|judge?ment|solution|proposal|answer|reply)))[a-z' ]){0,44}"
        r"(?<= )(?:on|at|after)(?: the)? $",
        r"介入をお?待(?:ち(?:ください|下さい)|って(?:ください|下さい))[ (]{1,2}$",
        r"go(?:es)? to aliexpress (?:on|at) $",
        r"(?<![a-z])up to(?: and including)? ?$",
        r"(?:finish|close|end|decide)s? (?:the |this |your )?(?:case|dispute)(?: on| by)? ?$",
        r"(?:buyer|purchase) protection ?: ?$",
        r"be(?:come)? (?:confirmed|executed|carried out|applied|enforced|completed|closed"
        r"|cancell?ed|available)"
        r"(?: automatically)?(?: on| at| by| from)? $",
        "期限(?!切れ[、でてたの。に])", "締切", "締め切り", "〆切", "しめきり", "デッドライン",
        r"(?:終了|満了)(?:日時?)?[ :は|]{1,3}$",
        r"(?:画面|表示|アプリ)(?:で|に)?は$", "リミット", "介入予定",
        r"(?:保護|交渉|紛争)(?:の?期間)?の(?:終了|終わり|満了)[がは]$",
        r"(?:カード|クレカ|paypal|ペイパル)(?:会社)?の?(?:ほう|方|側)は、?$",
        # 「片方の期限は来週の火曜、もう片方は4月20日です」
        r"(?<=、)もう(?:片方|片っぽ|一方|1[つ件個])(?:の(?:ほう|方|件|やつ))?[はが]、?$",
        "介入日", "介入は", "介入が", r"介入[ :]?$", "終わり[はが]",
        "推定時間", "time limit", "最終日", "last day", "遅くとも", "answer by",
        "no(?:t)? later than",
        "(?:behalf|off|discussion) on ?$",
        r"(?<![a-z])(?:will )?(?:join|intervene|decide)s?(?: (?:the|your) case| in)?"
        r"(?: on| at)?[: ]*$",
        r"(?<![a-z])auto(?:matic)?[- ]?(?:accept|confirm|complet|clos|cancel|execut)[a-z]*"
        r"(?: on| at)?[: ]*$",
        r"(?<!completed )(?<!confirmed )(?<!closed )automatically on ?$",
        r"available from:? ?$", r"(?<![a-z])accepts? [a-z ]{1,36} on $",
        r"(?:open (?:a|the) dispute|(?:apply for|request) a refund|file a claim)[^.\n]{0,24}"
        r" (?:from|on|after) $", r"(?<![a-z])valid to $", r"at the latest(?: on| by)? $",
        r"(?:終了|満了|締切|介入|完了|期限)まで[ :]{1,2}$", r"終了推定[ :は]{0,2}$",
        r"打ち?切[りる](?:時[間刻]|日時?)?[ :]{1,2}$",
        r"aliexpressの(?:参加|介入|登場)(?:日|予定)?[ :]{1,2}$",
        r"(?:extend|prolong)(?:ed)? [^.\n\d]{0,48}to $",
        r"(?:results?|decision|answer|reply|arrival)(?: of [^\n:。]{1,24})?"
        r"(?: is| are)?(?: expected)?(?: on| by)?: ?$", r"お?届け保証[ :は]*$",
        r"(?<![a-z])(?:delivery guarantee|guaranteed delivery)[ :]*$",
        r"(?:開くことができる|開ける|開始できる|提起できる|申請できる|申し立てできる)日[ :は]*$",
        r"for (?:answering|replying|responding|acceptance) is ?$",
        "終了予定", "終了日", "完了予定", "残り", "あと", r"(?<![a-z])due(?![a-z])",
        r"(?<![a-z])by(?![a-z])", r"(?<![a-z])before(?![a-z])", r"(?<![a-z])until(?![a-z])",
        r"(?<![a-z])till(?![a-z])", "deadline", "expire", r"(?<![a-z])ends?(?![a-z])",
        r"(?<![a-z])clos", "estimated time", "steps in", "time left", "remaining",
        r"(?<![a-z])estimated(?:の(?:ほう|方))?は$",
        r"(?:stage|review|decision|closed) on(?![a-z]| (?:your|the|this|our) )", "on or before",
        "カウントダウン", "タイムリミット", "推定完了[はが:]",
        "日付は", "日付が", "日付:", "判定日", "判定は",
        "リミット", "までの日", "自動終了",
        "自動承認", "満了", "回答日", "返送日", "切れるのは", "切れるのが", "次は", "次回",
        "変更して", "延長",
        r"(?:プラス|上乗せ|伸ば|延ば|のば)し?て(?:くれ|もらっ|いただい|頂い)て、?$", "respond",
        "reply", "訂正", "正しくは", "ただしくは", "終わるのは", "within", "有効",
        "期日", "(?<!到着)(?<!配達)(?<!配送)(?<!届け)(?<!発送)予定日[はが:]",
        r"(?:[返入着]金|振り?込み?|払い?戻し)予定日?[ :は]?$",
        "(?<!完了)(?<!注文)(?<!発送)(?<!支払)(?<!支払い)(?<!購入)(?<!開始)(?<!到着)(?<!提起)(?<!予定)(?<!受[付信理])(?<!申請)(?<!送信)(?<!給料)(?<!誕生)(?<!発売)(?<!定休)(?<!休業)(?<!更新)(?<!作成)(?<!配[達送])(?<!届け)(?<!立て)(?<!申立)(?<!提出)(?<!承認)(?<!引受)(?<!引き受け)(?<!集荷)(?<!出荷)(?<!投函)(?<!差出)(?<!発行)(?<!受領)(?<!利用)(?<!取引)(?<!キャンセル)(?<!取消)(?<!取り消し)(?<!処理)(?<!配[達送]の)(?<!届けの)(?<!到着の)(?<!発送の)(?<!注文の)(?<!購入の)(?<!決済の)日[:は]$",
        "持ち時間[はが]", r"(?:切れる|閉じる|閉まる|終わる|消える|(?:ゼロ|0)になる)の、?$",
        "(?:する|できる|れる|切れる|開ける|開けるの|押せる|使える|出る"
        "|でる)[のん]は$",
        "介入[^。、]{0,6}[はが]", "〆",
        "締(?:め)?[:は]?$", "step in", "response", "ship by", "respond by", "回答は", "返事は",
        "返答は",
        "結論は", "判断は", "締めは", "締めが", "〆は", "〆が",
        r"(?:^|営業日|日間?|期間|期限)の(?:最後|終わり|おわり)[はが]$",
        r"(?:回答|交渉|協議|返送|返品|抗議|申請|検討|審査|申し?立て|異議)期間[ :はが]*$",
        r"(?:抗議|アピール|返送|承認|拒否)は、?$",
        "保護(?:期間|期限)?[はが]", "保護(?:が|も)?(?:伸び|延び|のび|延長)",
        "(?:介入|判定|終了|締切|クローズ|決着)の?(?:予定|よてい)", "介入[=→]$",
        r"(?:運営|ae|アリ[^。、!?]{0,8}|担当者?|仲裁[^。、!?]{0,3}|審判)[がの][^。、!?]{0,12}(?:の|日)[はが]",
        "(?:入る|出てくる|来る|始まる|決まる|閉じる|消える)[のん]?[はが]", "猶予は", "受付は",
    )
)  # fmt: skip
# 「セラー回答が12/10、AE介入が12/14」: a label only where the date is all that is said of it.
LISTED = Pattern(r"(?:回答|返[事答信送]|判[定断]|結論|裁定|介入|反論|保護)(?:が|日|日が)?[ :]?$")
EVENT_LABELS = Pattern(
    any_of(
        # Letters that are everywhere: what must not stand before them is looked at last.
        r"[いきしちりっんぎびみけせてねめげ見着出][ただ](?:の|ん|日)[はが]"
        r"(?<!示し....)(?<!書い....)(?<!出....)(?<!載っ....)(?<!来....)(?<!だ....)",
        r"(?:延長|変更|訂正)前の[^、。!?\n]{1,10}\Z",
        "注文日", "発送日", "出荷日", "集荷日", "引受日", "引き受け日",
        "(?:支払い?|払い|決済|引き?落とし)は", "購入日", "支払日", "支払い日",
        "決済日", "注文は", "購入は",
        "(?<!返品の)(?<!返送の)(?<!返品)(?<!返送)発送は", "到着は", "注文した(?:の|日)",
        "届いた(?:の|日)",
        "(?:支払|払|開い|頼ん|着い|購入し|発送し|受け?取っ|届い|買っ|注文し|申請し|紛争し)[っ]?[ただ]の",
        r"(?:^|[、。 \n])(?:紛争|申し?立て|異議)(?:提出|提起|申請|開始)?[: ]\Z(?<!紛争中:)",
        r"(?:^|[、。 ])(?:発送|出荷|注文|購入|到着|着荷|開封|受取|受け取り|支払い?|決済)[: ]?\Z",
        r"(?<!出)[いきしちりっんぎびみけせてねめげ見着][ただ][のん]\Z",  # 「撮ったの26日」
        r"(?:配達|配送|お届け|入荷|再配達|(?<!返品の)集荷|引き取り)は",
        "(?:はず|予定)だったの[はが]",
        r"(?<!be )(?<!automatically )(?<!is )(?:closed|finished|ended) on \Z",
        r"(?<![a-z])(?:returned|departed|dispatched|handed over|sent back|to sender|from \w{3,8})"
        r"(?: on| at|:)? ?\Z",
        r"(?<![a-z])(?:opened|filed|submitted|shipped|ordered|paid|received|delivered|rejected"
        r"|declined|bought|purchased|arrived|approved|judged)(?: on| at|:)? ?\Z",
        # "I ordered 3 pairs of socks on Aug 30"
        r"(?<![a-z])(?:opened|filed|shipped|ordered|paid|received|bought|purchased|got)"
        r"(?: (?!will |must |by |ends? |closes? |is |until |before |expires? )"
        r"[a-z0-9'.]{1,14}){1,7}"
        r" on \Z",
        rf"{OCCASIONS}(?:し|の日)?[はがも]?[ 、:]?\Z",
        "買った(?:の|日)", "発送された(?:の|日)", "到着予定", "到着日",
        "配達予定", "配達日", "お届け予定",
        "配送予定", "到着見込", "到着済", "配達完了", "完了日", "(?<!自動)(?<!推定)完了[はが]",
        "(?:出した|開いた|起こした|申請した|申し?立てした|申し?立てた|紛争した|した|始めた|完了した|終わった|なった)の[はが]?",
        "受取日", "送信日", "(?:配達|配送|到着|発送|購入|注文|お届け|決済|支払い?)の日[はが]",
        "受信(?:日|は)", "最終(?:更新|ログイン|アクセス)",
        "給料日", "発売日", "定休日", "休業日", "受付日", "受理日", "申請日(?!から)", "処理開始",
        "作成日", "処理日", "開始日", "提起日", "発行日", "通知日", "消印日",
        "開いた(?:の|日)", r"(?<![a-z])(?<!end )(?<!due )(?<!final )date:",
        r"(?<![a-z])sent:", r"(?<![a-z])sent on",
        "order date", "ordered on", "ordered:", "order time",
        "placed on", "shipped on", "shipped:", "paid on", "payment date", "payment time",
        "delivered on", "delivered:",
        "estimated delivery", "created", "opened on", "received:",
        "(?<!終了)(?<!満了)(?<!期限)日時:", "注文日時",
        "支払日時", "取引日", "セール(?:は|が|期間|:)", "キャンペーン", "クーポン", "ポイント",
        "レビュー",
    )
)  # fmt: skip
