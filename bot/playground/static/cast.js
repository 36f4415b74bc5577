// Who plays what, by the fixed Telegram ids of bot/playground/cast.py, and what the office's list is.

export const COORDINATOR = 700000001;
export const ADVISOR = 700000002;
export const HEAD = 700000003;
export const SECRETARY = 700000005;

export const PLENIPOTENTIARY = "Anna Kowalczyk – Sekretarz Powiatu";
export const LIST = `1. Anna Kowalczyk – Sekretarz Powiatu
2. Piotr Zalewski – Wicestarosta
3. Ewa Lis-Sadowska – Skarbnik Powiatu
4. Tomasz Borys – Naczelnik Wydziału Geodezji
5. Monika Sikora – Kierownik Referatu Organizacyjnego
6. Krzysztof Żółkowski – Naczelnik Wydziału Komunikacji
7. Beata Chmiel – Dyrektor Wydziału Oświaty
8. Marek Wójcik – Geodeta Powiatowy`;
export const EDITORS = ["Kowalczyk", "Lis-Sadowska", "Sikora", "Wójcik"];
