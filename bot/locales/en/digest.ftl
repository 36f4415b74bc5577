# Reminders: the digest, the nudge, the next one on a desk's card; what the coordinator sets.

digest-due = Until the deadline ({ $date }): { days-nominative }.
digest-urgent = The deadline is { days-ahead } ({ $date }).
digest-over = The deadline ({ $date }) passed { days-nominative } ago.
digest-coordinator-too = The coordinator has received the same information.
digest-no-deadline = The deadline has not been set yet.
digest-blocked = { $what ->
    [plenipotentiary] No Pełnomocnik
    [steering] No complete steering group
    [editorial] No complete editorial team
   *[approval] No decision of the head of office
}: { offices-nominative }
digest-office = { $office } – { $missing }
digest-done = All assigned offices have a Pełnomocnik, a steering group and an editorial team. Thank you.

notice-finished = { digest-done }

button-details = Show details
button-nudge = Remind the offices
button-snooze-1 = Put off to tomorrow
button-snooze-3 = Put off for 3 days

note-nudged = { $count ->
    [0] No new reminder was sent today.
   *[other] A reminder was sent to { offices-genitive }.
}{ $before ->
    [0] {""}
   *[other] {" "}Reminded earlier today: { $before }.
}{ $nobody ->
    [0] {""}
   *[other] {" "}Nobody to send it to: { $offices }{ $rest ->
        [0] .
       *[other] {" "}and { $rest } more.
    }
}
note-snoozed = { $planned ->
    [no] Put off. Nothing is missing for now.
   *[other] Put off. Next reminder: { $day }
}
note-setting-set = The setting has been saved.
note-setting-unreadable = { $why }

reminder-next = Next reminder: { $at }
reminder-next-advisors = Next reminder to Advisors: { $at }
reminder-next-coordinator = Next reminder to the coordinator: { $at }
reminder-put-off = Reminders have been put off until { $until }. Next reminder: { $at }
reminder-none = Next reminder: no reason for one.
reminders-are-off = Reminders have been switched off by the coordinator.
desk-unreachable = <b>Advisors whom no reminder reaches</b> (no access, or blocked): { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}

settings = <b>Settings</b>
setting-preview = The next reminders for those who lack something:
setting-no-reminders = No reminders are planned.

setting-fault-not-a-date = No date was found. Please type it like “15.01.2027” or “2027-01-15”.
setting-fault-not-a-time = No time of day was found. Please type it like “8:30”.
setting-fault-not-days = Please give numbers of days from 1 to 90, like “14, 7, 3, 1”.
setting-fault-not-a-number = Please give a number within the allowed range.
setting-fault-not-a-choice = There is no such choice.
setting-fault-too-long = The text is too long: at most 300 characters.
setting-fault-never-open = The opening hour must come before the closing hour.

cli-remind-none = There are no reminders to create.
cli-remind-off = Reminders are off: komplet settings reminders on
cli-remind-closed = Outside office hours. Offices work again: { $at }
cli-remind-created = { $who } – { $occasion }: { offices-nominative }
cli-remind-coordinator = Coordinator
