"""About one office beside its enrolment: its card, what is written, kept and decided of it.

`office_id` says of which office at a desk; it is None where the office itself stands.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ViewingOffice:
    """Coordinator or advisor: one office's card; on its second page what is seldom wanted."""

    office_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ViewingHistory:
    """What was done about an office; `office_id` is set at a desk, `version` opens one approval."""

    office_id: int | None = None
    page: int = 0
    version: int | None = None


@dataclass(frozen=True, slots=True)
class MarkingAttendance:
    """Coordinator: who of an office's approved steering group took block I."""

    office_id: int


@dataclass(frozen=True, slots=True)
class Returning:
    """A comment for the office: what to correct. `office_id` is set at a desk.

    `about` is the member whom the comment is to point at; the people are paged.
    """

    office_id: int | None = None
    about: int | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Commenting:
    """Desk: a word to an office is awaited, nothing is returned. Otherwise as `Returning`."""

    office_id: int
    about: int | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class AskingAdvisor:
    """Office: a question or an answer to the Advisor is awaited."""


@dataclass(frozen=True, slots=True)
class OfficeAccess:
    """Head: who works on the office's behalf, and how that is changed."""


@dataclass(frozen=True, slots=True)
class RevokingAccess:
    """Head: whether to take somebody's access away."""

    grant_id: int


@dataclass(frozen=True, slots=True)
class NamingSubstitute:
    """Head: the days on which a substitute may decide are awaited."""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Head: whether to make a link for the successor."""


AccessPlace = OfficeAccess | RevokingAccess | NamingSubstitute | HandingOver
"""Where a head decides who works on the office's behalf."""
