### Words and buttons used everywhere

menu-new = Register a dispute
menu-list = My list
menu-next = Next deadline
menu-trouble = Choose a problem
menu-help = Help

button-todo = What to do
button-undo = Undo
button-back = Back
button-next-page = Next
button-skip = Decide later
button-calendar = Add to calendar
button-leave = Leave as it is

## When added

greeting =
    This is Funso Navi (紛争ナビ). It remembers the deadlines of your AliExpress disputes and reminds you before they run out. It also walks you through declining a proposal, uploading evidence and editing your own proposal, button by button.

    Just write what is going on.
    Example: I opened a dispute: Color Not As Described, full refund JPY 6,993, AliExpress Steps In Feb 3

    What you send is used only for reminders and guidance. Send “privacy” to see how to get it or delete it.
greeting-group =
    This is Funso Navi (紛争ナビ). It remembers the deadlines of AliExpress disputes in this group and reminds you before they run out.

    To talk to me, begin with 紛争ナビ or mention me with @. Anybody here may press the buttons.
    Example: 紛争ナビ I opened a dispute: Color Not As Described, full refund JPY 6,993, AliExpress Steps In Feb 3

    What you send is used only for reminders and guidance. Send “privacy” to see how to get it or delete it.
greeting-again = Funso Navi (紛争ナビ) here. Everything you registered is still here. Send any new date or news as it comes.

## Buttons that no longer work, and stopping

gone = That button can't be used any more. Here is how things stand now.
gone-toast = This button can't be used any more
stopped = All right, stopped. What you registered is unchanged.
stopped-nothing = Nothing is in progress. What you registered is unchanged.
skipped = Left as it is
nothing-runs = You have no disputes registered yet. Describe what happened, or use the button.

## Undo

undone = Undone: { $what }.
undone-toast = Undone
undo-nothing = There is nothing to undo.
undo-too-late = That change was already undone, or something newer came after it. Send “undo” to take back the latest change.
undo-what-register = registration
undo-what-date = deadline change
undo-what-add = added deadline
undo-what-delete = deletion
undo-what-open = dispute opened
undo-what-stage = status update
undo-what-reason = change of the reason
undo-what-demand = change of the request

## When something is not understood

unknown =
    Send something like this and I can set a deadline or guide you:
    ・I opened a dispute: Color Not As Described. AliExpress Steps In Feb 3
    ・2 days 14:05:33
    ・Can I decline the proposal?
unknown-running = Here is your list. Send a new date (e.g. Feb 3) or news (e.g. the seller made an offer) and I will add it.
unknown-draft = Send a date, reason, amount or order number and I will add it below. When it looks right, press “Register this”.
no-words = A few words would help. The buttons below work too.
thanks = You're welcome. I'll remind you before the deadline.
other-shop = This is for AliExpress disputes. For { $shop }, the order page or help of { $shop } itself is the surest way. In Japan the consumer hotline (188) can advise you too.
trouble-which = What is the problem? Pick the closest one and I will show the steps.
trouble-more = More troubles
howto-date = Make { $date } the deadline of { $title }?
howto-date-of = Make { $date } the “{ $kind }” of { $title }?
button-register-date = Use this date
