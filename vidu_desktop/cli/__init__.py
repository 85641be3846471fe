"""The command line: its grammar, its verbs and what they print. `job_verbs` is the composition root.

This package imports `wiring` and everything below it, but no Qt; only `__main__` imports it. Nothing is imported in this
file, because `arguments` is also read before the window opens.
"""
