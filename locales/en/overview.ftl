### The list, the next deadline, one case, its end and deletion

list-title = Open cases ({ $count })
list-empty = No open cases
list-no-deadline = no deadline yet
list-closed = Finished cases: { $count }
button-closed = Finished cases
next-title = Next deadline: { $title }
next-draft = This card is not registered yet. Press “Register this” and you will be warned before the deadline.
next-none = No deadlines ahead. Describe what happened, or use the button.

button-change-date = Change the date
button-change-date-of = Change: { $kind }
button-confirm-date = The estimate is right
button-add-date = Add a deadline
button-evidence = Evidence
button-close = Finished
button-delete = Delete
button-open-dispute = I opened a dispute
button-see-card = See this case

number-not-there = There is no #{ $number }. Please look it up in your list.
close-nothing = I found no case to finish.
close-which = Which case is finished?

delete-nothing = There is no case to delete.
delete-which = Which case should be deleted?
delete-sure = Delete { $title }? Its reminders stop too.
button-delete-sure = Delete it
button-delete-not = Keep it
deleted = { $title } is deleted, and its reminders are stopped. You can bring it back within a day; after that it is gone for good, photos included.
deleted-toast = Deleted
