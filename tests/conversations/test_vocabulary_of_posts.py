"""Posts in their cases and their number, and short forms written out (domain.md §3.4, §3.7)."""

import pytest

from conversations.positions import classify, normalise, singular

POSTS = {
    "A": """
        wójt / wójta · wójcina / wójciny · burmistrz / burmistrza · burmistrzyni / burmistrzyni
        · prezydent / prezydenta · prezydentka / prezydentki · starosta / starosty ·
        starościna / starościny · marszałek / marszałka · marszałkini / marszałkini ·
        kierownik urzędu / kierownika urzędu · szef urzędu / szefa urzędu ·
        sekretarz / sekretarza · skarbnik / skarbnika · skarbniczka / skarbniczki ·
        członek zarządu / członka zarządu · członkini zarządu / członkini zarządu
    """,
    "B": """
        dyrektor / dyrektora · dyrektorka / dyrektorki · naczelnik / naczelnika ·
        naczelniczka / naczelniczki · kierownik / kierownika · kierowniczka / kierowniczki ·
        główny księgowy / głównego księgowego · główna księgowa / głównej księgowej ·
        geodeta powiatowy / geodety powiatowego · geodeta województwa / geodety województwa ·
        powiatowy geodeta / powiatowego geodety · komendant straży / komendanta straży ·
        przewodniczący zespołu / przewodniczącego zespołu ·
        przewodnicząca zespołu / przewodniczącej zespołu
    """,
    "C": """
        audytor / audytora · auditor / auditora · radca / radcy · rzecznik / rzecznika ·
        rzeczniczka / rzeczniczki · pełnomocnik / pełnomocnika · pełnomocniczka / pełnomocniczki
        · inspektor ochrony danych / inspektora ochrony danych · iod / iod · abi / abi ·
        architekt / architekta · konserwator / konserwatora · geolog / geologa ·
        koordynator / koordynatora · koordynatorka / koordynatorki ·
        główny specjalista / głównego specjalisty · główna specjalistka / głównej specjalistki ·
        samodzielne stanowisko / samodzielnego stanowiska · stanowisko / stanowiska
    """,
    "D": """
        inspektor / inspektora · inspektorka / inspektorki · podinspektor / podinspektora ·
        podinspektorka / podinspektorki · specjalista / specjalisty ·
        specjalistka / specjalistki · referent / referenta · referentka / referentki ·
        informatyk / informatyka · informatyczka / informatyczki · archiwista / archiwisty ·
        archiwistka / archiwistki · asystent / asystenta · asystentka / asystentki ·
        sekretarka / sekretarki · sekretariat / sekretariatu ·
        pomoc administracyjna / pomocy administracyjnej · stażysta / stażysty ·
        stażystka / stażystki · praktykant / praktykanta · praktykantka / praktykantki ·
        księgowy / księgowego · księgowa / księgowej · kasjer / kasjera · kasjerka / kasjerki ·
        kancelista / kancelisty · pracownik / pracownika · pracownica / pracownicy ·
        urzędnik / urzędnika · urzędniczka / urzędniczki · strażnik / strażnika ·
        administrator / administratora · technik / technika · operator / operatora ·
        robotnik / robotnika · kierowca / kierowcy ·
        konserwator urządzeń / konserwatora urządzeń · geodeta / geodety · planista / planisty ·
        goniec / gońca · sprzątaczka / sprzątaczki · woźny / woźnego · woźna / woźnej ·
        dozorca / dozorcy · magazynier / magazyniera · maszynistka / maszynistki
    """,
    "E": """
        prezes / prezesa · radny / radnego · radna / radnej ·
        przewodniczący rady / przewodniczącego rady · przewodnicząca rady / przewodniczącej rady
        · sołtys / sołtysa · sołtyska / sołtyski · doradca / doradcy · doradczyni / doradczyni ·
        konsultant / konsultanta · konsultantka / konsultantki · nauczyciel / nauczyciela ·
        nauczycielka / nauczycielki · lekarz / lekarza · proboszcz / proboszcza ·
        dzielnicowy / dzielnicowego ·
        inspektor nadzoru budowlanego / inspektora nadzoru budowlanego ·
        pracownik socjalny / pracownika socjalnego · pracownik firmy / pracownika firmy ·
        przewodniczący sejmiku / przewodniczącego sejmiku ·
        przewodnicząca sejmiku / przewodniczącej sejmiku · poseł / posła · senator / senatora ·
        przedsiębiorca / przedsiębiorcy · właściciel / właściciela · właścicielka / właścicielki
        · ksiądz / księdza
    """,
}
"""By class: the nominative and the genitive, in which whoever acts for it is named."""
SEVERAL = """
    kierownicy / kierownik · kierowniczki / kierowniczka · naczelnicy / naczelnik ·
    dyrektorzy / dyrektor · zastępcy / zastępca · sekretarze / sekretarz ·
    skarbnicy / skarbnik · komendanci / komendant · audytorzy / audytor · radcy / radca ·
    rzecznicy / rzecznik · pełnomocnicy / pełnomocnik · koordynatorzy / koordynator ·
    architekci / architekt · inspektorzy / inspektor · podinspektorzy / podinspektor ·
    specjaliści / specjalista · referenci / referent · informatycy / informatyk ·
    archiwiści / archiwista · asystenci / asystent · stażyści / stażysta ·
    księgowi / księgowy · księgowe / księgowa · pracownicy / pracownik ·
    urzędnicy / urzędnik · geodeci / geodeta · strażnicy / strażnik · sołtysi / sołtys ·
    radni / radny · dyrektorki / dyrektorka · naczelniczki / naczelniczka ·
    inspektorki / inspektorka · starsi referenci / starszy referent ·
    młodsi referenci / młodszy referent · główni księgowi / główny księgowy ·
    radcy prawni / radca prawny · audytorzy wewnętrzni / audytor wewnętrzny ·
    kierownicy referatów / kierownik referatu · naczelnicy wydziałów / naczelnik wydziału ·
    dyrektorzy departamentów / dyrektor departamentu ·
    kierownicy oddziałów / kierownik oddziału · dyrektorzy biur / dyrektor biura ·
    kierownicy zespołów / kierownik zespołu · dyrektorzy szkół / dyrektor szkoły ·
    kierownicy jednostek organizacyjnych / kierownik jednostki organizacyjnej
"""
SHORT = """
    zast. wójta / Zastępca Wójta · p.o. zast. wójta / p.o. Zastępcy Wójta ·
    z-ca. wójta / Zastępca Wójta · p.o. z-ca. wójta / p.o. Zastępcy Wójta ·
    z-czyni. wójta / Zastępczyni Wójta · p.o. z-czyni. wójta / p.o. Zastępczyni Wójta ·
    zca. wójta / Zastępca Wójta · p.o. zca. wójta / p.o. Zastępcy Wójta ·
    z.ca. wójta / Zastępca Wójta · p.o. z.ca. wójta / p.o. Zastępcy Wójta ·
    burm. miasta / Burmistrz Miasta · p.o. burm. miasta / p.o. Burmistrza Miasta ·
    prez. miasta / Prezydent Miasta · p.o. prez. miasta / p.o. Prezydenta Miasta ·
    marsz. województwa / Marszałek Województwa ·
    p.o. marsz. województwa / p.o. Marszałka Województwa · sekr. gminy / Sekretarz Gminy ·
    p.o. sekr. gminy / p.o. Sekretarza Gminy · skarb. gminy / Skarbnik Gminy ·
    p.o. skarb. gminy / p.o. Skarbnika Gminy · skarbn. gminy / Skarbnik Gminy ·
    p.o. skarbn. gminy / p.o. Skarbnika Gminy · dyr. wydziału / Dyrektor Wydziału ·
    p.o. dyr. wydziału / p.o. Dyrektora Wydziału · nacz. wydziału / Naczelnik Wydziału ·
    p.o. nacz. wydziału / p.o. Naczelnika Wydziału · kier. wydziału / Kierownik Wydziału ·
    p.o. kier. wydziału / p.o. Kierownika Wydziału · kierow. wydziału / Kierownik Wydziału ·
    p.o. kierow. wydziału / p.o. Kierownika Wydziału · kom. straży / Komendant Straży ·
    p.o. kom. straży / p.o. Komendanta Straży · przew. zespołu / Przewodniczący Zespołu ·
    p.o. przew. zespołu / p.o. Przewodniczącego Zespołu ·
    pełn. ds. promocji / pełnomocnik ds. promocji ·
    p.o. pełn. ds. promocji / p.o. pełnomocnika ds. promocji ·
    aud. wewnętrzny / audytor wewnętrzny ·
    p.o. aud. wewnętrznego / p.o. audytora wewnętrznego ·
    gł. specjalista / główny specjalista · p.o. gł. specjalisty / p.o. głównego specjalisty
    · sam. stanowisko / samodzielne stanowisko ·
    p.o. sam. stanowiska / p.o. samodzielnego stanowiska ·
    st. geodeta powiatowy / Starszy Geodeta Powiatowy ·
    p.o. st. geodety powiatowego / p.o. Starszego Geodety Powiatowego ·
    mł. radca / młodszy radca · p.o. mł. radcy / p.o. młodszego radcy ·
    stan. ds. kadr / stanowisko ds. kadr · p.o. stan. ds. kadr / p.o. stanowiska ds. kadr ·
    czł. zarządu / Członek Zarządu · p.o. czł. zarządu / p.o. Członka Zarządu ·
    kierownik ref. promocji / Kierownik Referatu Promocji ·
    kierownik wydz. promocji / Kierownik Wydziału Promocji ·
    kierownik dep. promocji / Kierownik Departamentu Promocji ·
    kierownik departam. promocji / Kierownik Departamentu Promocji ·
    kierownik oddz. promocji / Kierownik Oddziału Promocji ·
    kierownik odz. promocji / Kierownik Oddziału Promocji ·
    kierownik zesp. promocji / Kierownik Zespołu Promocji · sekretarz gm. / Sekretarz Gminy
    · sekretarz m. / Sekretarz Miasta · sekretarz pow. / Sekretarz Powiatu ·
    sekretarz woj. / Sekretarz Województwa · członek zarz. / Członek Zarządu ·
    kierownik referatu fin. / Kierownik Referatu Finansowego ·
    kierownik referatu org. / Kierownik Referatu Organizacyjnego ·
    kierownik referatu adm. / Kierownik Referatu Administracyjnego ·
    audytor wewn. / audytor wewnętrzny · radca praw. / radca prawny
"""


