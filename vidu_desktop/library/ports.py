"""What the library needs from the disk and the index, as small Protocols. Adapters implement them; tests fake them.

Every method that waits is a coroutine, and may be awaited on any loop; none of them blocks the loop for more than 5 ms.
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
"""A clip by its id, or by its row in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """A record that was read. `video_rel` is the path of its video inside the library, with slashes."""

    record_path: Path
    video_path: Path
    video_rel: str
    document: Document


class Take(NamedTuple):
    """A clip of a shot. `number` is None where it has none."""

    clip_id: str
    number: int | None
    winner: bool


class Takes(Protocol):
    """What the index knows about shots."""

    async def takes(self, project: str, shot: str) -> Sequence[Take]:
        """Return the clips of a shot, in any order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The clips whose records were written, as they are now in the index, and why the rest couldn't be written."""

    clips: Sequence[Clip]
    trouble: ViduDesktopError | None = None


class Changing(Protocol):
    """The common part of all ports through which the library is changed."""

    @property
    def turn(self) -> AbstractAsyncContextManager[object]:
        """A lock for those who change records by their content, or number takes: one at a time."""
        ...

    def require_writable(self) -> None:
        """Raise DiskTrouble unless the library is there and ours to change."""
        ...


class ClipRecords(Changing, Takes, Protocol):
    """The records of the clips, and the index that follows them."""

    async def read(self, clips: Sequence[ClipRef]) -> Mapping[str, FoundRecord | ViduDesktopError]:
        """Return the records by clip id, in the order of `clips`; for a record that can't be read, the error instead.

        A clip id that the index doesn't know can't be read. A row that doesn't exist any more is left out.
        """
        ...

    async def write(self, changed: Sequence[FoundRecord], same: Sequence[FoundRecord] = ()) -> Written:
        """Save the `changed` records durably, in this order, until one can't be saved. Then update the index for the saved
        records, and for the `same` ones, which haven't changed but may not be in the index as they are.
        """
        ...

    async def rename(self, clip_id: str, stem: str) -> Clip:
        """Rename video and record to `stem`, with a number where that name is taken. Raises BadInput, DiskTrouble."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedClip:
    """A clip in the trash, with the path that its file has there. `trashed_at` is when it was moved in, according to its
    folder.
    """

    clip: Clip
    trashed_at: datetime


class TrashBin(Changing, Takes, Protocol):
    """The library's own trash, and what the index knows about the clips outside it. All methods raise DiskTrouble."""

    async def clip(self, clip_id: str) -> Clip | None:
        """Return a clip of the library; None if it isn't there."""
        ...

    async def has_another(self, trash_id: str, clip: Clip) -> bool:
        """Whether another clip is in the trash under this id. Files that a kill left while `clip` was moved in don't count."""
        ...

    async def put(self, clip: Clip, trash_id: str) -> None:
        """Move a clip's files into the trash under an id for which `has_another` is false, write that id into its record, and
        remove the clip from the index.
        """
        ...

    async def document(self, clip_id: str) -> Document | None:
        """Return the record of a clip in the trash; None where there is none that can be read."""
        ...

    async def take_back(self, clip_id: str, document: Document | None) -> Clip | None:
        """Move a clip out of the trash, to its former place or next to what is there now. `document`, if given, becomes the
        content of its record. None when the clip isn't in the trash. Raises BadInput, too.
        """
        ...

    async def contents(self) -> Sequence[TrashedClip]:
        """Return the clips in the trash, in any order."""
        ...

    async def finish_moves(self) -> None:
        """Finish the moves that a kill interrupted between a clip's two files."""
        ...

    async def delete(self, clip_id: str) -> bool:
        """Delete a clip in the trash for good; False when it isn't in the trash."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClip:
    """What a video without a record becomes; `price` is None where no price is known."""

    clip_id: str
    recipe: Document | None
    price: Money | None = None


class ImportFiles(Protocol):
    """Videos outside the library, and the way in. The files outside are only ever read."""

    async def ready(self) -> None:
        """Check that the library can take something in. Raises DiskTrouble."""
        ...

    async def videos_at(self, paths: Sequence[Path]) -> list[Path]:
        """Return the files among `paths`, and the videos in and below the folders among them."""
        ...

    async def hash_of(self, path: Path) -> str:
        """Return a file's SHA-256. Raises OSError."""
        ...

    async def has_video(self, sha256: str) -> bool:
        """Whether the library has a file with exactly this content."""
        ...

    async def has_clip(self, clip_id: str) -> bool: ...

    async def recipe_of(self, path: Path) -> Document | None:
        """Return the recipe inside a video; None where there is none, or no valid one. Raises NotAVideo, OSError."""
        ...

    async def copy_in(self, path: Path, sha256: str, new: NewClip) -> FoundRecord:
        """Copy a video into the library and write its record. Raises NotAVideo, DiskTrouble."""
        ...

    async def indexed(self, record: FoundRecord) -> Clip:
        """Update the index for a record; return its clip. Raises DiskTrouble."""
        ...

    async def copy_back(self, path: Path, clip: Clip) -> Clip:
        """Copy a video to the place where the clip's own video is missing. Raises DiskTrouble."""
        ...


