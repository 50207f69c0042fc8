### The frame of a checklist

step-button-done = Done
step-button-how = How to
step-button-missing = No such button
step-button-later = Later
step-button-unsure = Not sure

step-title = { $number } { $step }
step-ticked = { $done ->
    [yes] ✔ { $step }
   *[no] { $step }
}
step-how = How to
device-app = App
device-pc = PC
step-evidence = Strong evidence
step-evidence-item = - { $item }
step-evidence-note = Pictures up to 2 MB (JPG, PNG) and videos of 15–30 seconds are safest. Send them here and I keep them as evidence.
step-draft-note = Copy the English text above. Correct whatever does not match the facts.
step-missing = Names and places differ between screens. Update the app and open it again, or look on a PC or in another browser. Your progress is kept.
step-unsure = Follow the steps above. If in doubt, press neither Accept on the seller's proposal nor Cancel, and send me the words on your screen.
step-already-done = This step is done already
step-done-toast = Noted
question-note = Your answer leaves out the steps you do not need. You can also go on without answering.
step-moved = The stage is now “{ $stage }”.
step-moved-clock = The stage is now “{ $stage }”. { $clock }

checklist-title = { $title } — { $playbook }
checklist-safety = ⚠️ Do not cancel the dispute · do not confirm receipt · do not press Accept on the seller's proposal
checklist-disclaimer = We are not AliExpress, and this is not legal advice. Judgements can differ from one agent to the next.
checklist-later = All right. Your progress is kept, and you can go on any time with this button.
checklist-go-on = Go on
checklist-register = Register this dispute
checklist-finished = { $title } – all done for now
checklist-finished-toast = All steps are done
checklist-finished-note = Well done. Look at the screen from time to time for a new proposal or a judgement.
checklist-opened-note = Once the dispute is open, first wait for the seller’s answer. When a proposal comes, press “What to do” and I will show the next steps.
checklist-ask-date = Next comes: { $kind }. If the screen shows a date, pick it or just type it.
checklist-check-date = Does the screen still show this date for “{ $kind }”? If not, change it or type the new one.
checklist-change-date = Correct the date
checklist-evidence = Evidence
checklist-case = Show this case
checklist-again = Start over
checklist-back = Back to my checklist
