"""Whether the library's folder can take videos now."""

from enum import StrEnum


class Availability(StrEnum):
    """What can be done with the folder."""

    THERE = "there"
    """Also a folder that is yet to be made."""
    READ_ONLY = "read-only"
    HELD_ELSEWHERE = "held-elsewhere"
    """Another computer works on it."""
    GONE = "gone"
    """It was there before: its drive isn't connected, or somebody moved it."""
    EMPTIED = "emptied"
    """An empty folder is in its place, as where its drive isn't connected."""


AWAY = frozenset({Availability.GONE, Availability.EMPTIED})
"""While the folder is away no order is sent: nobody knows where its video will lie."""
