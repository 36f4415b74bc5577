# Personal data: what is held, how it is erased, what retention tells (domain.md §4).

privacy-ways = The data held about you: /moje_dane. Erasure: /usun.

my-data = <b>Data held in this assistant</b>
my-data-account = Telegram account: { $account }
my-data-roles = Roles:
my-data-role = { $role }, { $whom } – since { $since }, account name: { $name }
my-data-role-past = { $role }, { $whom } – from { $since } to { $until }, account name: { $name }
my-data-listed = On the lists of your own office under the same name:
my-data-entry = { $office }, { $version ->
    [draft] draft
   *[other] approved version no. { $version }
}: { $name }, position: { $position }, contact: { $contacts }
my-data-rest = Messages from the assistant: { $letters } · files to be read: { $files } · tables sent: { $tables } · invitations: { $invitations } · entries in the history: { $actions }
my-data-file = All the data are in a file that the assistant sends as a separate message.
notice-personal-data = The data held about you in this assistant (a JSON file).

erase-account = <b>Erasing your own data</b>
    This conversation, the roles with the access to offices, the account name, messages and files will be erased. The history will keep entries without saying whose they are.
    The team prepared for the office belongs to the office and stays. The head of office or the project coordinator erases it.
erase-whom = <b>Erasing data – { $office }</b>
    Whom to erase? The person disappears from the draft; in approved versions the entry “osoba usunięta na wniosek” (a person erased on request) takes the place.
erase-nobody = { $office }: this person, or anybody at all, is not on the lists.
erase-person = <b>Erasing a person – { $office }</b>
    To be erased: { $person }
    The person's data will disappear from the draft, approved versions, tables, comments and messages. The number of seats in approved versions will not change.
erase-draft = <b>Erasing the draft – { $office }</b>
    In the draft: { people-nominative }. { $kept ->
    [no] The submission will have to be prepared from the beginning.
   *[yes] The approved version stays.
}
erase-office = <b>Erasing all data – { $office }</b>
    The draft and all approved versions will be erased: { people-nominative }. The export has to be saved beforehand.
erase-surely = Are you sure? This cannot be undone.

button-my-data = My data
button-erase-me = Erase my data
button-erase-on = Go on
button-erase-surely = Yes, erase for ever
button-erase-data = Erase data
button-erase-draft = Erase the draft
button-erase-office = Erase everything

notice-account-erased = The data of this conversation are erased: roles – { $roles }, messages – { $letters }, files – { $files }. Data already handed over to the project are erased by the controller: { $contact }.
note-draft-erased = The draft has been erased. Data already handed over to the project are erased by the controller: { $contact }.
note-office-erased = All data on this office's team have been erased. Data already handed over to the project are erased by the controller: { $contact }.
note-person-erased = The person's data have been erased. In approved versions the entry “osoba usunięta na wniosek” (a person erased on request) takes the place. The office will be notified.
note-erasure-failed = Nothing was erased: a fault on the server. Please tell the project coordinator and try again.

notice-person-erased = { $office }: a person was erased from the list on request. Please check the team.
notice-draft-expires = { $office }: the draft has not changed for a long time. It will be erased on { $day } unless somebody works on it by then.
notice-lists-expire = The lists of all offices will be erased on { $day }, as the retention period says. Please save the export beforehand.

command-moje_dane = the data held about me
command-usun = erase my data
