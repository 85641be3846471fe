"""What the two composition roots build alike: the engine with the adapters plugged into it, on one home.

It imports adapters, engine and rehearsal, and never `ui`; `app`, `cli` and `controllers` import it.
"""
