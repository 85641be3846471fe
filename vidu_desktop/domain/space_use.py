"""How much of the disk what belongs to the program takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceUse:
    """All in bytes. `library` is without its trash and the `unused_stills`, copies of stills that nothing needs any more;
    `caches` can be made anew.
    """

    library_bytes: int
    trash_bytes: int
    prepared_bytes: int
    caches_bytes: int
    unused_stills_bytes: int = 0

    @property
    def tidied_bytes(self) -> int:
        """What tidying frees."""
        return self.caches_bytes + self.unused_stills_bytes
