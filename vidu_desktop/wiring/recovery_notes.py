"""Sentences for the person about files that were found damaged at the start, mended or not."""

from vidu_desktop.adapters.library_store.list_files import (
    PRESETS_NAME,
    SEARCHES_NAME,
    SHELF_FILE_NAME,
    damaged_lists,
)
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.wiring.storage import Storage


def mended(storage: Storage) -> list[Sentence]:
    """Return sentences about what was set aside, brought back, or found to come from elsewhere in this run, as far as files
    have been read; none when all is as it was.
    """
    said, jobs, index = [], storage.jobs, storage.library
    if jobs.set_aside_path is not None:
        said.append(Sentence(_JOBS_ASIDE, {"name": jobs.set_aside_path.name}))
    if jobs.came_from_elsewhere:
        said.append(Sentence(_FROM_ELSEWHERE))
    if jobs.rescued_jobs:
        said.append(
            Sentence(_ONE_RESCUED)
            if jobs.rescued_jobs == 1
            else Sentence(_SOME_RESCUED, {"count": jobs.rescued_jobs})
        )
    if index.set_aside_path is not None:
        said.append(Sentence(_INDEX_ASIDE, {"name": index.set_aside_path.name}))
    return said


async def unread_lists(storage: Storage) -> list[Sentence]:
    """Return a sentence for each of the person's lists in the library that can't be read; none if the library can't be read."""
    store = storage.store
    try:
        damaged = await store.on_disk(lambda: damaged_lists(store.folder.root), store.folder.root)
    except DiskTrouble:
        return []
    return [Sentence(_LISTS_UNREAD[path.name], {"path": str(path)}) for path in damaged]


_LISTS_UNREAD = {
    SEARCHES_NAME: QT_TRANSLATE_NOOP(
        "storage",
        "Your saved searches can't be read: “{path}” is damaged. It stays as it is until a search is saved, and is set aside "
        "then. Videos aren't touched.",
    ),
    PRESETS_NAME: QT_TRANSLATE_NOOP(
        "storage",
        "Your presets can't be read: “{path}” is damaged. It stays as it is until a preset is saved, and is set aside then. "
        "Videos aren't touched.",
    ),
    SHELF_FILE_NAME: QT_TRANSLATE_NOOP(
        "storage",
        "Your shelf can't be read: “{path}” is damaged. It stays as it is until something is put on the shelf, and is set "
        "aside then. Its pictures are still in the library.",
    ),
}
_JOBS_ASIDE = QT_TRANSLATE_NOOP(
    "storage", "The list of jobs was damaged. It is set aside as “{name}”, and a new one was begun."
)
_FROM_ELSEWHERE = QT_TRANSLATE_NOOP(
    "storage",
    "This list of jobs comes from another computer or folder. The orders that wait in it may still wait there, too, and would "
    "be paid twice. So the queue is paused, and nothing was sent. Resume it if they aren't sent from there; else take them off.",
)
_ONE_RESCUED = QT_TRANSLATE_NOOP("storage", "One job was brought back from the second record of orders.")
_SOME_RESCUED = QT_TRANSLATE_NOOP(
    "storage", "{count} jobs were brought back from the second record of orders."
)
_INDEX_ASIDE = QT_TRANSLATE_NOOP(
    "storage",
    "The library's index was damaged. It is set aside as “{name}” and was made anew from the records; no video is "
    "lost.",
)
