"""What a name in another case is in the nominative, likeliest first (domain.md §3.6 point 9)."""

import pytest

from conversations.pasted_list.declension import given_in_other_case, surnames_of
from conversations.pasted_list.post_cases import post_in_nominative


@pytest.mark.parametrize(
    ("typed", "feminine", "readings"),
    [
        ("Zaborskiej", True, "Zaborska Zaborskiej"),
        ("Zabrockiej", True, "Zabrocka Zabrockiej"),
        ("Brodzkiej", True, "Brodzka Brodzkiej"),
        ("Pięknej", True, "Piękna Pięknej"),
        ("Zaborską", True, "Zaborska Zaborską"),
        ("Wilgę", True, "Wilga Wilgę"),
        ("Zaborskie", True, "Zaborska Zaborskie"),
        ("Ździebły", True, "Ździebła Ździebły"),
        ("Kózki", True, "Kózka Kózki"),
        ("Wilgi", True, "Wilga Wilgi"),
        ("Babii", True, "Babia Babii"),
        ("Szuli", True, "Szula Szuli"),
        ("Zaborskiej-Pięknej", True, "Zaborska-Piękna Zaborska-Pięknej"),
        ("Li", True, "Li"),
        ("Zaborskiego", False, "Zaborski Zaborskiego"),
        ("Zabrockiego", False, "Zabrocki Zabrockiego"),
        ("Brodzkiego", False, "Brodzki Brodzkiego"),
        ("Lipkiego", False, "Lipki Lipkiego"),
        ("Długiego", False, "Długi Długiego"),
        ("Bliskiego", False, "Bliski Bliskiego"),
        ("Pięknego", False, "Piękny Piękne Pięknego"),
        ("Zaborskiemu", False, "Zaborski Zaborskiemu"),
        ("Zabrockiemu", False, "Zabrocki Zabrockiemu"),
        ("Pięknemu", False, "Piękny Pięknemu"),
        ("Zaborskim", False, "Zaborski Zaborskim"),
        ("Zabrockim", False, "Zabrocki Zabrockim"),
        ("Pięknym", False, "Piękny Pięknym"),
        ("Ździebłę", False, "Ździebła Ździebłę"),
        ("Ździebłą", False, "Ździebła Ździebłą"),
        ("Ździebkiem", False, "Ździebek Ździebk Ździebkiem"),
        ("Zbyszem", False, "Zbysz Zbyszem"),
        ("Zbyszowi", False, "Zbysz Zbyszowi"),
        ("Ździebły", False, "Ździebła Ździebły"),
        ("Zębca", False, "Zębc Zębiec Zębca"),
        ("Żurala", False, "Żural Żurala"),
        ("Ździebła", False, "Ździebeł Ździebł Ździebła"),
        ("Stachnia", False, "Stachń Stachnia"),
        ("Rogacia", False, "Rogać Rogacia"),
        ("Kwasia", False, "Kwaś Kwasia"),
        ("Rózia", False, "Róź Rózia"),
        ("Zbysza", False, "Zbysz Zbysza"),
        ("Skowęra", False, "Skowęr Skowąr Skowęra"),
        ("Rożka", False, "Rożek Rożk Rożka"),
    ],
)
def test_a_surname_is_guessed_by_its_ending_and_kept_as_typed_too(
    typed: str, feminine: bool, readings: str
) -> None:
    assert surnames_of(typed, feminine=feminine) == tuple(readings.split())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Annę", "Anna"),
        ("Anny", "Anna"),
        ("Anną", "Anna"),
        ("Annie", "Anna"),
        ("Ewie", "Ewa"),
        ("Zofii", "Zofia"),
        ("Kai", "Kaja"),
        ("Barbarze", "Barbara"),
        ("Beacie", "Beata"),
        ("Jadwidze", "Jadwiga"),
        ("Moniki", "Monika"),
        ("Monice", "Monika"),
        ("Urszuli", "Urszula"),
        ("Wandzie", "Wanda"),
        ("Jerzego", "Jerzy"),
        ("Jerzemu", "Jerzy"),
        ("Jerzym", "Jerzy"),
        ("Antoniego", "Antoni"),
        ("Antoniemu", "Antoni"),
        ("Antonim", "Antoni"),
        ("Janowi", "Jan"),
        ("Marka", "Marek"),
        ("Markiem", "Marek"),
        ("Pawła", "Paweł"),
        ("Pawłem", "Paweł"),
        ("Aleksandra", "Aleksander"),
        ("Piotrem", "Piotr"),
        ("Jacka", "Jacek"),
        ("Zbigniewa", "Zbigniew"),
    ],
)
def test_a_given_name_is_known_in_every_case(typed: str, name: str) -> None:
    assert given_in_other_case(typed)[0] == name
    assert given_in_other_case(typed.upper()) == given_in_other_case(typed)


@pytest.mark.parametrize("typed", ["Anna", "Jan", "Skarbnik", ""])
def test_the_nominative_and_other_words_are_no_case_of_a_given_name(typed: str) -> None:
    assert given_in_other_case(typed) == ()


@pytest.mark.parametrize(
    ("typed", "post"),
    [
        ("Zastępczynię Wójta", "zastępczyni Wójta"),
        ("Zastępcę Wójta", "zastępca Wójta"),
        ("Zastępcy Wójta", "zastępca Wójta"),
        ("Sekretarzowi Gminy", "sekretarz Gminy"),
        ("Skarbnikiem", "skarbnik"),
        ("Członka Zarządu", "członek zarządu"),
        ("Kierownikiem USC", "kierownik USC"),
        ("zastępcą wójta", "zastępca wójta"),
        ("głównym specjalistą ds. kadr", "główny specjalista ds. kadr"),
        ("radcą prawnym", "radca prawny"),
        ("kierowniczką referatu", "kierowniczka referatu"),
    ],
)
def test_a_post_in_another_case_is_put_into_the_nominative(typed: str, post: str) -> None:
    assert post_in_nominative(typed.split()) == post
