"""What one would use instead: the enrolment's flow without its rules, as the libraries teach it.

Each takes the address of the Bot API, a token and a folder: `python -m tests.bench.peers.NAME`.
They check nothing, know no office and no limit, and answer with fixed words: what is measured is
what receiving, keeping a place and answering cost.
"""
