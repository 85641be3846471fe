"""The one machine for helper processes: media, exports, records and the rehearsal use it.

A call has a deadline, progress, and a place in a line; it can be cancelled, and every helper ends with the program.
Importing it loads no decoder: that happens in the helpers alone. It may import `disk`.
"""
