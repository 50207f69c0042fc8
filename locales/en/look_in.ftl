### The daily question: did anything change on the screen today?

look-question = Did anything change on the screen today?
look-title = { $title } – did anything change on the screen today?
look-several = { $count } screens to look at. The nearest deadline comes first.
look-note = Please look at Dispute Detail and your mail, and choose what comes closest.

look-answer-none = No change
look-answer-proposal = New proposal
look-answer-judged = Judgement is out
look-answer-over = It has ended
look-button-on = Ask me every day
look-button-off = Stop asking

## After an answer

look-thanks = Thank you for looking. The next date of { $title } is { $when } ({ $kind }).
look-thanks-no-date = Thank you for looking. { $title } stays as it is.
look-thanks-several = Thank you for looking. The nearest date is { $when } ({ $title }).
look-thanks-toast = No change
look-whose = { $title } – whose new proposal is it?
look-side-seller = The seller's
look-side-aliexpress = AliExpress's
look-judged = { $title } – what was the judgement?

## To ask or not to ask

look-on-window = All right. From the day before the deadline of { $title } I will ask once a day whether the screen has changed. The first time is { $when }.
look-on-daily = All right. Until the deadline of { $title } I will ask once a day whether the screen has changed. The next time is { $when }.
look-on-later = All right. Once you tell me the next deadline of { $title }, I will ask once a day from the day before it.
look-on-toast = I will ask every day
look-off = All right. I will not ask about { $title } every day any more. Reminders before its deadlines still come.
look-off-toast = I will not ask any more
look-not-open = { $title } is not an open dispute, so there is nothing to ask about every day.
look-which-on = Which case shall I ask about every day?
look-which-off = Which case shall I stop asking about?
look-which-answer = Which case do you mean?
look-nothing-runs = There is no dispute to ask about yet. Tell me what happened, or register one with the button.
