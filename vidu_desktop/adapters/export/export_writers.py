"""Writes one export. Runs in a helper process; every file is written beside its place and renamed at the end."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import Files, rename_over
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.sync import sync_folder
from vidu_desktop.adapters.disk.system_reasons import reason_of
from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.export.begun_exports import new_part, remove_part
from vidu_desktop.adapters.export.encoders import MATRICES, PIXELS, OnProgress, write_video
from vidu_desktop.adapters.export.export_frames import Colouring, Shaper, frames_in_order
from vidu_desktop.adapters.export.gif import write_gif
from vidu_desktop.adapters.processes.helper_worker import cleared_if_alone
from vidu_desktop.adapters.video import recipe_box
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.mp4_structure import checked_structure
from vidu_desktop.adapters.video.sound_track import sound_between
from vidu_desktop.adapters.video.video_errors import kept_video
from vidu_desktop.domain.export import EndPictures, ExportFormat, ExportSettings, clocked, size_of, timing_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DISK_CODES, DiskTrouble, Sentence

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_PNG_LEVEL = 4
_PNG_DIGITS_LEAST = 4


def export(
    video_path: str,
    target: str,
    settings: ExportSettings,
    on_progress: OnProgress,
    pictures: EndPictures = EndPictures(),  # noqa: B008 - it is immutable
    *,
    part: str = "",
) -> bool:
    """Write `target`, which must not exist. Return whether its colours were matched to the `pictures`. `on_progress` is
    called with the numbers of finished frames and of all frames. `part` is the hidden path that is written to until then.

    Raises NotAVideo and DiskTrouble; then nothing is left of the export.
    """
    matched = False
    with kept_video(video_path), beside(Path(target), part=part) as place:
        match settings.format:
            case ExportFormat.MP4:
                with open_regular(video_path) as file:
                    checked_structure(file)  # a file that is no video isn't copied, however long it is
                Files().copy(Path(video_path), place)
            case ExportFormat.CLEAN_MP4:
                recipe_box.copy_clean(video_path, str(place))
            case ExportFormat.STILL | ExportFormat.PNG_SEQUENCE:
                matched = _pictures(video_path, place, settings, on_progress, pictures)
            case _:
                matched = _encoded(video_path, place, settings, on_progress, pictures)
    on_progress(1, 1)
    return matched


@contextmanager
def beside(target: Path, *, replaces: bool = False, part: str = "") -> Iterator[Path]:
    """Yield a hidden path beside the target, `part` if it is given, and rename it to the target after the body. With `replaces`
    it may replace a file.
    """
    place = Path(part) if part else new_part(target)
    try:
        with cleared_if_alone(partial(remove_part, place)), writing_out():
            target.parent.mkdir(exist_ok=True)  # not its parents: they may be on a missing drive
            yield place
            if target.exists() and not replaces:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
            rename_over(place, target)
            sync_folder(target.parent)
    except BaseException:
        remove_part(place)
        raise


@contextmanager
def writing_out() -> Iterator[None]:
    """Turn errors of writing into the error of an export."""
    try:
        yield
    except OSError as error:
        raise not_written(error) from error
    except DiskTrouble as error:
        if isinstance(error.__cause__, OSError) and error.code in DISK_CODES:
            raise not_written(error.__cause__) from error
        raise


def not_written(error: OSError) -> DiskTrouble:
    """Return the error for an export that couldn't be written: it says why, and that the library wasn't changed."""
    if os_errors.is_full(error):
        template = QT_TRANSLATE_NOOP(
            "library",
            "The disk is full. Nothing half-written is left, and the library is as it was. Make room or choose another "
            "folder, then export again.",
        )
        return DiskTrouble("export-disk-full", Sentence(template), full=True)
    if os_errors.is_gone(error):
        template = QT_TRANSLATE_NOOP(
            "library",
            "The folder isn't there any more. Nothing half-written is left, and the library is as it was. Connect its "
            "drive or choose another folder, then export again.",
        )
        return DiskTrouble("export-not-written", Sentence(template))
    if os_errors.is_read_only(error):
        template = QT_TRANSLATE_NOOP(
            "library",
            "The folder can't be written to. Nothing half-written is left, and the library is as it was. Allow it or "
            "choose another folder, then export again.",
        )
        return DiskTrouble("export-not-written", Sentence(template))
    template = QT_TRANSLATE_NOOP(
        "library",
        "The export couldn't be written ({reason}). Nothing half-written is left, and the library is as it was. Choose "
        "another folder.",
    )
    return DiskTrouble("export-not-written", Sentence(template, {"reason": reason_of(error)}))


def _colouring(source: FrameSource, settings: ExportSettings, pictures: EndPictures) -> Colouring | None:
    if not settings.match_colours or pictures == EndPictures():
        return None
    from vidu_desktop.adapters.export.colour_matching import matcher_of

    return matcher_of(source, pictures)


def _pictures(
    video_path: str, part: Path, settings: ExportSettings, on_progress: OnProgress, pictures: EndPictures
) -> bool:
    from vidu_desktop.adapters.pictures.picture_encoding import png

    source = FrameSource(video_path)
    try:
        timing = timing_of(settings, source.table)
        size = size_of(settings, source.table.width_px, source.table.height_px)
        colouring = _colouring(source, settings, pictures)
        shaper = Shaper(source, size, "rgb24", colouring=colouring)
        frames = (shaper.shaped(frame) for frame in frames_in_order(source, timing.frames))
        if settings.format is ExportFormat.STILL:
            image = next(frames).to_image()  # type: ignore[no-untyped-call]
            Files().write(part, png(image, _PNG_LEVEL))
        else:
            numbered_pictures(part, frames, len(timing.frames), on_progress)
        return colouring is not None
    finally:
        source.close()


def numbered_pictures(
    folder: Path, frames: "Iterable[VideoFrame]", count: int, on_progress: OnProgress
) -> None:
    """Write rgb24 frames into a new folder, with numbers of equal length, so that their names sort in the order of the
    frames.
    """
    from vidu_desktop.adapters.pictures.picture_encoding import png

    folder.mkdir()
    digits = max(_PNG_DIGITS_LEAST, len(str(count)))
    for number, frame in enumerate(frames, 1):
        image = frame.to_image()  # type: ignore[no-untyped-call]
        place = folder / f"frame_{number:0{digits}d}.png"
        write_atomically(place, writing(png(image, _PNG_LEVEL)), durable=False)
        on_progress(number, count)


def _encoded(
    video_path: str, part: Path, settings: ExportSettings, on_progress: OnProgress, pictures: EndPictures
) -> bool:
    source = FrameSource(video_path)
    try:
        colouring = _colouring(source, settings, pictures)
        table = source.table
        size = size_of(settings, table.width_px, table.height_px)
        timing = clocked(timing_of(settings, table), settings.format)
        if settings.format is ExportFormat.GIF:
            write_gif(part, source, timing, size, on_progress, colouring)
            return colouring is not None
        sound = None
        if table.has_sound and not settings.boomerang and settings.format is not ExportFormat.WEBP:
            first, last = timing.frames[0], timing.frames[-1]
            end_s = table.starts_s[first] + timing.end * float(timing.tick_s)
            end_s = min(end_s, table.starts_s[last] + table.duration_s(last))
            sound = sound_between(video_path, table.starts_s[first], end_s)
        kind = settings.format
        shaper = Shaper(source, size, PIXELS[kind], colouring=colouring, matrix=MATRICES[kind])
        frames = (shaper.shaped(frame) for frame in frames_in_order(source, timing.frames))
        write_video(part, settings.format, frames, timing, size, sound, on_progress)
        return colouring is not None
    finally:
        source.close()
