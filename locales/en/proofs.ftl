### Items of evidence: what is there and what is missing

## Short names (buttons: 20 characters; 18 here, since a "+ " comes before them)

proof-short-product_page = Product page
proof-short-order_detail = Order details
proof-short-chat = Chat
proof-short-item_photo = Photo of the item
proof-short-label = Parcel label
proof-short-unboxing = Unboxing
proof-short-video = Video of the fault
proof-short-ruler = Photo with a ruler
proof-short-close_up = Close-ups
proof-short-damage = Damage
proof-short-count = Photo of the count
proof-short-brand = Genuine article
proof-short-tracking = Tracking screen
proof-short-tracking_two = Two tracking sites
proof-short-tracking_place = Place of delivery
proof-short-address = Shipping address
proof-short-carrier_answer = Carrier's answer
proof-short-customs_paper = Customs' paper
proof-short-shipping_method = Shipping method
proof-short-end_date = Protection end
proof-short-size_label = Size label
proof-short-size_chart = Size chart
proof-short-weight_label = Weight on label
proof-short-other = Other

proof-end_date = Order screen with the end of protection
proof-size_label = The size label on the item
proof-size_chart = Screenshot of the size chart on the product page
proof-weight_label = Photo of the parcel's label with the weight

english-item-end_date = the order page with its end date
english-item-size_label = the size label
english-item-size_chart = the size chart
english-item-weight_label = the label with the weight

## What is there and what is missing

proof-marked = { $item } { $there ->
        [yes] ✔
       *[no] ✖
    }
proof-glue = { ", " }
proof-there = ✔ { $item } ({ $count })
proof-missing = ✖ { $item }
proof-missing-helpful = ✖ { $item } (if you have it)
proof-others = Other ({ $count })
proof-unassigned = Not sorted yet ({ $count })
step-proof = { $there ->
        [yes] ✔
       *[no] ✖
    } { $item }
notice-evidence = Evidence

## Which item a piece is evidence of

evidence-item-which = Which evidence is this?
evidence-item-which-several = Which evidence are these { $count } files?
evidence-item-which-rest = Which evidence is the rest ({ $count })?
evidence-item-which-one = Which evidence is no. { $number } ({ $about })?
evidence-item-set = Kept as “{ $item }” for { $title }.
evidence-item-set-several = { $count } files are kept as “{ $item }” for { $title }.
evidence-item-toast = Kept as “{ $item }”
evidence-item-strange = That item is not on the list now. Please choose one below.
evidence-item-not-kept = This file isn't kept as evidence yet.
evidence-kept-item = Kept as “{ $item }” for { $title } ({ $count } in all).
evidence-send-item = Send “{ $item }” for { $title }. Each file is kept as it arrives.
button-each-item = One by one
button-change-item = Change the item
button-choose-item = Sort these ({ $count })
button-add-item = + { $item }
evidence-about-item = { $about } { $item }
evidence-picture = No. { $number }

evidence-limit-size = This picture is over 2 MB. For AliExpress, JPG or PNG under 2 MB is safe.
evidence-limit-type = AliExpress may not accept this kind of file. JPG or PNG under 2 MB is safe.
evidence-limit-video = AliExpress may not accept this kind of video. MP4 is safer.
