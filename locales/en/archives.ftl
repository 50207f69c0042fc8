### Exports and evidence packs

archive-export-begun = Your data is being exported
archive-pack-begun = Your evidence is being packed
archive-comes = It will be sent here as soon as it is ready.
archive-export-made = Your data has been exported
archive-pack-made = Your evidence has been packed
button-archive = Show progress
button-archive-again = Send it again
archive-export-here = Your data { $parts ->
        [1] (ZIP, { $size })
       *[other] ({ $parts } ZIP files, { $size } in all)
    }. README.txt inside explains what is what. Locations and other hidden data were removed from the photos. You can get it for 24 hours.
archive-pack-here = Your evidence { $parts ->
        [1] (ZIP, { $size })
       *[other] ({ $parts } ZIP files, { $size } in all)
    }: an overview as PDF, an English draft, and the photos in full size. Locations and other hidden data were removed from the photos; the pictures themselves are unchanged. You can get it for 24 hours.
archive-failed = It could not be made. Your cases and photos are as they were. Please try again in a while.
button-again = Try again
archive-expired = This file is no longer kept. Send “export” or “pack the evidence” to have it made again.
archive-no-address = No public address is set up here, so files cannot be sent on LINE. You can see the photos one by one: send “evidence”.
button-pack = Pack the evidence
pack-which = Which case's evidence should I pack?
pack-empty = There is no evidence to pack yet. Photos and videos that you send here are kept.

## In the files themselves

readme-name = README.txt
export-readme =
    This is everything that Funso Navi keeps about you.

    data.json … disputes, deadlines, proposals, checklists and the list of photos, for other programs
    rows/ … every record that is kept. What was received is in inbox.jsonl, what was sent in deliveries.jsonl
    photos/ … photos, videos and files

    Locations, times, camera models and the like were removed from photos and videos; the pictures themselves are unchanged. The sha256 in data.json is that of the file as it was received.
    Where it is large, it comes as several ZIP files. The last one holds data.json.
pack-readme =
    Evidence to hand in to AliExpress ({ $count } files).

    overview.pdf … the list: item, time of receipt, SHA-256
    draft_english.txt … a draft; check the order number and the rest before you use it
    01_… and on … photos and videos in full size
    under_2MB/ … pictures that AliExpress may not take, as JPG of at most 2 MB ({ $smaller })
    sha256sum.txt … SHA-256 of the photos and videos in this pack

    Locations, times, camera models and the like were removed from photos and videos; the pictures themselves are unchanged. “As received” in overview.pdf is the file as Funso Navi received it.
    AliExpress publishes no limit. JPG or PNG of at most 2 MB and short videos are safe.
pack-pdf-title = Evidence for order { $order }
pack-pdf-no-order = (order number)
pack-pdf-order = Order number
pack-pdf-tracking = Tracking number
pack-pdf-reason = Reason
pack-pdf-demand = Requested
pack-pdf-amount = Amount
pack-pdf-made = Made
pack-pdf-item = Shows
pack-pdf-caption = Caption
pack-pdf-received = Received
pack-pdf-size = Size in bytes
pack-pdf-sha-received = SHA-256 as received
pack-pdf-sha-here = SHA-256 of the file in this pack
pack-pdf-smaller = Smaller copy: { $name }
pack-pdf-metadata = Location and camera data were removed from photos and videos; the pictures themselves are unchanged.
