"""Downloads: an HTTP client of their own without the key, threads of their own, resumable and never garbled.

It may import `net`, `disk` and the engine's ports.

fetcher       the engine's `Fetcher`: a daemon thread for each download, three at most, cancelled between chunks
linked_pictures  pictures behind links that the person dropped
clients       HTTP clients without the key, one for each way out
transfer      one download: ask, follow, judge, write, finish
pieces        the bytes of a body
replies       pure: what an answer's headers allow us to do with its bytes
part_file     the bytes so far, and the validator that lets them be continued
addresses     where a link may lead
video_sniff   what the first bytes are
fetch_errors  the errors, in sentences
"""
