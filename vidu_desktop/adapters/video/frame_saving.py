"""Saves one frame of a video as a PNG, decoded from the file in full quality, never taken from the screen."""

from pathlib import Path

from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.video_errors import kept_video, not_a_video
from vidu_desktop.domain.frames import FramePixels

_PNG_LEVEL = 4


def save_frame(video_path: str, number: int | None, target: str) -> str:
    """Write frame `number`, counted from 0 (None: the last one), to `target`; return that path. Blocks, so it is for a
    thread.

    Raises NotAVideo, and DiskTrouble when the video can't be read or the picture can't be written; then no file is left.
    """
    from PIL import Image

    from vidu_desktop.adapters.pictures.picture_encoding import png

    pixels = frame_of(video_path, number)
    size = (pixels.width_px, pixels.height_px)
    image = Image.frombuffer("RGB", size, pixels.bgra, "raw", "BGRX", pixels.stride_bytes, 1)
    save_file(Path(target), writing(png(image, _PNG_LEVEL)))
    return target


def frame_of(video_path: str, number: int | None) -> FramePixels:
    """Return frame `number`, counted from 0; None means the last one. Blocks. Raises NotAVideo, DiskTrouble."""
    with kept_video(video_path):
        return _pixels_of(video_path, number)


def _pixels_of(video_path: str, number: int | None) -> FramePixels:
    source = FrameSource(video_path)
    try:
        wanted = source.table.count - 1 if number is None else min(max(number, 0), source.table.count - 1)
        at, frame = source.way_to(wanted), None
        while (found := source.decode_from(at)) is not None:
            at = found[0] + 1
            if found[0] >= wanted:
                frame = found[1] if found[0] == wanted else None
                break
        if frame is None:
            raise not_a_video("video-damaged")
        return source.pixels_of(frame, finest=True)
    finally:
        source.close()
