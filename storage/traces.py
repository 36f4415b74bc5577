"""The tables that tell of people: who shows or erases what is held of one goes over these."""

from storage.tables.offices import ApprovedRow, AttendanceRow, OfficeRow, SubmissionRow
from storage.tables.people import CardRow, GrantRow, InvitationRow, TalkRow
from storage.tables.programme import (
    BulkItemRow,
    BulkRow,
    ImportRow,
    JournalRow,
    SnoozeRow,
    StandInRow,
)
from storage.tables.traffic import FailureRow, JobRow, LetterRow

talk = TalkRow.__table__
card = CardRow.__table__
grant = GrantRow.__table__
invitation = InvitationRow.__table__
letter = LetterRow.__table__
job = JobRow.__table__
imported = ImportRow.__table__
failed = FailureRow.__table__
journal = JournalRow.__table__
office = OfficeRow.__table__
submission = SubmissionRow.__table__
approved = ApprovedRow.__table__
attendance = AttendanceRow.__table__
bulk = BulkRow.__table__
item = BulkItemRow.__table__
stand_in = StandInRow.__table__
snooze = SnoozeRow.__table__
