"""The Polish alphabet, whatever compares the keys (domain.md §3.10)."""

from conversations.collation import polish_key


def test_names_stand_in_the_order_of_the_polish_alphabet() -> None:
    ordered = ["1 Maja", "Chełm", "Ćmielów", "Lublin", "lwów", "Łuków", "Zamość", "Źrebce", "Żary"]
    assert sorted(ordered, key=polish_key) == ordered


def test_case_does_not_count_and_other_alphabets_come_last() -> None:
    assert polish_key("ŁUKÓW") == polish_key("łuków")
    assert polish_key("Lublin") == polish_key("LUBLIN")
    assert max(["Żary", "Ökoamt", "Zamość"], key=polish_key) == "Ökoamt"
    assert polish_key("a b") < polish_key("ab") < polish_key("ą")
    assert polish_key("Łuków – Wieś") < polish_key("Łuków Wieś") < polish_key("Łuków–Wieś")
    assert polish_key("Łuków–Wieś") < polish_key("Łukówek")
    assert polish_key("Urząd 2") != polish_key("Urząd 3")


def test_half_of_a_letter_has_a_key_too() -> None:
    assert polish_key("\ud800") > polish_key("")
