# The preview of a coordination table, and why a file is not one.

table = <b>Preview of the table: { $name }</b>
table-read = Read { $offices }, block I in total { $steering }, block II in total { $editorial }.
table-title = Title: { $title }
table-offices = <b>Offices (block I / block II):</b>
table-office = { $office } – { $steering } / { $editorial }
table-advisors = Advisors: { $advisors }.
table-advisor = { $name } ({ $count })
table-advisors-more = and { $count } more
table-no-advisor = without an Advisor ({ $count })
table-typed-agrees = The total typed in the table is right.
table-typed-differs = The total typed in the table: block I { $steering }, block II { $editorial }. It differs from the computed one; the figures in the rows apply.
table-no-typed = The table has no grand total to compare with.
table-remarks = <b>Remarks:</b>
table-no-remarks = Remarks: none.
table-rejected = <b>Will not be imported:</b>
table-rejected-row = { $office } (row { $row }) – { $why }
table-row = row { $row }: “{ $text }” – { $why }
table-sheet-row = sheet “{ $sheet }”, row { $row }: “{ $text }” – { $why }
table-sheet = sheet “{ $sheet }”: “{ $text }” – { $why }
table-office-row = { $office }, row { $row }: “{ $text }” – { $why }
table-whole = “{ $text }” – { $why }
table-replaced = { $office }: was { $before }; will be { $after }
table-figures = block I { $steering }, block II { $editorial }
table-unknown-limit = ?
table-known = { $count ->
    [one] { $count } office of this table is
   *[other] { $count } offices of this table are
} here already. Is this a new version of an earlier table or an additional table? A new version replaces the earlier one: an empty cell removes what was there, and offices that it leaves out stay and are marked. An additional one only adds: an empty cell changes nothing and nothing is marked. In either case nobody is removed from any list.
table-granted = Limits that the coordinator granted stay, unless you choose [The table's limits].
diff-title = <b>Changes in the new version</b>
diff-none = The new version changes nothing in the offices that are here already.
diff-over = <b>The team will be over the limit ({ $count }):</b>
diff-over-block = block { $block } – { people-accusative } too many
diff-granted = <b>Limits granted by the coordinator ({ $count }):</b>
diff-grant = block { $block } – limit granted by the coordinator: { $granted }, in the table: { $told }
diff-gone = <b>No longer in the table ({ $count }):</b>
diff-limits = <b>Limit changed ({ $count }):</b>
diff-limit = block { $block }: { $before } → { $after }
diff-advisors = <b>Advisor changed ({ $count }):</b>
diff-heads = <b>Head of office changed ({ $count }):</b>
diff-pair = { $office }: { $before } → { $after }
diff-line = { $office }: { $what }
diff-renamed = <b>Name written otherwise ({ $count }):</b>
diff-rename = “{ $told }” is { $office }
diff-returned = <b>In the table again ({ $count }):</b>
diff-unsure = <b>Not certain whether these are new offices ({ $count }); they will be added as new ones:</b>
diff-maybe = { $office } – perhaps: { $either }
diff-new = <b>New offices ({ $count }):</b>
table-confirm-columns = Columns 5 and 6 were recognised with doubts – please check the figures before approving.
table-question = Approve the import ({ offices-nominative })?
table-decided = This table has already been decided on.
table-gone = The preview of this table is gone. Please send the file again.

flag-PRZYPIS = the footnote mark was left out and only the figure taken
flag-LIMIT_OPISOWY = the figure given was taken as the limit
flag-ZAKRES = a range: the higher figure will be the limit
flag-BRAK_LIMITU = no limit: until it is settled, the norm of point 3 applies
flag-NIE_UCZESTNICZY = the office does not take part in this block
flag-DATA_W_KOMORCE = a date instead of a figure (probably a range): no limit was taken, please confirm it
flag-PODEJRZANE = a suspicious figure: no limit was taken, please confirm it
flag-BLAD_II_WIEKSZE_NIZ_I = the limit of block II cannot be larger than that of block I (point 5)
flag-POZA_NORMA = outside the norm of point 3; the table's figure applies
flag-KONFLIKT_ANEKS = the office appears twice with different figures; the later row was taken
flag-SUMA_NIEZGODNA = the total does not agree with the rows; it should be: { $computed }
flag-REZERWA = reserve seats are not counted in the limit
flag-BEZ_GORNEGO_LIMITU = only a minimum was given: until it is settled, the norm of point 3 applies
problem-KOLUMNY_SPRZECZNE = column numbers disagree with the headings
problem-KOLUMNY_WEDLUG_POLOZENIA = there are neither numbers nor headings; the fifth and sixth columns were taken
problem-KOLUMNY_WATPLIWE = the figures in these columns do not look like limits
problem-POMINIETY_WIERSZ = the row was not recognised and was left out
problem-UKRYTY_WIERSZ = the row is hidden in the file
problem-POMINIETY_ARKUSZ = the sheet holds no coordination table and was left out
problem-UKRYTY_ARKUSZ = the sheet is hidden and was left out
problem-POWTORZONY_URZAD = the office appears twice with the same figures; it was taken once
problem-DORADCA_NIEPEWNY = the Advisor's cell is blank, and it may or may not mean the Advisor above; none was taken
problem-PODOBNE_NAZWY = the same place in another case stands in the table already; two offices were read

not-a-table-PUSTA = The file { $name } is empty.
not-a-table-BRAK-KOLUMN = No columns of block I and block II were found in { $name }. Please check that it is a coordination table with column numbers or headings.
not-a-table-BRAK-URZEDOW = No office was found in { $name }.

upload-too-large = The file { $name } is too large. Files of up to 10 MB can be sent.
upload-empty = The file { $name } is empty.
upload-unsupported = The file { $name } could not be read. Supported: { -formats }.
upload-unreadable = The file { $name } could not be read. Supported: { -formats }.
upload-too-slow = Reading { $name } took too long. Please delete the sheets that are not needed and send it again.
upload-too-big-inside = The file { $name } holds too much data. Please delete the sheets that are not needed and send it again.
upload-password = The file { $name } has a password. Please send a version without one.
upload-macros = The file { $name } contains macros. Please save it without them, as .xlsx or .docx, and send it again.
upload-old-word = The file { $name } is in an old format (.doc or .rtf). Please save it as .docx and send it again.
upload-pdf = { $awaited ->
    [table] A table cannot be read reliably from a PDF ({ $name }). Please send a file: { -formats }.
   *[list] A list cannot be read reliably from a PDF ({ $name }). Please paste the text or send a file: { -formats }.
}
upload-image = { $awaited ->
    [table] The file { $name } is a picture, and no table can be read from a picture. Please send a file: { -formats }.
   *[list] The file { $name } is a picture, and no list can be read from a picture. Please paste the text or send a file: { -formats }.
}
upload-web-page = The file { $name } is a web page. Please save it as .xlsx and send it again.
upload-archive = The file { $name } is an archive. Please unpack it and send the file: { -formats }.
