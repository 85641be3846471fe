"""The library's doors to the disk and to the index, as small Protocols. Adapters implement them; tests fake them.

Every method that waits is a coroutine and may be awaited on any loop; none blocks it for more than 5 ms.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.records import Document
from vidu_desktop.errors import ViduDesktopError

ClipRef = str | int
"""A clip by its id, or by the row at which a list has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """A record that was read. `video_rel` is the path inside the library, with slashes, of the video it is of."""

    record_path: Path
    video_path: Path
    video_rel: str
    document: Document


class Take(NamedTuple):
    """A clip among those of its shot. `number` is None where it has none."""

    clip_id: str
    number: int | None
    winner: bool


class Takes(Protocol):
    """What the index knows of shots."""

    async def takes(self, project: str, shot: str) -> Sequence[Take]:
        """Return the clips of a shot, in no order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The clips of the records that were written, as the index has them now, and what kept the rest from it."""

    clips: Sequence[Clip]
    trouble: ViduDesktopError | None = None


class ClipRecords(Takes, Protocol):
    """The clips' records, and the index that follows them."""

    @property
    def turn(self) -> AbstractAsyncContextManager[object]:
        """Held by who changes records by what they say, or numbers a take: one after the other."""
        ...

    def require_writable(self) -> None:
        """Raise DiskTrouble unless the library is there and ours to change."""
        ...

    async def read(self, clips: Sequence[ClipRef]) -> Mapping[str, FoundRecord | ViduDesktopError]:
        """Return the records by clip id, in the order asked for; in place of one that can't be read, why.

        An id that the index doesn't know can't be read. A row that is gone is left out, as in a list.
        """
        ...

    async def write(self, changed: Sequence[FoundRecord], same: Sequence[FoundRecord] = ()) -> Written:
        """Save `changed` durably, in this order, until one can't be saved. Then bring the index up to those that were
        saved, and to those that are the `same`: the index may not know yet what they say.
        """
        ...

    async def rename(self, clip_id: str, stem: str) -> Clip:
        """Rename video and record to `stem`, numbered where that is taken. Raises BadInput, DiskTrouble."""
        ...
