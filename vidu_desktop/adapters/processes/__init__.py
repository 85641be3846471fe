"""The one implementation of helper processes: media, exports, records and the rehearsal use it.

A call has a deadline, progress, and a place in a line. It can be cancelled, and every helper ends with the program. Importing
this package loads no decoder: decoders are loaded only in the helpers. It may import `disk`.
"""
