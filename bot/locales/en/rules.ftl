# The rules of the programme as people read them (each with its point of the Information), and the
# cards that ask about them.

reason-R1 = The head of office appoints their Pełnomocnik (point 6 of the Information).
reason-R1_BASIS = The head of office appoints their Pełnomocnik (point 6 of the Information).
reason-R2 = The Standard points to a person from the management of the office (point 6 of the Information).
reason-R2A = The Pełnomocnik should be an employee of the office (point 6 of the Information).
reason-R2B = The Pełnomocnik acts for the head of office, so it has to be somebody else (point 6 of the Information).
reason-R3 = It is strongly recommended that the future Pełnomocnik takes part in at least block I (point 7 of the Information).
reason-R3A = It is worth considering block II for the Pełnomocnik as well (point 7 of the Information).
reason-R4 = Column 5 of the coordination tables sets the number of seats in block I (point 4 of the Information).
reason-R4_EMPTY = The steering group has 5 to 10 people (point 3 of the Information).
reason-R4A = The steering group has 5 to 10 people (point 3 of the Information).
reason-R4_FREE = Column 5 of the coordination tables sets the number of seats in block I (point 4 of the Information).
reason-R6 = Column 6 of the coordination tables sets the number of seats in block II (point 4 of the Information).
reason-R6_EMPTY = The editorial team has 3 to 5 people (point 3 of the Information).
reason-R6A = The editorial team has 3 to 5 people (point 3 of the Information).
reason-R6_FREE = Column 6 of the coordination tables sets the number of seats in block II (point 4 of the Information).
reason-R8 = The steering group is made up of managerial staff (point 3 of the Information).

# What is still open, on the summary
open-R1 = No Pełnomocnik has been named.
open-R1_BASIS = It has not been stated on what basis the Pełnomocnik was appointed.
open-R2 = To confirm: whether the Pełnomocnik belongs to the management of the office.
open-R2A = The Pełnomocnik is not an employee of the office.
open-R2B = The head of office cannot be the Pełnomocnik.
open-R3 = To decide: whether the Pełnomocnik takes part in block I.
open-R3A = To consider: whether the Pełnomocnik takes part in block II.
open-R4 = The steering group exceeds the limit.
open-R4_EMPTY = The steering group has not been given.
open-R4A = The steering group has fewer than 5 people: a short reason is needed.
open-R4_FREE = To confirm: free seats in block I.
open-R6 = The editorial team exceeds the limit.
open-R6_EMPTY = The editorial team has not been chosen.
open-R6A = The editorial team has fewer than 3 people: a short reason is needed.
open-R6_FREE = To confirm: free seats in block II.
open-R8 = To confirm: people outside managerial staff in the steering group.

# Remarks on the summary and on the approval card
remark-R2 = Pełnomocnik – a position outside the management of the office
remark-R2A = Pełnomocnik from outside the office – with the coordinator's consent
remark-R2B = The head of office is the Pełnomocnik – with the coordinator's consent
remark-R3 = Pełnomocnik not taking part in block I
remark-R4A = Steering group below 5 people
remark-R4_FREE = Block I: { free-seats }
remark-R6A = Editorial team below 3 people
remark-R6_FREE = Block II: { free-seats }
remark-R8 = Outside managerial staff: { people-nominative }
remark-entry = { $entry }: { $remarks }
doubt-szyk = which word is the surname
doubt-potwierdz-nazwisko = surname to be confirmed
doubt-pelne-imie = no full given name
doubt-polskie-znaki = Polish letters to be confirmed
doubt-kto = not clear who this is
doubt-potwierdz-dopasowanie = entry to be confirmed
doubt-potwierdz-role = role to be confirmed
doubt-poza-grupa = from outside the steering group
remark-reasoned = { $remark } – “{ $reason }”

ask-R2-outside-management = The position “{ $position }” does not look managerial. The Pełnomocnik should come from the management of the office (point 6 of the Information). Change it or keep it?
ask-R2-managerial = Pełnomocnik: { $name } – { $position }.
    Does this person belong to the management of the office? { reason-R2 }
ask-R2-unknown = Pełnomocnik: { $name } – { $position }.
    This position was not recognised. Does this person belong to the management of the office? { reason-R2 }
ask-R2A = Pełnomocnik: { $name }. This person is the Advisor of this office. { reason-R2A } Please name somebody else or ask the coordinator for consent.
ask-R2B = Pełnomocnik: { $name }.
    This is the head of office. The Pełnomocnik acts for the head, so it should be another person. Please name e.g. the Secretary or a deputy.
ask-R2B-waiver = If the office has no other possibility, the coordinator can be asked for consent.
ask-R3 = The Pełnomocnik ({ $name }) is not on the block I list. It is strongly recommended that they take part in at least block I (point 7 of the Information). They would then use one of the office's seats.
ask-R4 = The list exceeds the limit by { people-accusative }. The limit of block I for your office – { $column }. Please choose people to remove from the list or ask for a larger limit.
ask-R6 = The editorial team exceeds the limit by { people-accusative }. The limit of block II for your office – { $column }. Please choose the team again or ask for a larger limit.
ask-R8-several = Outside managerial staff:
ask-R8-collective = Outside managerial staff: { people-nominative }. The steering group is made up of managerial staff (point 3 of the Information). Keep these people?
ask-R8-question = The steering group is made up of managerial staff (point 3 of the Information). Keep these people?
ask-R8-outside = outside the office: a separate unit or not an employee
ask-R8-unknown = position not recognised – is it managerial?
ask-R4_FREE = On the list: { $people }; { free-seats } ({ $column }). Submit this team?
ask-R6_FREE = In the editorial team: { $people }; { free-seats } ({ $column }). Submit this team?
ask-other = { $reason } Please complete the submission.

explain-R2 = Please give a short reason why the Pełnomocnik will be a person from outside the management of the office – we will pass it to the Advisor. { reason-R2 }
explain-R3 = Please give a short reason why the Pełnomocnik will not take part in block I – we will pass it to the Advisor. { reason-R3 }
explain-R4A = A steering group usually has 5 to 10 people (point 3 of the Information). On the list: { people-nominative }. If it is to stay like this, please give a short reason – we will pass it to the Advisor.
explain-R6A = An editorial team usually has 3 to 5 people (point 3 of the Information). Chosen: { people-nominative }. If it is to stay like this, please give a short reason – we will pass it to the Advisor.
explain-other = Please give a short reason – we will pass it to the Advisor. { $reason }

request-R4 = A request for a larger limit of block I. On the list: { people-nominative }; { $column }. Please give a short reason – we will pass it to the coordinator. Until the answer comes, you can prepare the rest of the submission.
request-R6 = A request for a larger limit of block II. In the team: { people-nominative }; { $column }. Please give a short reason – we will pass it to the coordinator. Until the answer comes, you can prepare the rest of the submission.
request-other = { $reason } Please give a short reason for the request – we will pass it to the coordinator. Until the answer comes, you can prepare the rest of the submission.

request-waits-R4 = Waiting for the coordinator's answer: a larger limit of block I, { $wanted }.
request-waits-R6 = Waiting for the coordinator's answer: a larger limit of block II, { $wanted }.
request-waits-other = Waiting for the coordinator's answer: consent to the Pełnomocnik you named.
