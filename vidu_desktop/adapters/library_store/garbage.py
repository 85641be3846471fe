"""Python's search for garbage, left out while a whole library is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_searched() -> Iterator[None]:
    """Leave garbage alone until the end. What records are read into stays and never goes in a circle; looking through it
    over and over took a fourth of the processor's time. Where nothing is searched already, nothing changes.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
