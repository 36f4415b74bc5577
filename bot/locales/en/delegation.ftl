# What the head hands on: the Sekretarz, a substitute for a time, a successor.

access-title = <b>Who acts for the office</b>
access-entry = { $name } – { $role }
access-substitute = { $name } – substitute of the head of office, from { $since } to { $until }
access-hint = The Secretary prepares and sends the submission. A substitute decides in the head's name on the given days. A successor takes over for good.
substitute-ask = On which days may the substitute decide? Please give the dates, e.g. “od 1 do 15 grudnia 2026”. The substitute's link comes in a separate message; an approval by the substitute is recorded as such.
hand-over-ask = The successor's link comes in a separate message. Once it is accepted, the present head's access ends. The submission and its draft stay as they are.
revoke-ask = Revoke this access?
    { $entry }
    This person will be told, and the draft of the submission is kept.
revoke-gone = This person has no access any more.
revoke-label = Revoke { $number }. { $name }

button-access = Who acts for the office
button-substitute = Name a substitute
button-hand-over = Hand over to a successor
button-hand-over-surely = Make successor's link
button-revoke = Revoke

role-substitute = substitute of the head of office (until { $until })
invitation-days = From { $since } to { $until }
home-approved-by-substitute = The team was approved: { $moment }. Decided by the substitute of the head of office.

note-only-the-head = Only the head of office changes access.
note-period-unclear = The dates could not be read. Please give the first and the last day, e.g. “od 1 do 15 grudnia 2026”.
note-period-past = These days have passed. Please give other dates.
note-access-revoked = The access was revoked.
note-substitute-later = The invitation was accepted. On the first day of the substitution any message here will do. It begins: { $day }
note-took-over = The office of the head was taken over.

notice-substitute-joined = { $office }: the substitute of the head of office has accepted the invitation.
notice-office-access-revoked = { $office }: the head of office has revoked the access to the submission. The draft was kept.
notice-handed-over = { $office }: the successor has accepted the invitation, so the former access of the head of office has ended.
notice-invitation-substitute = Role: substitute of the head of office ({ $office }), from { $since } to { $until }
notice-invitation-successor = Role: head of office ({ $office }), in the place of the present one
