"""Videos: opening, checking, measuring and reading them frame by frame; and the recipe inside them.

Decoding runs in helper processes or in a reader's own thread. This package may import `pictures`, `processes` and `disk`.
"""
