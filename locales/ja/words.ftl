### Dates, times left, amounts and the vocabularies: short pieces that other texts are made of.

weekday-0 = 月
weekday-1 = 火
weekday-2 = 水
weekday-3 = 木
weekday-4 = 金
weekday-5 = 土
weekday-6 = 日

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

day-words = { $month }{ $day }日({ $weekday })
date-words = { $month }{ $day }日({ $weekday }) { $time }
date-words-year = { $year }年{ $month }{ $day }日({ $weekday }) { $time }

short-month-1 = 1
short-month-2 = 2
short-month-3 = 3
short-month-4 = 4
short-month-5 = 5
short-month-6 = 6
short-month-7 = 7
short-month-8 = 8
short-month-9 = 9
short-month-10 = 10
short-month-11 = 11
short-month-12 = 12
short-date = { $month }/{ $day } { $time }
short-date-year = { $year }/{ $month }/{ $day } { $time }

left = あと{ $span }
left-today = 今日まで
left-over = 期限を{ $span }過ぎました
span-days = { $number ->
   *[other] { $count }日
}
span-hours = { $number ->
   *[other] { $count }時間
}
span-minutes = { $number ->
   *[other] { $count }分
}
span-seconds = { $number ->
   *[other] { $count }秒
}
span-glue = { $first }{ $second }

money-jpy = { $figure }円
money-usd = US${ $figure }
money-other = { $figure } { $currency }
title-watched = 見守り中の注文
title-order = 注文…{ $tail }

## 期限の種類

kind-seller_response = セラーの回答期限
kind-ae_step_in = AliExpressの介入予定日
kind-negotiation_end = 交渉完成推定時間
kind-accept_decline = 提案への回答期限
kind-return_ship = 返送の期限
kind-seller_receive = セラーの受け取り期限
kind-protection_end = 購入者保護の終了日
kind-open_from = 紛争を開ける日
kind-open_until = 紛争を開ける最終日
kind-appeal = 抗議(Appeal)の期限
kind-appeal_result = 抗議(Appeal)の結果の予定日
kind-refund_arrival = 返金が届く目安
kind-support_reply = サポートの返答予定日
kind-paypal_open = PayPalの申し立て期限
kind-paypal_escalate = PayPalのクレーム切り替え期限
kind-card_chargeback = カードのチャージバック期限
kind-snooze = お知らせの予定
kind-unknown = 期限

## 紛争の理由(AliExpressの画面の言葉と英語)

reason-not_received = 商品が届かない (I have not received my order)
reason-tracking_invalid = 追跡できない・追跡番号が無効 (No tracking information)
reason-wrong_address = パッケージの送付先が間違いました (Package Sent to a Wrong Address)
reason-delivered_not_received = 配達完了なのに届いていない (Delivered but not received)
reason-returned_to_sender = 荷物が返送された (Parcel returned to sender)
reason-customs = 税関で止まっている (Held by customs)
reason-shipping_method_changed = 配送方法が変えられた (Seller changed shipping method)
reason-color_mismatch = 違うカラーが届いた (Color Not As Described)
reason-size_mismatch = 注文とサイズが違う (Size Not As Described)
reason-not_as_described = 商品が記載された内容と異なる (Product not as described)
reason-wrong_item = 別の商品が届いた (Different product)
reason-quality = 品質が悪い (Quality problem)
reason-damaged = 破損していた (Damaged goods)
reason-not_working = 動作しない・付属品の問題 (Does not work properly)
reason-shortage = 数量や部品が足りない (Quantity shortage)
reason-empty_parcel = 中身が空だった (Empty parcel)
reason-counterfeit = 偽物・模倣品 (Counterfeit)
reason-no_longer_needed = 自己都合・不要になった (No longer needed)
reason-unknown = 理由は未登録

reason-short-not_received = 未着
reason-short-tracking_invalid = 追跡不可
reason-short-wrong_address = 別住所
reason-short-delivered_not_received = 配達済みなのに未着
reason-short-returned_to_sender = 返送された
reason-short-customs = 税関留め
reason-short-shipping_method_changed = 配送方法の変更
reason-short-color_mismatch = 色違い
reason-short-size_mismatch = サイズ違い
reason-short-not_as_described = 説明と違う
reason-short-wrong_item = 別の商品
reason-short-quality = 品質不良
reason-short-damaged = 破損
reason-short-not_working = 動作しない
reason-short-shortage = 数量不足
reason-short-empty_parcel = 空の荷物
reason-short-counterfeit = 偽物
reason-short-no_longer_needed = 自己都合
reason-short-unknown = 紛争

## 希望

demand-full_refund = 全額返金
demand-partial_refund = 一部返金
demand-refund_only = 返金のみ(返品なし)
demand-return_refund = 返品して返金
demand-resend = 再送
demand-unknown = 希望は未登録

## 段階

stage-awaiting_shipment = 発送待ち
stage-in_transit = 配送中
stage-extension = 購入者保護の延長中
stage-open_window = 紛争を開ける期間
stage-completed_15d = 注文完了後の15日間
stage-seller_response = セラーの回答待ち
stage-negotiation = セラーと交渉中
stage-ae_steps_in = AliExpressの介入待ち
stage-ae_proposal = AliExpressの提案・判定への回答待ち
stage-negotiation_finished = 交渉の終了待ち
stage-return_goods = 商品の返送
stage-seller_receives_return = セラーの返品受け取り待ち
stage-refund_processing = 返金処理中
stage-appeal = 抗議(Appeal)
stage-closed = 終了
stage-external = PayPal・カード会社などへの相談
stage-unknown = 段階は未登録

## 結果

outcome-full_refund = 全額返金
outcome-partial_refund = 一部返金
outcome-zero = 0円
outcome-return_refund = 返品して返金
outcome-resend = 再送
outcome-lost = 認められなかった
outcome-withdrawn = 取り下げた
outcome-other = その他
