# News for somebody who is not in the conversation: `notice-` and the code of conversations/notes.py.
# No names of listed people: a notice may show on a locked screen.

notice-approval-waits = { $office }: skład jest gotowy i czeka na decyzję kierownika urzędu.
notice-submitted = { $office }: urząd przesłał zgłoszenie. Czeka na decyzję kierownika urzędu.
notice-approved = { $office }: kierownik urzędu zatwierdził skład.
notice-returned-by-head = { $office }: kierownik urzędu zwrócił zgłoszenie do poprawy. Uwaga jest na karcie.
notice-returned-by-advisor = { $office }: Doradca prosi o uzupełnienie zgłoszenia. Uwaga jest na karcie.
notice-accepted = { $office }: Doradca zaakceptował skład.
notice-requested = { $rule ->
    [R4] { $office }: prośba o zwiększenie limitu bloku I.
    [R6] { $office }: prośba o zwiększenie limitu bloku II.
    [R4_EXACT] { $office }: prośba o zgodę na mniejszy skład bloku I.
    [R6_EXACT] { $office }: prośba o zgodę na mniejszy skład bloku II.
    [R11] { $office }: prośba o zgodę na udział w bloku II bez bloku I.
   *[other] { $office }: prośba o zgodę dotyczącą Pełnomocnika.
}
notice-request-granted = { $rule ->
    [R4] { $office }: koordynator zwiększył limit bloku I do { $limit-steering }.
    [R6] { $office }: koordynator zwiększył limit bloku II do { $limit-editorial }.
    [R4_EXACT] { $office }: koordynator zgodził się na mniejszy skład bloku I.
    [R6_EXACT] { $office }: koordynator zgodził się na mniejszy skład bloku II.
    [R11] { $office }: koordynator zgodził się na udział w bloku II bez bloku I.
   *[other] { $office }: koordynator wyraził zgodę dotyczącą Pełnomocnika.
}
notice-request-refused = { $rule ->
    [R4] { $office }: koordynator nie zwiększył limitu bloku I. Proszę skrócić listę.
    [R6] { $office }: koordynator nie zwiększył limitu bloku II. Proszę wybrać zespół ponownie.
    [R4_EXACT] { $office }: koordynator nie zgodził się na mniejszy skład bloku I. Proszę dopisać osoby.
    [R6_EXACT] { $office }: koordynator nie zgodził się na mniejszy skład bloku II. Proszę wybrać więcej osób.
    [R11] { $office }: koordynator nie zgodził się na udział w bloku II bez bloku I. Proszę wybrać zespół ponownie.
   *[other] { $office }: koordynator nie wyraził zgody dotyczącej Pełnomocnika. Proszę wskazać inną osobę.
}
# limit.zmieniony
notice-limit-changed = { $office }: { $mode ->
    [exact] wymagana jest dokładna liczba osób
   *[max] zmieniono limit
} – blok I: { $limit-steering }, blok II: { $limit-editorial }. Zgłoszony skład ({ $people }) { $fit ->
    [fits] mieści się w limicie.
    [opened] trzeba uzupełnić.
   *[over] nie mieści się w limicie. Nikogo nie usunięto z listy.
}
notice-advisor-changed = { $office }: zmienił się Doradca. { $advisor ->
    [none] Nowego Doradcy jeszcze nie wskazano.
   *[other] Doradca: { $advisor }
}
notice-offices-assigned = Tabela koordynacyjna przydziela Doradcy ({ $advisor }): { offices-nominative }. { $offices }
notice-offices-reassigned = Tabela koordynacyjna przekazuje innemu Doradcy ({ $advisor } już ich nie prowadzi): { offices-nominative }. { $offices }
notice-closed = { $office }: koordynator zamknął listę.
notice-reopened = { $office }: koordynator otworzył listę ponownie.
notice-secretary-joined = { $office }: osoba przygotowująca zgłoszenie ma już dostęp.
notice-head-joined = { $office }: kierownik urzędu ma już dostęp.
notice-invitation = Zaproszenie do asystenta projektu „ISO 9001 w administracji samorządowej Polski Wschodniej”.
    { $whom }
    Link jest dla jednej osoby, jednorazowy, ważny do { $expires }:
    { $link }
notice-invitation-advisor = Rola: Doradca ({ $advisor })
notice-invitation-head = Rola: kierownik urzędu ({ $office })
notice-invitation-secretary = Rola: osoba przygotowująca zgłoszenie ({ $office })
notice-invitation-coordinator = Rola: koordynator projektu
notice-something-broke = Wystąpił błąd po naszej stronie. Dane z ostatniego kroku nie zostały utracone. Proszę spróbować za chwilę.
# urz.przypomnienie
notice-nudge = Szanowni Państwo, do zgłoszenia { $office } brakuje: { $missing }. Termin: { $deadline }
nudge-no-deadline = jeszcze nieustalony
# dor.przypomnienie; the rest of the digest stands in digest.ftl
notice-digest = Dzień dobry. { $whose ->
    [advisor] Przypisane urzędy
    [unassigned] Urzędy bez Doradcy
   *[all] Wszystkie urzędy
} – stan na { $date }: komplet: { $complete } · do uzupełnienia: { $lacking } · nierozpoczęte: { $untouched }.
