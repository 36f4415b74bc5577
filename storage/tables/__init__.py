"""The tables. They hold no rules; what a database can guarantee, it guarantees.

Times are UTC. Person ids are Telegram's user ids; one below zero is the pseudonym of somebody who
was erased. Names and details of listed people stand only in `submission.people` and
`approved.people`, one JSON text each. What may hold personal data is a `sealed` column.

Whoever imports one subject has the tables of all: a schema is always whole.
"""

from storage.tables import offices, people, programme, traffic

__all__ = ["offices", "people", "programme", "traffic"]
