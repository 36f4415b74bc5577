# Słowa wierszy, które odczytano: drugi telefon, dopisek.
step-2-left = Obok nazwisk były słowa, których nie zapisano:
