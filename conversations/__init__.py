"""What Komplet decides: rules, states and transitions, as pure Python.

No I/O, no clock, no Telegram, no SQL. Everything that affects a state or a transition lives here.
"""
