"""Coordination tables of every kind and format, with what they say.

A case is one file of `cases/`: what it is about, the table, and the reading that domain.md §5 asks
for, written by hand. `builder` makes the file that an office would send; what no builder makes lies
beside the case as the program saved it. `python -m tests.corpus.tables` scores them all.
"""
