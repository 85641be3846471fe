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
