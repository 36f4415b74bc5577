# The desks of the Advisor and the coordinator.

desk-advisor = <b>Your offices</b> · Advisor: { $advisor }
desk-coordinator = <b>Where submissions stand</b>
desk-offices = { offices-nominative }, of which complete: { $complete }
desk-empty-advisor = There are no offices assigned yet. They appear when the coordinator imports a coordination table.
desk-empty-coordinator = There are no offices yet. Please send the coordination table as a file ({ -formats }).
desk-not-found = No such office: “{ $query }”. Please check the name or choose the office from the list.
desk-found = Searched for: “{ $query }”
desk-near = No office was found for “{ $query }”. Similar names:
desk-hint-advisor = To find an office, just type part of its name.
desk-hint-coordinator = To find an office, just type part of its name. A coordination table can be sent as a file ({ -formats }).
desk-left-out = <b>Not in the new version of the table:</b>
desk-requests = <b>Requests to decide:</b>
desk-request = { $office }: { $request }
# Every send whose outcome is unknown is shown; it is never repeated blindly.
desk-unknown-letters = Notices of which it is not known whether they arrived: { $count }. They are not sent again; the cards of those concerned are up to date.
desk-by-status = <b>Statuses:</b>
desk-by-status-short = <b>Statuses:</b> { $statuses }
desk-run = { $numbers } { $status }
desk-by-voivodeship = <b>Voivodeships</b> (complete / offices):
desk-by-advisor = <b>Advisors</b> (complete / offices):
desk-count = { $what }: { $count }
desk-share = { $what }: { $complete } / { $count }
desk-no-voivodeship = not given
desk-no-advisor = no Advisor
desk-people = People submitted: { $people } (block II is the same people). Person-places in both blocks: { $places }.
desk-office = { $office } – { $status }
desk-office-lacking = { $office } – { $status }; missing: { $missing }
desk-office-amending = { $office } – { $status }; the team is being changed

viewing-counted = <b>Approved team</b>
viewing-draft = <b>The office's draft</b>
viewing-pending = <b>A change is under way</b> – until it is approved, the team above applies.
viewing-head-joined = The head of office has access to the assistant.
viewing-head-absent = The head of office has no access to the assistant yet.
viewing-gone = This office is no longer on the list.
viewing-returned = Returned for correction with a comment: “{ $comment }”.
viewing-left-out = A new version of the table no longer names this office. Its team stays as it is.
viewing-returned-by-limit = To be corrected after a change of the limit.
request-R4-card = <b>The office asks for</b> a larger limit of block I – now: { $limit }, needed: { $wanted }. Reason: “{ $reason }”.
request-R6-card = <b>The office asks for</b> a larger limit of block II – now: { $limit }, needed: { $wanted }. Reason: “{ $reason }”.
request-R2A-card = <b>The office asks for</b> consent to a Pełnomocnik who is not its employee. Reason: “{ $reason }”.
request-R2B-card = <b>The office asks for</b> consent to the head of office being the Pełnomocnik. Reason: “{ $reason }”.
request-unlimited = none
request-short-R4 = limit of block I: { $wanted }
request-short-R6 = limit of block II: { $wanted }
request-short-other = consent to the Pełnomocnik

inviting = <b>Invitations</b>
inviting-ask = Who should be invited? A link will be made for one person, for one use, valid for 14 days. ✓ – this person already has access.
inviting-hint = To narrow the list, just type part of a name. A Secretary is invited from the office's card.
inviting-nobody = There is nobody to invite: please send the coordination table as a file first ({ -formats }).
inviting-not-found = Not found: “{ $query }”.
invitee-advisor = Advisor: { $name }
invitee-head = Head of office: { $name }
invitee-joined = ✓ { $who }

awaiting-table = Please send the coordination table as a file ({ -formats }). A preview comes before anything is imported.