def pairs(text: str) -> list[list[str]]:
    return [pair.strip().split(" / ") for pair in " ".join(text.split()).split(" · ")]


@pytest.mark.parametrize("cls", POSTS)
def test_a_post_and_whoever_acts_for_it_are_of_one_class(cls: str) -> None:
    for post, genitive in pairs(POSTS[cls]):
        acting = f"p.o. {genitive}"
        assert (classify(post).value, classify(acting).value) == (cls, cls), post
        assert normalise(f"{post} (p.o.)").casefold() == acting, post


@pytest.mark.parametrize("word", ["zastępca", "zastępczyni", "z-ca", "zast."])
def test_the_deputy_of_a_head_alone_is_of_the_management(word: str) -> None:
    for post, cls in (
        *(("wójta", "A"), ("starosty", "A"), ("sekretarza", "B"), ("skarbnika", "B")),
        *(("dyrektora", "B"), ("naczelnika", "B"), ("inspektora", "D"), ("prezesa", "E")),
    ):
        assert classify(f"{word} {post}").value == cls, post


def test_of_several_posts_each_is_one() -> None:
    for several, each in pairs(SEVERAL):
        assert singular(several) == each, several


def test_a_short_form_is_written_out_in_its_case() -> None:
    for typed, stored in pairs(SHORT):
        assert normalise(typed) == stored, typed


@pytest.mark.parametrize("short", ["insp", "podinsp", "spec", "księg", "ref", "inf"])
def test_a_clerks_short_form_is_a_clerk_in_every_case(short: str) -> None:
    for typed in (
        f"{short}.",
        f"p.o. {short}.",
        f"st. {short}.",
        f"mł. {short}.",
        f"z-ca {short}.",
    ):
        assert classify(typed).value == "D", typed
