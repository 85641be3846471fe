"""Videos: opened, checked before they count, measured, read frame by frame; and the recipe inside them.

What decodes runs in helper processes or in a reader's own thread. It may import `pictures`, `processes` and `disk`.
"""
