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
platform-calendar-month = { $month } { $year }
# Seven words, Monday first.
platform-calendar-weekdays = Mo Tu We Th Fr Sa Su
platform-calendar-day = { $month } { $day }
platform-calendar-hour = { $hour }:00
platform-calendar-date-only = Date only
platform-calendar-back = Back
platform-calendar-pick = Please choose a date.

# LINE's menu below the chat: a label in its picture, and what a press says.
rich-menu-bar = Menu
rich-menu-new = Register a dispute
rich-menu-list = My list
rich-menu-next = Next deadline
rich-menu-evidence = Send evidence
rich-menu-trouble = In trouble?
rich-menu-settings = Settings

# Telegram: what stands on the bot's page and in an empty chat, and its commands.
telegram-name = Funso Navi (AliExpress disputes)
telegram-short = Warns you before the deadlines of your AliExpress disputes, and leads you through what to press. Not affiliated.
telegram-description =
    Keeps the deadlines of your AliExpress disputes and warns you before they run out. It also leads you, button by button, through declining a proposal, uploading evidence and editing your own proposal.

    Write how things stand, in a plain sentence (it reads Japanese best). Send “English” to have its answers in English.
command-new = Register a dispute
command-list = My running cases
command-next = The next deadline
command-timeline = See the deadlines as a picture
command-evidence = Evidence I have kept
command-calendar = Your deadlines in your calendar
command-settings = Language, time zone, notices
command-link = Use LINE and Telegram together
command-privacy = What is kept of you
command-export = Get everything that is kept
command-erase = Delete everything that is kept
command-help = How to use this bot
command-cancel = Leave what is going on
command-start = The first greeting
