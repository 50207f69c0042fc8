### Names of evidence, and the English drafts

proof-product_page = Screenshot of the product page
proof-order_detail = Order details (chosen color and size)
proof-chat = Screenshots of the chat with the seller
proof-item_photo = Photos of the item in daylight
proof-label = Photo of the parcel's label
proof-unboxing = Video or photos of the unboxing
proof-video = A video that shows the fault (15–30 seconds)
proof-ruler = Photo with a ruler or tape beside it
proof-close_up = Close-up photos
proof-damage = Photos of the damage and of the box
proof-count = Photo that shows how many came
proof-brand = What differs from the genuine article
proof-tracking = The tracking screen
proof-tracking_two = “Not found” on two tracking sites
proof-tracking_place = Tracking screen with the place of delivery
proof-address = The shipping address in the order
proof-carrier_answer = The post office's or carrier's answer
proof-customs_paper = The customs' paper
proof-shipping_method = The chosen shipping method

english-copy = Copy the text
english-order-unknown = (order number)
english-tracking-unknown = (tracking number)
english-list-glue = {", "}
english-demand-full_refund = a full refund
english-demand-partial_refund = a partial refund
english-demand-refund_only = a refund without return
english-demand-return_refund = a return paid by the seller and a refund
english-demand-resend = the correct item to be sent
english-demand-of = { $demand } of { $amount }

english-item-product_page = the product page
english-item-order_detail = the order details
english-item-chat = the chat
english-item-item_photo = photos of the item
english-item-label = a photo of the label
english-item-unboxing = the unboxing video
english-item-video = the video
english-item-ruler = photos with a ruler
english-item-close_up = close-up photos
english-item-damage = photos of the damage
english-item-count = a photo of what came
english-item-brand = a comparison with the genuine article
english-item-tracking = the tracking page
english-item-tracking_two = two tracking pages
english-item-tracking_place = tracking with the place of delivery
english-item-address = my address in the order
english-item-carrier_answer = the carrier's answer
english-item-customs_paper = the customs' paper
english-item-shipping_method = the shipping method I chose

english-fact-not_received = I have not received my order.
english-fact-tracking_invalid = The tracking number is invalid.
english-fact-wrong_address = The package was sent to a wrong address.
english-fact-delivered_not_received = Tracking shows delivered, but I did not receive it.
english-fact-returned_to_sender = The parcel was returned to the sender.
english-fact-customs = The parcel is held by customs.
english-fact-shipping_method_changed = The seller changed the shipping method.
english-fact-color_mismatch = The color is not as described.
english-fact-size_mismatch = The size is not as described.
english-fact-not_as_described = The product is not as described.
english-fact-wrong_item = I received a different product.
english-fact-quality = The item has a quality problem.
english-fact-damaged = The item arrived damaged.
english-fact-not_working = The item does not work properly.
english-fact-shortage = The quantity is short.
english-fact-empty_parcel = The parcel was empty.
english-fact-counterfeit = The item is counterfeit.
english-fact-no_longer_needed = I no longer need the item.

## Drafts for AliExpress and sellers

english-decline = I decline this offer.
    { $fact }
    Please see { $attached }.
    I request { $wanted }.
english-color = I decline this offer.
    I received a different color from the one I ordered.
    Please compare { $attached }.
    I request { $wanted }.
english-not_partial = I decline the partial refund.
    { $fact } I cannot use the item as it is.
    Please see { $attached }.
    I request { $wanted }.
english-stay = I will not cancel this dispute.
    { $fact }
    If you agree to refund, please enter the amount in your proposal here.
    I request { $wanted }.
english-facts = { $fact }
    Evidence: { $attached }.
    I request { $wanted }.
english-open = Order { $order }: { $fact }
    Please see { $attached }.
    I request { $wanted }.
english-wrong_address = Tracking { $tracking } was delivered to a different area.
    It is not my address in the order. The parcel was not mine.
    Please see my address and the place of delivery.
    I request { $wanted }.
english-delivered = Tracking { $tracking } shows delivered, but I did not receive it.
    I asked the carrier; please see the answer.
    I request { $wanted }.
english-not_received = I have not received order { $order }.
    Please see the tracking page.
    I request { $wanted }.
english-question = I have a question.
    Does this proposal mean a refund without returning the goods?
    I request { $wanted }.
english-extend = Hello. Order { $order } has not arrived yet. Please extend the buyer protection.
english-no_cancel = I will not cancel the dispute. If you agree to refund, please enter the full amount in your proposal here.
english-keep_reason = I cannot change the reason because it is true. Please refund me within this dispute.
english-appeal = Please review this judgement.
    { $fact }
    New evidence: { $attached }.
    I request { $wanted }.
english-judged = AliExpress already judged my evidence valid.
    Please close this case with the full refund.
english-review = I would like to talk to an agent.
    Order { $order }. { $fact }
    Please review the judgement. I request { $wanted }.
english-refund = The dispute about order { $order } ended with a refund.
    The money has not arrived yet. Please check its status.
english-support = I would like to talk to an agent.
    Order { $order }. { $fact }
    Please check my case. I request { $wanted }.
english-reactivate = My account has been restricted. Please tell me the reason and reactivate it. I can provide any document you need.
english-tell_seller = Hello. About order { $order }: { $fact }
    I am sending photos. I request { $wanted }.
english-return_cost = Who pays the return shipping? The fault is not mine, so I ask for a free return, or a refund without return.
