"""The library as a whole: videos, records and index kept in step; audit. It implements the ports of `library`.

It may import `records`, `index`, `sqlite`, `disk` and the paths of `desktop`. Only the composition roots and `controllers` import it.
"""
