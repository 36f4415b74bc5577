"""Reads one uploaded file in a process of its own: bytes on stdin, sheets as JSON on stdout.

Run by bot.uploads as `python -m bot.upload_child`. It trusts nothing: what a file is follows from
its content, its size inside is known before anything is unpacked, and memory and CPU have a limit
that ends this process and no other. It never touches disk, network, database or settings, and
never runs what a file carries. Its imports are few, because each upload pays for them.

`reading` says what a file is; beside it stands one module per kind of file.
"""
