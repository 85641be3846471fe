"""What batches need from other parts of the program, as small Protocols."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from vidu_desktop.batch.outline import BatchOutline
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.batch import Act, Batch, History, SeenPicture
from vidu_desktop.domain.board import Board, BoardNames, KeptBoard
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.errors import BadInput


class BatchStore(Protocol):
    """Batches in the library's folder. Each has a head, which `save` replaces, and a log, to which lines are added. All
    methods raise DiskTrouble, and BadInput (`batch-damaged`) for files that can't be trusted.
    """

    async def own_id(self) -> str:
        """Return the id of this installation, as it is written in the logs."""
        ...

    async def ids(self) -> list[str]:
        """Return the ids of all batches, oldest first."""
        ...

    async def stamps(self) -> dict[str, str]:
        """Return a stamp by batch id: it changes when the files of the batch change."""
        ...

    async def head_stamp(self, batch_id: str) -> str:
        """Return a stamp that changes when the head of a batch changes; empty where there is no head."""
        ...

    async def load(self, batch_id: str) -> Batch: ...
    async def outline(self, batch_id: str) -> BatchOutline:
        """Return what `load` would, without the rows. The rows are read only if the head has changed since they were last."""
        ...

    async def history(self, batch_id: str) -> History: ...
    async def save(self, batch: Batch) -> None:
        """Write the head. At every moment the file is either the old one or the new one."""
        ...

    async def append(self, batch_id: str, act: Act, *, durable: bool = True) -> None:
        """Add a line to the log. With `durable`, it is on the disk when this returns."""
        ...

    async def append_order(self, batch_id: str, act: Act, after: int) -> int | None:
        """Add the line of an order that is about to be made; it is on the disk when this returns. Return the new end of the
        log. None, and nothing is added, if another installation has written behind `after`, which is a `History.end`.
        """
        ...


class BoardStore(Protocol):
    """Chain boards in the library's folder, and copies of their stills. All methods raise DiskTrouble."""

    async def names(self) -> BoardNames: ...

    async def load(self, name: str) -> KeptBoard | None:
        """Read a board; None when there is none of this name. Raises BadInput for a damaged board."""
        ...

    async def save(self, board: Board, stamp: str) -> KeptBoard:
        """Save a board over the document with this stamp. If another document is in its place by now, the board is saved
        beside it under another name. Returns the board as it was saved.
        """
        ...

    async def rename(self, board: Board, name: str, stamp: str) -> KeptBoard:
        """Save a board under another name, and delete its document with this stamp. Returns the board with the name that it
        got: a number is added to a name that is in use.
        """
        ...

    async def copies(self) -> dict[str, str]:
        """Return the paths of the stills' copies by their SHA-256."""
        ...

    async def keep_still(self, path: str, sha256: str) -> bool:
        """Copy a still, unless a copy with the same content exists. Return False where its drive stopped answering."""
        ...


class ThrownBoards(Protocol):
    """The trash of boards. All methods raise DiskTrouble."""

    async def put(self, board: Board) -> str:
        """Move a board into the trash; return its id there."""
        ...

    async def take_back(self, trash_id: str) -> KeptBoard | None:
        """Put a board back, under another name where its name is in use; None when it isn't in the trash. Raises BadInput,
        too.
        """
        ...

    async def hidden(self) -> Collection[str]:
        """Return the ids of deleted boards, also of those that aren't in the trash any more."""
        ...


class ShelfNames(Protocol):
    """The shelf: entries that a prompt may name."""

    async def all(self) -> Sequence[ShelfItem]:
        """Return all entries of the shelf. Raises BadInput when the list is damaged, DiskTrouble."""
        ...

    def paths_of(self, item: ShelfItem) -> tuple[str, ...]:
        """Return the paths at which the pictures of an entry are, or should be."""
        ...

    async def sent_sha256(self, path: str) -> str:
        """Return the SHA-256 of a picture as it would be sent; empty if it can't be sent. Raises DiskTrouble."""
        ...


class Clips(Protocol):
    """The part of the library that says which videos a batch has."""

    async def by_origin(self, beginning: str) -> list[Clip]: ...


class Orders(Protocol):
    """The part of the engine that accepts a row as a job."""

    def submit(self, request: GenerationRequest, *, rehearsal: bool, origin: str = "") -> Job: ...
    def books(self) -> list[Job]: ...


class Sheets(Protocol):
    """Reads sheets as tables, in helper processes. Raises BadInput for a sheet that can't be read, DiskTrouble."""

    async def read(self, path: str, read_as: ReadAs | None = None) -> Sheet: ...


class PictureLooks(Protocol):
    """Reads facts of picture files without decoding the whole pictures."""

    async def get_ready(self) -> None:
        """Do in advance what takes long at the first look. Never raises."""
        ...

    async def look_at_heads(
        self, paths: Sequence[str], on_looked: Callable[[int, int], None]
    ) -> dict[str, PictureFacts | BadInput]: ...


class Files(Protocol):
    """How files look now, and what they hold. Files that can't be read are treated as missing."""

    async def digests(self, paths: Collection[str]) -> dict[str, str]:
        """Return the SHA-256 of each file that can be read to its end."""
        ...

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        """Return size and time of each file that exists."""
        ...


class Folders(Files, Protocol):
    """What is in folders, and how files look now. Files that can't be read are treated as missing."""

    async def pictures_below(self, folders: Sequence[str]) -> list[str]: ...
    async def pictures_of(self, folder: str) -> list[tuple[str, SeenPicture]] | None:
        """Return the pictures in a folder and below, each with its path relative to the folder; None when `folder` is no
        folder. Raises BadInput for a folder that may not be read, DiskTrouble.
        """
        ...

    async def which_are_files(self, paths: Collection[str]) -> dict[str, bool]: ...


Price = Callable[[GenerationRequest], Money]
"""Returns what one video costs now, in the currency of the service. Raises KeyError for a model that isn't in the catalogue,
BadInput when nobody has given the price.
"""
