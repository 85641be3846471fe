"""Downloads: with an HTTP client of their own that has no key, on threads of their own, resumable, never garbled.

It may import `net`, `disk` and the engine's ports.

fetcher       the engine's `Fetcher`: a daemon thread for each download, at most three, cancelled between pieces
linked_pictures  pictures behind links that the person dropped
clients       HTTP clients without the key, one for each route (direct, or through a proxy)
transfer      one download: request, follow redirects, judge, write, finish
pieces        reads the bytes of a body
replies       pure: what may be done with an answer's bytes, judged by its headers
part_file     the bytes so far, and the validator by which they may be continued
addresses     where a link may lead
video_sniff   recognises the first bytes of a download
release_page  asks for the newest version of the program
fetch_errors  the errors, with their sentences
"""
