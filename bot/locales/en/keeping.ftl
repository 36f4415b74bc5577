# How long data are kept: the settings of their own group (domain.md §4.4).

settings-kept = <b>Keeping of data</b>
button-settings-kept = Keeping of data
set-project_end = End of the project: { $value }
set-project_end-ask = Please type the date on which the project ends, e.g. “30.09.2027”. The keeping of lists is counted from it; without it no list is deleted. “none” removes the date.
button-set-project_end = End of project
set-keep_drafts = Drafts (days since the last change): { $value }
set-keep_drafts-ask = For how many days since the last change are drafts to be kept? Please type a number from 8 to 3650. “none” restores the default.
button-set-keep_drafts = Drafts
set-keep_lists = Lists (days since the project ended): { $value }
set-keep_lists-ask = For how many days after the end of the project are lists to be kept? Please type a number from 15 to 3650. “none” restores the default.
button-set-keep_lists = Lists
set-keep_spent = Technical records (days): { $value }
set-keep_spent-ask = For how many days are technical records, e.g. letters sent and invitations used, to be kept? Please type a number from 8 to 3650. “none” restores the default.
button-set-keep_spent = Technical records
