# What everybody may read: the greeting, the notice on personal data, help, the programme's points.

# start, finansowanie
greeting = Dzień dobry. To automatyczny asystent projektu „ISO 9001 w administracji samorządowej Polski Wschodniej”. Pomaga wyznaczyć Pełnomocnika oraz skompletować grupę sterującą (blok I) i zespół redakcyjny (blok II). Zajmie to około 10 minut; pracę można przerwać w każdej chwili – wersja robocza zostanie zachowana.
funding = Projekt współfinansowany przez Unię Europejską ze środków Europejskiego Funduszu Społecznego.
greeting-stranger = Aby rozpocząć, potrzebny jest link z zaproszeniem. Kierownik urzędu i Doradca otrzymują go od koordynatora projektu, a Sekretarz – od kierownika urzędu lub koordynatora.
greeting-contact = Kontakt: { $contact }

invitation-office = Zaproszenie: <b>{ $office }</b>
    Rola: { $role }
invitation-advisor = Zaproszenie: <b>Doradca { $advisor }</b>
invitation-coordinator = Zaproszenie: <b>koordynator projektu</b>
invitation-gone = Ten link jest nieważny: wygasł, został użyty albo wycofany. Proszę poprosić o nowy.
invitation-question = Czy to zaproszenie jest dla Pani/Pana?
# rodo.krotko
privacy-short = Zanim zaczniemy: imię i nazwisko, stanowisko oraz służbowe dane kontaktowe będą użyte tylko do organizacji szkoleń w projekcie. Administrator: { $administrator }. Szczegóły: /rodo. Proszę nie podawać numerów PESEL, adresów domowych ani prywatnych telefonów.
privacy-administrator-unset = organizator projektu
privacy-contact-unset = koordynator projektu
privacy-project-unset = ISO 9001 w administracji samorządowej Polski Wschodniej
privacy-legal_basis-unset = umowa o dofinansowanie projektu
privacy-recipients-unset = organizator projektu i jego partnerzy, PIHZ Certyfikacja, Doradca Państwa urzędu, instytucja nadzorująca, dostawca hostingu
privacy-retention-unset = do zakończenia projektu, następnie przez okres wymagany w umowie o dofinansowanie
privacy-inspector = Inspektor ochrony danych: { $inspector }.

privacy-title = <b>Informacja o przetwarzaniu danych (art. 13 RODO)</b>
privacy-1 = 1. Administratorem Państwa danych jest { $administrator }. Kontakt, także w sprawach ochrony danych: { $contact }.
privacy-2 = 2. Dane (imię i nazwisko, stanowisko, służbowe dane kontaktowe, identyfikator konta Telegram) przetwarzamy w celu organizacji szkoleń i zebrania składu grupy sterującej oraz zespołu redakcyjnego w projekcie „{ $project }”.
privacy-3 = 3. Podstawa: art. 6 ust. 1 lit. e RODO (zadanie w interesie publicznym) oraz lit. c (obowiązek prawny) w związku z: { $legal_basis }.
privacy-4 = 4. Odbiorcy: { $recipients }. Rozmowa odbywa się w usłudze Telegram, której dostawca jest odrębnym administratorem i ma siedzibę poza EOG.
privacy-5 = 5. Okres: { $retention }; w tym asystencie wersja robocza bez zmian – { $drafts } dni, listy – { $lists } dni od zakończenia szkoleń.
privacy-6 = 6. Mają Państwo prawo dostępu do danych, sprostowania, ograniczenia przetwarzania, sprzeciwu oraz – w przypadkach określonych w RODO – usunięcia danych, a także skargi do Prezesa Urzędu Ochrony Danych Osobowych.
privacy-7 = 7. Podanie danych jest niezbędne do udziału w szkoleniu. Decyzje nie są podejmowane w sposób zautomatyzowany.
privacy-8 = Dla osób z listy (art. 14 RODO) dodatkowo: dane otrzymano od urzędu, który zgłosił Panią/Pana do udziału w szkoleniu. Zakres: imię i nazwisko, stanowisko, służbowy e-mail i telefon.

