### Where a date is found (where-kind), if it is not the orange line on Dispute Detail

where-return_ship = Where the date is: Dispute Detail shows until when to send the goods, or the days left.
where-protection_end = Where the date is: the order's details show how many days of buyer protection are left.
where-open_from = The order's details show the day of shipping. It is usually the 11th day from then.
where-open_until = The order's details show the day of completion. It is usually 15 days from then.
where-appeal_result = There may be no date. It usually takes 2 to 5 business days from the appeal.
where-refund_arrival = Where the date is: 「返金情報」(Refund information) of the order. If there is none, it usually takes up to 20 business days.
where-support_reply = Where the date is: the day named in the chat with the agent, or in the mail.
where-paypal_open = PayPal's list of payments shows the day of payment. The limit is 180 days from then.
where-paypal_escalate = The limit is 20 days from the dispute at PayPal.
where-card_chargeback = The limit depends on the card company (usually about 120 days). Send the date that they tell you.
