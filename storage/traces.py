"""The tables that tell of people: who shows or erases what is held of one goes over these."""

from storage import tables

talk = tables.TalkRow.__table__
card = tables.CardRow.__table__
grant = tables.GrantRow.__table__
invitation = tables.InvitationRow.__table__
letter = tables.LetterRow.__table__
job = tables.JobRow.__table__
imported = tables.ImportRow.__table__
failed = tables.FailureRow.__table__
journal = tables.JournalRow.__table__
office = tables.OfficeRow.__table__
submission = tables.SubmissionRow.__table__
approved = tables.ApprovedRow.__table__
attendance = tables.AttendanceRow.__table__
bulk = tables.BulkRow.__table__
item = tables.BulkItemRow.__table__
stand_in = tables.StandInRow.__table__
snooze = tables.SnoozeRow.__table__
