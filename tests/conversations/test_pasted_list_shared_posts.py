"""One post for several people, told in a heading above them."""

from conversations.pasted_list import read


def test_a_line_without_a_name_under_a_shared_post_stays_what_it_is() -> None:
    """Here a telephone, which belongs to the person above it; the post goes on below it."""
    found = read("Kierownicy referatów:\nAnna Kowalska\ntel. 81 123 45 67\nPiotr Nowak")
    assert [(each.person.full_name, each.person.position) for each in found.people] == [
        ("Anna Kowalska", "Kierownik Referatu"),
        ("Piotr Nowak", "Kierownik Referatu"),
    ]
    assert [each.person.phone for each in found.people] == ["+48811234567", None]
    assert found.leftovers == ()
