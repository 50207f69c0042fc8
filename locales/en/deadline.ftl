### Changing and adding deadlines

moved-title = Deadline changed: { $title }
added-title = Deadline added: { $title }
moved-same = { $title }: the deadline is already set to this
moved-before = Before
moved-was-provisional = { $date } (estimate)
moved-toast = Deadline saved

ask-which-date = Which case is { $date } for?
ask-which-change = Which case's deadline should change?
ask-which-add = Which case gets another deadline?
ask-which-stage = Which case is this about?
todo-which = Which case do you want to go on with?
ask-date-typed = Send the date on the screen, like “Feb 3” or “2 days 14:05:33”, or use the button.
ask-another-date = Send the date of the deadline to add like “Feb 3”, or use the button.
ask-next-date = Does the screen show a date for “{ $kind }”? Send it like “Feb 3”, or use the button.
date-is-past = That moment has passed. Please pick the right date.
date-is-far = That is more than two years ahead. Please check the screen and pick again.
date-not-read = I found no date. Send something like “the deadline is Feb 3”.
date-not-understood = I couldn't read that as a date. Send something like “Feb 3” or “2 days 14:05:33”, or use the button.
read-date-title = { $title }: the date I read

stage-noted = Updated: { $title }

zone-answer = Dates on AliExpress pages may be Pacific time (16 to 17 hours behind Japan). If you don't know the hour, finish the day before. Write “PST” or “PDT” with the time and I will convert it.
zone-example = Next deadline: { $here } ({ $there } Pacific time)
zone-told = { $zone }: { $here } ({ $there } Pacific time).
zone-if-hour = If { $there } on the page is Pacific time, that is { $here }, { $zone }.
zone-if-day = If { $day } on the page is Pacific time, that is from { $begin } to { $end }, { $zone }.
zone-tokyo = Japan time

watch-opened = Registered as a dispute
watch-opened-title = { $title } is now registered as a dispute
