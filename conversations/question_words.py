"""The words of questions, and what each says.

Data for `question_sentence`, which reads them; domain.md §3.9. The words are folded. `*` leaves the
ending open, so that case, number and gender do not matter; the order of words does not either.
"""

from typing import Final

PHRASES: Final = (
    (r"\bz poza\b", "spoza"),
    (r"\bco (tam )?nowego\b", "slychac"),
    (r"\bmiejsc\w* piastow\w+", "piastowe"),
    (r"\bpo ile\b", "ile najwyzej"),
    (r"^prosze o\b", "pokaz"),
    (r"\bco (to )?(jest |znaczy |oznacza )?szef\w*\b", "kto szef"),
    (
        (
            r"\b((wojt|burmistrz|prezydent|sekretarz|skarbnik|marszal|staros)\w*)"
            r" (miasta|gminy|powiatu|wojewodztwa)\b"
        ),
        r"\1",
    ),
    (r"\b(radc\w+) prawn\w+|\b(audytor\w*) wewnetrzn\w+|\b(geodet\w+) powiatow\w+", "radca"),
    (r"\bdla kogo\b", "dlakogo"),
    (r"\bw koncu\b|\bna razie\b", "juz"),
    (r"\bdo ilu\b", "ile najwyzej"),
    (r"\b(ma(ja)?|mamy) prawo\b", "moze"),
    (r"\bco naj(mniej|wyzej)\b", r"naj\1"),
    (r"\bnie (wyrobi|dotrzyma|zmiesci)\w*( sie)?( w)?( termin\w*| czas\w*)?", "poterminie"),
    (r"\b(zawali|przegapi|przekroczy)\w* termin\w*", "poterminie"),
    (r"\bpo czasie\b", "poterminie"),
    (r"\b(tych|tym|ci|te|tego|wszystkich),? co\b", "ktorzy"),
    (r"\bdo (tej|tego) (pory|czasu)\b", "dotad"),
    (r"\bnalezy sie\b|\bsie (\w+ )?nalezy\b", "przysluguje"),
    (r"\bpo (\w+ )?termin(ie|ach)\b", "poterminie"),
    (r"\bnie zdaz\w*", "poterminie"),
    (r"\bw porzadku\b|\bdobrze\b", "wporzadku"),
    (r"\bnie ?kompletn\w+|\bnie jest kompletn\w+", "niekompletny"),
    (
        r"\b(do kiedy|na kiedy|do (ktorego|jakiego|ktorej|kiedys)( dnia| terminu| godziny)?)\b",
        "dokiedy",
    ),
    (r"\bna ktory (dzien|termin)\b", "dokiedy"),
    (
        r"\bw (jakich|jaki|jakim|ktorych|ktorym|ktory) (dniach|dniu|dzien|terminie|terminach)\b",
        "kiedy",
    ),
    (r"\b(o|od) (ktorej|jakiej)( godzinie)?\b|\bod kiedy\b", "kiedy"),
    (r"\bw ktorym miejscu\b|\bw jakim miejscu\b|\bpod jakim adresem\b", "gdzie"),
    (r"\b(szef\w*|kierownik\w*)( naszego| swojego)? (urzedu|jednostki)\b", "szefurzedu"),
    (
        (
            r"\b(za|wice|z-c\w+|zastepc\w+)( \w+)?"
            r" (wojt\w*|burmistrz\w*|prezydent\w*|starost\w*|marszalk\w*)"
        ),
        "zastepca",
    ),
    (r"\bprzedstawiciel\w* kierownictwa\b", "pelnomocnik"),
    (
        r"\b(zajmuj\w+|zajmuje|zajmowa\w+) sie\b|\bsie (\w+ )?zajmuj\w+|\bsie (\w+ )?opiekuj\w+",
        "zajmujesie",
    ),
    (
        r"\b(zespo\w+|grup\w+|komitet\w*) (steruj\w*|ster|gs)\b|\b(w|do|z|ze) (steruj\w+)\b",
        "steruj",
    ),
    (r"\b(zespo\w+|grup\w+) (redak\w*|redag\w*|red|zr)\b", "redakcyjny"),
    (
        r"\b(blok\w*|bl|czesc\w*|etap\w*|modul\w*) (ii|2|drugi\w*|dwa)\b|\bdrug\w+ (blok\w*|bl)\b",
        "blokdrugi",
    ),
    (r"\b(ii|2) (blok\w*|bl)\b", "blokdrugi"),
    (
        r"\b(blok\w*|bl|czesc\w*|modul\w*) (i|1|pierwsz\w*|jeden)\b(?! blok\w* (ii|2))",
        "blokpierwszy",
    ),
    (r"\bpierwsz\w+ (blok\w*|bl)\b|\b(i|1) (blok\w*|bl)\b", "blokpierwszy"),
    (r"\bma(ja|my)? (obowiaz\w+|liczyc)\b", "musi"),
    (r"\b(ma|maja) (byc|miec)\b", "musi byc"),
    (r"\b(brac|bierze|biora|wziac|wezmie|wezma|bral|brali) udzial\b", "uczestniczy"),
    (r"\bco to( jest)?\b|\bco znaczy\b|\bco oznacza\b|\bpo co\b|\bw jakim celu\b", "coto"),
    (r"\bco (tam )?slychac\b", "slychac"),
    (r"\bna czym\b", "naczym"),
    (r"\bpod (soba|opieka|nadzorem)\b", "podopieka"),
    (r"\bda(lo( by)?|loby|ja)? sie\b", "mozna"),
    (r"\bwchodz\w* w sklad\b", "liczy"),
    (r"\b(w|na) (terminie|czas)\b", "naczas"),
    (r"\bostatni\w* (dzien|dnia|termin\w*|moment\w*|chwil\w*)\b", "koniec"),
    (r"\bna (naszego |swojego |swego )?pelnomocni\w+", "napelnomocnika"),
    (r"\b(w|na) (liscie|wykazie)\b", "naliscie"),
    (r"\bnikt\w* nie\b", "nie"),
)
"""Words that mean something together, and the one word that stands for them. In this order."""

