"""How the program looks: theme, icons, sizes, and its only style sheet.

This package imports only the domain from the rest of the program; everything in `ui` may import it.
"""
