# The coordinator's work: access, links as a file, many lists at once, announcements, history.

access = <b>Access to the assistant</b>
access-counts = Roles held: { $held }. Invitations that wait: { $waiting }.
access-found = Searched for: “{ $query }”
access-not-found = Not found: “{ $query }”.
access-hint = To narrow the list, type a part of the name of an office, an account or a role. Revoking and handing over: after choosing an entry.
access-project = <b>Project</b>
access-office = <b>{ $office }</b>
access-advisor = <b>Advisor: { $advisor }</b>
access-advisor-of-several = <b>Advisor: { $advisor }</b> (offices in several voivodeships: { $places } – is it one person?)
access-held = { $role }: { $name }, since { $date }
access-link = { $role }: invitation, valid until { $date }
access-link-short = invitation
access-gone = This entry is no longer on the list: access was revoked or the invitation was used.
access-advisor-shared = More accounts hold this role: { $count }. Each of them sees all offices of this Advisor. If they are different people of the same name, the coordination tables have to tell them apart, for example by adding the voivodeship.
access-hand-over-hint = Handing over revokes access and makes a link for the successor at once.
access-ask-revoke = Revoke this access? The person will be told. What was written in the submission stays. Links handed out by a head of office whose access is revoked stop working.
access-ask-links = Invitations handed out by this person that wait: { $count }. They no longer let that person in, but others as long as they are valid. They can be revoked together with the access.
access-ask-hand-over = Hand this role over to a successor? The present person loses access and will be told, and a link for the successor will come in a message of its own.
access-ask-link = Revoke this invitation? The link will stop working.
again = <b>{ $office }</b>: the head of office already has access.
again-ask = If the head of office has changed, handing over is right. A second link means that two people will be able to decide.

by-file = <b>Invitations as a file</b>
by-file-count = New links will be made for everybody who has no access yet – heads of offices: { $heads }, Advisors: { $advisors }.
by-file-kinds = The sheet is a list, for example for a mail merge. The pages to print are one page with a QR code for each office.
by-file-earlier = Each link serves once and is valid for 14 days. Earlier links keep working; once the person is in, the other links for the same seat lapse. The links are in this file only, so please keep it like keys.
by-file-everybody = Everybody already has access.

lists-close = <b>Closing lists</b>
lists-reopen = <b>Opening lists again</b>
lists-close-ask = Open lists: { offices-nominative }. Which ones are to be closed?
lists-reopen-ask = Closed lists: { offices-nominative }. Which ones are to be opened?
lists-close-none = There are no lists to close here.
lists-reopen-none = There are no lists to open here.
lists-more-advisors = The buttons name the Advisors with most of such offices.
lists-one-office = The list of one office is closed and opened on its card.
lists-whose = { $whose ->
    [all] Concerns: all offices.
   *[advisor] Concerns: the offices of the Advisor ({ $advisor }).
}
lists-count = It will change: { offices-nominative }.
lists-incomplete = Incomplete: { offices-nominative }. Once closed, they cannot be completed.
lists-unconfirmed = Their limit is to be confirmed, so their lists stay open: { offices-nominative }.
lists-close-follows = Offices and Advisors will be told. Only the coordinator can open closed lists.
lists-reopen-follows = Offices and Advisors will be told.
lists-left = In progress. Still to be done: { offices-nominative }.
lists-close-done = Closed: { offices-nominative }.
lists-reopen-done = Opened: { offices-nominative }.
lists-outcome-unconfirmed = Left open, since their limit is to be confirmed: { offices-nominative }.
lists-outcome-already = Unchanged, since changed meanwhile: { offices-nominative }.
lists-outcome-failed = Failed because of an error: { offices-nominative }.
lists-gone = This work is no longer on record.

announcing = <b>Announcement</b>
announcing-ask = Please type the text (at most { $most } characters). A preview and the choice of readers come before it is sent.
announcing-preview = This is how the announcement will look:
announcing-whom = Whom should it be sent to?
announcing-count = Readers: { $whom } – { people-nominative }.
announcing-again = Newly typed text replaces the one above.
announcing-result = <b>Sending the announcement</b>
announcing-sent = Sent: { $count }
announcing-pending = Waiting to be sent: { $count }
announcing-unknown = Unknown whether it arrived: { $count } (not sent again)
announcing-undeliverable = Cannot be delivered: { $count }
announcing-gone = This announcement is no longer on record.
readers-everybody = everybody
readers-offices = heads and secretaries
readers-advisors = Advisors
readers-incomplete = incomplete offices

