"""Whoever a sentence appoints in another case is proposed by the name that they sign with."""

import pytest

from conversations.pasted_list import QuestionCode, Reading, read

ACCUSATIVE = """
Annę Gil=Anna Gil
Marię Nowak=Maria Nowak
Zofię Kanię=Zofia Kania
Katarzynę Mróz=Katarzyna Mróz
Alicję Wilk=Alicja Wilk
Kingę Kruk=Kinga Kruk
Olgę Srokę=Olga Sroka
Julię Sowę=Julia Sowa
Barbarę Nowicką=Barbara Nowicka
Ewę Lis-Sadowską=Ewa Lis-Sadowska
Jana Kota=Jan Kot
Marka Mazurka=Marek Mazurek
Piotra Mroza=Piotr Mróz
Józefa Gołębia=Józef Gołąb
Jerzego Lisa=Jerzy Lis
Antoniego Kowalskiego=Antoni Kowalski
Aleksandra Dudę=Aleksander Duda
Krzysztofa Wronę=Krzysztof Wrona
Mieczysława Nowaka=Mieczysław Nowak
Andrzeja Wójcika=Andrzej Wójcik
Zbigniewa Dudka=Zbigniew Dudek
Marcina Pawlika=Marcin Pawlik
Macieja Zawadzkiego=Maciej Zawadzki
Ignacego Rakowskiego=Ignacy Rakowski
Mirosława Zająca=Mirosław Zając
Pawła Jarosza=Paweł Jarosz
Jacka Sobczaka=Jacek Sobczak
Leszka Wronieckiego=Leszek Wroniecki
Karola Szczura=Karol Szczur
Tomasza Gawła=Tomasz Gaweł
Wojciecha Cichego=Wojciech Cichy
Henryka Siwca=Henryk Siwiec
Kazimierza Młynarza=Kazimierz Młynarz
Adama Wróbla=Adam Wróbel
Stanisława Karpia=Stanisław Karp
Jana Krupę=Jan Krupa
Krystynę Cichą=Krystyna Cicha
Tadeusza Skibę=Tadeusz Skiba
Wiesława Jelenia=Wiesław Jeleń
Jarosława Łosia=Jarosław Łoś
"""
DATIVE = """
Annie Gil=Anna Gil
Marii Nowak=Maria Nowak
Zofii Kani=Zofia Kania
Katarzynie Mróz=Katarzyna Mróz
Alicji Wilk=Alicja Wilk
Kindze Kruk=Kinga Kruk
Oldze Sroce=Olga Sroka
Jadwidze Piech=Jadwiga Piech
Elżbiecie Mazur=Elżbieta Mazur
Ewie Wilk=Ewa Wilk
Monice Sikorze=Monika Sikora
Wandzie Duda=Wanda Duda
Agnieszce Kozak=Agnieszka Kozak
Urszuli Lis=Urszula Lis
Danucie Grabowskiej=Danuta Grabowska
Barbarze Nowickiej=Barbara Nowicka
Joannie Pająk=Joanna Pająk
Teresie Wójcik=Teresa Wójcik
Janowi Kotowi=Jan Kot
Markowi Mazurkowi=Marek Mazurek
Piotrowi Mrozowi=Piotr Mróz
Jerzemu Lisowi=Jerzy Lis
Antoniemu Kowalskiemu=Antoni Kowalski
Andrzejowi Wójcikowi=Andrzej Wójcik
Pawłowi Jaroszowi=Paweł Jarosz
Aleksandrowi Nowakowi=Aleksander Nowak
Jackowi Sobczakowi=Jacek Sobczak
Wojciechowi Cichemu=Wojciech Cichy
Krzysztofowi Wronie=Krzysztof Wrona
Stanisławowi Dudzie=Stanisław Duda
Janowi Skibie=Jan Skiba
Tomaszowi Sośnie=Tomasz Sosna
Adamowi Kępie=Adam Kępa
Karolowi Zimie=Karol Zima
Leszkowi Sowie=Leszek Sowa
Piotrowi Wiśle=Piotr Wisła
Janowi Bliźnie=Jan Blizna
Pawłowi Karasie=Paweł Karasa
Ewie Kłodzie=Ewa Kłoda
Adamowi Ślizie=Adam Śliza
Adamowi Zimie=Adam Zima
Janowi Babie=Jan Baba
Jackowi Mazurze=Jacek Mazura
Annie Fudze=Anna Fuga
Janowi Kosie=Jan Kosa
Janowi Kozie=Jan Koza
Janowi Świcie=Jan Świta
Annie Cichej=Anna Cicha
Ewie Lis-Sadowskiej=Ewa Lis-Sadowska
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    """What is written, and who it is."""
    rows = (line.split("=") for line in table.split("\n") if line)
    return [(written, signed) for written, signed in rows]


def _proposed(reading: Reading) -> list[str]:
    """Who is proposed; nobody may pass whom the office is not asked about."""
    asked = {
        each.about for each in reading.questions if each.code is QuestionCode.POTWIERDZ_NAZWISKO
    }
    return [person.person.full_name for at, person in enumerate(reading.people) if at in asked]


@pytest.mark.parametrize(("written", "signed"), _pairs(ACCUSATIVE))
def test_whom_an_order_appoints_is_proposed_by_the_nominative(written: str, signed: str) -> None:
    assert _proposed(read(f"Pełnomocnikiem wyznaczam {written} – sekretarza gminy.")) == [signed]


@pytest.mark.parametrize(("written", "signed"), _pairs(DATIVE))
def test_whom_duties_are_given_to_is_proposed_by_the_nominative(written: str, signed: str) -> None:
    text = f"Obowiązki pełnomocnika powierzam {written}, sekretarzowi gminy."

    assert _proposed(read(text)) == [signed]


@pytest.mark.parametrize("written", ["Aleksandra Dudę", "Krzysztofa Wronę", "Stanisława Srokę"])
def test_no_man_in_the_accusative_passes_for_a_woman(written: str) -> None:
    """„Aleksandra” is a woman's name too, but nobody is called „Dudę”."""
    assert _proposed(read(f"Do grupy sterującej wyznaczam {written} – inspektora."))
