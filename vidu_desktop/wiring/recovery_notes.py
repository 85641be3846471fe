"""Sentences for the person about files that were found damaged at the start and were mended."""

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.wiring.storage import Storage


def mended(storage: Storage) -> list[Sentence]:
    """Return sentences about what was set aside and what was brought back in this run, as far as files have been read; none
    when all were whole.
    """
    said, jobs, index = [], storage.jobs, storage.library
    if jobs.set_aside_path is not None:
        said.append(Sentence(_JOBS_ASIDE, {"name": jobs.set_aside_path.name}))
    if jobs.rescued_jobs:
        said.append(
            Sentence(_ONE_RESCUED)
            if jobs.rescued_jobs == 1
            else Sentence(_SOME_RESCUED, {"count": jobs.rescued_jobs})
        )
    if index.set_aside_path is not None:
        said.append(Sentence(_INDEX_ASIDE, {"name": index.set_aside_path.name}))
    return said


_JOBS_ASIDE = QT_TRANSLATE_NOOP(
    "storage", "The list of jobs was damaged. It is set aside as “{name}”, and a new one was begun."
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
