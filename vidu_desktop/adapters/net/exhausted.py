"""Tells that this computer is at an end (open files, memory, threads) from a network that can't be reached."""

import errno

_NUMBERS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOBUFS})
MACHINE_AT_END = "machine-at-end"
"""Code of the errors of a request for which this computer had no open file, memory or thread left."""


def is_exhausted(error: BaseException) -> bool:
    """Whether one in an error's chain of causes says that this computer has no open file, memory or thread left."""
    seen: BaseException | None = error
    while seen is not None:
        # Python's words for a thread that the system refuses; there is no class for it.
        no_thread = isinstance(seen, RuntimeError) and "start new thread" in str(seen)
        if no_thread or isinstance(seen, MemoryError) or getattr(seen, "errno", None) in _NUMBERS:
            return True
        seen = seen.__cause__ or seen.__context__
    return False
