"""An SQLite file with a thread of its own, its migrations, and what its errors mean.

It may import `disk`; journal and index import it.
"""
