# Practice: an office of one's own in which nothing counts.

practice-office = Urząd Gminy Przykładowo
practice-head = Wójt
practice-mark = <b>PRACTICE: nothing counts</b> · { $role }
practice-waits = The submission waits for the head of office. In practice the same person decides: please press “{ button-practice-as-head }”.
speaking-in-practice = { $role } (practice)
button-practice = Practice
button-practice-again = Begin anew
button-practice-end = End practice
button-practice-as-head = Play the head
button-practice-as-secretary = Back to the Sekretarz
command-cwiczenie = practice: nothing counts
help-practice = The whole submission can be rehearsed first with a made-up office: /cwiczenie. Nothing of it reaches the office, the Advisor or the coordinator, and after { $days } days without a change it is deleted.
note-practice-begun = The practice office is ready. Please enter made-up people; nobody else will see this.
note-practice-ended = Practice has ended, and everything entered in it has been deleted. From here on everything counts.
note-practice-sent = The submission is ready. Outside practice the head of office and the Advisor would be told now.
note-practice-alone = In practice nothing leaves this chat: no invitations, no requests to the coordinator.
