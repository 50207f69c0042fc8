# The few words that a view needs by itself.

# Before a message whose earlier sending has an unknown fate.
platform-again = [sent again]{ " " }
# The title of what did not fit into the card above.
platform-more = Continued
platform-choose = Please choose.
platform-copy = Copy
# A kept file on a platform that can show files only from a public address.
platform-media-kept = “{ $name }” is kept. It cannot be shown in this chat.
platform-media-open = “{ $name }” can be opened here:

# The calendar in a message (Telegram).
platform-calendar-month = { $year }-{ $month }
# Seven words, Monday first.
platform-calendar-weekdays = Mo Tu We Th Fr Sa Su
platform-calendar-day = { $month }/{ $day }
platform-calendar-hour = { $hour }:00
platform-calendar-date-only = Date only
platform-calendar-back = Back
platform-calendar-pick = Please choose a date.
