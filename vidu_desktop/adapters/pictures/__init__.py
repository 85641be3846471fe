"""Pictures: what a file really is, what is wrong with it, and the one that is sent instead.

What decodes runs in helper processes. It may import `processes` and `disk`.
"""