WORDS: Final = {
    # What is asked for
    "KTO": "kto",
    "WHO": "kto kogo komu kim czyj*",
    "WHOM": "kogo komu kim",
    "WHAT": "co czego czegos czym",
    "SOMETHING": "cos cokolwiek",
    "HOWMANY": "suma sume liczba liczbe liczby ilosc ilosci ile ilu iloma",
    "HOW": "jak",
    "WHICH": "ktur* ktor* jaki jaka jakie jakich jakim jakimi jacy jakiej jakiego",
    "WHEN": "kiedy",
    "UNTIL": "dokiedy",
    "WHERE": "gdzie",
    "WHETHER": "czy",
    "ONWHAT": "naczym",
    "SHOW": (
        "policz zlicz pokaz pokazcie pokazac podaj podajcie podac wyswietl wyswietlic wypisz "
        "wypiszcie wymien wymiencie daj dajcie podeslij podeslac przeslij przyslij poprosze "
        "sprawdz sprawdzcie sprawdzic zobaczyc chce chcemy chcialbym chcialabym interesuje wylicz "
        "powiedz napisz znajdz podsumuj podsumujcie"
    ),
    # Who and what it is about
    "PLEN": "pelnom peln pelnomocni* napelnomocnika szj psz",
    "ASPLEN": "napelnomocnika",
    "HEAD": (
        "wojt wojta wojtem wojtowi burmistrz* prezydent* marszalek marszal* starosta starosty "
        "staroste staroscie starosto wlodarz*"
    ),
    "BOSS": "szefurzedu szef szefa szefem",
    "POST": (
        "sekretark* skarbnik* sekretarz* inspektor* podinspektor* kierownik* naczelnik* dyrektor* "
        "referent* specjalist* informatyk* zastepc* radc* audytor* geodet* urzednik* stazyst* "
        "ksiegow*"
    ),
    "SECRETARY": "sekretarz*",
    "STEER": "steruj* grupa grupy grupie grupe grup grupach gs komitet*",
    "EDIT": "redak* redag* zr",
    "TEAM": "zespol zespolu zespole zespoly zespolow zespolach zespolem",
    "LINEUP": "sklad skladu skladzie skladem skladowi sklady skladow skladach obsad*",
    "TRAIN": "szkole* warsztat* zajec zajecia zajeciach kurs kursu kursie",
    "BLOCK": "blok bloku blokow bloki bl blokach blokpierwszy blokdrugi",
    "SECOND": "blokdrugi",
    "PEOPLE": (
        "nazwisko os ekipa ekipe ekipy druzyn* delegacj* reprezentacj* reprezent* osob osoba "
        "osoby osobe osobom osobami ludzi ludzie uczestnik* uczestniczek uczestnicz* uczestnic* "
        "nazwisk* imion* czlon* pracowni* kandydat* delegat* przedstawiciel*"
    ),
    "ONE": (
        "jedna jedno jeden jednego jednej jedne kogos ktos kogokolwiek kolejn* nastepn* dodatkow*"
    ),
    "OFFICE": (
        "urzad urzedu urzedzie urzedem urzedowi gmina gminie gmine starostwo starostwie jednostka "
        "jednostce jednostke"
    ),
    "OFFICES": (
        "urzedy urzedow urzedach urzedami urzedom gminy gmin gminach gminami gminom starostwa "
        "starostw starostwach jednostki jednostek jednostkach samorzad* miasta powiaty"
    ),
    "MINE": (
        "podopieka prowadze odpowiadam obsluguje nadzoruje moj* moi* mam mamy prowadz* podlega* "
        "przypisan* przydziel* odpowiad* podopieczn* obslug*"
    ),
    "OUR": "nasz* nam nas nami my",
    "LIST": "lista liste listy liscie list listach naliscie wykaz* spis* zestawien* formularz*",
    "SUBMISSION": "zgloszenie zgloszenia zgloszeniem zgloszen zgloszeniu wniosek wniosku",
    "ADVISOR": (
        "opiekunek opiekunk* doradztw* doradca doradcy doradce doradcow doradcom doradz* "
        "doradczyn* opiekun* konsultant*"
    ),
    "CARE": (
        "podopieka wspier* obslug* zajmujesie opiekuj* opiece opieka opieke nadzoruj* prowadz* "
        "odpowiad*"
    ),
    "PHONE": "kontakt telefon tel mail email numer",
    "CONTACT": (
        "kontakt telefon tel mail email numer dzwon* zadzwon* kontakt* skontakt* telefon* mail* "
        "email* pisac napis* zwroc* zwraca* zglaszac pytac zapyta* porozm* uderzyc"
    ),
    "NAMED": "rozumie* nazwisko nazywa* imie",
    "DATA": "info wiadomosc* papier* dane danych informacj* dokument* element* rzecz* pozycj*",
    "PROGRAMME": "program* projek*",
    "PROCEDURE": "procedur*",
    "UNIT": "usc referat* wydzial* biur* dzial dzialu dziala dzialac dzialaja oddzial*",
    "SMALL": "mala male malej malych malym maly malego",
    "MATTER": "watpliwosc* klopot* trudnosc* wypadku spraw* pytan* razie problem*",
    "DATE": (
        "termin terminu terminowi terminem terminie terminy terminow terminom terminami terminach "
        "dat data date daty deadline* harmonogram*"
    ),
    # What is, was or may be done
    "MAY": (
        "mozecie mozesz potrafi prawo zdola moze moga mozna moge mozemy moglby moglaby moglibysmy "
        "wolno mogl"
    ),
    "MUST": "musze musi musza musimy powin* nalezy trzeba obowiaz* koniecz* wypada",
    "FIT": "nadaje nadaj* pasuje pasowa*",
    "BE": "role roli rola byc zostac bycie pelni* funkcj* robic",
    "NAME": (
        "wyznacz* wskaza* wskaz powola* mianowa* wybral* wybran* wytypow* daly dal dala dalo "
        "dalismy dali"
    ),
    "NAMING": "zrobic wyznaczyc wskazac powolac mianowac wybrac wytypowac",
    "WAIT": "czeka* oczekuj*",
    "HELP": "pomoc pomoze pomaga pomagac pomoz* wesprze",
    "ONTIME": "naczas",
    "FULL": "pelna pelny pelne obsadzon* zapelnion*",
    "SENT": (
        "dostali* dostalismy otrzyma* zapisal* dal dala dalo dali dac posl* odpis* odpowiedzi* "
        "odezwa* zareagow* wysl* wysyla* doslal* dosla* zglosi* zglosz* zglasz* przesl* przysl* "
        "przekaz* odda* odesl* nadesl* dostarcz* wpisa* wpisz* wpisal* wpisuj* poda* zlozy* zloz* "
        "zarejestr* poszl* poszed*"
    ),
    "SENDING": (
        "wysylka wysylki wyslaniem wysylaniem wyslaniu zgloszeniu wyslanie wyslania dostarczenie "
        "dostarczenia przeslanie przeslania nadsylan* skladan* wyslac zglosic przeslac przekazac "
        "oddac odeslac dostarczyc wpisac podac zlozyc zglaszac wysylac przysylac przyjmuj* zapis*"
    ),
    "ENTERED": (
        "wytypowan* oddelegowan* skierowan* wyznaczon* wskazan* powolan* wpisan* zgloszon* "
        "zapisan* wyslan* zgloszeni dodan*"
    ),
    "APPROVED": "zatwierdz* zaakcept* akcept* przyj* podpis* potwierdz*",
    "ARRIVED": "widzial* obejrza* dosz* dotar* przysz* przesz* wplyn* ode*",
    "GO": (
        "deleguj* oddeleg* typuj* wytypow* kieruj* skierow* wysylamy reprezentuj* figuruj* "
        "widniej* przyjech* przyjedz* przyjada jedz* jedzi* jada pojed* pojech* jech* isc ida "
        "idzie pojdzie pojda chodza chodzic chodzil wybiera* skierowac wchodz* nalez*"
    ),
    "JOIN": "obecnos* wejsc wejd* uczestnicz* udzial* wziac wezm* obecn*",
    "ADD": (
        "doloz* dokoop* dobier* zmiesci* wejdzie dopisanie dodanie dopis* doda* dodac dolacz* "
        "dorzuc* wpisac wziac dobrac dac zabrac"
    ),
    "OUTSIDE": "spoza poza innych inni inny inna inne inn* zewnatrz zewnetrzn* obcy obca obcego",
    "LACK": (
        "wypeln* dopisania popraw* luki luk niedosl* niedostarcz* brak* poprawek dosl* uzupeln* "
        "nieuzupeln* dopelni* poprawi* potrzeb* niekompletny dokoncz* niezrobion* zalegl*"
    ),
    "DONE": (
        "wyrob* zdaz* przygotow* zrobienia dzial dzialu dziala dzialac dzialaja zrobi* zrobic "
        "robi* wykona* zalatwi*"
    ),
    "COMPLETE": (
        "pelnego pelne pelny komplet* wporzadku gotow* wszystko skonczon* ukonczon* zakonczon* "
        "cala caly cale calego"
    ),
    "NEED": "potrzeb* wymaga*",
    "NOT": "nie nic bez zaden zadnego nikt nikogo zadnej",
    "HAVE": "mieli macie miec posiada* ma mam mamy maja mial*",
    "IS": "jest sa jestesmy znajduje",
    "WAS": "bylo byl byla byli byly",
    "LATE": (
        "przegapi* zawali* poterminie maruder* opieszal* spozn* przeterminowan* opoznion* "
        "opoznia* zaleg*"
    ),
    "LAG": "guzdrz* marudz* spi obija* zwleka* zaleg* zwlek* milcz* ociag* ignoruj*",
    "FREE": "luz luzu rezerw* woln* dostepn* niezajet*",
    "SEAT": "luz luzu rezerw* miejsc* miejsca",
    "LEFT": "zosta* pozosta*",
    "MORE": "jeszcze wiecej",
    "LIMIT": (
        "limit limitu limitowi limitem limicie limity limitow limitom limitami limitach "
        "przydzial* pula puli"
    ),
    "MAX": "maks* max najwyzej najwiecej",
    "GET": "przewidzian* przyslug* przyznan* przydziel* przypad*",
    "CHANGE": "zwieksz* zmniejsz* podnie* zmieni* zmian* przesun* przedluz*",
    "SIZE": (
        "liczy licza liczyc liczn* minimal* najmniej sklada wielkosc duza duzy duze minim* wymagan*"
    ),
    "TOTAL": (
        "laczn* calkowit* wszystkich wszystkie lacznie razem ogolem sumie sumarycznie suma wszedzie"
    ),
    "TIME": "czas* dni dnia dzien tygodni*",
    "END": (
        "minal minela minelo minie minely najpozniej zakoncz* mija uplyw* koncz* konca koncow* "
        "koniec ostateczn* nabor* zamyk* zamkn*"
    ),
    "START": "zaczyn* zacznie startuje rusza ruszaja ruszy ruszyl odbed* odbyw* odbyc planowan*",
    "STATE": (
        "radzi idzie* radza sobie dziej* zaawansowan* leci przedstawia* stan stanu stanie status* "
        "slychac wyglada* stoi* stoja sytuacj* postep* etap* stadi* idzie naczym sie_ma"
    ),
    "SUMMARY": "podsumuj podsumujcie raport* podsum* zestawien* statystyk*",
    "REMIND": "przypomn* przypomin* ponagl* monit* popedz* pogon*",
    "REGION": "wojewodztw* woj",
    # What no answer here is about
    "COORD": "koordynator*",
    "ONLIST": "naliscie",
    "TELL": (
        "stanowisk* rodo dlakogo wieku dostan* pras* ponosi skan* pesel* instrukcj* edytow* "
        "wystarcz* obu oba obydw* wiadomo wiem wiemy wie bo poniewaz jesli jezeli gdyby gdy "
        "dlaczego czemu skad coto dziekuj* ustal* uzgod* mysle sadze uwazam zapomni* dlatego "
        "wtedy prosimy kiedys zamiast plac* koszt* oplat* obiad* nocleg* hotel* dojazd* dojech* "
        "laptop* online zdaln* zrezygn* dodat* wynagr* adres* zarzadzen* dlugo trwa* godzin* "
        "wydruk* drukow* widzi widza widac przechow* jezyk* haslo wykorzyst* radn* radny dwie "
        "dwoch dwa obie zalacz* certyfikat* zaswiadcz* tabel* koordynac* wyznacza wskazuje "
        "powoluje decyduj* usun* skasow* wykresl* kasow*"
    ),
}
"""Concepts, and the words that say each. A word may say several."""

