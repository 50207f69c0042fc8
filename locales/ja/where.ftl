### 日付の場所(where-種類): 申し立て詳細のオレンジ色の文字に出ないもの

where-return_ship = 日付の場所: 「申し立て詳細」(Dispute Detail) に出ている、返送の期限か残り日数です。
where-protection_end = 日付の場所: 注文の詳細に出ている、購入者保護の残り日数です。
where-open_from = 発送日は注文の詳細に出ています。そこから11日目が目安です。
where-open_until = 完了した日は注文の詳細に出ています。そこから15日後が目安です。
where-appeal_result = 日付は出ないことがあります。出ていなければ、抗議から2〜5営業日ほどが目安です。
where-refund_arrival = 日付の場所: 注文の「返金情報」(Refund information) です。出ていなければ、20営業日後が目安です。
where-support_reply = 日付の場所: 担当者とのチャットやメールに書かれた、返事の予定日です。
where-paypal_open = 支払日はPayPalの取引履歴で確かめられます。そこから180日後が期限です。
where-paypal_escalate = PayPalで申し立てた日から20日後が期限です。
where-card_chargeback = 期限は会社によって違います(120日ほどが目安)。カード会社に聞いた日付を送ってください。
