"""How much of a process's memory is in use, according to its C library."""

import ctypes


class _Account(ctypes.Structure):
    """`struct mallinfo2` of malloc.h."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            [
                "arena",
                "ordblks",
                "smblks",
                "hblks",
                "hblkhd",
                "usmblks",
                "fsmblks",
                "uordblks",
                "fordblks",
                "keepcost",
            ]
        )
    ]


def lent_mb() -> float:
    """Return how many megabytes this process has allocated and not freed; 0 where the C library isn't Linux's."""
    try:
        account = ctypes.CDLL(None).mallinfo2
    except (OSError, AttributeError):
        return 0.0
    account.restype = _Account
    told = account()
    return (int(told.uordblks) + int(told.hblkhd)) / 1e6
