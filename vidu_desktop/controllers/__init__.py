"""The person's wishes made to work: signals of the interface in, verbs of engine and library out, words back.

One concern each, as coroutines. What all of them need is one `WindowContext`; what they need of the world comes through
`__init__` as small Protocols (`ports.py`, `library_ports.py`), which adapters and wiring fulfil and none of these modules imports.
"""
