### Notices before and after deadlines; in an hour, tomorrow morning

notice-title = { $title } — { $kind }
notice-left = Countdown
notice-several = { $count } deadlines need you. The nearest comes first.
notice-late = This reminder was due on { $when } and comes late. The time left is as of now.
notice-provisional = This date is an estimate. Tell me the date on the screen once you find it.
notice-this-morning = No hour is known for this deadline, so it is safest to act this morning.
notice-right-now = No hour is known for this deadline, so please act as early as you can today.
notice-how-did-it-go = { $title } – how did it go?
notice-ask-date = { $title } – did you find the date on the screen?
where-is-the-date = Where the date is: in the app, the orange line on Dispute Detail (“Feb 3, AliExpress Steps In”); on a PC, “Estimated Time” beside “Negotiation Finished”.

notice-todo = What to do
notice-change-date = Change date
notice-finished = It is over
notice-snooze-hour = In 1 hour
notice-snooze-morning = Tomorrow morning
notice-enter-date = Enter the date
notice-not-yet = Not yet
notice-see-case = See this dispute
notice-opened = I opened a dispute
notice-solved = Solved

## What to do before a deadline

do-seller_response = The seller has time to answer. Do not cancel the dispute; look at Dispute Detail. If the seller made an offer, check its amount before you press Accept.
do-ae_step_in = Upload all evidence before AliExpress steps in, and press Decline on any proposal you do not want.
do-negotiation_end = Look at Dispute Detail for a new proposal or a judgement. Cases often close before the date shown.
do-accept_decline = Press Decline on a proposal you do not want, and add evidence and a comment in English before the deadline. Without an answer the case may end on that proposal.
do-return_ship = Before the deadline you need both: send it, and enter the tracking number. After it the seller gets the money.
do-seller_receive = Watch the tracking of your return. If the seller says it never came, upload the tracking screen.
do-protection_end = If it has not arrived or something is wrong, ask for an extension or open a dispute today. Do not press Confirm receipt.
do-open_from = From today a dispute can be opened. If the problem is still there, go to Open Dispute.
do-open_until = After this day you can no longer open a dispute on AliExpress. If something is wrong, open one soon.
do-appeal = If you disagree with the judgement, press Appeal before the deadline. There is said to be only one: gather all evidence first.
do-appeal_result = Look for the result of the appeal on Dispute Detail and in your mail.
do-refund_arrival = Check Refund information on the order, and your card or PayPal statement.
do-support_reply = Check for support's answer. If there is none, ask again in the Help Center.
do-paypal_open = If AliExpress did not solve it, PayPal's Resolution Center takes disputes, usually within 180 days of the payment.
do-paypal_escalate = Escalate to a claim before the deadline, or PayPal closes the dispute by itself.
do-card_chargeback = Call your card issuer and say that you want to request a chargeback. Some issuers may set shorter limits.
do-snooze = You asked me to remind you now.
do-unknown = Open Dispute Detail and check the proposals and the deadline.

## The question afterwards

asked-seller_response = Did the seller answer? Please look at Dispute Detail.
asked-ae_step_in = Did AliExpress make a proposal or a judgement? Please look at Dispute Detail and your mail.
asked-negotiation_end = Is the negotiation over? Please look at Dispute Detail for the result.
asked-accept_decline = Has it been decided? Please look at Dispute Detail.
asked-return_ship = Did you send it and enter the tracking number? If so, press “Still going on”.
asked-protection_end = Did it arrive? Within 15 days of completion a dispute can often still be opened.
asked-open_from = A dispute can be opened now. Is the problem still there?
asked-open_until = Did you open the dispute? If it was too late, PayPal or your card issuer may still help.
asked-appeal = Did you send the appeal?
asked-appeal_result = Is there a result of the appeal?
asked-refund_arrival = Did the refund arrive? If not after 20 business days, ask your card issuer.
asked-unknown = Look at the screen and choose what fits best.

## In an hour, tomorrow morning

snooze-done = All right. I will remind you of { $title } on { $when }.
snooze-toast = Reminder: { $when }
snooze-over = I am no longer reminding you of this deadline of { $title }. The button shows how things stand.
snooze-over-toast = This deadline is over
snooze-passed = The deadline has passed, so there is nothing to put off. Choose what fits best.
snooze-too-late-hour = In an hour the deadline will have passed. Better to go on now.
snooze-too-late-morning = By tomorrow morning the deadline will have passed. Better to go on today.
snooze-too-late-then = That would be after the deadline. Better to go on now.
