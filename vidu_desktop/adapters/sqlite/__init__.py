"""An SQLite file with a thread of its own, its migrations, and the meaning of its errors.

This package may import `disk`; journal and index import it.
"""
