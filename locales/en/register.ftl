### Registering: the card of what was understood, the questions, the answer

## The card

draft-title = Register this?
draft-title-watch = Register this order's deadline?
draft-several = { $count } orders will be registered one by one, with the same reason and date.
card-reason = Reason
card-demand = Request
card-order = Order number
card-tracking = Tracking number
card-deadline = Deadline
card-no-deadline = None yet
card-left = Countdown
card-provisional = { $kind } (estimate)
card-stage = Stage
card-outcome = Outcome
card-evidence = Evidence
card-evidence-count = { $count } kept
card-warnings = Reminders: { $times }
card-note-provisional = An “estimate” is counted from the usual number of days. Tell me the date on your screen when you find it.

amount-claimed = Claimed
amount-paid = Paid
amount-offered-by-seller = Seller's offer
amount-offered-by-ae = AliExpress's offer
amount-judged = Judged
amount-refunded = Refunded
amount-unknown = Amount

button-register = Register this
button-fix-date = Fix the date
button-fix-reason = Fix the reason
button-drop = Cancel

## What was assumed

assumed-no-year = No year was given, so I took { $year }.
assumed-next-month = No month was given, so I took month { $month }.
assumed-date-only = Only a date was given, so I took 23:59.
assumed-part-of-day = Only a time of day was given, so I took { $time }.
assumed-converted-zone = { $there } Pacific time, converted to your time.
assumed-unknown-zone = I read the time as Japan time.
assumed-business-days = Weekends and Japanese holidays are not counted.
assumed-from-base = Counted from the day you gave.
assumed-past = This date has passed.
assumed-far = This date is far ahead.
assumed-two-readings = The date can be read two ways.
assumed-several-deadlines = More than one deadline is named.
assumed-weekday-mismatch = The date and the weekday don't match.
assumed-ae-time-without-zone = Times on AliExpress may be Pacific time ({ $there } there).
assumed-unsure = It was not clear whether this is the deadline.
assumed-impossible-date = There is no such date in the calendar.

## Questions

new-intro = One question at a time. { $question } You can also tell me everything in one message.
ask-reason = What is the dispute about?
ask-demand = What are you asking for?
ask-date = Is there a deadline on the screen? Send it like “Feb 3”, or use the button.
ask-date-named = { $number ->
    [1] Is { $date } the deadline?
   *[other] Is one of these the deadline?
} If not, send the date on the screen like “Feb 3”, or pick it.
ask-same = Is this the same case as { $title }?
ask-impossible-date = That date isn't in the calendar. What does the screen say?
button-more-reasons = More reasons
button-pick-date = Pick a date
button-pick-other = Pick another date
button-no-date = No date on the screen
button-without-date = Go on without a date
button-both = Both
button-same = Same case
button-other = A different case
button-date-is-right = This date is right

doubt-past = { $date } has already passed. What is the right date?
doubt-far = { $date } is far ahead. Is that right?
doubt-weekday-mismatch = The date and the weekday don't match. Which is right?
doubt-ae-time-without-zone = Times on AliExpress pages may be Pacific time. Which is it in your time?
doubt-two-readings = Which date is it?
doubt-unsure = Is { $date } the deadline?

## Answers

registered-title = { $title } is registered
registered-several = { $count } cases registered
registered-several-note = All of them share these deadlines. Change one of them from your list.
registered-provisional = Until you find the date on the screen, I will use an estimate. Tomorrow I will ask whether you found it.
registered-group = On LINE, one reminder to a group counts once for each member.
register-done = Registered
register-done-already = Already registered
register-too-many = You can have up to { $limit } open cases. Press “Finished” on those that are over to add more.
draft-dropped = Cancelled. What you wrote for it has been erased too.
draft-dropped-toast = Cancelled
draft-another = I started a new card for this other case. The card before it is still there.
draft-still-open = “{ $title }” is not registered yet. Once it is, I will remind you before its deadline.
button-see-waiting-card = Show that card
draft-registered-already = This case is already registered. To remove it, press “Delete”.
edited-too-late = This case is already registered, so the edit was not applied. Send a new message or use the buttons below.
calendar-title = { $kind } { $title }

## What doing nothing means

silence-in_transit = If you do nothing until the date, the order completes by itself, and about 15 days later a dispute can no longer be opened.
silence-open_window = After this time a dispute can no longer be opened on AliExpress.
silence-completed_15d = After these 15 days a dispute can no longer be opened on AliExpress.
silence-seller_response = If the seller does not answer in time, your request is usually carried out. Wait without cancelling, and look closely at any proposal.
silence-negotiation = Without an agreement AliExpress steps in by itself. Have your evidence ready by then.
silence-ae_proposal = If you do nothing until the date, the case may end with that proposal. If you disagree, “Decline” (拒否する) is needed.
silence-return_goods = If the parcel or its tracking number is late, the money goes to the seller and is not refunded.

card-coming = What usually follows
coming-clock = about { $day }: { $kind }
