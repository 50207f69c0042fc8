### Dates, times left, amounts and the vocabularies: short pieces that other texts are made of.

weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

day-words = { $weekday }, { $month } { $day }
date-words = { $weekday }, { $month } { $day }, { $time }
date-words-year = { $weekday }, { $month } { $day }, { $year }, { $time }

short-month-1 = Jan
short-month-2 = Feb
short-month-3 = Mar
short-month-4 = Apr
short-month-5 = May
short-month-6 = Jun
short-month-7 = Jul
short-month-8 = Aug
short-month-9 = Sep
short-month-10 = Oct
short-month-11 = Nov
short-month-12 = Dec
short-date = { $month } { $day } { $time }
short-date-year = { $month } { $day }, { $year } { $time }

left = { $span } left
left-today = due today
left-over = { $span } past the deadline
span-days = { $number ->
    [one] { $count } day
   *[other] { $count } days
}
span-hours = { $number ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-minutes = { $number ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-seconds = { $number ->
    [one] { $count } second
   *[other] { $count } seconds
}
span-glue = { $first } { $second }

money-jpy = JPY { $figure }
money-usd = US${ $figure }
money-other = { $figure } { $currency }
title-watched = watched order
title-order = order …{ $tail }

## Kinds of deadlines

kind-seller_response = Seller's time to answer
kind-ae_step_in = AliExpress steps in
kind-negotiation_end = Negotiation finished (estimated time)
kind-accept_decline = Time to accept or decline
kind-return_ship = Time to send it back
kind-seller_receive = Seller's time to confirm the return
kind-protection_end = End of buyer protection
kind-open_from = First day to open a dispute
kind-open_until = Last day to open a dispute
kind-appeal = Time to appeal
kind-appeal_result = Result of the appeal
kind-refund_arrival = Refund expected by
kind-support_reply = Support's answer expected by
kind-paypal_open = PayPal: last day to open a dispute
kind-paypal_escalate = PayPal: last day to escalate to a claim
kind-card_chargeback = Card: last day for a chargeback
kind-snooze = Reminder
kind-unknown = Deadline

## Reasons, as AliExpress's screen lists them

reason-not_received = I have not received my order
reason-tracking_invalid = No tracking information / invalid tracking number
reason-wrong_address = Package Sent to a Wrong Address
reason-delivered_not_received = Tracking says delivered, but not received
reason-returned_to_sender = Parcel returned to sender
reason-customs = Held by customs
reason-shipping_method_changed = Seller changed shipping method
reason-color_mismatch = Color Not As Described
reason-size_mismatch = Size Not As Described
reason-not_as_described = Product not as described
reason-wrong_item = Different product
reason-quality = Quality problem
reason-damaged = Damaged goods
reason-not_working = Does not work properly / accessories problem
reason-shortage = Quantity shortage
reason-empty_parcel = Empty parcel
reason-counterfeit = Counterfeit
reason-no_longer_needed = No longer needed
reason-unknown = No reason noted yet

reason-short-not_received = Not received
reason-short-tracking_invalid = No tracking
reason-short-wrong_address = Wrong address
reason-short-delivered_not_received = “Delivered”, not received
reason-short-returned_to_sender = Returned to sender
reason-short-customs = Customs
reason-short-shipping_method_changed = Shipping method
reason-short-color_mismatch = Wrong color
reason-short-size_mismatch = Wrong size
reason-short-not_as_described = Not as described
reason-short-wrong_item = Wrong item
reason-short-quality = Quality
reason-short-damaged = Damaged
reason-short-not_working = Not working
reason-short-shortage = Missing items
reason-short-empty_parcel = Empty parcel
reason-short-counterfeit = Counterfeit
reason-short-no_longer_needed = No longer needed
reason-short-unknown = Dispute

## What the buyer asks for

demand-full_refund = Full refund
demand-partial_refund = Partial refund
demand-refund_only = Refund without return
demand-return_refund = Return and refund
demand-resend = Resend
demand-unknown = No request noted yet

## Stages

stage-awaiting_shipment = Waiting for shipment
stage-in_transit = In transit
stage-extension = Buyer protection being extended
stage-open_window = A dispute can be opened
stage-completed_15d = 15 days after completion
stage-seller_response = Waiting for the seller's answer
stage-negotiation = Negotiating with the seller
stage-ae_steps_in = Waiting for AliExpress to step in
stage-ae_proposal = AliExpress's proposal to be answered
stage-negotiation_finished = Waiting for the end of the negotiation
stage-return_goods = Sending the goods back
stage-seller_receives_return = Waiting for the seller to confirm the return
stage-refund_processing = Refund being processed
stage-appeal = Appeal
stage-closed = Closed
stage-external = PayPal, card issuer or consumer centre
stage-unknown = No stage noted yet

## Outcomes

outcome-full_refund = Full refund
outcome-partial_refund = Partial refund
outcome-zero = Nothing (0)
outcome-return_refund = Return and refund
outcome-resend = Sent again
outcome-lost = Not accepted
outcome-withdrawn = Withdrawn
outcome-other = Something else
