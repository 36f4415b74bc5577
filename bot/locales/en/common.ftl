# What several cards share: buttons, lists, statuses, positions.

# What this language calls itself, and whose way of writing days and hours is its own (CLDR).
language = English
language-of-dates = en_GB

-formats = .docx, .xlsx, .xls, .ods, .csv, .txt
-example = “Anna Kowalczyk – Sekretarz Gminy”

remark = { $remark }
refusal = ⚠️ { $remark }
speaking-for = { $whom } · { $role }
speaking-as = { $role }

role-coordinator = project coordinator
role-advisor = Advisor
role-head = head of office
role-secretary = person preparing the submission

status-not-started = not started
status-in-preparation = in preparation
status-submitted = submitted
status-submitted-with-remark = submitted with a remark
status-returned = returned for correction
status-approved = approved
status-accepted = accepted by the Advisor
status-to-complete = to be completed
status-closed = closed

missing-plenipotentiary = Pełnomocnik
missing-steering = steering group
missing-editorial = editorial team
missing-approval = decision of the head of office

# Lists
more-people = … and { people-nominative } more
more-rows = … and { $count } more
more-offices = … and { offices-nominative } more
name = { $name }
person = { $name } – { $position }
no-position = no position given
numbered = { $number }. { $entry }
remarked = { $entry } ({ $remarks })
mark-plenipotentiary = Pełnomocnik
mark-borderline = managerial staff?
mark-chosen = ✓ editorial team
page = Page { $page } of { $pages }
bullet = – { $entry }

size = { $count } of { $seats }
size-with-least = { $count } of { $seats } · minimum { $least }
size-without-limit = { $count } of { $seats } · limit to be confirmed
norm-seats = the norm of point 3: { people-nominative }
granted-seats = limit granted by the coordinator: { people-nominative }
column-5 = col. 5 of the coordination tables: { people-nominative }
column-6 = col. 6 of the coordination tables: { people-nominative }

# Buttons: the words in the offices' leaflet
button-order = Order – type its number
button-oral = Oral, order to follow
button-proposal = This is a proposal
button-yes = Yes
# What is typed instead, parted by commas.
said-yes = ok, okay, yes correct, that is right
said-approve = i approve, i accept
said-send = i send it
said-on = go on, continue
said-back = go back, return
button-no = No
button-fix = Correct
button-add = Add
button-remove = Remove
button-remove-people = Remove people
button-request-limit = Ask for a larger limit
button-add-people = Add people
button-change = Change
button-keep = Keep
button-join = Add to the group
button-stay-outside = Leave out of the group
button-add-outsider = Add to steering too
button-skip = Skip
button-done = Done
button-send = Send
button-back-to-editing = Back to editing
button-approve = Approve
button-reject = Reject
button-return = Return for correction

# Buttons: the rest
button-back = Back
button-back-to-work = Back to work
button-open = Open
button-see = Show
button-start = Start
button-continue = Continue
button-summary = Summary
button-plenipotentiary = Pełnomocnik
button-steering = Steering group
button-editorial = Editorial team
button-basis = Basis of the decision
button-see-list = See the list
button-leave-as-is = Leave as it is
button-choose-again = Choose again
button-request-waiver = Ask for consent
button-info = What the rules say
button-amend = Change the team
button-discard = Drop the changes
button-take-back = Withdraw and correct
button-invite-secretary = Invite the Secretary
button-invite-one-more = Invite another person
button-more = More…
button-settings = Settings
button-invite-head = Invite the head
button-switch-role = Change role
button-accept-invitation = I confirm
button-decline-invitation = This is not me
button-privacy = Personal data
button-help = Help
button-language = Język / Language
button-accept = Accept
button-grant = Agree
button-refuse = Decline
button-close = Close the list
button-reopen = Open again
button-invitations = Invitations
button-all-offices = All offices
button-new-version = Approve – new version
button-table-limits = The table's limits
button-additional = Approve – additional
button-previous = ‹ Previous
button-next = Next ›
