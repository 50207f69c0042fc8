### The deadlines as a picture (what it shows is told in words, too)

button-timeline = See as a picture
timeline-which = Which case do you want to see as a picture?
timeline-stage = Stage: { $stage }
timeline-outcome = Outcome: { $outcome }
timeline-now = Now
timeline-registered = Registered
timeline-opened = Dispute opened
timeline-closed = Over
timeline-proposal-seller = The seller’s proposal
timeline-proposal-aliexpress = AliExpress’s proposal
timeline-proposal-buyer = What you ask for
timeline-past-clock = Passed: { $kind }
timeline-coming-day = about { $day }
timeline-warnings = Reminders
timeline-no-clock = No deadline to come is registered yet.
timeline-line = { $words } { $label }
timeline-line-more = { $words } { $label }: { $more }
