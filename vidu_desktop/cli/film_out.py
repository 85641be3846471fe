"""One film of several videos, as `library join` and `chain --join` write it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.export.export_process import ExportOrder, run_export
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.domain.film import FilmWish
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


async def write_film(clips: Sequence[Clip], film: FilmWish, target: Path, session: Session) -> MadeFile:
    """Write the film, whose parts are these clips, and return what was made. Raises BadInput, NotAVideo, DiskTrouble."""
    pictures = tuple(await pictures_for(session.program.library, clips, film))
    order = ExportOrder(film=film, target=str(target), pictures=pictures)
    return await run_export(order, lambda _share: None)
