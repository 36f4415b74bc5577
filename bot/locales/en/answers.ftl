# Answers to questions in words (domain.md §3.9). Names of people stand only in what is put in.

where-county = { $place } county
where-voivodeship = { $place } voivodeship

answer-no-office = There is no such office among your offices.
answer-no-voivodeship = There is no office of that voivodeship among your offices.
answer-which = Which office is meant?
answer-complete = The submission is complete: nothing is missing.
answer-missing = Missing: { $missing }.
answer-plenipotentiary = Plenipotentiary: { $person }
answer-count = { $block ->
    [I] Steering group (block I): { $size }
   *[II] Editorial team (block II): { $size }
}
answer-people = { $block ->
    [I] Steering group (block I): { $count } of { $seats }
   *[II] Editorial team (block II): { $count } of { $seats }
}
answer-free = { $block ->
    [I] Block I: { free-seats } ({ $size })
   *[II] Block II: { free-seats } ({ $size })
}
answer-free-short = { $block ->
    [I] Block I: { free-seats }, { $short } short of the minimum ({ $size })
   *[II] Block II: { free-seats }, { $short } short of the minimum ({ $size })
}
answer-limit = { $limit } ({ $source })
answer-head = The head of an office is the wójt, burmistrz, president of the city, starosta or marshal of the voivodeship. The head appoints the Plenipotentiary (point 6 of the Information) and approves the team.
answer-training = The date of the training has not been set in this assistant yet. The project coordinator announces it.

answer-offices = Offices: { $count }
answer-not-sent = Offices that have not sent a submission: { $count }
answer-without-plenipotentiary = Offices without a Plenipotentiary: { $count }
answer-missing-several = Offices that lack something: { $count }
answer-free-several = Offices with free seats: { $count }
answer-overdue = Offices past the deadline: { $count }
answer-not-overdue = No office is past the deadline.
answer-voivodeship = Voivodeship { $voivodeship }: { offices-nominative }, complete: { $complete }
answer-editors-in-all = Participants of block II in all: { $count }. The same people take block I as well (in all: { $people }), so the two numbers are not added.

answer-remind = The card of an office shows what it lacks and what it waits for. The button with its name opens the card.
answer-remind-office = Reminders go to the Advisors. How the submission stands can be asked here: /stan.
answer-replace = To replace a person, please open the list of the steering group and choose [Correct] or [Remove]; the new person is added with [Add].
answer-replace-submitted = The submission waits for approval. To replace a person, please take it back first, then choose [Correct] or [Remove] on the list.
answer-replace-settled = The team is approved. To replace a person, please choose [Change the team], then [Correct] or [Remove] on the list.
answer-replace-desk = People on the list are changed by the office, with [Correct] or [Remove]. The Advisor can return a submission from the card of the office.

answer-rule-training = { reason-R3 } It then takes one of the seats of the office.
answer-rule-editors = The editorial team must come from the steering group: block II continues block I (point 5 of the Information). A person from outside can be added to the steering group as well.
answer-rule-head = { reason-R2B } If the office has no such possibility, the coordinator can be asked for consent.
answer-rule-head-in-group = The head of office is one of the managerial staff and may, but need not, sit in the steering group, then taking one of the seats of the office. The Pełnomocnik should be another person (point 6 of the Information).
answer-rule-management = The Plenipotentiary should belong to the management of the office (point 6 of the Information) and be another person than its head. In small offices it is usually the Secretary.
answer-rule-size = The steering group has 5 to 10 people, the editorial team 3 to 5 (point 3 of the Information). The seats of an office are set by columns 5 and 6 of the coordination tables (point 4 of the Information).

# What somebody may have meant whose words were not understood
button-nearest-status = How do things stand?
button-nearest-missing = What is missing?
button-nearest-deadline = When is the deadline?
button-nearest-limit = What is the limit?
button-nearest-advisor = Who is the Advisor?
button-nearest-plenipotentiary = Who is plenipotentiary?
button-nearest-team = Who is in the team?
button-nearest-offices = List of offices
button-nearest-not-sent = Who has not sent?
button-nearest-without-plenipotentiary = Without plenipotentiary
button-nearest-how-many = How many people?
button-nearest-free-seats = Which seats are free?
button-nearest-overdue = Who is past the date?
button-nearest-training = When is the training?
button-nearest-editors-in-all = How many in block II?
button-nearest-head = Who is head of office?
button-nearest-rule-training = Plenipotentiary, block I
button-nearest-rule-editors = Editors from outside
button-nearest-rule-head = Head as plenipotentiary
button-nearest-rule-management = Fit as plenipotentiary
button-nearest-rule-size = Sizes of both teams
button-nearest-rule-head-in-group = Head in the group
