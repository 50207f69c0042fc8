### Settings

settings-title = Settings
settings-language = Language
settings-zone = Time zone
settings-quiet = Quiet hours
settings-quiet-hours = { $start } to { $end }
settings-quiet-none = none
settings-leads = Reminders before a deadline
settings-hour = Time of reminders
settings-look = Daily check
settings-good = Good news
settings-next = Next reminder
settings-auto = automatic
settings-glue = { ", " }
settings-list = { "; " }
settings-note = Reminders due in quiet hours come in the morning if there is time, or the evening before if it is urgent.
settings-say = You can also write it: “quiet from 10pm to 8am”, “only 3 days and 1 day before”.
settings-hour-is-quiet = { $hour } is within your quiet hours, so reminders come before or after them.
settings-nights-ring = You can have only one span of quiet hours, so reminders may now come at night.
language-ja = 日本語
language-en = English
button-language-ja = 日本語にする
button-language-en = English
zone-words = { $place } (UTC{ $offset })
zone-home = Japan

## After a change

settings-changed = Changed. { $what }.
settings-and = { ". " }
set-locale = Language: { $language }
set-zone = Time zone: { $zone }
set-quiet = Quiet hours: { $hours }
set-leads = Reminders before a deadline: { $leads }
set-hour = Time of reminders: { $hour }
set-look = Daily check: { $hour }
set-good = Good news: { $sound }
settings-same = That is how it is set already.
settings-not-found = I found no such setting. This is what you can change.
settings-undone = Your settings are back as they were.
settings-undo-late = This change can no longer be undone. These are your settings now.
settings-toast = Settings changed
settings-undone-toast = Back as it was

## Days and hours of reminders

lead-day-0 = same day
lead-day-1 = 1 day
lead-days = { $number ->
    [one] { $count } day
   *[other] { $count } days
}
lead-hours = { $number ->
    [one] { $count } hour
   *[other] { $count } hours
}
lead-workdays = { $count } business days
lead-at = { $lead } at { $time }
lead-without = not { $lead }
lead-of-group = { $group }: { $leads }
group-decline = Answer to a proposal
group-step_in = AliExpress steps in
group-seller = Seller's answer
group-return = Return
group-open = Last day to open
group-appeal = Appeal
group-refund = Refund
group-bank = PayPal, card
group-other = Others
good-quiet = silent
good-loud = with sound

## Choosing

choose-zone = Choose your time zone.
choose-zone-odd = I do not know the time zone of that place. Choose one nearby.
choose-zone-say = For other places write “time zone Bangkok”.
choose-quiet = Choose when I should be quiet.
choose-quiet-say = For other hours write “quiet from 11pm to 6am”.
choose-leads = How long before a deadline should I remind you?
choose-leads-say = You can also write “only 5 days and 1 day before” or “also 2 days before”.
choose-leads-off = Reminders cannot be stopped altogether, so that no deadline is missed. They can be fewer, and at other hours.
choose-group = Choose the days of reminders: { $group }.
choose-group-odd = “Automatic” means the days that suit each kind of deadline.
choose-kind = Which reminders do you want to change?
choose-hour = At what time should I remind you?
choose-hour-say = You can also write “only notify me at 8pm”.
choose-look = At what time should I ask about the screen?
choose-look-say = You can also write “daily check at 9am”.
choose-language = I speak Japanese and English.
choose-odd = I couldn't tell which value you meant. Choose it here.
button-settings = Settings
button-set-zone = Time zone
button-set-quiet = Quiet hours
button-set-leads = Days of reminders
button-set-hour = Time of reminders
button-set-look = Time of daily check
button-good-quiet = Silent good news
button-good-loud = Good news with sound
button-set-kinds = By kind of deadline
button-set-auto = Automatic
button-set-back = Back to settings
button-set-undo = Undo
button-quiet-none = No quiet hours
settings-calendar = Calendar
