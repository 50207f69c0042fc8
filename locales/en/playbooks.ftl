### Checklists: titles, short answers, traps, and how to do each step

## Titles (pb-name), buttons (-short), answers (-answer)

pb-decline_proposal = Decline a proposal
pb-decline_proposal-short = Decline a proposal
pb-decline_proposal-answer = You can decline proposals of the seller and of AliExpress. Then add evidence and edit your own proposal. Editing overwrites it; there is nothing to delete.

pb-seller_keeps_rejecting = Judged a full refund (even if the seller keeps rejecting)
pb-seller_keeps_rejecting-short = Seller won’t agree
pb-seller_keeps_rejecting-answer = If all your evidence is “Valid” and a full refund is proposed, it will most likely be yours. Keep an eye on Dispute Detail until the deadline.

pb-seller_asks_cancel = “Cancel the dispute and I will refund or resend”
pb-seller_asks_cancel-short = Asked to cancel
pb-seller_asks_cancel-answer = Do not cancel; decline the seller's proposal. A promise counts only once the amount stands in the proposal of this dispute.

pb-ae_steps_in_date = “Feb 3, AliExpress Steps In”
pb-ae_steps_in_date-short = AliExpress steps in
pb-ae_steps_in_date-answer = On that day AliExpress joins: it makes a proposal of its own or agrees to yours. Have all evidence in by the day before.

pb-color_mismatch = The wrong color came
pb-color_mismatch-short = Wrong color
pb-color_mismatch-answer = If the seller is at fault, requests are often granted; not always, and your purchase history may count, too. What decides is evidence with the ordered and the received colour side by side.

pb-partial_refund_offer = A partial refund is offered
pb-partial_refund_offer-short = Partial refund offer
pb-partial_refund_offer-answer = “Refund Only” offers to pay back just the sum that is written there, without returning the goods (a partial refund). Whether you accept is up to you.

pb-message_to_ae = Send AliExpress a message
pb-message_to_ae-short = Ask AliExpress
pb-message_to_ae-answer = There is no separate message box. The comment field of “Edit proposal” is where AliExpress reads you.

pb-final_judgement_unhappy = Unhappy with the final judgement
pb-final_judgement_unhappy-short = Unhappy with it
pb-final_judgement_unhappy-answer = A closed case can often be appealed. After that, an agent in the Help Center may still help; people did get money back after the judgement.

pb-accept_button_missing = A full refund, but no Accept button
pb-accept_button_missing-short = No Accept button
pb-accept_button_missing-answer = Sometimes the screen simply fails to show it. If the deadline passes without the button, the system may accept by itself and start the refund.

pb-wrong_address_valid_wait = Wrong address and “Valid”: will waiting do?
pb-wrong_address_valid_wait-short = Valid: wait 3 days?
pb-wrong_address_valid_wait-answer = First press Decline on the seller's proposal. The final judgement usually follows about three days later.

pb-agreement_mail_twice = The agreement mail came twice
pb-agreement_mail_twice-short = Two agreement mails
pb-agreement_mail_twice-answer = If you accepted AliExpress's proposal, waiting is usually fine. Just check the amount of the second one.

pb-what_if_decline = What happens if I decline?
pb-what_if_decline-short = What if I decline?
pb-what_if_decline-answer = Accept ends the case on those terms. Decline keeps it going, and AliExpress decides by the comments and evidence of both sides.

pb-judgement_zero_wrong_address = Delivered elsewhere, closed with 0
pb-judgement_zero_wrong_address-short = Closed with 0
pb-judgement_zero_wrong_address-answer = Appeal with two screens that show your address in the order and the place of delivery. With several orders, go one by one.

pb-no_buttons = Neither Accept nor Decline is shown
pb-no_buttons-short = No buttons shown
pb-no_buttons-answer = Others have had this, too. First update the app, try a PC and another browser. If the buttons still do not show, keep the screen and tell the help centre.

pb-dispute_page_missing = The dispute page does not open
pb-dispute_page_missing-short = Page is missing
pb-dispute_page_missing-answer = Even when the list of disputes is empty, a case can often be opened from the order's status.

