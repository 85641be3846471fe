"""What a chain board asks of pictures, frames, sounds and seams."""

from dataclasses import dataclass

from vidu_desktop.controllers.batch_thumbs import Thumbnails
from vidu_desktop.controllers.library_ports import SeamMeter
from vidu_desktop.controllers.ports import SavedFrame, SoundLength
from vidu_desktop.controllers.still_fixes import StillFixes
from vidu_desktop.ui.protocols import PictureService


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMedia:
    """Without `thumbnails`, stills are shown without a picture; without `seams`, no jump is looked for."""

    pictures: PictureService
    fixes: StillFixes
    saved_frame: SavedFrame
    sound_length_s: SoundLength
    thumbnails: Thumbnails | None = None
    seams: SeamMeter | None = None
