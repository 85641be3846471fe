"""The index of clips in SQLite: a cache of the records, which the library uses for listing and searching.

It may import `records` and `sqlite`. The index can be deleted at any time; it is then rebuilt.
"""
