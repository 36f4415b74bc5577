# The three steps.

step-1 = <b>Step 1 of 3 – Pełnomocnik</b>
step-1-ask = Appointed by the head of office ({ $title }). The Pełnomocnik (quality management representative) should belong to the office's management; in smaller offices it is usually the Secretary. Please give the first name, surname and position.
step-1-ask-untitled = Appointed by the head of office. The Pełnomocnik (quality management representative) should belong to the office's management; in smaller offices it is usually the Secretary. Please give the first name, surname and position.
step-1-hint = For example: { -example }. The whole list may also be pasted at once, with the Pełnomocnik marked.
step-1-now = At present: { $person }.
step-1-position = { $name } – please give the position, e.g. “Sekretarz Gminy”.
step-1-basis = On what basis was the Pełnomocnik appointed?
step-1-chosen = Pełnomocnik: { $person }.
step-1-basis-waiting = The head of office has no access to the assistant yet. An order or an oral decision approves the submission.
step-1-order = Please give the number and date of the order, e.g. “0050.26.2026 z 5 stycznia 2026 r.”.

basis-now = At present: { $basis }.
basis-order = order no. { $number } of { $date }
basis-order-unnumbered = order
basis-oral = oral decision, order being prepared
basis-proposal = proposal

step-2 = <b>Step 2 of 3 – steering group</b>
step-2-ask = Block I. Limit: up to { people-genitive }, of managerial staff (col. 5 of the coordination tables).
step-2-ask-unlimited = Block I. Up to { people-genitive }, of managerial staff. The coordination tables give no limit for your office; the coordinator will confirm it.
step-2-hint = Please paste the list, each person on a new line, e.g. “Anna Kowalczyk – Sekretarz”. A file may be sent as well ({ -formats }).
step-2-listed = On the list: { $size }
step-2-read = Read: { people-accusative }
step-2-question = Is the list correct?
step-2-over = The list exceeds the limit by { people-accusative }; before sending it has to be shortened, or a larger limit asked for.
step-2-short = { people-genitive } short of the minimum; a smaller team needs a short reason.
step-2-free = In block I { free-seats }.
step-2-outside = Pełnomocnik ({ $name }) – not on the list of block I.
step-2-skipped = Skipped: { rows-accusative } without a surname:
skipped-line = “{ $line }”

clarify-left = To be clarified: { questions-nominative }.
clarify-entry = Entry: { $person }.
clarify-hint = The correct entry may also be typed. Skipped questions are left to the Advisor.
question-szyk = Which word is the surname?
question-potwierdz-nazwisko = Were the first name and surname read correctly?
question-pelne-imie = Please give the full first name.
question-polskie-znaki = Polish letters may be missing in the name. How is it spelt?
question-kto = Whom is this entry about? Please give the first name and surname.
question-potwierdz-dopasowanie = Does the position belong to this person?
question-potwierdz-role = Was this person's role read correctly?
question-poza-grupa = This person is in the editorial team but not in the steering group. Add them to the steering group?

removing = Whom to remove from the list? Press a button or type the numbers, e.g. “3 5”.
removing-over = Still to be removed: { people-nominative } ({ $column }).
correcting = Which entry to correct? Press a button or type the number.
correcting-member = Entry: { $person }. Please type it correctly, e.g. { -example }. The position alone will do.
correcting-contact = Contact: { $contact }
removal-cascade = { $name }: also in the editorial team. Removing from the steering group means removing from both. Continue?

step-3 = <b>Step 3 of 3 – editorial team</b>
step-3-ask = Block II. It is chosen from the steering group. Limit: up to { people-genitive } (col. 6 of the coordination tables). Please mark people and press “Done”.
step-3-ask-unlimited = Block II. It is chosen from the steering group, up to { people-genitive }. The coordination tables give no limit for your office; the coordinator will confirm it. Please mark people and press “Done”.
step-3-numbers = Numbers may be typed as well, e.g. “1 3 5”.
step-3-chosen = Chosen: { $size }
step-3-none = To go on, a team has to be chosen.
step-3-over = The team exceeds the limit by { people-accusative }; please unmark some.
step-3-short = { people-genitive } short of the minimum; a smaller team needs a short reason.
step-3-free = In block II { free-seats }.
outsider = { $name }: outside the steering group. The editorial team has to come from the steering group, because block II builds on block I (point 5 of the Information).
outsiders-left = More such people: { $count }.
outsider-in-group = In the steering group: { $size }
