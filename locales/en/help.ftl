### Help (each example is understood as it stands)

help-title = What you can send
help-example-register-label = Register
help-example-register = I opened a dispute on AliExpress: Color Not As Described, full refund JPY 6,993, AliExpress Steps In Feb 3
help-example-date-label = Change a deadline
help-example-date = The deadline is February 5
help-example-left-label = Time left
help-example-left = 2 days 14:05:33
help-example-watch-label = Not arrived yet
help-example-watch = I have not received my order. Buyer protection ends Dec 20
help-example-howto-label = How to
help-example-howto = Can I decline the proposal?
help-example-list-label = List
help-example-list = Show my disputes
help-example-next-label = Next deadline
help-example-next = When is my next deadline?
help-example-close-label = When it is over
help-example-close = Resolved, full refund received
help-example-settings-label = Hours of reminders
help-example-settings = Only notify me at 8pm
help-photos = Send photos or videos to keep them as evidence.
help-words = These work too: /list /next /new /timeline /calendar /cancel /settings /link /privacy, “undo”. 日本語: 「日本語にして」
help-disclaimer = Not affiliated with AliExpress; no legal advice.
