# Between an office and whoever looks after it: words, substitutes, lists entered for an office.

button-write = Write to the office
button-answer = Answer
button-ask-advisor = Ask the Advisor
button-answer-advisor = Answer the Advisor
button-about-all = The whole submission
commenting = Please write a short comment to the office. The submission stays as it is; the head of office and whoever prepares the submission will see it.
commenting-about = The comment may be about one person – just choose them.
asking-advisor = Please write your question or answer to the Advisor. The Advisor is notified and reads it on the office's card.
word-of-advisor = <b>Comment of the Advisor:</b> “{ $text }”
word-of-coordinator = <b>Comment of the coordinator:</b> “{ $text }”
word-of-office = <b>The office writes:</b> “{ $text }”
word-about = About: { $person }
note-commented = The comment has been passed on to the office.
note-asked = The message has been passed on to the Advisor.
note-no-advisor = This office has no Advisor yet.
notice-commented = { $by ->
    [coordinator] { $office }: the coordinator has commented on the submission. The text is on the card.
   *[advisor] { $office }: the Advisor has commented on the submission. The text is on the card.
}
notice-asked = { $office }: the office has written to the Advisor. The text is on the office's card.
viewing-secretary-joined = Whoever prepares the submission has access to the assistant.

putting-off = Until when should reminders be put off?
putting-off-why = Please write a short reason; the coordinator will see it.
putting-off-reason = Reason for putting off: “{ $reason }”
button-snooze = Put off
button-snooze-why = With a reason
reminder-put-off-by = { $advisor }: put off until { $until }. Reason: “{ $reason }”
reminder-put-off-by-unexplained = { $advisor }: put off until { $until }

button-stand-in = Substitute Advisor
button-stand-in-end = End the substitution
standing-in-who = <b>Substitute of the Advisor: { $advisor }</b>
    Who looks after these offices meanwhile?
standing-in-days = <b>Substitute of the Advisor: { $advisor }</b>
    Substitute: { $substitute }. Please type the first and the last day, like “1.12.2026 – 14.12.2026”.
standing-in-nobody = Advisor: { $advisor }. The coordination tables name no other Advisor.
stands-in = Substitution from { $first } to { $last }. Advisor: { $advisor }. Substitute: { $substitute }
note-stands-in = The substitution has been saved. Both Advisors are notified.
note-stands-in-no-more = The substitution has ended.
note-days-unclear = The days could not be read. Please type the first and the last day, like “1.12.2026 – 14.12.2026”; the last may not be in the past.
notice-stands-in = The coordinator has named a substitute from { $first } to { $last }. Advisor: { $advisor }. Substitute: { $substitute }
notice-stands-in-no-more = The coordinator has ended a substitution. Advisor: { $advisor }. Substitute: { $substitute }

button-enter = Enter the office's list
entering = <b>Entering for the office: { $office }</b>
entered = The coordinator entered this team.
entered-on-basis = The coordinator entered this team on the basis of: { $basis }

button-attendance = Attendance of block I
button-attended-all = Everybody came
attendance = <b>Attendance of block I</b>
attendance-held = Block I has been held. It was attended by { people-nominative }.
attendance-ask = Who took block I? Please type the numbers, like “1 2 4”, paste the attendance list, or choose “Everybody came”. A later entry takes the place of an earlier one.
attended = ✓ { $person }
note-attendance-unclear = The attendance list could not be read. Please type numbers from the card, like “1 2 4”, or paste names.