DERIVED: Final = (
    r"\w{0,2}(sk|ck|dzk)(i|a|iego|iej|iemu|im|ich|ie)"
    r"|\w{0,2}icz(a|owi|em|ow)?|(ow|ew|in)(o|ko|iec|ice|iak)|[ae]k|\w{0,2}czyk|czak|iuk|enko"
)
"""What makes of the beginning of a word a surname or the name of a place: „Pogon-owski”."""

FILLERS: Final = (
    "a i o u jednoczesnie dalej przez troche troszke glowny glowna glownym glownego starszy "
    "mlodszy samodzieln* zwykl* prawie raczej naprawde faktycznie wreszcie nareszcie ciagle "
    "chwile chwili moment momencie tutaj poki zeby serdecznie pani pana w we z ze na do od po "
    "za dla przed przy pod to ta te ten tej tego tym tych sie sam sama samo tam tu je ich by "
    "juz jakies jakis teraz obecnie dzis* dzisiaj jutro dotad nadal wlasciwie prosze chyba "
    "tylko moze takze tez rowniez no wiec np ew pan panu panem panie panstwo panstwa panstwu "
    "panstwem panstw* nim nia niego niej ono oni one mnie mi ci was wam wami mna ewentualnie "
    "najlepiej az aktualn* biezac* ostatni* dokladnie wlasnie wciaz uwaza* konkretnie lub albo "
    "niz jako ogole bedzie beda bedziemy bylby swoj* swoich swoja swojego mial aby oraz im "
    "jacys jakas jakikolwiek pory jakos jednak zadn* wszyst* wszysc* kazd* poszczegoln* hej "
    "halo dzien dobry czesc witam ok okej sorry bardzo szybko pilnie pls plis pzdr szkolenio* "
    "sterow* iso jakosci ds"
)
"""Words that change nothing."""

