"""How much disk space the program's files take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceUse:
    """All in bytes. `library` excludes its trash and `unused_stills`, the copies of stills that nothing needs
    any more. `caches` can be made again.
    """

    library_bytes: int
    trash_bytes: int
    prepared_bytes: int
    caches_bytes: int
    unused_stills_bytes: int = 0

    @property
    def tidied_bytes(self) -> int:
        """What *Tidy* would free."""
        return self.caches_bytes + self.unused_stills_bytes
