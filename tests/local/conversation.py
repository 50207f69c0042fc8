"""Canned answers for the page: one of each node, as the handlers make them."""

from datetime import UTC, datetime

import msgspec

from bot.platforms.base import Incoming
from handlers.events import Joined, PickedDate, Pressed, Said
from handlers.replies import (
    Camera,
    Card,
    Copy,
    Copyable,
    Instant,
    Link,
    Mark,
    PickDate,
    Picture,
    Press,
    Progress,
    Reply,
    Row,
    Text,
    Timeline,
)

DEADLINE = Instant(
    at=datetime(2027, 2, 3, 14, 59, tzinfo=UTC), words="2月3日(水) 23:59(あと3日11時間)"
)

GREETING = Reply(
    (
        Text(
            "AliExpressの紛争の期限をお知らせするボットです。\n"
            "例: 「色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入」",
            (Press("紛争を登録", "1~new~~"), Press("困ったとき", "1~trbl~~")),
        ),
    )
)
CARD = Reply(
    (
        Card(
            "こう読み取りました",
            rows=(
                Row("理由", "色・サイズ違い"),
                Row("求めること", "全額返金"),
                Row("金額", "6,993円"),
                Row("期限", DEADLINE),
                Row("お知らせ", "1/31 9:00、2/2 20:00、2/3 9:00"),
            ),
            notes=("年が書かれていないので、次の2月3日としました。",),
            buttons=(
                Press("これで登録", "1~reg~1~", "primary"),
                PickDate(
                    "日付を直す",
                    "1~date~1~",
                    initial="2027-02-03T23:59",
                    earliest="2027-01-31T12:00",
                    latest="2027-12-31T23:59",
                ),
                Press("理由を直す", "1~fixr~1~"),
                Press("やめる", "1~drop~1~", "danger"),
            ),
        ),
    )
)
STEP = Reply(
    (
        Text("登録しました。"),
        Card(
            "提案を拒否する",
            progress=Progress(2, 5),
            notes=("紛争の詳細を開き、「拒否する」を押します。",),
            buttons=(
                Press("できた", "1~done~1~", "primary"),
                Press("やり方", "1~how~1~"),
                Press("ボタンがない", "1~miss~1~"),
                Press("あとで", "1~late~1~"),
                Press("わからない", "1~huh~1~"),
            ),
            tone="step",
        ),
    )
)
DRAFT = Reply(
    (
        Copyable(
            "The item I received is a different color from the one I ordered.",
            "AliExpressに送る文",
            "届いた商品の色が注文と違います。",
        ),
        Text(
            "ほかには?",
            (
                Copy("番号をコピー", "8201234567890123"),
                Link("カレンダーに追加", "https://calendar.example/add"),
                Link("あやしい", "javascript:alert(1)"),
                Camera("写真を送る"),
            ),
        ),
    )
)
DRAWN = Reply(
    (
        Picture(
            Timeline(
                "#1 色違い 6,993円",
                "段階: AliExpressの介入待ち",
                (
                    Mark(
                        "now", datetime(2027, 1, 31, 3, 0, tzinfo=UTC), "1月31日(日) 12:00", "いま"
                    ),
                    Mark(
                        "next", DEADLINE.at, "2月3日(水) 23:59", "AliExpressの介入予定日", "あと3日"
                    ),
                ),
            ),
            "▶ いま 1月31日(日) 12:00\n● 2月3日(水) 23:59 AliExpressの介入予定日: あと3日",
            (Press("やること", "1~todo~1~", "primary"),),
        ),
    )
)
WARNING = Card(
    "あと1日で期限です",
    rows=(Row("期限", DEADLINE),),
    buttons=(
        Press("やること", "1~todo~1~", "primary"),
        Press("日付変更", "1~chgd~1~"),
        Press("終わった", "1~close~1~"),
        Press("1時間後", "1~snz~1~1h"),
        Press("明日の朝", "1~snz~1~am"),
    ),
    tone="warning",
)


def answer(incoming: Incoming) -> Reply | None:
    """What the canned bot says."""
    event = incoming.event
    if event is None and incoming.pressed_message:
        return Reply((msgspec.structs.replace(WARNING, title=incoming.pressed_message),))
    match event:
        case Joined():
            return GREETING
        case Said(text) if "紛争中" in text:
            return CARD
        case Said(text) if "英語" in text:
            return DRAFT
        case Said("図で見せて"):
            return DRAWN
        case Said("黙って"):
            return None
        case Said(text):
            return Reply((Text(f"聞きました: {text}"),))
        case Pressed(payload) if payload.startswith("1~reg"):
            return STEP
        case Pressed(payload):
            return Reply((Text(f"押されました: {payload}"),), toast="わかりました")
        case PickedDate(value=value):
            return Reply((Text(f"選ばれた日: {value}"),))
        case _:
            return Reply((Text("写真を受け取りました。"),))
