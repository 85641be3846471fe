"""How the program looks: theme, icons, sizes, the one style sheet.

It imports nothing else of the program; everything in `ui` may import it.
"""
