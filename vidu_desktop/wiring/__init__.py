"""What both composition roots build: the engine with the adapters plugged into it, for one home.

This package imports adapters, engine and rehearsal, and never `ui`; `app`, `cli` and `controllers` import it.
"""
