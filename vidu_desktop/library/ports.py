"""What the library asks of the disk and of the index, as small Protocols. Adapters implement them; tests fake them.

Every method that waits is a coroutine and may be awaited on any loop; none blocks it for more than 5 ms.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.shelf import ShelfItem
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


class Changing(Protocol):
    """What every port has that lets the library change."""

    @property
    def turn(self) -> AbstractAsyncContextManager[object]:
        """Held by who changes records by what they say, or numbers a take: one after the other."""
        ...

    def require_writable(self) -> None:
        """Raise DiskTrouble unless the library is there and ours to change."""
        ...


class ClipRecords(Changing, Takes, Protocol):
    """The clips' records, and the index that follows them."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedClip:
    """A clip in the trash, with its file's place there. `trashed_at` is when it was moved in, as the folder tells."""

    clip: Clip
    trashed_at: datetime


class TrashBin(Changing, Takes, Protocol):
    """The library's own trash, and what the index knows of what is outside of it. All raise DiskTrouble."""

    async def clip(self, clip_id: str) -> Clip | None:
        """Return a clip that is in the library."""
        ...

    async def taken(self, trash_id: str, clip: Clip) -> bool:
        """Whether another clip lies in the trash under this id; what a kill left of moving `clip` in is its own."""
        ...

    async def put(self, clip: Clip, trash_id: str) -> None:
        """Move a clip's files in under an id that isn't `taken`, which its record then says; take it off the index."""
        ...

    async def document(self, clip_id: str) -> Document | None:
        """Return the record of a clip in the trash; None where there is none that can be read."""
        ...

    async def take_back(self, clip_id: str, document: Document | None) -> Clip | None:
        """Move a clip out, to where it was or beside what lies there now; `document` is what its record says from
        now on. None when the trash doesn't have it. Raises BadInput, too.
        """
        ...

    async def contents(self) -> Sequence[TrashedClip]:
        """Return what is in the trash, in no order."""
        ...

    async def delete(self, clip_id: str) -> bool:
        """Delete a clip in the trash for good; False when the trash doesn't have it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClip:
    """What a video without a record becomes; `price` is None where nobody knows that it cost something."""

    clip_id: str
    recipe: Document | None
    price: Money | None = None


class ImportFiles(Protocol):
    """Videos outside of the library, and the way in. Files are only ever read where they are."""

    async def ready(self) -> None:
        """See that the library can take something in. Raises DiskTrouble."""
        ...

    async def videos_at(self, paths: Sequence[Path]) -> list[Path]:
        """Return files themselves, and the videos anywhere in folders."""
        ...

    async def hash_of(self, path: Path) -> str:
        """Return a file's SHA-256. Raises OSError."""
        ...

    async def has_video(self, sha256: str) -> bool:
        """Whether the library has the very same file."""
        ...

    async def has_clip(self, clip_id: str) -> bool: ...

    async def recipe_of(self, path: Path) -> Document | None:
        """Return the recipe inside a video; None where there is none that makes sense. Raises NotAVideo, OSError."""
        ...

    async def copy_in(self, path: Path, sha256: str, new: NewClip) -> FoundRecord:
        """Copy a video in and write its record. Raises NotAVideo, DiskTrouble."""
        ...

    async def indexed(self, record: FoundRecord) -> Clip:
        """Bring the index up to a record. Raises DiskTrouble."""
        ...

    async def copy_back(self, path: Path, clip: Clip) -> Clip:
        """Copy a video to where a clip's own is missing. Raises DiskTrouble."""
        ...


class MissingFiles(Changing, Protocol):
    """Looking for a clip's files. All raise DiskTrouble."""

    async def known(self, clip_id: str) -> Clip:
        """Return a clip of the index."""
        ...

    async def record_of(self, clip: Clip) -> FoundRecord:
        """Read a clip's record where the index says it is. Raises BadInput when it can't be read."""
        ...

    async def moved_record(self, clip: Clip) -> FoundRecord | None:
        """Look for a clip's record that isn't where the index says; None when it is there, or nowhere."""
        ...

    async def video_again(self, clip: Clip, record: FoundRecord, folders: Sequence[Path]) -> Path | None:
        """Return where a clip's video is now, inside the library; from `folders` it is copied there."""
        ...

    async def put_together(self, record_path: Path, video_path: Path) -> Clip:
        """Let the record lie beside the video, and the index know."""
        ...


class PictureMaker(Protocol):
    """Looks at pictures, and makes them ready to send, by their hash."""

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        """Look at a picture. Raises BadInput for whatever isn't a whole, single, reasonable one."""
        ...

    async def prepare(self, path: str, limits: PictureLimits) -> PreparedPicture:
        """Copy a picture in as it is sent. Raises BadInput, DiskTrouble."""
        ...

    def prepared_path(self, sha256: str) -> Path: ...


class ShelfFiles(Protocol):
    """The list of the shelf and its pictures, in the library. Every call raises DiskTrouble; then nothing has changed."""

    async def all(self) -> list[ShelfItem]:
        """Return what is there, in the person's order. Raises BadInput when the list is damaged."""
        ...

    async def put(self, items: Sequence[ShelfItem], instead_of: Sequence[str] = ()) -> list[ShelfItem]:
        """Save some, each over one of its name and in the place of those that go; return all."""
        ...

    async def arrange(self, names: Sequence[str]) -> list[ShelfItem]:
        """Put those of these names into this order, the others behind them; return all."""
        ...

    async def keep_picture(self, picture: PreparedPicture, source: Path) -> None:
        """Copy a picture into the library, durably, if it isn't there."""
        ...

    def picture_path(self, picture: PreparedPicture) -> Path:
        """Return where a picture of the shelf lies, or would."""
        ...


class KeptPictures(Protocol):
    """Knows which pictures the kept videos were made of."""

    async def of_kept_clips(self) -> list[frozenset[str]]:
        """Return the hashes of the pictures of each kept video that shows subjects. Raises DiskTrouble."""
        ...


class PackedItem(NamedTuple):
    """One of a shelf with where its pictures lie."""

    item: ShelfItem
    picture_paths: tuple[str, ...]


class ShelfPacks(Protocol):
    """Files in which a shelf is passed on."""

    async def write(self, packed: Sequence[PackedItem], target: Path) -> None:
        """Write some of a shelf into a file. Raises DiskTrouble."""
        ...

    def opened(self, path: Path) -> AbstractAsyncContextManager[list[PackedItem]]:
        """Return what is in such a file, its pictures as long as it is open. Raises BadInput when there is nothing that
        can be read, DiskTrouble.
        """
        ...
