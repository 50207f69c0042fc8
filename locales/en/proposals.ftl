### Proposals, and the sums side by side

proposal-seller = Seller’s proposal
proposal-aliexpress = AliExpress’s proposal
proposal-sum = { $kind } { $sum }
proposal-no-return = { $proposal }, goods kept
money-share = { $sum } ({ $percent }%)
floor-row = The least you accept
floor-percent = { $percent }%
floor-percent-sum = { $percent }% (about { $sum })
compare-missing = Send what you paid and what is offered, and I work out the share (for example: paid 6,993 yen, offered 5,594 yen).
compare-open = It helps to decide beforehand how much you would accept.
compare-yes = The offer reaches what you decided on. If you are happy with it, go on to “Accept” (承認).
compare-no = The offer does not reach what you decided on. “Decline” (拒否する) keeps the dispute going.
