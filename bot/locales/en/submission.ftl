# The whole submission: the summary, the approval card, the office's own card.

summary = <b>Summary – { $office }</b>
summary-plenipotentiary = <b>Pełnomocnik:</b> { $person }
summary-no-plenipotentiary = <b>Pełnomocnik:</b> not named
summary-in-block-i = takes part in block I
summary-in-both = takes part in blocks I and II
summary-outside = does not take part in block I
summary-basis = <b>Basis of the decision:</b> { $basis }
summary-no-basis = <b>Basis of the decision:</b> not given
summary-steering = <b>Steering group ({ $count }/{ $seats }):</b>
summary-editorial = <b>Editorial team ({ $count }/{ $seats }):</b>
summary-nobody = not given
summary-not-in-block = <b>{ $what }:</b> the office does not take part in this block
summary-remarks = <b>Remarks:</b>
summary-limit-unconfirmed = Limit to be confirmed by the coordinator: the coordination tables do not give it.
summary-open = <b>To complete before sending:</b>
summary-waits = The submission can be sent once the coordinator has answered.
summary-then-head = { $advised ->
    [no] Sending means that the head of office approves the team.
   *[yes] Sending means that the head of office approves the team. The Advisor will see it as well.
}
summary-then-approval = { $advised ->
    [no] The submission will go to the head of office for approval.
   *[yes] The submission will go to the head of office for approval. The Advisor will see it as well.
}
summary-then-basis = The head of office has no access to the assistant yet, so the submission will be approved on this basis: { $basis }
summary-then-waits = The head of office has no access to the assistant yet. The submission will wait until they have it, or until the basis of the decision is given.
summary-send = Send the submission?

difference = <b>Changes from the approved team:</b>
difference-none = The same team as the approved one.
difference-plenipotentiary = Pełnomocnik: { $name } (before: { $former })
difference-basis = Basis of the decision: { $basis }
difference-corrected = Corrected: { $people }
difference-joined = Added: { $people }
difference-left = Removed: { $people }
difference-editors-joined = Added to the editorial team: { $people }
difference-editors-left = Removed from the editorial team: { $people }
people-and-more = { $people } … and { people-nominative } more

office = <b>{ $office }</b>
office-practice = <b>{ $office }</b> (practice office, not counted)
office-head = Head of office: { $title }
office-advisor = Advisor: { $advisor }
office-no-advisor = Advisor: none yet
office-block = { $block ->
    [I] Block I – steering group: up to { people-genitive }
   *[II] Block II – editorial team: up to { people-genitive }
}
office-block-none = { $block ->
    [I] Block I – steering group: the office does not take part
   *[II] Block II – editorial team: the office does not take part
}
office-block-unknown = { $block ->
    [I] Block I – steering group: up to { people-genitive } (limit to be confirmed)
   *[II] Block II – editorial team: up to { people-genitive } (limit to be confirmed)
}
office-status = Status: <b>{ $status }</b>
office-amending = The approved team is being changed; until the change is approved, the previous one applies.
item-plenipotentiary = ✓ Pełnomocnik: { $name }
item-plenipotentiary-missing = – Pełnomocnik: missing
item-block = ✓ { $what }: { $size }
item-block-missing = – { $what }: missing ({ $size })
item-block-short = – { $what }: too few people ({ $size })
item-block-over = – { $what }: too many people ({ $size })
what-steering = Steering group
what-editorial = Editorial team
deadline-line = Deadline: { $date } ({ $days })

home-not-started = It takes about 10 minutes; you can stop at any time – the draft is kept.
home-drafting = { $open } Please press “Continue”.
home-ready = Everything is ready to send – please open the summary.
home-approve = <b>The submission is waiting for the decision of the head of office</b>
home-approve-question = Approve this team?
home-waits-for-head = The submission is waiting for the decision of the head of office. Until then it can be withdrawn and corrected.
home-waits-without-head = The submission is waiting for the decision of the head of office, who has no access to the assistant yet. You can ask the coordinator for a link for the head, or give the basis of the decision: an order or an oral decision.
home-returned-by-advisor = The Advisor asks for this to be completed: “{ $comment }”.
home-returned-by-head = The head of office asks for this to be corrected: “{ $comment }”.
home-returned-by-coordinator = The coordinator asks for this to be completed: “{ $comment }”.
home-returned-by-limit = The limit in the coordination tables has changed and the submitted team no longer answers it. Nobody was removed from the list; please correct it or ask for a larger limit.
limit-exceeded = { $block ->
    [I] Block I: the submitted team exceeds the limit by { people-accusative } ({ $column }).
   *[II] Block II: the submitted team exceeds the limit by { people-accusative } ({ $column }).
}
home-approved = { $advised ->
    [no] Team approved: { $moment }.
   *[yes] Team approved: { $moment }. The Advisor may accept it now.
}
home-approved-by-basis = Team approved: { $moment }. Basis: { $basis }
home-accepted = Team approved: { $moment }. The Advisor has accepted it.
home-to-complete = The team was approved, but it does not answer the new limit. Please change the team.
limit-opened = Block { $block }: there are seats and nobody in them yet ({ $column }).
home-closed = The list is closed. Changes are possible once the project coordinator opens it.
home-invite-secretary = The submission can be prepared by the Secretary or another person you appoint – just send them a link.

returning-head = What should be corrected? Please write a short comment; the person preparing the submission will get it.
returning-advisor = What should be completed or corrected? Please write a short comment; the head of office and the person preparing the submission will get it. The head of office makes the choice; the Advisor helps and gives an opinion.
