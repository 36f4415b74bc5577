"""Who took block I: marked by the coordinator once it has been held (R11, A16).

The coordinator's card calls `mark_attendance`; what it answers is kept with the submission
(`bot/turn.py` hands the office's attendance to `storage.offices.set_attendance`).
"""

from collections.abc import Iterable
from dataclasses import replace

from conversations.approval import Decision
from conversations.notes import NoteCode
from conversations.submission import Attendance, Submission


def mark_attendance(submission: Submission, people: Iterable[str] | None) -> Decision:
    """Say that block I has been held, and who of the approved steering group took it.

    `people` are keys (`Person.key`); None is everybody. Marking again corrects who came; the
    editors of the first time stay exempt from R11. An office without an approved team is refused
    (NO_TEAM_YET), and so is somebody who is not in its steering group (STALE, an older card's
    button); a mark that says nothing new is NOTHING_CHANGED. Only the coordinator may call this; a
    closed list stops nothing, since trainings are held after closing.
    """
    approval, office = submission.approval, submission.office
    if approval is None:
        return Decision(submission, NoteCode.NO_TEAM_YET, done=False)
    group = {member.person.key for member in approval.team.steering}
    came = frozenset(group if people is None else people)
    before = office.attendance
    known = before.people if before else frozenset()
    if not came <= group | known:
        return Decision(submission, NoteCode.STALE, done=False)
    editors = (
        before.editors
        if before
        else frozenset(member.person.key for member in approval.team.editorial)
    )
    marked = Attendance(came, editors)
    if marked == before:
        return Decision(submission, NoteCode.NOTHING_CHANGED, done=False)
    held = replace(submission, office=replace(office, attendance=marked))
    return Decision(held, NoteCode.ATTENDANCE_MARKED)