pb-account_blocked = The account is blocked
pb-account_blocked-short = Account blocked
pb-account_blocked-answer = First look through your mail (spam, too) for the reason and the way back. Without a warning the buyer protection may be gone, or disputes may no longer open, it seems.

pb-expectations_tips = How to have less trouble next time
pb-expectations_tips-short = Tips for next time
pb-expectations_tips-answer = Low prices often come with slow delivery and small differences from the pictures. Do not count on getting a full refund easily.

pb-seller_asks_change_reason = The seller asks to change the reason
pb-seller_asks_change_reason-short = Change the reason?
pb-seller_asks_change_reason-answer = You need not change it. A reason that is not true costs you the refund or the return shipping.

pb-cannot_open_dispute = A dispute cannot be opened
pb-cannot_open_dispute-short = Cannot open one
pb-cannot_open_dispute-answer = Usually it opens from the 11th day after shipping until 15 days after completion. If neither is the reason, look for the button.

pb-register_and_open = Open a dispute
pb-register_and_open-short = Open a dispute
pb-register_and_open-answer = Do not press Confirm received. Gather evidence, then go to Open Dispute.

pb-return_goods = Return and refund
pb-return_goods-short = Returning goods
pb-return_goods-answer = A return has a time limit, usually 10 days. Send it with tracking and enter the tracking number on the dispute page.

pb-not_received_protection = Not arrived, protection running out
pb-not_received_protection-short = Not arrived
pb-not_received_protection-answer = Ask for an extension or open a dispute before the buyer protection ends. Within 15 days after it, a dispute can often still be opened.

pb-refund_arrival = Waiting for the refund
pb-refund_arrival-short = Check the refund
pb-refund_arrival-answer = Refunds usually take 3 to 20 business days. On cards they may appear as a minus in the month of payment.

pb-external_routes = PayPal, card issuer, consumer centre
pb-external_routes-short = Other ways
pb-external_routes-answer = If AliExpress does not solve it, there are other ways, depending on how you paid. Each has a time limit, so start early.

pb-reach_human = Reach a person in support
pb-reach_human-short = Talk to an agent
pb-reach_human-answer = First comes EVA, a bot. Keep asking for an agent and a person will come.

pb-wrong_address = Sent to a wrong address
pb-wrong_address-short = Wrong address
pb-wrong_address-answer = Two screens decide it: your shipping address in the order, and the place of delivery in the tracking.

pb-delivered_not_received = “Delivered”, but not received
pb-delivered_not_received-short = Delivered, not here
pb-delivered_not_received-answer = First ask the carrier where it was delivered. Its answer is the strongest evidence.

## Traps

trap-accept_is_final = Accept ends the case on those terms; the rest cannot be claimed later.
trap-decline_alone = Declining without new evidence often leads to the same judgement.
trap-new_evidence = New evidence of the seller may change the judgement.
trap-closes_early = Cases often close before the date shown.
trap-cancel = If you cancel after the protection ended, you most likely cannot open a dispute again.
trap-cancel_left = While the protection still runs a dispute can often be opened again, but going on with this one is safer.
trap-resend = If you accept “refund 0 and resend”, nothing protects you when the new parcel does not come.
trap-pacific = Dates may be in Pacific time: Feb 3 there is about Feb 3, 17:00 to Feb 4, 17:00 in Japan.
trap-partial_possible = Even without any fault of yours, the judgement may be a partial refund.
trap-return_cost = Before agreeing to a return, check who pays the shipping.
trap-amount_field = When editing, take care not to lower the amount.
trap-appeal_once = There is said to be only one appeal. Gather all evidence before you send it.
trap-seller_accept = Check whose proposal it is, so that you do not press Accept on the seller's.
trap-do_not_just_wait = Do not just wait and leave the seller's proposal standing.
trap-officer = Judgements differ between officers. Odd ones can be reported in the Survey.
trap-wrong_address_word = “Package Sent to a Wrong Address” is often understood better than “not received”.
trap-many_disputes = Too many disputes for your orders may get an account limited.
trap-no_confirm = While something is wrong, do not press “Confirm received” (受取確認).
trap-others_names = Hide other people's names and house numbers before sending.
trap-no_proof_of_list = No proof was found for the story that buttons vanish for “complainers”.
trap-no_second_account = We do not advise getting around it with another account.
trap-own_reason = “No longer needed” costs you the refund or the return shipping.
trap-return_both = Sending alone is not enough; the tracking number must be entered in time too.
trap-protection_over = Do not wait for the last day. The date may be in Pacific time.
trap-not_parallel = A PayPal or card claim may stop the dispute at AliExpress. Mind the order.

