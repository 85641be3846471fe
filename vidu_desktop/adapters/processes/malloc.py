"""Settings of Linux's C library for the memory of pictures: freed memory is kept for the next picture, in few arenas.

A picture of 720p takes 3.7 MB. Linux's C library returns blocks of that size to the system as soon as they are freed, and the
system hands out the next ones page by page, zeroed: 900 page faults, 2.4 ms for each picture on a small computer, where
converting the decoded frame takes 0.2 ms.
"""

import ctypes
import functools
import sys
from collections.abc import Callable

KEPT_BYTES = 24 << 20
"""How much freed memory is kept: six pictures of 720p."""
_BLOCK_BYTES = 32 << 20
"""Blocks above this size, which is the most that the C library accepts here, still come from the system one by one."""
ARENAS_MOST = 2
"""Each thread may get an arena of its own, eight for each core, and the free memory of one arena serves no other: with
readers that start and end, 1.5 of 1.8 GB were free in this way. Few arenas cost little, because Python's own lock lets only
one thread at a time allocate much.
"""
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # malloc.h


def limit_arenas() -> None:
    """Let all threads share ARENAS_MOST arenas. Call this before there are many threads: the C library decides only once."""
    _mallopt(_ARENA_MAX, ARENAS_MOST)


def keep_freed_memory() -> None:
    """Let this process keep what it frees, up to KEPT_BYTES."""
    _mallopt(_TRIM_THRESHOLD, KEPT_BYTES)
    _mallopt(_MMAP_THRESHOLD, _BLOCK_BYTES)


def give_back_freed_memory() -> None:
    """Return to the system the memory that is free between blocks in use; takes about 3 ms for 60 MB. Pictures that were made
    while a video was decoded leave holes between its frames, too small for the next pictures.
    """
    trim = _of_c_library("malloc_trim")
    if trim is not None:
        trim(ctypes.c_size_t(KEPT_BYTES))


def _mallopt(parameter: int, value: int) -> None:
    mallopt = _of_c_library("mallopt")
    if mallopt is not None:
        mallopt(parameter, value)


@functools.cache
def _of_c_library(name: str) -> Callable[..., int] | None:
    """Return a function of GNU's C library; None on other systems and with other C libraries.

    The result is cached: each look-up creates a library and a class, in a reference cycle that only the collector frees.
    """
    if not sys.platform.startswith("linux"):
        return None
    try:
        function: Callable[..., int] = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
    return function
