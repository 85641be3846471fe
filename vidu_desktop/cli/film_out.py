"""One film of several videos, as `library join` and `chain --join` write it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.export.export_process import ExportOrder, run_export
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.domain.film import FilmPart, FilmWish
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value
from vidu_desktop.wiring.measuring import pictures_for
from vidu_desktop.wiring.session import Session


def sound_beneath(options: argparse.Namespace) -> str:
    """Return the sound file that lies beneath the film; empty for none. Raises BadInput, DiskTrouble for one that can't be heard."""
    if options.sound is None:
        return ""
    from vidu_desktop.adapters.video.sound_file import sound_length_s

    path = str(options.sound.absolute())
    sound_length_s(path)
    return path


def see_that_all_are_seen(parts: Sequence[FilmPart], clips: Sequence[Clip]) -> None:
    """Raise BadInput (`film-trim`) when of one of these clips no frame would be left that isn't trimmed; the doubled frame at
    a seam may be all that a clip has.
    """
    for part, clip in zip(parts, clips, strict=True):
        video, left_out = clip.video, part.skip_first + part.skip_last
        count = video.frame_count or round(video.duration_s * video.fps)
        if left_out > 1 and left_out >= count:
            values: dict[str, Value] = {
                "name": Path(clip.video_path).name,
                "count": count,
                "first": part.skip_first,
                "last": part.skip_last,
            }
            raise BadInput("film-trim", Sentence(_NOTHING_LEFT, values))


async def write_film(clips: Sequence[Clip], film: FilmWish, target: Path, session: Session) -> MadeFile:
    """Write the film, whose parts are these clips, and return what was made. Raises BadInput, NotAVideo, DiskTrouble."""
    pictures = tuple(await pictures_for(session.program.library, clips, film))
    order = ExportOrder(film=film, target=str(target), pictures=pictures)
    return await run_export(order, lambda _share: None)


_NOTHING_LEFT = QT_TRANSLATE_NOOP(
    "command line",
    "Nothing would be left of “{name}”. Its length in frames is {count}; left out are {first} at its beginning and {last} at "
    "its end. Nothing was written. Leave out fewer with --trim.",
)