## Steps

step-open_detail = Open Dispute Detail and look at the proposals
step-open_detail-app = Account → Orders → the order → Dispute in Progress → Dispute Detail. On each card see whose proposal it is, the amount, and whether goods go back.
step-open_detail-pc = My AliExpress → Dispute List → Dispute Detail. See the amounts under Seller Proposal and AliExpress' Proposal, and whether goods go back.
step-decline = Decline what you do not want
step-decline-app = Press Decline on each proposal card that you do not want. Do not press Accept.
step-decline-pc = On Dispute Detail, click Decline (Reject) on that proposal. Do not press Accept.
step-decline-missing = Without a proposal there is no Decline; just go on. If there is one, update the app or look on a PC or in another browser.
step-decline_seller = Decline the seller's proposal
step-decline_seller-app = On Dispute Detail, press Decline on the seller's card.
step-decline_seller-pc = On Dispute Detail, click Decline under Seller Proposal.
step-decline_seller-missing = If you declined before, there is no button. Press Done and go on.
step-upload = Upload evidence
step-upload-app = Dispute Detail → Upload Evidence. Choose photos, videos and screenshots that you have not sent yet.
step-upload-pc = Dispute Detail → the Upload Evidence button. Choose the files and submit.
step-upload-missing = If it is not there, files can often be attached under Edit proposal. If sending fails, make pictures smaller.
step-edit = Edit your proposal: request and comment
step-edit-app = Dispute Detail → Edit proposal. Check the kind and the amount, paste the English comment, submit. It overwrites the old one; delete nothing.
step-edit-pc = Dispute Detail → Edit in the My Proposal box. Check the amount, paste the English comment, submit.
step-edit-missing = It may appear only after you declined. Open the screen again.
step-write_message = Send a question through Edit proposal
step-write_message-app = In the comment field of Edit proposal on Dispute Detail, ask one question in English.
step-write_message-pc = In the comment field of Edit in the My Proposal box, ask one question in English.
step-accept_ae = Accept, if it is AliExpress's proposal
step-accept_ae-app = On Dispute Detail, make sure that it is AliExpress's proposal and check the amount, then press Accept.
step-accept_ae-pc = Check the amount under AliExpress' Proposal, then click Accept.
step-accept_ae-missing = Without the button the system may accept by itself at the deadline. Do not press Accept on the seller's proposal.
step-accept_offer = If the sum is all right, press “Accept” (承認)
step-accept_offer-app = In Dispute Detail look whose proposal it is, the sum and whether goods go back; then press “Accept” (承認) on that one. It ends the dispute.
step-accept_offer-pc = In Dispute Detail look whose proposal it is, the sum and whether goods go back; then click “Accept”. It ends the dispute.
step-accept_offer-missing = If no “Accept” shows until the date, it is sometimes accepted automatically. Wait without pressing “Accept” on another proposal.
step-file_dispute = Open the dispute
step-file_dispute-app = The order → Open Dispute (newer screens: Return/Refund) → Refund Only → choose reason and amount, add the English text and evidence, submit.
step-file_dispute-pc = My Orders → View Detail → Open Dispute → Refund Only → choose reason and amount, add the English text and evidence, submit.
step-file_dispute-missing = After completion, Open Dispute stands under Product Details at the bottom of the order. Until about the 11th day after shipping it is not shown.
step-appeal = Send the appeal
step-appeal-app = On Dispute Detail of the closed case, open Appeal near the bottom and send text and evidence together.
step-appeal-pc = On the closed Dispute Detail, open the blue Appeal link and send text and evidence together.
step-appeal-missing = It is gone after its time or once used. Ask the Help Center directly.
step-open_from_order = Open the dispute from the order
step-open_from_order-app = Account → Orders → the order → press the status Dispute in Progress.
step-open_from_order-pc = My Orders → Dispute in Progress beside the order, or My AliExpress → Dispute List.
step-see_end_date = Look for the date of the end
step-see_end_date-app = Look at the orange date on Dispute Detail. If there is none, look on a PC.
step-see_end_date-pc = See Estimated Time beside Negotiation Finished on Dispute Detail.
step-extend = Ask for longer buyer protection
step-extend-app = Send the English text to the seller in the chat. The seller decides. Without an answer in 48 hours, go on to a dispute.
step-extend-pc = Press Extend on the order's details. Without an answer in 48 hours, go on to a dispute.
step-see_refund = Look at Refund information
step-see_refund-app = Account → Orders → the order → Refund information: processing, or complete?
step-see_refund-pc = My Orders → the order's details → Refund.
step-find_button = Look for Open Dispute
step-find_button-app = Scroll to the bottom of the order's details. It may be called Return/Refund.
step-find_button-pc = Open Dispute stands under Product Details at the bottom of the order's details.
step-return_address = Look up the return address
step-return_address-app = Open the return address on Dispute Detail and save the screen.
step-return_address-pc = Open the return address on Dispute Detail and save the screen.
step-enter_tracking = Enter the return tracking number
step-enter_tracking-app = Enter it under Return Tracking Number on Dispute Detail and submit.
step-enter_tracking-pc = Enter it under Return Tracking Number on Dispute Detail and submit.
step-save = Keep a picture of the last screen
step-save-how = Take a screenshot of what you sent, with its date. Send it here and I keep it as evidence.
step-photo_item = Photograph the item and the label
step-photo_item-how = In good light: the whole item, the problem, and the parcel's label. Keep the label.
step-shot_order = Screenshot the product page and the order
step-shot_order-how = The product page with description and pictures, and the order's details with color, size and amount.
step-shot_chat = Screenshot the seller's messages
step-shot_chat-how = Take the messages that ask you to cancel or to change something, with their dates.
step-shot_address = Screenshot the address in the order
step-shot_address-how = The order's details, with shipping address and order number.
step-shot_tracking = Screenshot the tracking
step-shot_tracking-how = Look the number up at Japan Post or 17TRACK; date and place of delivery must be legible.
step-side_by_side = Put the two side by side and mark the difference
step-side_by_side-how = Put address and tracking into one picture and frame the different places in red.
step-compare = Check the amount offered
step-compare-how = See what share of your payment the offer is, whether the goods must go back, and what that postage costs. Decide beforehand how much you would accept.
step-check_offers = Check which proposals there are
step-check_offers-how = Besides your own and the seller's declined one, is there one of AliExpress on Dispute Detail?
step-check_new = Check for new evidence of the seller
step-check_new-how = See on Dispute Detail whether comments or pictures were added. Answer what is not true with evidence.
step-check_second = Check the second proposal
step-check_second-how = Whose is it, and is the amount the same? If it is lower or the seller's, do not accept.
step-look_daily = Look at the screen and your mail once a day
step-look_daily-how = Until the deadline, look at Dispute Detail and AliExpress's mail once a day. Send me any new proposal.
step-look_twice = Look for the Accept button twice a day
step-look_twice-how = Morning and evening. When Accept appears on AliExpress's proposal, press it; never the one on the seller's.
step-note_date = Note the date on the screen
step-note_date-how = Send me the date of “Feb 3, AliExpress Steps In” just as it is shown. I also remind you the day before.
step-no_cancel = Do not press Cancel Request
step-no_cancel-how = Leave Cancel Request at the bottom alone. You can answer in the chat with the English text above.
step-no_confirm = Do not press Confirm received
step-no_confirm-how = While there is a problem, leave Confirm received alone.
step-keep_reason = Keep the reason and say no
step-keep_reason-how = Send the English text above in the chat and leave the reason as it is.
step-wait_three = Wait about three days
step-wait_three-how = The final judgement usually comes about three days after you declined. Look at the screen once a day.
step-wait_result = Wait for the result
step-wait_result-how = Usually 2 to 5 business days. Watch Dispute Detail and your mail.
step-gather_new = Gather evidence not sent yet
step-gather_new-how = New evidence counts most. If nothing arrived, an answer of the post office helps.
step-help_late = No move two days after the date: the help centre
step-help_late-how = Until the date you can simply wait. If two days later there is neither acceptance nor refund: help centre, chat, choose the order, and send the English above.
step-help_refund = If it still has not come, go to the help centre
step-help_refund-how = If your card issuer knows nothing: help centre, chat, choose the order, and send the English above. Have the “Refund information” screen ready.
step-tell_support = Tell the case in English, and keep the chat
step-tell_support-how = Send the English above: order number, judgement, evidence, the sum you want. Keep the chat as screenshots.
step-shot_judgement = Keep the screen of the judgement
step-shot_judgement-how = Take a screenshot on which “Valid” and the sum can be read. It is evidence if the judgement should change.
step-note_return = Note the date of the return
step-note_return-how = Send me the last day for the return as the screen shows it (usually 10 days). I remind you from five days before.
step-file_unless = Without an extension, open the dispute before the date
step-file_unless-app = Orders → Open Dispute (申し立てをする; on newer screens “Return/refund”) → Refund Only → choose reason and sum, add the English and evidence, and send.
step-file_unless-pc = My Orders → View Detail → Open Dispute → Refund Only → choose reason and sum, add the English and evidence, and send.
step-file_unless-missing = While the parcel still moves before its delivery date the button may not show. Look again the day after that date.
step-look_twice-missing = If no “Accept” shows until the date, the proposal is sometimes accepted automatically and the refund begins. Wait without accepting the seller’s.
step-survey = Report it in the Dispute Survey
step-survey-how = On the closed case, write in Dispute Survey what seems wrong. Files can be attached.
step-help_center = Ask the Help Center
step-help_center-how = Help Center → chat → choose the order, send “agent” and wait for a person. Use the text above. Keep the conversation.
step-other_device = Update the app, try a PC, another browser
step-other_device-how = In this order: update the app and sign in again, a PC, another browser, English as the language.
step-record = Record the screen as it is
step-record-how = Take the missing button or the error, with the date. A screen recording is fine.
step-keep_mails = Keep AliExpress's mails
step-keep_mails-how = Mails about the dispute are evidence. Do not delete them.
step-check_mail = Look for a mail from AliExpress
step-check_mail-how = Also in spam: mails about a restriction may name the reason and the way back.
step-reactivate = Ask for the account to be reactivated
step-reactivate-how = If there is a link “Appeal for account reactivation”, open it and ask politely for reason and reactivation.
step-save_cases = Save the screens of running disputes
step-save_cases-how = While you can sign in, take screenshots of disputes, orders and payments.
step-ask_carrier = Ask the post office or carrier
step-ask_carrier-how = Give the tracking number and ask whether it went to your address. An answer in writing is strong evidence.
step-ask_neighbour = Check family, neighbours, delivery box
step-ask_neighbour-how = “Delivered” sometimes appears early, so wait two days.
step-tell_seller = Tell the seller in English
step-tell_seller-how = Send the text and photos in the chat. The chat is evidence too.
step-check_shipped = Check the shipping date
step-check_shipped-how = Until about the 11th day after shipping it cannot be opened. Register that day and I remind you.
step-check_delivery = Check delivery time and completion
step-check_delivery-how = While the parcel moves and the delivery time runs, it may not open. After completion there are about 15 days.
step-small_files = Make attachments smaller
step-small_files-how = Use JPG or PNG up to 2 MB. Large files may fail without a message.
step-compare_cost = Check the cost of the return first
step-compare_cost-how = Compare it with the price. With “Free Return” it costs nothing. If it is dear, use the text above.
step-ship_tracked = Send it with tracking
step-ship_tracked-how = EMS or ePacket, for example. Photograph the parcel and the receipt.
step-free_return = Send it by the free return
step-free_return-how = Follow the return code and the way of sending on the “return address” screen; it often goes to a warehouse in Japan. Take off the old label, and photograph the slip and the parcel.
step-see_tracking = Check tracking and protection
step-see_tracking-how = See the last movement, and the days of buyer protection in the order's details. Send me the date and I remind you.
step-see_statement = Look at your card or PayPal statement
step-see_statement-how = It may be a minus in the month of payment.
step-ask_bank = After 20 business days, ask your card issuer
step-ask_bank-how = Have the Refund information screen ready and ask about the refund.
step-paypal = Paid with PayPal: Resolution Center
step-paypal-how = Within 180 days of the payment open a dispute in the Resolution Centre, and escalate it to a claim within 20 days. When you have, send me “opened at PayPal today”, and I remind you of the 20 days, too.
step-card = Paid by card: call the issuer
step-card-how = Say that you want to request a chargeback. Usually 120 days; some issuers may allow less, so call within 90.
step-ccj = Cross-border Consumer Center Japan (CCJ)
step-ccj-how = Free advice on trouble with shops abroad, by web form only. Not for goods bought to resell. For shops in Japan, call 188.
step-summary = Put everything on one page
step-summary-how = Order, payment, judgement and chat in the order of their dates, ready to hand over.
step-choose_order = Open the Help Center's chat
step-choose_order-how = Help Center → chat → choose the order.
step-say_agent = Keep asking for an agent
step-say_agent-how = Choose Unresolved and send “agent” or “human”, several times if need be.
step-ask_when = Ask when they will answer
step-ask_when-how = Ask for the date of the answer and send it to me.
step-tips_before = Before buying
step-tips_before-how = Look at reviews with photos and for Free Return. For what is urgent or must be good, consider another shop.
step-tips_arrival = When it arrives
step-tips_arrival-how = Film the unboxing and check the goods before Confirm received. There is no hurry.
step-tips_record = Disputes only when needed
step-tips_record-how = Let small differences pass. Too large a share of disputes may get an account restricted.

