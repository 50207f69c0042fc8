### Exports and evidence packs

archive-export-begun = Your data is being exported
archive-pack-begun = Your evidence is being packed
archive-comes = It will be sent here as soon as it is ready.
archive-export-made = Your data has been exported
archive-pack-made = Your evidence has been packed
button-archive = How far is it?
button-archive-again = Get it again
archive-export-here = Your data (ZIP { $size }, { $parts } file(s)). The README.txt in it tells what is what. Places and other hidden data were taken out of the photos. It can be fetched for 24 hours.
archive-pack-here = Your evidence (ZIP { $size }, { $parts } file(s)): an overview as PDF, an English draft, and the photos in full size. Places and other hidden data were taken out of the photos; the pictures themselves are unchanged. It can be fetched for 24 hours.
archive-failed = It could not be made. Your cases and photos are as they were. Please try again in a while.
button-again = Try again
archive-expired = This file is not kept any more. Send "export" or "pack evidence" to have it made anew.
archive-no-address = No public address is set up here, so files cannot be handed out on LINE. You can see photos one by one with "evidence".
button-pack = Pack the evidence
pack-which = Whose evidence shall be packed?
pack-empty = There is no evidence to pack yet. Photos and videos that you send here are kept.

## In the files themselves

readme-name = README.txt
export-readme =
    This is what Funso Navi keeps of you.

    data.json … disputes, deadlines, proposals, checklists and the list of photos, for other programs
    rows/ … every record that is kept. What was received is in inbox.jsonl, what was sent in deliveries.jsonl
    photos/ … photos, videos and files

    Places, times, cameras and the like were taken out of photos and videos; the pictures themselves are unchanged. The sha256 in data.json is that of the file as it was received.
    Where it is large, it comes as several ZIP files. The last one holds data.json.
pack-readme =
    Evidence to hand in to AliExpress ({ $count } files).

    overview.pdf … the list: item, time of receipt, SHA-256
    draft_english.txt … a draft; check the order number and the rest before you use it
    01_… and on … photos and videos in full size
    under_2MB/ … pictures that AliExpress may not take, as JPG of at most 2 MB ({ $smaller })
    sha256sum.txt … SHA-256 of the photos and videos in this pack

    Places, times, cameras and the like were taken out of photos and videos; the pictures themselves are unchanged. "As received" in overview.pdf is the file as Funso Navi received it.
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
