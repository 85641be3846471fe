"""The controllers carry out what the person does in the window: they hear the interface's signals, call verbs of the engine
and the library, and show the outcome.

Each module has one concern, written as coroutines. What all of them need is in one `WindowContext`. What they need from the
rest of the program is passed to `__init__` as small Protocols (`ports.py`, `library_ports.py`); adapters and wiring implement
these, and no controller imports adapters.
"""
