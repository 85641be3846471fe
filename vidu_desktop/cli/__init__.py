"""The command line: its grammar, its verbs and what they print. `job_verbs` is the composition root.

It imports wiring and everything below it, but no Qt; only `__main__` imports it. `arguments` is read before the window
opens, too, so nothing is imported here.
"""