history = <b>History</b> · { $office }
history-empty = There is nothing on record yet.
history-line = { $at } – { $who }: { $what }{ $version ->
    [0] {""}
   *[other] {" "}(version { $version })
}
history-program = without an account
history-versions = Approved versions:
history-version-short = { $version }: { $date }
history-version = Version { $version }, approved { $at }
journal-started = the draft was begun
journal-edited = { $times ->
    [1] the draft was changed
   *[other] the draft was changed ({ $times }×)
}
journal-submitted = sent for approval
journal-taken-back = taken back to be corrected
journal-approved = the team was approved
journal-approved-by-basis = the head's decision was recorded; the team is approved
journal-returned-by-head = returned (head of office)
journal-returned-by-advisor = returned (Advisor)
journal-returned-by-limit = the submission came back after a change of the limit
journal-accepted = the team was accepted
journal-amended = a change of the approved team was begun
journal-discarded = the change was dropped; the approved team stands
journal-requested = { $detail ->
    [R4] a larger limit of block I was asked for
    [R6] a larger limit of block II was asked for
   *[other] consent about the plenipotentiary was asked for
}
journal-granted = { $detail ->
    [R4] the limit of block I was raised
    [R6] the limit of block II was raised
   *[other] consent about the plenipotentiary was given
}
journal-refused = { $detail ->
    [R4] the limit of block I was not raised
    [R6] the limit of block II was not raised
   *[other] consent about the plenipotentiary was not given
}
journal-limit-changed = the limit was changed
journal-attendance = attendance of block I was recorded
journal-closed = the list was closed
journal-reopened = the list was opened again
journal-document = a document was taken: { $detail }
journal-people-informed = that the listed people were informed was confirmed
journal-invited = an invitation was made ({ $detail })
journal-joined = the invitation was accepted ({ $detail })
journal-revoked = access was revoked ({ $detail })
journal-handed-over = the role was handed over ({ $detail })
journal-invitation-revoked = the invitation was revoked ({ $detail })
journal-invited-by-file = invitations were made as a file
journal-imported = a coordination table was taken over
journal-setting = a setting was changed: { $detail }
journal-announced = an announcement was sent
journal-lists-closed = many lists were closed
journal-lists-reopened = many lists were opened
journal-unknown = recorded by a newer version of the program

note-revoked = { $kind ->
    [link] The invitation was revoked.
    [with-links] Access was revoked: { $name }. Invitations revoked: { $count }.
   *[grant] Access was revoked: { $name }.
}
note-handed-over = Access was revoked: { $name }. The successor's link is in a message of its own.
note-last-coordinator = The coordinator's role cannot be given away like this: the project would be left without one. A successor is invited on the server: komplet invite coordinator.
note-already-revoked = This entry is no longer on the list: access was revoked or the invitation was used.
note-invitations-being-made = The file of invitations is being made and will come in a message of its own.
note-lists-begun = Begun. The result will show on this card.
note-nothing-to-close = There are no lists to change here.
note-announcement-begun = Sending has begun. Readers: { people-nominative }.
note-announcement-too-long = The text is too long. Please keep it within { $most } characters.
note-nobody-to-tell = Nobody of these has access to the assistant yet.
note-history-of-which = The history is on the office's card. Please choose an office.

notice-access-revoked = { $role ->
    [coordinator] Access as project coordinator was withdrawn.
    [advisor] Access as Advisor ({ $advisor }) was withdrawn.
   *[other] { $office }: access to the submission was withdrawn. With questions please turn to the project coordinator.
}
notice-lists-closed = The coordinator has closed lists of the Advisor's offices ({ $advisor }): { offices-nominative }.
notice-lists-reopened = The coordinator has opened lists of the Advisor's offices again ({ $advisor }): { offices-nominative }.
notice-announcement = An announcement of the project coordinator.
notice-invitation-file = Invitations to the assistant. The links serve once and are valid for 14 days; they are in this file only.

command-import = take over a table
command-zaproszenia = links for other people
command-dostep = who has access
command-ogloszenie = a message to many people
command-historia = an office's history
command-eksport = files and summaries
command-ustawienia = deadline and reminders

button-access = Access
button-all-access = Whole list
button-revoke = Revoke
button-hand-over = Hand over
button-revoke-surely = Yes, revoke
button-revoke-with-links = Yes, with invitations
button-hand-over-surely = Yes, hand over
button-invite-another = Invite a second person
button-by-file = Invitations as a file
button-by-file-xlsx = Sheet (.xlsx)
button-by-file-docx = Pages to print (.docx)
button-announcing = Announcement
button-lists = Closing lists
button-lists-all = All offices
button-lists-close = Close the lists
button-lists-reopen = Open the lists
button-lists-close-instead = Closing lists
button-lists-reopen-instead = Opening again
button-refresh = Refresh
button-last-announcement = Last announcement
button-announce = Send the announcement
button-readers-everybody = Everybody
button-readers-offices = Heads, secretaries
button-readers-advisors = Advisors
button-readers-incomplete = Incomplete offices
button-history = History

# Links as a file: the sheet, and the page that is printed for an office.
by-file-name-xlsx = invitations
by-file-name-docx = invitations-to-print
by-file-sheet = Invitations
by-file-column-name = Office or Advisor
by-file-column-role = Role
by-file-column-link = Link
by-file-column-until = Valid until
by-file-column-joined = Has access
by-file-yes = yes
by-file-no = no
page-title = Invitation to the assistant of the project “ISO 9001 in the local government of Eastern Poland”
page-role = Invitation for the person in the role: { $role }
page-about-1 = The assistant in the Telegram messenger takes an office through naming its team for the ISO 9001 training.
page-about-2 = The submission has three parts: the plenipotentiary, the steering group (block I) and the editorial team (block II).
page-about-3 = A few messages are usually enough; the draft is kept by itself, and the head of office approves the submission.
page-how = Please scan the code with the camera of a phone, or open the link:
page-until = The invitation is for one person, serves once, and is valid until { $until }
page-ask = A new link and help: the project coordinator.
page-ask-contact = A new link and help: { $contact }
page-nobody = Everybody already has access.

table-namesakes = <b>Is it the same person?</b> Advisors of this name already have offices in another voivodeship:
table-namesakes-do = Offices are assigned to an Advisor by the name. If they are different people, please reject the table and tell them apart in it, for example by adding the voivodeship.
