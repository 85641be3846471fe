"""How much of the disk what belongs to the program takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceUse:
    """All in bytes. `library` is without its trash; `caches` can be made anew."""

    library_bytes: int
    trash_bytes: int
    prepared_bytes: int
    caches_bytes: int
