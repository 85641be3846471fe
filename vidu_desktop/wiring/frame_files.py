"""Access to single frames of videos for the window. The decoders are loaded with the first video, not at the start."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from vidu_desktop.domain.film import Film, PartColours
from vidu_desktop.domain.frames import FramePixels, FrameTable, SoundTrack

if TYPE_CHECKING:
    from vidu_desktop.adapters.video.frame_decoder import FrameDecoder, Painter


class FrameFiles:
    """Implements the controllers' FrameAccess. All methods block, and raise NotAVideo and DiskTrouble."""

    def open(
        self,
        path: str,
        ready: Callable[[int, FramePixels | None], None],
        *,
        is_part: bool = False,
        colours: PartColours | None = None,
    ) -> "FrameDecoder":
        from vidu_desktop.adapters.video.frame_decoder import PART_BYTES, FrameDecoder
        from vidu_desktop.adapters.video.video_errors import kept_video

        most_bytes = PART_BYTES if is_part else None
        with kept_video(path):
            return FrameDecoder(path, ready, most_bytes=most_bytes, painter=_painter(colours))

    def table_of(self, path: str) -> FrameTable:
        from vidu_desktop.adapters.video.frame_source import FrameSource
        from vidu_desktop.adapters.video.video_errors import kept_video

        with kept_video(path), closing(FrameSource(path)) as source:
            return source.table

    def read_film_sound(self, film: Film) -> SoundTrack | None:
        from vidu_desktop.adapters.video.film_sound import read_film_sound

        return read_film_sound(film)

    def sound_length_s(self, path: str) -> float:
        from vidu_desktop.adapters.video.sound_file import sound_length_s

        return sound_length_s(path)

    def read_sound(self, path: str) -> SoundTrack | None:
        from vidu_desktop.adapters.video.sound_track import read_sound

        return read_sound(path)

    def save_frame(self, path: str, number: int | None, target: str) -> str:
        from vidu_desktop.adapters.video.frame_saving import save_frame

        return save_frame(path, number, target)

    def frame_of(self, path: str, number: int | None) -> FramePixels:
        from vidu_desktop.adapters.video.frame_saving import frame_of

        return frame_of(path, number)

    def load(self) -> None:
        import vidu_desktop.adapters.video.frame_decoder
        import vidu_desktop.adapters.video.sound_track  # noqa: F401
        from vidu_desktop.adapters.processes.malloc import keep_freed_memory

        keep_freed_memory()


def _painter(colours: PartColours | None) -> "Painter | None":
    if colours is None:
        return None
    from vidu_desktop.adapters.export.played_colours import coloured_pixels

    return partial(coloured_pixels, colours=colours)
