"""One film of several videos, as `library join` and `chain --join` write it."""

from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.export.export_process import ExportOrder, run_export
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.domain.film import FilmWish
from vidu_desktop.wiring.measuring import pictures_for
from vidu_desktop.wiring.session import Session


async def write_film(clips: Sequence[Clip], film: FilmWish, target: Path, session: Session) -> MadeFile:
    """Write the film, whose parts are these clips, and return what was made. Raises BadInput, NotAVideo, DiskTrouble."""
    pictures = tuple(await pictures_for(session.program.library, clips, film))
    order = ExportOrder(film=film, target=str(target), pictures=pictures)
    return await run_export(order, lambda _share: None)
