# Corrections in prose, positions matched to names, and words that may mean several things.

change-leaving = Remove: { $people }
change-joining = Add: { $people }
change-there = Already on the list: { $people }
change-post = New position: { $people }
change-size = After the change: { $size }
change-ask = Make this change?
change-amends = The approved team will be opened for changes; until they are approved the previous one is in force.
change-plenipotentiary = The Pełnomocnik ({ $name }) stays the Pełnomocnik, but without block I. To name somebody else, change the Pełnomocnik.
change-outside = Not in the steering group: { $people }. The editorial team comes from the steering group (point 5 of the Information), so they are added to both blocks.
change-who-leaves = Who should be removed? Press a button or type the number.
change-who-of-many = Who should be removed? Please type the number from the list.
change-whose-post = Whose position should be changed? Press a button or type the number.
change-whose-of-many = Whose position should be changed? Please type the number from the list.
change-who-joins = What is the name of the person to be added?
change-or-type = You can also type the correct details, e.g. { -example }.
change-whole-name = To be added: { $surname }. Please give this person's first name, surname and position, e.g. { -example }.

match-told = Names and positions were given separately. They were joined in their order:
match-ask = Were the names and positions matched correctly?
step-2-who = The skipped lines hold positions without names. Please add these people, e.g. “Jan Nowak – Skarbnik”, or leave the seats free.
correcting-left = Entries to be corrected next: { $count }.

apart-words = You wrote: “{ $text }”
apart-reason = Is this the reason that was asked for, or something else?
apart-order = There is no number and date of an order here. What is this message about?

button-meant-answer = This is the reason
button-meant-plenipotentiary = New Pełnomocnik
button-meant-list = A change of the list

note-changed = The change was made.
note-change-dropped = The change was not made. You can put it in other words, e.g. “zamiast Zalewskiego będzie Ewa Lis – Skarbnik”, or use the buttons.
note-nobody-fits = There is no such person on the list: { $people }.
note-match-undone = The positions were taken off these entries. Please paste the list again, each line with first name, surname and position, or choose [Correct].
