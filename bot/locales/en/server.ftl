# The command line and exported files.

cli-import-confirm = Approve the import of this table?
cli-import-choice = 1 – new version, 2 – additional table, { $granted ->
    [yes] 3 – new version with the table's limits also where the coordinator granted more,
   *[no] {""}
} 0 – reject
cli-import-additional = Imported as an additional table. As a new version: komplet import FILE { $option }
cli-more-offices = … and { $count } more; all of them: { $option }
cli-import-rejected = The table was rejected. Nothing has changed.
cli-imported = The table was imported: { offices-nominative }.
cli-table-read = Read { offices-nominative }, block I in total { $steering }, block II in total { $editorial }.
cli-no-offices = There are no offices yet. To import a table: komplet import FILE
cli-totals = People submitted: { $people } (block II is the same people). Person-places: { $places }.

export-offices = Offices
export-people = People
export-total = Total
export-column-office = Office
export-column-advisor = Advisor
export-column-limit-steering = Limit – block I (col. 5)
export-column-limit-editorial = Limit – block II (col. 6)
export-column-status = Status
export-column-plenipotentiary = Pełnomocnik
export-column-steering = Steering group
export-column-editorial = Editorial team
export-column-given = First names
export-column-surname = Surname
export-column-title = Title
export-column-position = Position
export-column-email = E-mail
export-column-phone = Phone
export-column-extension = Extension
export-column-block-i = Block I
export-column-block-ii = Block II
export-column-missing = Missing
