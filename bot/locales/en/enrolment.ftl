# The three steps.

step-1 = <b>Step 1 of 3 – Pełnomocnik</b>
step-1-ask = The head of office ({ $title }) appoints this person. The Pełnomocnik (quality management representative) should belong to the management of the office; in smaller offices it is usually the Secretary. Please give the first name, surname and position.
step-1-ask-untitled = The head of office appoints this person. The Pełnomocnik (quality management representative) should belong to the management of the office; in smaller offices it is usually the Secretary. Please give the first name, surname and position.
step-1-hint = For example: { -example }. You can also paste the whole list at once, with the word “Pełnomocnik” beside the right person.
step-1-listed = If it is somebody of the list, the surname or the number will do:
step-1-now = Now: { $person }
step-1-position = { $name } – please give the position, e.g. “Sekretarz Gminy”.
step-1-basis = On what basis was the Pełnomocnik appointed?
step-1-chosen = Pełnomocnik: { $person }.
step-1-basis-waiting = The head of office has no access to the assistant yet. Giving an order or an oral decision will approve the submission.
step-1-order = Please give the number and date of the order, e.g. “0050.26.2026 z 5 stycznia 2026 r.”.

basis-now = Now: { $basis }
basis-order = order no. { $number } of { $date }
basis-order-unnumbered = order
basis-oral = oral decision, order being prepared
basis-proposal = proposal

step-2 = <b>Step 2 of 3 – steering group</b>
step-2-ask = Block I. Limit: up to { people-genitive } (col. 5 of the coordination tables), from managerial staff.
step-2-ask-unlimited = Block I. Up to { people-genitive } from managerial staff. The coordination tables give no limit for your office; the coordinator will confirm it.
step-2-hint = Please paste the list, each person on a new line, e.g. “Anna Kowalczyk – Sekretarz”. You can also send a file ({ -formats }).
step-2-listed = On the list: { $size }
step-2-read = Read { people-accusative }:
step-2-question = Is the list correct?
step-2-over = The list exceeds the limit by { people-accusative }; before sending it has to be shortened, or a larger limit requested.
step-2-short = { people-genitive } short of the minimum; for a smaller team a short reason will be needed.
step-2-free = In block I, { free-seats }.
step-2-outside = Pełnomocnik ({ $name }) – not on the block I list.
step-2-skipped = Skipped { rows-accusative }, with no surname in { $count ->
    [one] it
   *[other] them
}:
skipped-line = “{ $line }”

clarify-left = To clarify: { questions-nominative }.
clarify-entry = Entry: { $person }.
clarify-hint = You can also type the correct details. The Advisor will clarify the questions that are skipped.
question-szyk = Which word is the surname?
question-potwierdz-nazwisko = Were the first name and surname read correctly?
question-pelne-imie = Please give the full first name.
question-polskie-znaki = Polish letters may be missing from the surname. What is the correct spelling?
question-kto = Who is this entry about? Please give the first name and surname.
question-potwierdz-dopasowanie = Was the position given to the right person?
question-potwierdz-role = Was this person's role read correctly?
question-poza-grupa = This person is in the editorial team but not in the steering group. Add them to the steering group?

removing = Who should be removed from the list? Press a button or type the numbers, e.g. “3 5”.
removing-over = Still to remove: { people-nominative } ({ $column }).
correcting = Which entry should be corrected? Press a button or type its number.
correcting-member = Entry: { $person }. Please type the correct details, e.g. { -example }. The position alone is enough, too.
correcting-contact = Contact: { $contact }
removal-cascade = { $name }: also in the editorial team. Removal from the steering group means removal from both. Continue?

step-3 = <b>Step 3 of 3 – editorial team</b>
step-3-ask = Block II. It is chosen from the steering group. Limit: up to { people-genitive } (col. 6 of the coordination tables). Please mark people and press “Done”.
step-3-ask-unlimited = Block II. It is chosen from the steering group, up to { people-genitive }. The coordination tables give no limit for your office; the coordinator will confirm it. Please mark people and press “Done”.
step-3-numbers = You can also type numbers, e.g. “1 3 5”.
step-3-chosen = Chosen: { $size }
step-3-none = To go on, please choose at least one person.
step-3-over = The team exceeds the limit: please unmark { people-accusative }.
step-3-short = { people-genitive } short of the minimum; for a smaller team a short reason will be needed.
step-3-free = In block II, { free-seats }.
outsider = { $name }: not in the steering group. The editorial team has to come from the steering group, because block II continues block I (point 5 of the Information).
outsiders-left = More such people: { $count }.
outsider-in-group = In the steering group: { $size }
