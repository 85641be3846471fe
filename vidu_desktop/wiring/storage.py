"""Everything that is kept on the disk, put together for a composition root. Nothing is opened before its first use."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.adapters.desktop.whereabouts import whereabouts
from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.lease import Lease
from vidu_desktop.adapters.disk.own_threads import begin_on_own_thread
from vidu_desktop.adapters.disk.room import Ballast
from vidu_desktop.adapters.journal.job_store import SqliteJobStore
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog
from vidu_desktop.adapters.library_store.batch_files import BatchFiles
from vidu_desktop.adapters.library_store.board_files import BoardFiles
from vidu_desktop.adapters.library_store.board_trash import BoardTrash
from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.import_files import ImportedFiles
from vidu_desktop.adapters.library_store.library_disk import LibraryDisk
from vidu_desktop.adapters.library_store.library_presets import LibraryPresets
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.missing_files import LostFiles
from vidu_desktop.adapters.library_store.saved_searches import SavedSearches
from vidu_desktop.adapters.library_store.shelf_files import LibraryShelf
from vidu_desktop.adapters.library_store.shelf_uses import ShelfUses
from vidu_desktop.adapters.library_store.trash_files import TrashFiles
from vidu_desktop.adapters.library_store.unused_stills import UnusedStills
from vidu_desktop.adapters.records.videos import Videos
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.ports import Clock
from vidu_desktop.library.imports import ClipImports
from vidu_desktop.library.marking import ClipMarks
from vidu_desktop.library.missing import MissingClips
from vidu_desktop.library.trash import ClipTrash

RELEASED_WITHIN_S = 5.0
"""How long the end waits for the library's drive to take the mark away that this computer works there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """The journal, the parts of the library, and the disk's free space with its ballast."""

    jobs: SqliteJobStore
    library: FileLibrary
    marks: ClipMarks
    trash: ClipTrash
    imports: ClipImports
    missing: MissingClips
    searches: SavedSearches
    presets: LibraryPresets
    shelf: LibraryShelf
    shelf_uses: ShelfUses
    batches: BatchFiles
    store: LibraryStore
    boards: BoardFiles
    board_trash: BoardTrash
    lease: Lease
    disk: LibraryDisk
    ballast: Ballast

    def close(self) -> None:
        """Finish what is under way, as far as the library's drive answers. The library comes first, because its last steps are
        written down in the journal.
        """
        self.library.close()
        with suppress(OSError):  # without a thread, or a drive that answers, the lease runs out by itself
            thread, _ = begin_on_own_thread(self.lease.release, "lease of the library")
            thread.join(RELEASED_WITHIN_S)
        self.jobs.close()

    def unused_stills(self, drafts_path: Path, needed: Callable[[], Collection[str]]) -> UnusedStills:
        """Return an object that finds copies of stills that no file names and this run doesn't need."""
        return UnusedStills(self.store, drafts_path, needed)


def library_dir_of(paths: Paths, settings: Settings) -> Path:
    """Return the library's folder: the person's choice, else the platform's usual place."""
    if not settings.library_dir:
        return paths.library_dir
    chosen = Path(settings.library_dir)
    with suppress(RuntimeError):  # without such a user here, `~somebody` is an ordinary folder's name
        chosen = chosen.expanduser()
    return chosen.absolute()


def open_storage(
    paths: Paths, settings: Settings, videos: Videos, clock: Clock, files: Files | None = None
) -> Storage:
    """Put the parts together; this costs almost nothing. The caller must hold the instance lock, and calls `ballast.hold()`
    some time later.
    """
    root = library_dir_of(paths, settings)
    ballast = Ballast(paths.ballast_path)
    jobs = SqliteJobStore(
        paths.journal_path,
        PaidOrdersLog(paths.orders_path),
        now=clock.now,
        make_room=ballast.release,
        place=partial(whereabouts, paths.data_dir),
    )
    files = files or Files()
    lease = Lease(root, paths.installation_path, files, clock.now)
    store = LibraryStore(
        root,
        index_path=paths.index_path,
        covers_dir=paths.covers_dir,
        inputs_dir=paths.inputs_dir,
        videos=videos,
        files=files,
        lease=lease,
        now=clock.now,
    )
    trash = ClipTrash(TrashFiles(store))
    return Storage(
        jobs=jobs,
        library=FileLibrary(store),
        marks=ClipMarks(ClipRecordFiles(store)),
        trash=trash,
        imports=ClipImports(ImportedFiles(store), trash, jobs.price_paid),
        missing=MissingClips(LostFiles(store)),
        searches=SavedSearches(store),
        presets=LibraryPresets(store),
        shelf=LibraryShelf(store),
        shelf_uses=ShelfUses(store),
        batches=BatchFiles(store, paths.outlines_dir),
        store=store,
        boards=BoardFiles(store),
        board_trash=BoardTrash(store),
        lease=lease,
        disk=LibraryDisk(paths.data_dir, store),
        ballast=ballast,
    )
