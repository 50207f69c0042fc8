### What to check before a tap that cannot be taken back, and the sellers' usual requests

button-guard = Check before I press

guard-before-accept = Before you press “Accept” (「承認」)
guard-before-cancel = Before you press “Cancel Request” (「紛争をキャンセル」)
guard-before-confirm = Before you press “Confirm received” (「受取確認」)
guard-of-case = { $what } — { $title }

guard-which-accept = Which case do you want to accept something in?
guard-which-cancel = Which case do you want to cancel?
guard-which-confirm = Which case do you want to confirm receipt for?

## Questions and answers

guard-ask-whose = Whose proposal is it? The name is on the proposal's card.
guard-row-whose = Proposal by
guard-whose-seller = The seller
guard-whose-ae = AliExpress
guard-whose-unsure = I don't know

guard-ask-field = What does the proposal's amount field show? Look at the field, not at the comment.
guard-row-field = Amount field
guard-field-full = What I asked for
guard-field-less = Less, or a return
guard-field-zero = 0, or resend

guard-ask-protection = Is the buyer protection still running? The order details tell.
guard-row-protection = Buyer protection
guard-protection-live = Still running
guard-protection-over = It has ended
guard-protection-unsure = I don't know

guard-ask-money = What have you really received so far?
guard-row-money = Received
guard-money-arrived = The refund
guard-money-promised = Only a promise
guard-money-goods = Goods, all is well

guard-ask-goods = Did the goods arrive, and did you check them?
guard-row-goods = Goods
guard-goods-fine = Arrived, all fine
guard-goods-faulty = Arrived, with faults
guard-goods-missing = Not arrived

guard-ask-dispute = Is a dispute open for this order right now?
guard-row-dispute = Dispute
guard-dispute-open = Open
guard-dispute-none = None

## Verdicts

guard-dont-accept = Do not press “Accept” (「承認」)
guard-press-accept = You can press “Accept” (「承認」)
guard-dont-cancel = Do not press “Cancel Request” (「紛争をキャンセル」)
guard-press-cancel = You may press “Cancel Request” (「紛争をキャンセル」)
guard-needless-cancel = You need not press “Cancel Request” (「紛争をキャンセル」)
guard-dont-confirm = Do not press “Confirm received” (「受取確認」)
guard-press-confirm = You can press “Confirm received” (「受取確認」)

guard-why-seller_full = If the amount field shows what you asked for and no return is required, a seller's proposal is fine too. Look at the figure once more before you press.
guard-why-final = Pressing it ends the dispute on these terms.
guard-why-seller_not_ae = A seller's proposal is not AliExpress's judgement. If you press “Decline”, the dispute goes on and AliExpress decides.
guard-why-difference_lost = Pressing it ends the dispute on these terms; the difference cannot be claimed any more.
guard-why-zero_final = Pressing it ends the dispute with a refund of 0, and it cannot be opened again.
guard-why-resent_unprotected = Goods sent again have no buyer protection: if they do not arrive, there is no refund to ask for.
guard-why-ae_full = It is AliExpress's proposal and the amount field shows what you asked for. Pressing it starts the refund.
guard-why-not_the_sellers = The seller's proposal is on the same screen. Press “Accept” on AliExpress's proposal only.
guard-why-decline_with_proof = Press “Decline” before the deadline and add new evidence. If you do nothing, it may be decided as it stands.
guard-why-see_whose = First see on the card in Dispute Detail whether it is the seller's proposal or AliExpress's.
guard-why-only_field = Only the figure in the amount field counts. What a comment promises is not part of it.

guard-why-money_is_here = If the refund is here, you have what you wanted. The dispute ends by itself; just wait.
guard-why-promise_outside = A promise outside the dispute cannot be claimed if it is broken. Have the amount put into a proposal inside the dispute.
guard-why-protection_runs = Even while the protection runs, it is not certain that you can open the dispute again.
guard-why-no_second_dispute = The buyer protection has ended: once cancelled, the dispute most likely cannot be opened again.
guard-why-maybe_over = If the buyer protection has ended, a cancelled dispute most likely cannot be opened again. Check the order details first.
guard-why-goods_checked = If you have checked the goods and are content, cancelling does no harm. Do not press it while anything still bothers you.

guard-why-dispute_first = While a dispute is open there is no hurry to confirm. Let the dispute end first.
guard-why-tried_out = If the goods are fine, you can press it. If you have not tried them or counted them yet, do that first.
guard-why-fifteen_days = If a fault shows up later, a dispute can usually be opened within 15 days.
guard-why-confirm_means_fine = Pressing it says that you received everything in order, which makes a refund hard to get.
guard-why-confirm_means_arrived = Pressing it says that the parcel arrived, which makes a refund hard to get.
guard-why-go_on_with_proof = Let the dispute go on and add evidence.
guard-why-open_first = Before you press it, take photos and open a dispute with “Open Dispute”.
guard-why-open_in_time = Before the buyer protection ends, ask for an extension or press “Open Dispute”.
guard-disclaimer = This is a general guide. Look at what your screen shows now before you decide.

guard-way-accept = How to accept
guard-way-cancel = Check: may I cancel?
guard-again = Answer again
guard-closed = This case is registered as closed. This is how it stands.

## The sellers' usual requests

trick-title = Sellers often ask this
trick-danger = Why it is risky
trick-answer = What to do

trick-cancel_first-why = Once cancelled, the dispute may not be opened again even if the promise is broken.
trick-cancel_first-do = Do not press “Cancel Request”; have the refund put into a proposal inside the dispute.
trick-wait_close-why = While you wait the time runs out, and then there is no refund to ask for if nothing arrives.
trick-wait_close-do = Wait with the dispute open. It is early enough to end it when the goods are here and fine.
trick-outside-why = If you accept a small sum here, the case ends with it. Nothing guarantees that the rest is paid.
trick-outside-do = Refuse a refund outside the dispute and have the full sum put into the proposal's amount field.
trick-pay_first-why = Nobody has to pay first in order to get a refund.
trick-pay_first-do = Do not pay; take a screenshot and add it to your evidence.
trick-confirm_first-why = Pressing “Confirm received” says that everything arrived in order.
trick-confirm_first-do = Do not press it until the refund or the goods are complete, and keep a screenshot of the request.
trick-zero_resend-why = Accepting it ends the case with a refund of 0, and nothing covers you if the goods sent again do not arrive.
trick-zero_resend-do = Press “Decline” on that proposal.
trick-text_promise-why = When you accept, only the amount field counts; what the text promises is gone.
trick-text_promise-do = Do not accept until the field shows what you asked for; go on with “Decline”.
trick-step_by_step-why = Raising the offer little by little is a way to end the case early and cheaply.
trick-step_by_step-do = Decide on the lowest sum you would take, and decline what is below it.
trick-change_reason-why = With an untrue reason or a lower sum the fault looks like yours, which costs you the refund or the postage.
trick-change_reason-do = Leave the reason and the sum as they are, and add a screenshot of the request to your evidence.
trick-others_tracking-why = By its number the parcel is “delivered”, so it is easily taken as arrived.
trick-others_tracking-do = Show your address and the area of delivery side by side in two screenshots.
trick-bad_return-why = The postage may cost more than the refund, or the parcel may not arrive.
trick-bad_return-do = Before you send it, ask in “Edit proposal” for a refund without return, or for postage paid by the seller.
trick-threat-why = It is meant to make you cancel, and has nothing to do with the judgement.
trick-threat-do = Do not answer; take a screenshot and tell the help centre. Let the dispute go on.
