"""The library as a whole: keeps videos, records and index consistent, and checks them. It implements the ports of `library`.

It may import `records`, `index`, `sqlite`, `disk` and the paths of `desktop`. Only the composition roots and `controllers`
import it.
"""
