# What everybody may read: the greeting, the notice on personal data, help, the programme's points.

greeting = Good day. This is the automatic assistant of the project “ISO 9001 w administracji samorządowej Polski Wschodniej”. It helps to appoint the Pełnomocnik (quality management representative) and to complete the steering group (block I) and the editorial team (block II). It takes about 10 minutes; you can stop at any time – the draft is kept.
funding = Project co-financed by the European Union from the European Social Fund.
greeting-stranger = To begin, you need an invitation link. Heads of office and Advisors get it from the project coordinator, and a Secretary from the head of office or the coordinator.
greeting-contact = Contact: { $contact }

invitation-office = Invitation: <b>{ $office }</b>
    Role: { $role }
invitation-advisor = Invitation: <b>Advisor { $advisor }</b>
invitation-coordinator = Invitation: <b>project coordinator</b>
invitation-gone = This link is not valid: it has expired, or was used or withdrawn. Please ask for a new one.
invitation-question = Is this invitation for you?
privacy-short = Before we start: first name and surname, position and business contacts will be used only to organise the training in the project. Controller: { $administrator }. Details: /rodo. Please do not give PESEL numbers, home addresses or private phones.
privacy-administrator-unset = the organiser of the project
privacy-contact-unset = the project coordinator
privacy-project-unset = ISO 9001 w administracji samorządowej Polski Wschodniej
privacy-legal_basis-unset = the project's funding agreement
privacy-recipients-unset = the organiser of the project and its partners, PIHZ Certyfikacja, the Advisor of your office, the supervising institution, the hosting provider
privacy-retention-unset = until the end of the project, then as long as the funding agreement requires
privacy-inspector = Data protection officer: { $inspector }.

privacy-title = <b>Information on personal data (art. 13 GDPR)</b>
privacy-1 = 1. The controller of your data is { $administrator }. Contact, also on data protection: { $contact }.
privacy-2 = 2. Data (first name and surname, position, business contacts, Telegram account identifier) are processed to organise training and to gather the steering group and the editorial team in the project “{ $project }”.
privacy-3 = 3. Legal basis: art. 6(1)(e) GDPR (a task in the public interest) and (c) (a legal obligation) in connection with: { $legal_basis }.
privacy-4 = 4. Recipients: { $recipients }. The conversation takes place in Telegram, whose provider is a separate controller based outside the EEA.
privacy-5 = 5. Period: { $retention }; in this assistant a draft without changes – { $drafts } days, lists – { $lists } days after the end of the training.
privacy-6 = 6. You have the right of access, rectification, restriction and objection, and – in the cases set out in the GDPR – erasure, and the right to complain to the President of the Personal Data Protection Office (UODO).
privacy-7 = 7. Giving the data is necessary to take part in the training. No decisions are made automatically.
privacy-8 = For people on a list (art. 14 GDPR), in addition: the data came from the office that put you forward for the training. Scope: first name and surname, position, business e-mail and phone.

info-title = <b>Information for Offices</b> on preparing for the training of Pilot Teams, blocks I and II
info-1 = 1. The training programme for office staff, which prepares them to design and implement an ISO 9001 quality management system (SZJ), rests on the experience of several dozen public offices that implemented it and had it certified by PIHZ Certyfikacja.
info-2 = 2. Blocks I and II result in a steering group, which steers the preparation of the SZJ and the design of the necessary documentation with defined help from an Advisor, as a rule from an office that implemented an SZJ earlier, and in an editorial team, which after blocks I and II can write system and operational procedures on its own.
info-3 = 3. The steering group (5 to 10 people from managerial staff) takes part in block I, and the editorial team (3 to 5 people) in block II.
info-4 = 4. The number of participants in each block is set for every office in columns 5 and 6 of the coordination tables. Offices are asked to keep to these limits.
info-5 = 5. The editorial team (block II) must be part of the steering group (block I), because its classes (including workshops) build on what participants learn in block I.
info-6 = 6. The head of office will have to appoint their Pełnomocnik, who will coordinate the creation and implementation of the SZJ in the head's name. The Standard says that the Pełnomocnik should come from the management of the office. In small offices it is usually the Secretary.
info-7 = 7. It is strongly recommended that the future Pełnomocnik takes part in at least block I.
info-8 = 8. Advisors will be obliged by PIHZ to cooperate with their offices in choosing the Pełnomocnik and completing the steering group and the editorial team.

help = <b>Help</b>
help-stranger = The assistant guides offices through submitting their team for ISO 9001 training. Access comes with an invitation link from the project coordinator or the head of office.
help-secretary = A submission has three steps: Pełnomocnik, steering group (block I), editorial team (block II). At the end comes the summary, and sending for the approval of the head of office. Everything can be corrected before sending, and the draft saves itself.
help-head = The team is prepared by the head of office or by a person they invite, e.g. the Secretary. A finished submission appears here with the buttons [Approve] and [Return for correction]. A submission sent by the head is approved at once. The access of others is behind the button [Who acts for the office].
help-advisor = Here you see your offices: what is missing and what is waiting for a decision. A submission can be returned with a comment, and an approved one accepted. The head of office makes the choice; the Advisor helps and gives an opinion.
help-coordinator = A coordination table is sent as a file ({ -formats }). Links for other people are under the button [Invitations], and requests of offices at the top of the card. An office's card is opened by the button with its name, or by typing part of the name.
help-commands-office = Shortcuts to the steps: /pelnomocnik · /grupa · /redakcyjny · /kontynuuj · /historia – what was changed and when
help-commands-coordinator = For the coordinator: /import – a table · /zaproszenia – invitations · /dostep – who has access · /ogloszenie – an announcement · /historia · /ustawienia – deadline and reminders · /eksport – files and lists
help-commands = Commands: /stan – where the submission stands · /informacja – the rules of the programme · /termin – deadline · /doradca – Advisor · /rodo – personal data · /moje_dane · /usun · /jezyk – language · /anuluj – stop
help-commands-stranger = Commands: /informacja – the rules of the programme · /rodo – personal data · /moje_dane · /usun · /jezyk – language

deadline-set = The deadline for submitting the team: { $date } ({ $days }).
deadline-unset = The deadline has not been set yet. When the coordinator sets it, it will appear on the card.
advisor-of = The Advisor of your office ({ $office }): { $advisor }.
advisor-none = Your office ({ $office }) has no Advisor yet. The project coordinator helps with the submission.
advisor-desk = An office's Advisor is shown on the card of that office.
language-ask = W jakim języku prowadzić rozmowę? / Which language should we use?
roles-ask = In which role do you want to continue?
roles-none = No role has been assigned to this chat yet.
role-label-advisor = Advisor { $advisor }
role-label-coordinator = Project coordinator
role-entry-current = { $entry } (current)

# What Telegram shows in an empty chat (512 characters) and in the bot's profile (120).
bot-description = The automatic assistant of the project “ISO 9001 w administracji samorządowej Polski Wschodniej”. It leads an office through its submission: Pełnomocnik, steering group (block I) and editorial team (block II). To begin, you need an invitation link.
bot-short-description = Offices' submissions for ISO 9001 training: Pełnomocnik, steering group, editorial team.

command-start = start of the conversation
command-stan = where the submission stands
command-pomoc = help
command-informacja = the rules of the programme
command-termin = deadline for submitting
command-doradca = who the Advisor is
command-rodo = personal data
command-jezyk = język / language
command-anuluj = stop; the draft is kept
