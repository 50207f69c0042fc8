"""What is asked of the bot, told of a case and asked about help, in plain words.

Beside each class stand the near ones that mean something else.
"""

from tests.reading.parcel_words import Words

REASON: Words = {
    None: (
        "もう要らないので登録した情報ごと消してください",
        "ほかの注文では問題なかった",
        "他の注文の期限も知りたい",
        "交渉中から介入中に変わりました",
        "売り手に連絡したけど既読がつかない",
        "評価がつかない",
        "返金はいつ入りますか。3週間待ってるんですが",
        "入金っていつになるの？1か月待ってる",
        "証拠がアップロードできん",
        "キャンセルできん",
    ),
    "delivered_not_received": (
        "配達されたことになってるけど届いてない",
        "配達されたのに手元にない",
        "配達済みなのに配達されてない",
    ),
    "no_longer_needed": ("もう使わないので返品したい",),
    "not_received": (
        "荷物が配達されていません",
        "まだ配達されず。もう12月です",
        "いまだに配達されてへん",
        "配達されませんでした",
        "荷物っていつ届くの？もう2週間待ってます",
        "返金はいつ？もう2週間待ってるのに届かない",
    ),
    "not_working": (
        "プロジェクターが投影できん",
        "キーボードが打鍵できん、返したい",
        "ドライヤーの首が回せん",
        "懐中電灯の電池がすぐ切れる",
        "ライトがつかない",
    ),
    "wrong_item": ("ほかの注文の商品が入ってた", "違う注文の荷物がきた"),
}