info-title = <b>Informacja dla Urzędów</b> w sprawie przygotowania do szkoleń Zespołów Pilotowych, blok I i II
info-1 = 1. Program szkolenia kadry urzędów, mający na celu przygotowanie do zaprojektowania i wdrożenia systemu zarządzania jakością ISO 9001 (SZJ), oparty jest na doświadczeniach kilkudziesięciu urzędów administracji publicznej, które wdrożyły SZJ i poddały go certyfikacji w PIHZ Certyfikacja.
info-2 = 2. W wyniku szkoleń blok I i II powstaje grupa sterująca przygotowaniem SZJ i zaprojektowaniem niezbędnej dokumentacji, przy określonej pomocy Doradcy, z reguły wywodzącego się z urzędu, który wcześniej wdrożył u siebie SZJ, oraz zespół redakcyjny, który po przebyciu szkoleń blok I i II potrafi samodzielnie redagować procedury systemowe i operacyjne.
info-3 = 3. W szkoleniu blok I bierze udział grupa sterująca (5 do 10 osób spośród kadry kierowniczej), a w bloku II zespół redakcyjny (3 do 5 osób).
info-4 = 4. Liczba uczestników szkolenia w poszczególnych blokach jest dla każdego urzędu wyznaczona w kolumnach 5 i 6 Tabel koordynacyjnych. Urzędy są proszone, aby dostosować się do tych limitów.
info-5 = 5. Zespół redakcyjny (bl. II) musi obowiązkowo wchodzić w skład grupy sterującej (bl. I), ponieważ zajęcia (w tym typu warsztatowego) są następstwem informacji pozyskanych przez uczestników szkolenia w bloku I.
info-6 = 6. Szef urzędu będzie musiał wyznaczyć swojego Pełnomocnika, który w jego imieniu będzie koordynował prace nad stworzeniem i wdrożeniem SZJ. Norma wskazuje, że Pełnomocnik powinien wywodzić się z kierownictwa urzędu. W małych urzędach jest to zwykle Sekretarz.
info-7 = 7. Jest bardzo wskazane, aby przyszły Pełnomocnik brał udział w szkoleniu co najmniej bloku I.
info-8 = 8. Doradcy będą przez PIHZ zobowiązani do współpracy ze swoimi urzędami w sprawie wyboru Pełnomocnika oraz skompletowania grupy sterującej i zespołu redakcyjnego.

help = <b>Pomoc</b>
help-stranger = Asystent prowadzi urzędy przez zgłoszenie zespołu na szkolenia ISO 9001. Dostęp daje link z zaproszeniem od koordynatora projektu lub kierownika urzędu.
help-secretary = Zgłoszenie składa się z trzech kroków: Pełnomocnik, grupa sterująca (blok I), zespół redakcyjny (blok II). Na końcu jest podsumowanie i wysłanie do zatwierdzenia przez kierownika urzędu. Wszystko można poprawić przed wysłaniem, a wersja robocza zapisuje się sama.
help-head = Skład przygotowuje kierownik urzędu albo zaproszona przez niego osoba, np. Sekretarz. Gotowe zgłoszenie pojawia się tutaj z przyciskami [Zatwierdź] i [Zwróć do poprawy]. Zgłoszenie wysłane przez kierownika urzędu jest od razu zatwierdzone. Dostęp innych osób jest pod przyciskiem [Kto prowadzi sprawy].
help-advisor = Tu widać przypisane urzędy: czego brakuje i co czeka na decyzję. Zgłoszenie można zwrócić do poprawy z uwagą, a zatwierdzone – zaakceptować. Wyboru dokonuje kierownik urzędu; Doradca pomaga i opiniuje.
help-coordinator = Tabelę koordynacyjną przesyła się jako plik ({ -formats }). Linki dla innych osób są pod przyciskiem [Zaproszenia], a prośby urzędów – na początku karty. Kartę urzędu otwiera przycisk z jego nazwą albo wpisana część nazwy.
help-commands-office = Skróty do kroków: /pelnomocnik · /grupa · /redakcyjny · /kontynuuj · /historia – co i kiedy zmieniono
help-commands-coordinator = Dla koordynatora: /import – tabela · /zaproszenia · /dostep – kto ma dostęp · /ogloszenie · /historia · /ustawienia – termin i przypomnienia · /eksport – pliki i zestawienia
help-commands = Polecenia: /stan – stan zgłoszenia · /informacja – zasady programu · /termin · /doradca · /rodo – dane osobowe · /moje_dane · /usun · /jezyk · /anuluj
help-commands-stranger = Polecenia: /informacja – zasady programu · /rodo – dane osobowe · /moje_dane · /usun · /jezyk

deadline-set = Termin zgłoszenia składu: { $date } ({ $days }).
deadline-unset = Termin nie został jeszcze ustalony. Gdy koordynator go poda, pojawi się na karcie.
advisor-of = Doradca Państwa urzędu ({ $office }): { $advisor }.
advisor-none = Państwa urząd ({ $office }) nie ma jeszcze Doradcy. W sprawach zgłoszenia pomaga koordynator projektu.
advisor-desk = Doradcę urzędu podaje karta tego urzędu.
language-ask = W jakim języku prowadzić rozmowę? / Which language should we use?
roles-ask = W jakiej roli kontynuować?
roles-none = Do tej rozmowy nie przypisano jeszcze żadnej roli.
role-label-advisor = Doradca { $advisor }
role-label-coordinator = Koordynator projektu
role-entry-current = { $entry } (obecna)

# What Telegram shows in an empty chat (512 characters) and in the bot's profile (120).
bot-description = Automatyczny asystent projektu „ISO 9001 w administracji samorządowej Polski Wschodniej”. Prowadzi urząd przez zgłoszenie: Pełnomocnik, grupa sterująca (blok I) i zespół redakcyjny (blok II). Aby rozpocząć, potrzebny jest link z zaproszeniem.
bot-short-description = Zgłoszenia urzędów do szkoleń ISO 9001: Pełnomocnik, grupa sterująca, zespół redakcyjny.

command-start = początek rozmowy
command-stan = stan zgłoszenia
command-pomoc = pomoc
command-informacja = zasady programu
command-termin = termin zgłoszenia
command-doradca = kto jest Doradcą
command-rodo = dane osobowe
command-jezyk = język / language
command-anuluj = przerwanie; wersja robocza zostaje
