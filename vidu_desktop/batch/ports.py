"""What batches ask of the outside, as small Protocols."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

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
    """Batches in the library's folder. All raise DiskTrouble; BadInput (`batch-damaged`) for what can't be trusted."""

    async def own_id(self) -> str:
        """Return what this installation is known by in the logs."""
        ...

    async def ids(self) -> list[str]:
        """Return the ids of all batches, oldest first."""
        ...

    async def stamps(self) -> dict[str, str]:
        """Return by the id of each batch what changes when its files do."""
        ...

    async def head_stamp(self, batch_id: str) -> str:
        """Return what changes when the head of a batch does; empty where there is none."""
        ...

    async def load(self, batch_id: str) -> Batch: ...
    async def history(self, batch_id: str) -> History: ...
    async def save(self, batch: Batch) -> None:
        """Write the head; whole, old or new, at every moment."""
        ...

    async def append(self, batch_id: str, act: Act, *, durable: bool = True) -> None:
        """Add a line to the log; on the disk when this returns, if `durable`."""
        ...

    async def append_order(self, batch_id: str, act: Act, after: int) -> int | None:
        """Add the line of an order that is about to be made; on the disk when this returns. Return where the log ends then;
        None, and nothing is added, where behind `after`, a `History.end`, another installation has written.
        """
        ...


class BoardStore(Protocol):
    """Chain boards in the library's folder, and copies of their stills. All raise DiskTrouble."""

    async def names(self) -> BoardNames: ...

    async def load(self, name: str) -> KeptBoard | None:
        """Read a board; None when there is none of this name. Raises BadInput for one that is damaged."""
        ...

    async def save(self, board: Board, stamp: str) -> KeptBoard:
        """Write a board down over the document with this stamp; where another one lies there by now, beside it, under
        another name: the one that is returned.
        """
        ...

    async def rename(self, board: Board, name: str, stamp: str) -> KeptBoard:
        """Write a board down under another name, and take away its document with this stamp. Returns it under the name that
        it got: one that is taken gets a number.
        """
        ...

    async def copies(self) -> dict[str, str]:
        """Return where the copies of stills are, by their SHA-256."""
        ...

    async def keep_still(self, path: str, sha256: str) -> None:
        """Copy a still, unless there is a copy that holds the same."""
        ...


class ThrownBoards(Protocol):
    """The boards' trash. All raise DiskTrouble."""

    async def put(self, board: Board) -> str:
        """Move a board in; return what it is known by there."""
        ...

    async def take_back(self, trash_id: str) -> KeptBoard | None:
        """Put a board back, under another name where one of its name is there by now; None when it isn't in the trash.
        Raises BadInput, too.
        """
        ...

    async def hidden(self) -> Collection[str]:
        """Return the ids of the chains whose boards were deleted, also those that the trash doesn't have any more."""
        ...


class ShelfNames(Protocol):
    """Who may be named in a prompt."""

    async def all(self) -> Sequence[ShelfItem]:
        """Return who is on the shelf. Raises BadInput when the list is damaged, DiskTrouble."""
        ...

    def paths_of(self, item: ShelfItem) -> tuple[str, ...]:
        """Return where the pictures of one lie, or would."""
        ...


class Clips(Protocol):
    """Of the library: which videos a batch has already."""

    async def by_origin(self, beginning: str) -> list[Clip]: ...


class Orders(Protocol):
    """Of the engine: what takes a row in."""

    def submit(self, request: GenerationRequest, *, rehearsal: bool, origin: str = "") -> Job: ...
    def books(self) -> list[Job]: ...


class Sheets(Protocol):
    """Sheets read as tables, in helper processes. Raises BadInput for one that can't be read, DiskTrouble."""

    async def read(self, path: str, read_as: ReadAs | None = None) -> Sheet: ...


class PictureLooks(Protocol):
    """Files looked at without opening all of them."""

    async def get_ready(self) -> None:
        """Do beforehand what takes long at the first look. Never raises."""
        ...

    async def look_at_heads(
        self, paths: Sequence[str], on_looked: Callable[[int, int], None]
    ) -> dict[str, PictureFacts | BadInput]: ...


class Folders(Protocol):
    """What lies in folders, and how files are now. None raises: what can't be read isn't there."""

    async def pictures_below(self, folders: Sequence[str]) -> list[str]: ...
    async def pictures_of(self, folder: str) -> list[tuple[str, SeenPicture]] | None:
        """Return the pictures in a folder and below, by their paths from it on; None when it is no folder. Raises
        BadInput for one that may not be read, DiskTrouble.
        """
        ...

    async def which_are_files(self, paths: Collection[str]) -> dict[str, bool]: ...
    async def digests(self, paths: Collection[str]) -> dict[str, str]:
        """Return the SHA-256 of what each file holds, of those that can be read to the end."""
        ...

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        """Return size and time of each file that is there."""
        ...


Price = Callable[[GenerationRequest], Money]
"""What one video costs now, in US dollars."""
