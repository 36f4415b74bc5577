# Documents: on cards, in letters, and what stands in them. The orders and the notice are templates
# in bot/documents/templates.

# Buttons
button-documents = Documents
button-export = Files and lists
button-informed = Listed people informed
button-document-order = Draft order
button-document-amending = Amending order
button-document-list = Participants
button-document-calendar = Calendar
button-document-notice = Notice (art. 14)
button-document-record = Approval record
button-document-chart = Chart
button-document-xlsx = Excel (XLSX)
button-document-csv = CSV
button-document-json = JSON

# The card of an office's documents
documents = <b>Documents – { $office }</b>
documents-none = There will be documents once there are people on the list.
documents-no-office = The documents of an office are on the card of that office.
documents-of-draft = The team is not approved yet, so documents are made of the working copy.
document-order = <b>Draft order</b> – appoints the Pełnomocnik and the teams (Word, in Polish).
document-amending = <b>Amending order</b> – a draft of what differs between the last two approved teams (Word, in Polish).
document-list = <b>Participants</b> – block I, block II, everybody once, counts (Excel).
document-calendar = <b>Calendar</b> – the deadline and the training dates, with a reminder the day before (.ics file).
document-notice = <b>Notice (art. 14)</b> – on the processing of data, to be handed to the listed people (Word, in Polish).
document-record = <b>Approval record</b> – who approved the team, when and on what basis, with a checksum (Word, in Polish).
document-chart = <b>Chart</b> – submissions by voivodeship and by Advisor.
document-xlsx = <b>Excel (XLSX)</b> – offices and people on two sheets.
document-csv = <b>CSV</b> – the same as one table of text.
document-json = <b>JSON</b> – how the project stands, for programs.
export-ask = <b>Files and lists</b>
export-nothing = There are no offices yet, so there is nothing to list.
people-to-inform = To be informed of the processing of their data (art. 14 GDPR, within a month at the latest): { people-nominative }.
people-informed = The listed people were informed of the processing of their data: { $moment }.

# Remarks
note-document-coming = Being prepared: { $paper }. It will appear in this chat in a moment.
note-document-on-its-way = This document is already on its way: { $paper }.
note-not-approved-yet = There is this document only once the team is approved.
note-not-amended = There is an amending order once a change of the team has been approved; there has been none yet.
note-nobody-listed = Nobody is on the list yet, so there is nothing to make the document of.
note-no-dates = Neither the deadline nor the training dates have been set yet. The project coordinator announces them.
note-informed = It is recorded that the listed people were informed of the processing of their data.
paper-order = draft order
paper-amending = draft amending order
paper-list = list of participants
paper-calendar = calendar
paper-notice = notice on the processing of data
paper-record = approval record
paper-chart = chart
paper-xlsx = XLSX list
paper-csv = CSV list
paper-json = JSON list

# The letters that carry them
notice-document = { $office }
    { $text }
# projekt.zarz
paper-caption-order = The draft order is attached. It is a template: the legal basis has to be completed and the office's lawyers have to check it.
paper-caption-amending = The draft amending order is attached. It is a template: it has to be completed, and the office's lawyers have to check it.
paper-caption-list = Participants of the training. Block II is people of block I, so people are counted once.
paper-caption-calendar = The deadline and the training dates. Opening the file adds them to a calendar.
paper-caption-notice = Notice for the listed people (art. 14 GDPR). The controller fills in the dotted places. Once it has been handed out, please press “Listed people informed”.
paper-caption-record = Record of the approval, with a checksum.
paper-caption-chart = How submissions stand.
paper-caption-xlsx = Offices and people.
paper-caption-csv = Offices and people.
paper-caption-json = How the project stands, for programs.
paper-file-order = draft-order
paper-file-amending = amending-order
paper-file-list = participants
paper-file-calendar = dates
paper-file-notice = notice-art-14
paper-file-record = approval-record
paper-file-chart = chart
paper-file-xlsx = offices
paper-file-csv = offices
paper-file-json = offices
order-footer = Draft – to be checked by the office's lawyers
notice-footer = Notice for people whose data the office gave

# The record of an approval
record-title = RECORD OF APPROVAL
record-footer = Record of approval
record-about = This record says who approved the team for the training, when and on what basis.
record-head = Head of office
record-by-head = Head of office ({ $title }) – in the assistant
record-by-basis = Head of office ({ $title }) – outside the assistant, on the basis given
record-yes = yes
record-no = not yet
record-seats = block I: { $steering }, block II: { $editorial }
record-table = no. { $number }, file { $name }, imported: { $at }{ $later ->
    [yes] {" "}(after the approval)
   *[no] {""}
}
record-fact-version = Version
record-fact-decider = Decision
record-fact-account = Account that recorded it
record-fact-moment = Date and time
record-fact-basis = Basis of the decision
record-fact-plenipotentiary = Pełnomocnik
record-fact-limits = Seat limits
record-fact-table = Coordination table
record-fact-advisor = Advisor
record-fact-accepted = Accepted by the Advisor
record-fact-informed = Listed people informed
record-steering = Steering group (block I): { people-nominative }
record-editorial = Editorial team (block II): { people-nominative }
record-column-number = No.
record-column-name = Name
record-column-position = Position
record-checksum = Checksum (SHA-256)
record-canonical = What the checksum is taken of, in one line:

# The participants of the training
participants-sheet-block-i = Block I
participants-sheet-block-ii = Block II
participants-sheet-people = People
participants-sheet-offices = Offices
participants-title-block-i = Participants of the training – block I (steering group)
participants-title-block-ii = Participants of the training – block II (editorial team)
participants-title-people = People of both blocks, each once
participants-title-offices = People and person-places (block II is people of block I)
participants-column-number = No.
participants-column-office = Office
participants-column-name = Name
participants-column-position = Position
participants-column-phone = Phone
participants-column-email = E-mail
participants-column-block-i = Block I
participants-column-block-ii = Block II
participants-column-plenipotentiary = Pełnomocnik
participants-column-signature = Signature
participants-column-advisor = Advisor
participants-column-status = Status
participants-column-limit-steering = Limit of block I
participants-column-limit-editorial = Limit of block II
participants-column-in-block-i = In block I
participants-column-in-block-ii = In block II
participants-column-people = People
participants-column-places = Person-places

# The calendar
calendar-deadline = Deadline for the team: { $project }
calendar-training = { $block ->
    [I] Training – block I (steering group): { $project }
   *[II] Training – block II (editorial team): { $project }
}
calendar-alarm = Tomorrow
training-days = { $block ->
    [I] Block I – steering group: { $days }
   *[II] Block II – editorial team: { $days }
}
training-days-unset = { $block ->
    [I] Block I – steering group: dates not set yet
   *[II] Block II – editorial team: dates not set yet
}

# The picture
chart-title = Submissions: { $complete } of { $count } complete
chart-complete = complete
chart-submitted = submitted
chart-in-work = in progress
chart-not-started = not started
chart-by-voivodeship = By voivodeship (complete/all)
chart-by-advisor = By Advisor (complete/all)
chart-no-voivodeship = no voivodeship
chart-no-advisor = no Advisor
chart-rest-voivodeship = others ({ $count })
chart-rest-advisor = others ({ $count })
chart-caption = <b>Submissions: { $complete } of { $count } complete</b>
chart-caption-part = { $what }: { $count }
chart-caption-worst = Most that are not complete:
chart-caption-group = { $name }: { $count }
