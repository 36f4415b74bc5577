# Phrases with a number. The cases that Polish tells apart are the same phrase in English.

date = { $date }
moment = { $date }, { $time }

people-nominative = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-accusative = { people-nominative }
people-genitive = { people-nominative }
free-seats = { $count ->
    [one] { $count } free seat is left
   *[other] { $count } free seats are left
}
offices-nominative = { $count ->
    [one] { $count } office
   *[other] { $count } offices
}
offices-accusative = { offices-nominative }
rows-accusative = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
questions-nominative = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
days-ahead = { $count ->
    [0] today
    [1] tomorrow
   *[other] in { $count } days
}
days-overdue = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
offices-genitive = { offices-nominative }
days-nominative = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
