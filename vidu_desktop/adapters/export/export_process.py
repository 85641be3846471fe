"""Exports in a process of their own. It reports its progress and can be ended at any moment without leaving anything behind."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from vidu_desktop.adapters.export.begun_exports import BegunExports, new_part, remove_part
from vidu_desktop.adapters.pictures.picture_errors import helper_not_started
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Mishap
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import EndPictures, ExportSettings, MadeFile
from vidu_desktop.domain.film import FilmWish
from vidu_desktop.domain.name_pattern import NamePattern, free_names
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, ViduDesktopError

_log = logging.getLogger(__name__)
_MEMORY_BYTES = 3 << 30
"""Limit of the address space: encoders for large pictures map more memory than they use."""
_TELL_EVERY = 0.01
"""The share of the work between two reports of the progress."""
_DEADLINE_S = 24 * 3600.0

_OF_NO_VIDEO = frozenset({"export-disk-full", "export-not-written", "helper-not-started"})
"""Errors of the place or the program, not of one video: the next export would fail in the same way."""

OnProgress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """One file to make: from one video by its `settings`, or a film.

    With `replaces`, a film may replace a file that is already there. `part_folder` is an unfinished folder that the file is a
    part of: it goes, too, if the program is killed. `part` is where the file is written until it is complete; empty for any place
    beside the target. `pictures` are for matching colours: those of the video,
    or of each part of the film.
    """

    target: str
    video_path: str = ""
    settings: ExportSettings | None = None
    film: FilmWish | None = None
    pictures: tuple[EndPictures, ...] = ()
    replaces: bool = False
    part_folder: str = ""
    part: str = ""


async def run_export(
    order: ExportOrder, on_progress: OnProgress, begun: BegunExports | None = None
) -> MadeFile:
    """Make one file. `on_progress` is called on this loop's thread with the finished share, in [0, 1]. `begun` is told, so
    that a later start clears away what is left if everything is killed.

    Raises NotAVideo; BadInput where the file can't be made from the video or the program fails to make it; DiskTrouble, also
    where the process can't be started. When this is cancelled, it ends the process and deletes the half-written file.
    """
    processes = HelperProcesses(workers=1, memory_bytes=_MEMORY_BYTES, tries=1, name="export")
    loop = asyncio.get_running_loop()
    part = new_part(Path(order.target))
    order = replace(order, part=str(part))
    notes = ExitStack()
    try:
        if begun is not None:
            await loop.run_in_executor(None, notes.enter_context, begun.noted(part))
        matched = await processes.run(_DEADLINE_S, make, order, on_progress=on_progress)
        wanted = order.settings or order.film
        asked = wanted is not None and wanted.match_colours
        return MadeFile(Path(order.target), colours_kept=asked and not matched)
    except HelperFailed as error:
        raise _trouble_of(order, error) from error
    finally:
        await loop.run_in_executor(None, processes.close)
        await loop.run_in_executor(None, remove_part, part)
        await loop.run_in_executor(None, notes.close)


def _trouble_of(order: ExportOrder, error: HelperFailed) -> ViduDesktopError:
    if error.mishap is Mishap.NOT_STARTED:
        return helper_not_started()
    if error.mishap is Mishap.TOO_LARGE:
        template = QT_TRANSLATE_NOOP(
            "library", "There isn't enough memory to export this. Choose a smaller size."
        )
        return DiskTrouble("export-memory", Sentence(template))
    _log.error("export failed: %s", error)
    return _not_made(Path(order.target).name, error)


def _not_made(name: str, error: HelperFailed) -> BadInput:
    """Return the error for an export that failed although the video is good; a fault of the video is a NotAVideo."""
    if error.mishap is Mishap.CONFUSED:
        template = QT_TRANSLATE_NOOP(
            "library",
            "“{name}” couldn't be made: the program failed at writing it ({what}). That isn't the fault of the video. "
            "Nothing half-written is left, and the library is as it was. Another format or size may work.",
        )
        return BadInput("export-failed", Sentence(template, {"name": name, "what": error.detail}))
    template = QT_TRANSLATE_NOOP(
        "library",
        "“{name}” couldn't be made: the process that wrote it was ended, perhaps because the machine's memory ran out. "
        "Nothing half-written is left, and the library is as it was. Export it again, or choose a smaller size.",
    )
    return BadInput("export-ended", Sentence(template, {"name": name}))


def make(order: ExportOrder, tell: OnProgress) -> bool:
    """Make one file and return whether its colours were matched. Runs in the helper process, which loads the encoders."""
    from vidu_desktop.adapters.processes.helper_worker import cleared_if_alone

    if not order.part_folder:
        return _make(order, tell)
    with cleared_if_alone(partial(remove_part, Path(order.part_folder))):
        return _make(order, tell)


def _make(order: ExportOrder, tell: OnProgress) -> bool:
    from vidu_desktop.adapters.export import export_writers, join_videos

    told = 0.0

    def tell_now_and_then(done: int, whole: int) -> None:
        nonlocal told
        share = done / max(1, whole)
        if share - told >= _TELL_EVERY:
            told = share
            tell(share)

    if order.film is not None:
        return join_videos.join(
            order.film,
            order.target,
            tell_now_and_then,
            replaces=order.replaces,
            pictures=order.pictures,
            part=order.part,
        )
    if order.settings is None:
        raise ValueError("neither settings nor a film are ordered")
    (pictures,) = order.pictures or (EndPictures(),)
    return export_writers.export(
        order.video_path, order.target, order.settings, tell_now_and_then, pictures, part=order.part
    )


async def export_all(
    orders: Sequence[ExportOrder],
    on_progress: Callable[[int, float], None],
    begun: BegunExports | None = None,
) -> tuple[list[MadeFile], list[tuple[ExportOrder, ViduDesktopError]]]:
    """Make the files one after the other. A failed one doesn't end the others, unless the error is about the place.

    `on_progress` is called with the number of the order (from 0) and its finished share; `begun` as in `run_export`. Returns what was made, and what
    failed.
    """
    made: list[MadeFile] = []
    failed: list[tuple[ExportOrder, ViduDesktopError]] = []
    for number, order in enumerate(orders):
        try:
            made.append(await run_export(order, partial(on_progress, number), begun))
        except ViduDesktopError as error:
            if error.code in _OF_NO_VIDEO:
                failed += [(later, error) for later in orders[number:]]
                break
            failed.append((order, error))
    return made, failed


def orders_for(
    clips: Sequence[Clip],
    settings: ExportSettings,
    pattern: NamePattern,
    folder: Path,
    pictures: Sequence[EndPictures] = (),
) -> list[ExportOrder]:
    """Return the order for each clip, named by the pattern, with names that are free in the folder. `pictures` are those of
    each clip; empty for no pictures at all. Blocks.
    """
    names = free_names(pattern, clips, settings.format.suffix, names_in(folder))
    return [
        ExportOrder(
            video_path=clip.video_path, target=str(folder / name), settings=settings, pictures=(ends,)
        )
        for clip, (_wished, name), ends in zip(
            clips, names, pictures or [EndPictures()] * len(clips), strict=True
        )
    ]


def names_in(folder: Path) -> frozenset[str]:
    """Return the names in a folder, in lower case; empty where it can't be read. Blocks."""
    try:
        return frozenset(path.name.casefold() for path in folder.iterdir())
    except OSError:
        return frozenset()
