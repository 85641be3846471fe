"""Pictures: find out what a file really is and what is wrong with it, and make the picture that is sent.

Decoding runs in helper processes. This package may import `processes` and `disk`.
"""
