"""Every remark a step can make and every piece of news it can send, by code.

The sentences stand in `bot/locales/*/notes.ftl` and `notices.ftl`, a key each; a test compares.
"""

from enum import StrEnum


class NoteCode(StrEnum):
    """A line on the card, or the alert of a refused tap."""

    # The chat itself
    STALE = "stale"
    CHANGED_MEANWHILE = "changed-meanwhile"
    OTHER_ROLE = "other-role"
    NOT_ALLOWED = "not-allowed"
    NOT_UNDERSTOOD = "not-understood"
    UNKNOWN_COMMAND = "unknown-command"
    TOO_LONG = "too-long"
    PICTURE = "picture"
    NO_FILE_HERE = "no-file-here"
    FILE_RECEIVED = "file-received"
    FILE_REFUSED = "file-refused"
    KEPT = "kept"
    LANGUAGE_SET = "language-set"
    # Access
    LINK_INVALID = "link-invalid"
    LINK_DECLINED = "link-declined"
    WELCOME = "welcome"
    ALREADY_YOURS = "already-yours"
    LINK_MADE = "link-made"
    # Step 1
    NOT_A_PERSON = "not-a-person"
    PLENIPOTENTIARY_SET = "plenipotentiary-set"
    LIST_KEPT = "list-kept"
    ORDER_UNCLEAR = "order-unclear"
    REASON_NEEDED = "reason-needed"
    # Step 2
    ADDED = "added"
    ADDED_WITH_DUPLICATES = "added-with-duplicates"
    ONLY_DUPLICATES = "only-duplicates"
    TOO_MANY = "too-many"
    REMOVED = "removed"
    CORRECTED = "corrected"
    ALREADY_ON_LIST = "already-on-list"
    NOT_ON_LIST = "not-on-list"
    NO_SUCH_NUMBER = "no-such-number"
    NUMBER_UNCLEAR = "number-unclear"
    EXTRA_DATA_DROPPED = "extra-data-dropped"
    REQUEST_SENT = "request-sent"
    REQUEST_WAITS = "request-waits"
    # Step 3
    EDITORS_FULL = "editors-full"
    EDITORS_SET = "editors-set"
    # Summary and after
    NOT_READY = "not-ready"
    AWAITS_COORDINATOR = "awaits-coordinator"
    NOT_EDITABLE = "not-editable"
    LISTS_CLOSED = "lists-closed"
    NOTHING_CHANGED = "nothing-changed"
    SENT_TO_HEAD = "sent-to-head"
    SENT_WITHOUT_HEAD = "sent-without-head"
    APPROVED = "approved"
    NOT_SUBMITTED = "not-submitted"
    RETURNED = "returned"
    TAKEN_BACK = "taken-back"
    AMENDMENT_OPEN = "amendment-open"
    AMENDMENT_DROPPED = "amendment-dropped"
    ACCEPTED = "accepted"
    NO_REQUEST = "no-request"
    GRANTED = "granted"
    REFUSED = "refused"
    CLOSED = "closed"
    LIMIT_UNCONFIRMED = "limit-unconfirmed"
    REOPENED = "reopened"
    # Coordination table
    NOT_A_TABLE = "not-a-table"
    IMPORTED = "imported"
    IMPORT_REJECTED = "import-rejected"
    IMPORT_DECIDED = "import-decided"
    # Reminders and settings
    NUDGED = "nudged"
    SNOOZED = "snoozed"
    SETTING_SET = "setting-set"
    SETTING_UNREADABLE = "setting-unreadable"


class NoticeCode(StrEnum):
    """News for somebody who is not in the conversation."""

    APPROVAL_WAITS = "approval-waits"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED_BY_HEAD = "returned-by-head"
    RETURNED_BY_ADVISOR = "returned-by-advisor"
    ACCEPTED = "accepted"
    REQUESTED = "requested"
    REQUEST_GRANTED = "request-granted"
    REQUEST_REFUSED = "request-refused"
    LIMIT_CHANGED = "limit-changed"
    CLOSED = "closed"
    REOPENED = "reopened"
    SECRETARY_JOINED = "secretary-joined"
    HEAD_JOINED = "head-joined"
    INVITATION = "invitation"
    SOMETHING_BROKE = "something-broke"
    DIGEST = "digest"
    NUDGE = "nudge"
