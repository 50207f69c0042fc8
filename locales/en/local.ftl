# The chat page that opens on this machine only

local-title = Funso Navi
local-where = A chat on this machine only
local-log-label = Conversation
local-me = You
local-bot = Funso Navi

local-clock-label = Move the clock
local-clock-real = The real time
local-clock-moved = Clock moved ahead
local-clock-now = Now
local-clock-hours = +3 hours
local-clock-day = +1 day
local-clock-deadline = Before deadline
local-clock-hint = Only this chat's clock moves. LINE and Telegram are not touched.
local-clock-moving = Moving the clock. Warnings on the way arrive one after another…
local-clock-arrived = The clock shows:
local-clock-none = There is no deadline ahead yet.

local-input-label = Message
local-input-hint = e.g. The deadline is Feb 3
local-send = Send
local-attach = Choose a photo or video
local-attached = Photos and videos to send
local-remove = Take back
local-chips-label = Suggested answers

local-sending = Sending…
local-unsent = Not sent yet. It goes out by itself once the server is back.
local-failed = This could not be sent.
local-offline = The server cannot be reached. Reconnecting by itself; what you typed is kept.
local-online = Connected.
local-further = Read on

local-copy = Copy
local-copied = Copied
local-copy-failed = Could not copy. Please select the text by hand.
local-new-tab = opens in a new tab

local-pick-date = Choose a date
local-pick-moment = Choose a date and time
local-pick-ok = OK
local-pick-cancel = Cancel
local-pick-range = Please choose from:
local-pick-missing = Please choose a date.

local-photo = Photo
local-video = Video
local-file = File
local-save = Save
local-too-large = Files over 50 MB cannot be sent. Cut the video to 15–30 seconds, or keep the original yourself.
local-no-script = Please allow JavaScript in your browser to use this page.
