"""What is told of several people at once, and what of each of several in one line."""

from conversations.pasted_list import QuestionCode, read


def test_a_line_without_a_name_under_a_shared_post_stays_what_it_is() -> None:
    """Here a telephone, which belongs to the person above it; the post goes on below it."""
    found = read("Kierownicy referatów:\nAnna Kowalska\ntel. 81 123 45 67\nPiotr Nowak")
    assert [(each.person.full_name, each.person.position) for each in found.people] == [
        ("Anna Kowalska", "Kierownik Referatu"),
        ("Piotr Nowak", "Kierownik Referatu"),
    ]
    assert [each.person.phone for each in found.people] == ["+48811234567", None]
    assert found.leftovers == ()


def test_of_several_in_one_line_each_keeps_the_telephone_behind_the_name() -> None:
    found = read("Anna Lis – Sekretarz, tel. 81 123 45 67, Jan Kot – Skarbnik, tel. 81 123 45 68")
    told = [
        (each.person.full_name, each.person.position, each.person.phone) for each in found.people
    ]
    assert told == [
        ("Anna Lis", "Sekretarz", "+48811234567"),
        ("Jan Kot", "Skarbnik", "+48811234568"),
    ]
    assert found.leftovers == ()


def test_of_two_addressees_one_by_surname_alone_is_no_post_of_the_other() -> None:
    found = read("Anna Lis <a.lis@example.org>, Kotowska <j.kotowska@example.org>")
    assert [(each.person.full_name, each.person.position) for each in found.people] == [
        ("Anna Lis", None)
    ]
    assert [each.text for each in found.leftovers] == ["Kotowska j.kotowska@example.org"]


def test_who_writes_one_name_with_polish_letters_leaves_none_out_of_another() -> None:
    asked = [
        [each.code for each in read(text).questions]
        for text in ("Anna Wojcik – Sekretarz\nJan Lis", "Anna Wojcik – Sekretarz\nŁucja Lis")
    ]
    assert asked == [[QuestionCode.POLSKIE_ZNAKI], []]
