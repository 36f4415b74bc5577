"""The notice for listed people (art. 14 RODO), as .docx for the office to hand on."""

from bot.documents import word
from bot.documents.text import BLANK, paragraphs, plain
from bot.words import Words
from conversations.settings import LONGEST, Programme
from conversations.submission import Office


def notice(office: Office, programme: Programme) -> bytes:
    """The notice of domain.md §4.7 with the settings; what is not set is left blank to fill in."""
    words = Words("pl")
    values = {
        "office": plain(office.name),
        "project": plain(programme.project),
        "administrator": plain(programme.administrator, LONGEST) or BLANK,
        "contact": plain(programme.contact, LONGEST) or BLANK,
        "inspector": plain(programme.inspector, LONGEST) or BLANK,
        "legal_basis": plain(programme.legal_basis, LONGEST) or BLANK,
        "recipients": plain(programme.recipients, LONGEST),
        "retention": plain(programme.retention, LONGEST),
    }
    document = word.new(words.plain("paper-notice"), words.plain("notice-footer"))
    word.write(document, paragraphs("notice", values, {}))
    return word.saved(document)
