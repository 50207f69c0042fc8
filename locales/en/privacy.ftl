### Privacy: getting and deleting what is kept

menu-privacy = Privacy

privacy-title = Privacy
privacy-kept-label = What is kept
privacy-kept = What you write, photos and videos, buttons you press, your disputes (reason, amounts, order numbers, deadlines), your settings and your user id (on Telegram your display name, too). You are never asked for your name or address.
privacy-use-label = What for
privacy-use = Only to remind you of deadlines and to guide you. It is not used for advertising, and nothing goes to AliExpress.
privacy-days-label = How long
privacy-days =
    What was sent and received: { $talk } days
    Disputes: until you delete them
    Photos and videos: { $photos } days after the dispute ended
    If you block the bot: everything is deleted after { $blocked } days (unblock it before then, and everything stays)
privacy-export-label = Get a copy
privacy-export = Send “export” to get everything, photos included.
privacy-delete-label = Delete it
privacy-delete = Send “delete #1” for one case, “delete everything” for all. Messages and photos that you unsend on LINE are deleted, too.
privacy-group = What is said in this group is kept for the group. “Delete everything” deletes it for the whole group.
privacy-disclaimer = This bot is unofficial and has nothing to do with AliExpress.

button-export = Export
button-erase = Delete everything

## Delete everything

erase-sure =
    Delete everything? Your cases ({ $cases }), photos and videos ({ $photos }), planned reminders, settings, and what was sent and received will be gone. This cannot be undone.

    You can export what you need first.
erase-sure-group =
    Delete all that is kept of this group? Its cases ({ $cases }), photos and videos ({ $photos }), planned reminders, settings, and what was sent and received will be gone for everybody here. This cannot be undone.

    You can export what you need first.
erase-sure-linked = Your chats on LINE and Telegram are linked: both are deleted.
button-erase-sure = Delete it all
button-erase-not = Do not delete
button-export-first = Export first
erase-done =
    Everything is deleted. No more reminders will come, and your calendar address no longer works.

    Photo files and the records of this chat are erased right after this message. What is on your own screen cannot be removed from here; please delete it there if you like.
erase-done-toast = Deleted

## One case, for good

button-delete-now = Delete for good now
deleted-for-good = This case will be deleted for good, photos included. It cannot be brought back.
deleted-for-good-toast = Deleting for good
