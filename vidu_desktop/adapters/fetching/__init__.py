"""Brings videos to the disk: own HTTP client without the key, own threads, resumable and never garbled.

fetcher      the port: one daemon thread a download, at most three, cancelled by a flag between chunks
transfer     one download: ask, follow, judge, write, finish
replies      pure: what an answer's headers allow us to do with its bytes
part_file    the bytes so far, and the validator that lets them be continued
addresses    where a link may lead
sniff        what the first bytes are
words        the errors, in sentences
"""
