# One line about what has just happened: `note-` and the code of conversations/notes.py.

note-stale = This button is out of date. The current card is below.
note-changed-meanwhile = The submission has changed in the meantime. The current card is below – please check it and press again.
note-other-role = This button was for another role. The card of the current role is below.
note-not-allowed = This is not possible in this role.
note-courtesy = At your service. The current card is below.
note-not-understood = This message was not understood. Please use the buttons or the command /pomoc.
note-unknown-command = There is no such command in this role. The commands: /pomoc.
note-too-long = The text is too long. Please keep it to { $most } characters.
note-picture = { $awaited ->
    [table] A picture was received; a table cannot be read from it. Please send a file: { -formats }.
   *[list] A picture was received; a list cannot be read from it. When pasting from Excel into Telegram on a computer, please press Esc in the empty message field – text is pasted then – or send a file.
}
note-no-file-here = No file is needed here. A list of people can be sent in step 2.
note-file-received = The file { $name } was received. It is being read.
note-file-refused = { $why }
note-file-of-other-role = The file { $name } was sent in another role and has not been read. Please go back to that role and send it again.
note-file-of-other-office = The file { $name } was sent as the list of another office and has not been read. Please go back to the list of that office and send it again.
note-kept = Stopped. The draft has been kept; to return: /kontynuuj.
note-language-set = Language: English.
note-link-invalid = This link is not valid: it has expired, or was used or withdrawn. Please ask for a new one.
note-link-declined = The invitation was not accepted. The link is still waiting for the right person.
note-welcome = Access confirmed.
note-already-yours = This role is already assigned to this chat.
note-link-made = The invitation link is in a separate message – it can be forwarded.
note-not-a-person = No first name and surname were found. Please type e.g. { -example }. What this is about: /help.
note-plenipotentiary-set = The Pełnomocnik has been saved.
note-list-kept = The list has been kept.
note-order-unclear = No number and date were found. Please give both, e.g. “0050.26.2026 z 5 stycznia 2026 r.”.
note-reason-needed = A short reason in words is needed, e.g. “the office employs 12 people”.
note-added = { $count ->
    [0] The list was completed; nobody new was added.
   *[other] Added: { people-accusative }.
}
note-added-with-duplicates = Added: { people-accusative }. Already on the list: { $people }.
note-only-duplicates = Already on the list: { $people }. Nobody new was added.
note-too-many = A list can hold at most { $most } people. Nothing was added.
note-removed = Removed from the list.
note-corrected = The entry was corrected.
note-already-on-list = This person is already on the list: { $person }.
note-not-on-list = The list has no such person: { $people }. Please choose from the list.
note-no-such-number = There is no such number. Please choose from 1 to { $most }.
note-number-unclear = It is not clear what to do with these numbers. Please choose [Correct] or [Remove] first.
note-extra-data-dropped = A PESEL number or other unneeded data were found. They were not saved. Please delete that message from the chat. { $count ->
    [0] Nobody new was added.
   *[other] Added: { people-accusative }.
}
note-request-sent = The request was passed to the coordinator. The rest of the submission can be prepared now.
note-request-waits = The previous request is still waiting for the coordinator. The next one can be sent after the answer.
note-editors-full = The limit of block II is { people-nominative } (col. 6 of the coordination tables). To add this person, please unmark another one first.
note-editors-set = The choice was saved.
note-not-ready = The submission still needs to be completed – the details are on the card.
note-awaits-coordinator = It cannot be sent yet: the request is waiting for the coordinator's answer.
note-not-editable = This submission cannot be changed now. A sent one has to be withdrawn first; an approved one has to be opened for changes.
note-lists-closed = The list is closed. The project coordinator can open it.
note-nothing-changed = Nothing has changed.
note-sent-to-head = { $advised ->
    [no] Submission received on { $date } at { $time }. Number: { $number }. The head of office will be told.
   *[yes] Submission received on { $date } at { $time }. Number: { $number }. The head of office will be told. The Advisor will see the submission as well.
}
note-sent-without-head = Submission received on { $date } at { $time }. Number: { $number }. It is waiting for the basis of the head's decision.
note-approved = { $advised ->
    [no] The team is approved.
   *[yes] The team is approved. The Advisor will see it as well.
}
note-not-submitted = This submission is not waiting for a decision now.
note-returned = The submission was returned for correction.
note-taken-back = The submission was withdrawn. It can be corrected and sent again.
note-amendment-open = The team is open for changes. Until they are approved, the previous one applies.
note-amendment-dropped = The changes were dropped. The approved team applies.
note-accepted = The team was accepted. The office will be told.
note-no-request = This request has already been decided or withdrawn.
note-granted = The consent was saved. The office will be told.
note-refused = The refusal was saved. The office will be told.
note-closed = The list is closed.
note-limit-unconfirmed = The list cannot be closed: the coordination tables give no limit for this office. Please import a table with the limit.
note-reopened = The list is open again.
note-not-a-table = { $why }
note-imported = The table was imported: { offices-nominative }.
note-import-rejected = The table was rejected. Nothing has changed.
note-import-decided = This table has already been decided on.
