# News for somebody who is not in the conversation: `notice-` and the code of conversations/notes.py.
# No names of listed people: a notice may show on a locked screen.

notice-approval-waits = { $office }: the team is ready and is waiting for the decision of the head of office.
notice-submitted = { $office }: the office has sent its submission. It is waiting for the decision of the head of office.
notice-approved = { $office }: the head of office has approved the team.
notice-returned-by-head = { $office }: the head of office has returned the submission for correction. The comment is on the card.
notice-returned-by-advisor = { $office }: the Advisor asks for the submission to be completed. The comment is on the card.
notice-accepted = { $office }: the Advisor has accepted the team.
notice-requested = { $rule ->
    [R4] { $office }: a request for a larger limit of block I.
    [R6] { $office }: a request for a larger limit of block II.
    [R4_EXACT] { $office }: a request for consent to a smaller block I.
    [R6_EXACT] { $office }: a request for consent to a smaller block II.
    [R11] { $office }: a request for consent to block II without block I.
   *[other] { $office }: a request for consent concerning the Pełnomocnik.
}
notice-request-granted = { $rule ->
    [R4] { $office }: the coordinator has raised the limit of block I to { $limit-steering }.
    [R6] { $office }: the coordinator has raised the limit of block II to { $limit-editorial }.
    [R4_EXACT] { $office }: the coordinator has consented to a smaller block I.
    [R6_EXACT] { $office }: the coordinator has consented to a smaller block II.
    [R11] { $office }: the coordinator has consented to block II without block I.
   *[other] { $office }: the coordinator has consented concerning the Pełnomocnik.
}
notice-request-refused = { $rule ->
    [R4] { $office }: the coordinator has not raised the limit of block I. Please shorten the list.
    [R6] { $office }: the coordinator has not raised the limit of block II. Please choose the team again.
    [R4_EXACT] { $office }: the coordinator has not consented to a smaller block I. Please add people.
    [R6_EXACT] { $office }: the coordinator has not consented to a smaller block II. Please choose more people.
    [R11] { $office }: the coordinator has not consented to block II without block I. Please choose the team again.
   *[other] { $office }: the coordinator has not consented concerning the Pełnomocnik. Please name somebody else.
}
notice-limit-changed = { $office }: { $mode ->
    [exact] an exact number of people is required
   *[max] the limit has changed
} – block I: { $limit-steering }, block II: { $limit-editorial }. The submitted team ({ $people }) { $fit ->
    [fits] is within the limit.
    [opened] has to be completed.
   *[over] is over the limit. Nobody was removed from the list.
}
notice-advisor-changed = { $office }: the Advisor has changed. { $advisor ->
    [none] No new Advisor is named yet.
   *[other] Advisor: { $advisor }
}
notice-offices-assigned = The coordination table assigns to the Advisor ({ $advisor }): { offices-nominative }. { $offices }
notice-offices-reassigned = The coordination table hands over to another Advisor (no longer { $advisor }): { offices-nominative }. { $offices }
notice-closed = { $office }: the coordinator has closed the list.
notice-reopened = { $office }: the coordinator has opened the list again.
notice-secretary-joined = { $office }: the person preparing the submission now has access.
notice-head-joined = { $office }: the head of office now has access.
notice-invitation = Invitation to the assistant of the project “ISO 9001 w administracji samorządowej Polski Wschodniej”.
    { $whom }
    The link is for one person and one use, valid until { $expires }:
    { $link }
notice-invitation-advisor = Role: Advisor ({ $advisor })
notice-invitation-head = Role: head of office ({ $office })
notice-invitation-secretary = Role: person preparing the submission ({ $office })
notice-invitation-coordinator = Role: project coordinator
notice-something-broke = An error occurred on our side. The data of the last step have not been lost. Please try again in a moment.
notice-nudge = To whom it may concern: the submission of { $office } still lacks: { $missing }. Deadline: { $deadline }
nudge-no-deadline = not set yet
notice-digest = Good morning. { $whose ->
    [advisor] Assigned offices
    [unassigned] Offices without an Advisor
   *[all] All offices
} as of { $date }: complete: { $complete } · to be completed: { $lacking } · not started: { $untouched }.
