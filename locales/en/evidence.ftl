### Photos, videos, files

evidence-arrived = Got it. What should I do with it?
evidence-arrived-for = Is this for { $title }? Choose what to do with it.
evidence-arrived-no-case = Got it. Register a dispute and I can keep it as evidence.
evidence-arrived-several = I have { $count } files. What should I do with them?
evidence-arrived-several-for = I have { $count } files. Are they for { $title }? Choose what to do with them.
evidence-arrived-several-no-case = I have { $count } files. Once a dispute is registered, they can be kept as evidence.
button-keep = Keep as evidence
button-keep-all = Keep all { $count }
button-screen-date = Set the date shown
evidence-kept = Kept as evidence of { $title } ({ $count } in all).
evidence-kept-toast = Kept
evidence-known = The same file is already kept as evidence of { $title }.
evidence-which = Which case is this evidence for?
evidence-no-case = Please register a dispute first. The file stays here meanwhile.
evidence-with-card = Your file is kept here. After “Register this” you can save it as evidence.
evidence-no-case-yet = No evidence yet. Register a dispute, then send photos and they will be kept here.
evidence-nothing-waits = No file is waiting to be kept.
evidence-offered = Files that came in earlier: { $count }. Keep them as evidence of this case?
evidence-gone-piece = That file is no longer here.
evidence-dropped = The file is removed.
evidence-full = Up to { $files } files or 300 MB can be kept. Please keep this file on your side.

evidence-date = I can't read text in pictures. Long-press the line with the date, copy it and send it, or pick the date with the button.
evidence-date-which = Which case is the date for?

evidence-too-large = The file is too large to keep here. For AliExpress, JPG or PNG under 2 MB is safe. Please keep the original on your side.
evidence-too-large-video = The video is too large to keep here. Keep the original on your side and send a version of 15 to 30 seconds. Short videos often upload better to AliExpress, too.
evidence-too-many-pixels = The picture has too many pixels to open. Please shrink it or send a screenshot.
evidence-not-a-picture = The file couldn't be opened as a picture. Please send a JPG or PNG.
evidence-unsupported = This kind of file can't be kept. Send a JPG or PNG picture, or a short video.
evidence-gone = The file didn't arrive. Please send it again.

evidence-list-title = Evidence of { $title } ({ $count })
evidence-list-which = Which case's evidence?
evidence-list-empty = Nothing yet. Send photos or videos here to keep them.
evidence-row = { $number }
evidence-about = { $kind } { $at } { $size }
evidence-kind-image = Photo
evidence-kind-video = Video
evidence-kind-file = File
evidence-sent = Kept { $at }
button-get = Show { $number }
button-add-evidence = Add evidence
evidence-send = Send photos or videos for { $title }. Each one is kept as evidence as it arrives.
button-camera = Camera
button-roll = Album
button-enough = That's all
evidence-strong = Strong evidence for: { $reason }
evidence-send-which = Which case is the evidence for?
evidence-send-no-case = There is no running case yet. You can send photos and videos now; I keep them, and once a dispute is registered they can become its evidence.