## The one question before the first step

question-floor = How much would you accept?
answer-floor-100 = Only all of it
answer-floor-90 = 90 % or more
answer-floor-80 = 80 % or more
answer-floor-50 = Half or more
question-protection = Is the buyer protection still running?
answer-protection-left = Still running
answer-protection-over = It has ended
question-appealed = Have you already filed an “Appeal” (抗議)?
answer-appealed-no = Not yet
answer-appealed-yes = Filed
question-declined = Have you declined the seller’s proposal already?
answer-declined-no = Not yet
answer-declined-yes = Declined
question-looked = Where have you looked?
answer-looked-app = Only in the app
answer-looked-pc = Only on a PC
answer-looked-both = Both
question-second_offer = How is the second proposal, next to the first?
answer-second_offer-same = Same or more
answer-second_offer-less = Less
answer-second_offer-seller = It is the seller’s
question-login = Can you log in now?
answer-login-yes = Yes
answer-login-no = No
question-opening = Where does the order stand?
answer-opening-early = Shipped ≤10 days ago
answer-opening-moving = Still on its way
answer-opening-within = Ended ≤15 days ago
answer-opening-over = Ended >15 days ago
question-arrived = Have the goods arrived?
answer-arrived-yes = They have
answer-arrived-no = Not yet
question-free_return = Does the order say “Free Return” (返品無料)?
answer-free_return-yes = It does
answer-free_return-no = It does not
question-paid_with = How did you pay?
answer-paid_with-card = By card
answer-paid_with-paypal = PayPal
answer-paid_with-other = Shop or other
