"""The index of clips in SQLite: a cache of the records, by which the library lists and searches.

It may import `records` and `sqlite`. It can be deleted at any time and is made anew.
"""