class MissingFiles(Changing, Protocol):
    """The search for a clip's files. All methods raise DiskTrouble."""

    async def known(self, clip_id: str) -> Clip:
        """Return a clip of the index."""
        ...

    async def record_of(self, clip: Clip) -> FoundRecord:
        """Read a clip's record from the place that the index has for it. Raises BadInput when it can't be read."""
        ...

    async def moved_record(self, clip: Clip) -> FoundRecord | None:
        """Look for a clip's record that isn't at the index's place; None when it is there, or isn't found."""
        ...

    async def video_again(self, clip: Clip, record: FoundRecord, folders: Sequence[Path]) -> Path | None:
        """Return where a clip's video is now, inside the library; a video found in `folders` is copied there first. None when
        it isn't found.
        """
        ...

    async def put_together(self, record_path: Path, video_path: Path) -> Clip:
        """Put the record beside the video, and update the index."""
        ...


class PictureMaker(Protocol):
    """Checks pictures, and prepares them for sending under their hash."""

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        """Check a picture. Raises BadInput for anything but one complete picture of reasonable size."""
        ...

    async def prepare(self, path: str, limits: PictureLimits) -> PreparedPicture:
        """Copy a picture in, in the form in which it is sent. Raises BadInput, DiskTrouble."""
        ...

    def prepared_path(self, sha256: str) -> Path: ...


class ShelfFiles(Protocol):
    """The list of the shelf and its pictures, in the library. Every method raises DiskTrouble; then nothing has changed."""

    async def all(self) -> list[ShelfItem]:
        """Return the items of the shelf, in the person's order. Raises BadInput when the list is damaged."""
        ...

    async def put(self, items: Sequence[ShelfItem], instead_of: Sequence[str] = ()) -> list[ShelfItem]:
        """Save items, each replacing one with the same name, and together in the place of the items named in `instead_of`;
        return all items.
        """
        ...

    async def arrange(self, names: Sequence[str]) -> list[ShelfItem]:
        """Put the items with these names into this order, and all others behind them; return all items."""
        ...

    async def keep_picture(self, picture: PreparedPicture, source: Path) -> None:
        """Copy a picture into the library, durably, if it isn't there."""
        ...

    def picture_path(self, picture: PreparedPicture) -> Path:
        """Return the path of a picture of the shelf, whether it is there or not."""
        ...


class KeptPictures(Protocol):
    """Knows from which pictures the kept videos were made."""

    async def of_kept_clips(self) -> list[frozenset[str]]:
        """Return the hashes of the pictures of each kept video that shows subjects. Raises DiskTrouble."""
        ...


class PackedItem(NamedTuple):
    """An item of a shelf, with the paths of its pictures."""

    item: ShelfItem
    picture_paths: tuple[str, ...]


class OpenedPack(NamedTuple):
    """What can be read of a file of items, and how many items in it can't."""

    items: tuple[PackedItem, ...]
    unreadable: int


class ShelfPacks(Protocol):
    """Files with which a shelf is passed on."""

    async def write(self, packed: Sequence[PackedItem], target: Path) -> None:
        """Write items of a shelf into a file. Raises DiskTrouble."""
        ...

    def opened(self, path: Path) -> AbstractAsyncContextManager[OpenedPack]:
        """Open such a file and return its items; their pictures exist as long as it is open. Raises BadInput when there is
        nothing that can be read, DiskTrouble.
        """
        ...
