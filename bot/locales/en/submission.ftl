# The whole submission: the summary, the approval card, the office's own card.

summary = <b>Summary – { $office }</b>
summary-plenipotentiary = <b>Pełnomocnik:</b> { $person }
summary-no-plenipotentiary = <b>Pełnomocnik:</b> not named
summary-in-block-i = takes block I
summary-in-both = takes blocks I and II
summary-outside = without block I
summary-basis = <b>Basis of the decision:</b> { $basis }
summary-no-basis = <b>Basis of the decision:</b> not given
summary-steering = <b>Steering group ({ $count }/{ $seats }):</b>
summary-editorial = <b>Editorial team ({ $count }/{ $seats }):</b>
summary-nobody = not given
summary-not-in-block = the office does not take this block
summary-remarks = <b>Remarks:</b>
summary-limit-unconfirmed = A limit is to be confirmed by the coordinator: the coordination tables do not give it.
summary-open = <b>To be completed before sending:</b>
summary-waits = The submission can be sent when the coordinator has answered.
summary-then-head = Sending means that the head of office approves the team. The Advisor will be told.
summary-then-approval = The submission goes to the head of office for approval, and the Advisor will be told.
summary-then-basis = The head of office has no account here, so the submission will be approved on this basis: { $basis }.
summary-then-waits = The head of office has no account here. The submission will wait until they join or until the basis of the decision is given.
summary-send = Send to the Advisor?

difference = <b>Changes against the approved team:</b>
difference-none = The same team as the approved one.
difference-plenipotentiary = The Pełnomocnik has changed.
difference-basis = The basis of the decision has changed.
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
office-amending = The approved team is being changed; until the change is approved, the former one holds.
item-plenipotentiary = ✓ Pełnomocnik: { $name }
item-plenipotentiary-missing = – Pełnomocnik: missing
item-block = ✓ { $what }: { $size }
item-block-missing = – { $what }: missing ({ $size })
what-steering = Steering group
what-editorial = Editorial team
deadline-line = Deadline: { $date } ({ $days })

home-not-started = It takes about 10 minutes; work can be broken off at any moment – the draft is kept.
home-drafting = { $open } Please press “Continue”.
home-ready = Everything is ready to be sent – please open the summary.
home-approve = <b>The submission waits for the decision of the head of office</b>
home-approve-question = Approve this team?
home-waits-for-head = The submission waits for the decision of the head of office. Until then it can be withdrawn and corrected.
home-waits-without-head = The submission waits for the decision of the head of office, who has no access to the assistant yet. Please ask the coordinator for a link for the head, or give the basis of the decision: an order or an oral decision.
home-returned-by-advisor = The Advisor asks for a completion: “{ $comment }”.
home-returned-by-head = The head of office asks for a correction: “{ $comment }”.
home-returned-by-coordinator = The coordinator asks for a completion: “{ $comment }”.
home-returned-by-limit = A limit in the coordination tables has changed and the submitted team does not fit. Nobody was removed from the list; please correct it or ask for a larger limit.
limit-exceeded = { $block ->
    [I] Block I: the submitted team exceeds the limit by { people-accusative } ({ $column }).
   *[II] Block II: the submitted team exceeds the limit by { people-accusative } ({ $column }).
}
home-approved = Team approved: { $moment }. The Advisor has been told.
home-approved-by-basis = Team approved: { $moment }. Basis: { $basis }.
home-accepted = Team approved: { $moment }. The Advisor has accepted it.
home-to-complete = The team was approved, but it does not fit the new limit. Please change the team.
home-closed = The list is closed. Changes are possible when the project coordinator opens it again.
home-invite-secretary = The submission may be prepared by the Secretary or another person you choose – just send them a link.

returning-head = What should be corrected? Please write a short comment; it goes to the person preparing the submission.
returning-advisor = What should be completed or corrected? Please write a short comment; it goes to the head of office and the person preparing the submission. The head of office chooses; the Advisor helps and gives an opinion.
