# Limits that are exact numbers (A1), and the attendance of block I (R11).

size-exact = { $count } of { $seats } · exactly { $people }
summary-exact = { $title } exactly { $people }
column-5-exact = col. 5 of the coordination tables: exactly { people-nominative }
column-6-exact = col. 6 of the coordination tables: exactly { people-nominative }
office-block-exact = { $block ->
    [I] Block I – steering group: exactly { people-nominative }
   *[II] Block II – editorial team: exactly { people-nominative }
}
step-2-ask-exact = Block I. Exactly { people-nominative } (col. 5 of the coordination tables), from managerial staff.
step-3-ask-exact = Block II. It is chosen from the steering group. Exactly { people-nominative } (col. 6 of the coordination tables). Please mark people and press “Done”.
step-2-exact = { people-genitive } short of the number required.
step-3-exact = { people-genitive } short of the number required.
limit-missed = { $block ->
    [I] Block I: { people-genitive } short of the number required ({ $column }).
   *[II] Block II: { people-genitive } short of the number required ({ $column }).
}

reason-R4_EXACT = The number of participants of block I is exactly that of column 5 of the coordination tables (point 4 of the Information).
reason-R6_EXACT = The number of participants of block II is exactly that of column 6 of the coordination tables (point 4 of the Information).
open-R4_EXACT = The steering group has too few people.
open-R6_EXACT = The editorial team has too few people.
remark-R4_EXACT = Block I: fewer people than set ({ $count }) – with the coordinator's consent
remark-R6_EXACT = Block II: fewer people than set ({ $count }) – with the coordinator's consent
ask-R4_EXACT = { people-genitive } short of the number required. Block I – { $column }. Please add people, or ask the coordinator to consent to a smaller group.
ask-R6_EXACT = { people-genitive } short of the number required. Block II – { $column }. Please choose more people, or ask the coordinator to consent to a smaller team.
request-R4_EXACT-card = <b>The office asks:</b> consent to a smaller block I (missing: { $count }). Reason: “{ $reason }”.
request-R6_EXACT-card = <b>The office asks:</b> consent to a smaller block II (missing: { $count }). Reason: “{ $reason }”.
request-short-R4_EXACT = a smaller block I
request-short-R6_EXACT = a smaller block II
request-waits-R4_EXACT = Waiting for the coordinator's answer: consent to a smaller block I.
request-waits-R6_EXACT = Waiting for the coordinator's answer: consent to a smaller block II.

reason-R11 = The person did not take block I, and block II continues it (point 5 of the Information).
open-R11 = For the coordinator to decide: editors who did not take block I.
remark-R11 = In the editorial team without block I: { people-nominative } – with the coordinator's consent
ask-R11 = These people did not take block I:
ask-R11-question = Block I has been held, and block II continues it (point 5 of the Information). Please choose people who took it, or ask the coordinator for consent.
request-R11-card = <b>The office asks:</b> block II without block I ({ people-nominative }). Reason: “{ $reason }”.
request-short-R11 = block II without block I
request-waits-R11 = Waiting for the coordinator's answer: consent to block II without block I.

note-attendance-marked = The attendance of block I was recorded.
note-no-team-yet = This office has no approved team yet, so the attendance cannot be recorded.
