"""Keeps the memory of pictures once the program has had it.

A picture of 720p is 3.7 MB. Linux' C library gives blocks of that size back to the system as soon as they are free, and
the system hands the next ones out page by page, zeroed: 900 page faults, 2.4 ms for each picture on a small machine,
where making it of the decoded frame takes 0.2 ms.
"""

import ctypes
import sys
from contextlib import suppress

KEPT_BYTES = 64 << 20
"""So much may lie free: seventeen pictures of 720p."""
_BLOCK_BYTES = 32 << 20
"""Larger ones than that, the most that the C library takes, still come from the system one by one."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h


def keep_freed_memory() -> None:
    """Let this process keep what it frees, up to KEPT_BYTES. Other systems and C libraries have other ways: nothing then."""
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError, AttributeError):  # no such function: musl
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_TRIM_THRESHOLD, KEPT_BYTES)
        mallopt(_MMAP_THRESHOLD, _BLOCK_BYTES)
