"""Where a name begins and ends among the words around it."""

from conversations.pasted_list import read_change
from conversations.question_sentence import sentence


def test_a_name_in_a_correction_has_four_words_at_most() -> None:
    """Two given names and a double surname; what follows is somebody else."""
    change = read_change("Proszę usunąć Annę Marię Lis Sadowską")
    assert change is not None
    assert [each.words for each in change.leaving] == [("Annę", "Marię", "Lis", "Sadowską")]
    change = read_change("Proszę usunąć Annę Marię Lis Sadowską Cichą")
    assert change is not None
    assert [each.words for each in change.leaving] == [
        ("Annę", "Marię", "Lis", "Sadowską"),
        ("Cichą",),
    ]


def test_what_kind_of_office_it_is_belongs_to_the_name_behind_it_alone() -> None:
    assert sentence("jaki limit ma urzad jaslo").about == "urzad jaslo"
    assert sentence("jaslo jaki limit ma urzad").about == "jaslo"
