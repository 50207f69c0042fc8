### Settings

settings-title = Settings
settings-language = Language
settings-zone = Time zone
settings-quiet = Quiet hours
settings-quiet-hours = { $start } to { $end }
settings-note = Reminders due in quiet hours come in the morning if there is time, or the evening before if it is urgent.
language-ja = 日本語
language-en = English
button-language-ja = 日本語にする
button-language-en = English
language-changed = I will speak English now
