"""One film of several videos, as `library join` and `chain --join` write it."""

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from vidu_desktop.adapters.export.export_process import ExportOrder, run_export
from vidu_desktop.batch.chain import Gap
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.domain.film import FilmPart, FilmWish
from vidu_desktop.domain.frames import USUAL_FPS
from vidu_desktop.domain.options import OptionKey, Options
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value
from vidu_desktop.wiring.measuring import pictures_for
from vidu_desktop.wiring.session import Session


def sound_beneath(options: argparse.Namespace) -> str:
    """Return the path of the sound beneath the film; empty for none. Raises BadInput if it can't be played, DiskTrouble."""
    if options.sound is None:
        return ""
    from vidu_desktop.adapters.video.sound_file import sound_length_s

    path = str(options.sound.absolute())
    sound_length_s(path)
    return path


def check_trims(parts: Sequence[FilmPart], clips: Sequence[Clip]) -> None:
    """Raise BadInput (`film-trim`) when trimming would leave no frame of one of these clips. A clip of a single frame, which
    is only the doubled one of a seam, is allowed.
    """
    for part, clip in zip(parts, clips, strict=True):
        count = _frames_of(clip)
        if _hides_all(part, count):
            values = _left_out(part, count) | {"name": Path(clip.video_path).name}
            raise BadInput("film-trim", Sentence(_NOTHING_LEFT, values))


def check_planned_trims(parts: Sequence[FilmPart], gaps: Sequence[Gap], made: Mapping[str, Clip]) -> None:
    """Raise BadInput (`film-trim`) when trimming would leave no frame of one of a chain's gaps. Used before the gaps are
    made: `made` are the existing videos by their basis; any other video is expected to be as long as it is ordered. Where
    its model doesn't say its rate, the error says how to find out.
    """
    for part, gap in zip(parts, gaps, strict=True):
        clip = made.get(gap.basis)
        count = frames_ordered(gap.request.options) if clip is None else _frames_of(clip)
        if _hides_all(part, count):
            values = _left_out(part, count) | {"shot": gap.shot}
            is_known = clip is not None or OptionKey.FPS in gap.request.options
            words = _NOTHING_WOULD_BE_LEFT if is_known else _NOTHING_MIGHT_BE_LEFT
            raise BadInput("film-trim", Sentence(words, values | {"fps": USUAL_FPS}))


def frames_ordered(options: Options) -> int:
    """Return how many frames a video with these options will have: 0 without a duration; the usual rate is USUAL_FPS."""
    seconds, fps = options.get(OptionKey.DURATION, 0), options.get(OptionKey.FPS, USUAL_FPS)
    return round(float(seconds) * float(fps))


def _frames_of(clip: Clip) -> int:
    return clip.video.frame_count or round(clip.video.duration_s * clip.video.fps)


def _hides_all(part: FilmPart, count: int) -> bool:
    left_out = part.skip_first + part.skip_last
    return left_out > 1 and left_out >= count


def _left_out(part: FilmPart, count: int) -> dict[str, Value]:
    return {"count": count, "first": part.skip_first, "last": part.skip_last}


async def write_film(clips: Sequence[Clip], film: FilmWish, target: Path, session: Session) -> MadeFile:
    """Write the film, whose parts are made of `clips`, and return the file. Raises BadInput, NotAVideo, DiskTrouble."""
    pictures = tuple(await pictures_for(session.program.library, clips, film))
    order = ExportOrder(film=film, target=str(target), pictures=pictures)
    begun = session.program.begun_exports
    await asyncio.to_thread(begun.clear)
    return await run_export(order, lambda _share: None, begun)


_NOTHING_LEFT = QT_TRANSLATE_NOOP(
    "command line",
    "Nothing would be left of “{name}”. Its length in frames is {count}; left out are {first} at its beginning and {last} at "
    "its end. Nothing was written. Leave out fewer with --trim.",
)
_NOTHING_WOULD_BE_LEFT = QT_TRANSLATE_NOOP(
    "command line",
    "Nothing would be left of {shot} in the film. Its length in frames is about {count}; left out are {first} at its beginning "
    "and {last} at its end. Nothing was sent. Leave out fewer with --trim.",
)
_NOTHING_MIGHT_BE_LEFT = QT_TRANSLATE_NOOP(
    "command line",
    "Nothing would be left of {shot} in the film. Its length in frames is about {count} at the usual {fps:g} a second; left out "
    "are {first} at its beginning and {last} at its end. Nothing was sent. Leave out fewer with --trim. If its model has more "
    "frames a second, make its videos without --trim, --join and --timeline first: with them the same command then makes the "
    "film, and pays for nothing again.",
)
