### It is over; how did it go?

outcome-question = { $title } – how did it go?
outcome-question-note = Choosing a result stops the reminders of this dispute. You can undo it.
outcome-accepted = { $title } What did you accept?
outcome-accepted-note = The dispute ends on what you accepted. Choose it to go on with the refund or the return. You can undo this later.
outcome-going = Still going on
outcome-row = Result
outcome-closed = { $title } is closed
outcome-no-more-warnings = The reminders have stopped. If that was a slip, press Undo.
outcome-again-toast = It is closed already
outcome-undo = Undo
undo-what-close = closing the dispute
undo-what-going = moving on the deadline
outcome-going-title = { $title } – I will keep watching
outcome-going-note = If the screen shows a next date, tell me. Just typing “Feb 3” is enough.

outcome-note-full_refund = Well done. Refunds usually arrive within 3 to 20 business days.
outcome-note-arrived = Well done. Good to hear that the money has arrived.
outcome-note-partial_refund = Well done. Refunds usually arrive within 3 to 20 business days.
outcome-note-return_refund = There is a time limit for the return, usually 10 days: send it and enter the tracking number.
outcome-note-resend = A resent item may have no buyer protection. Keep your chat until it arrives.
outcome-note-zero = A closed case can often be appealed once, usually within 7 days.
outcome-note-lost = A closed case can often be appealed once, usually within 7 days.
outcome-note-withdrawn = While buyer protection lasts, a dispute can often be opened again.
outcome-note-other = Noted. Write to me whenever something comes up.

## After the end

outcome-gap = Short of the claim
outcome-still = What can still be done
outcome-ways = Appeal (usually until { $day }), the help centre, the survey, PayPal, your card issuer, the consumer centre
outcome-ways-late = The help centre, PayPal, your card issuer, the consumer centre
outcome-ask-sum = Send the sum that came back, like “5,594 yen”, and I note it beside your claim.
outcome-sum-noted = { $title } – noted what came back
outcome-follow-refund = Watch for the refund
outcome-follow-return = Remind me to return
outcome-follow-appeal = Remind me to appeal
outcome-followed = { $title } – I will keep you posted
outcome-followed-toast = I will keep you posted
undo-what-follow = watching again