REGIONS: Final = (
    "dolnoslask kujawsko-pomorsk lubelsk lubusk lodzk malopolsk mazowieck opolsk podkarpack "
    "podlask pomorsk slask swietokrzysk warminsko-mazursk wielkopolsk zachodniopomorsk"
)
"""The voivodeships' names before the endings of adjectives."""

INTERROGATIVE: Final = "WHO WHAT HOWMANY HOW WHICH WHEN UNTIL WHERE WHETHER ONWHAT"

NOUNS: Final = (
    "PEOPLE PLEN ADVISOR NAMED STATE LIMIT DATE OFFICES LIST LINEUP FREE PHONE SUMMARY LATE"
)
"""What is asked for by its bare name."""
NAMED_NOUNS: Final = "PEOPLE PLEN ADVISOR"
"""Of these, what asks only with the name of an office, and nothing else, after it."""
FIRST_WORDS: Final = "brak braki moje wszystkie"
TELLING: Final = r"\b(jest|sa|to|bedzie|nam|byl\w*)\b"
"""With these words a bare noun is asked for no more, but told about."""

BEFORE_OFFICES: Final = "czy co czego kogo tam juz jeszcze urzad"
"""After these words the name of an office may stand without a preposition."""
OF_OFFICES: Final = (
    "SUBMISSION LIMIT ADVISOR PLEN LINEUP STATE LIST STEER EDIT TEAM REMIND SUMMARY WAIT "
    "ARRIVED GO SENT SENDING APPROVED ENTERED HAVE NAME GET LACK CARE MAY NOT"
)
"""What an office does or has: beside it as well."""
DESCRIBED: Final = (
    "LIMIT LIST PEOPLE SUBMISSION TRAIN BLOCK PLEN ADVISOR SEAT DATE STEER EDIT TEAM OFFICE "
    "OFFICES LINEUP POST"
)
"""Before these a strange word says of what kind they are, and is no name."""
MISSPELT_TOO: Final = "limit kiedy termin doradc zespol redakc"
