"""An estimate of how large an export will be."""

from collections.abc import Sequence
from math import prod

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import ExportFormat, ExportSettings, size_of

_BYTES_A_PIXEL = {
    ExportFormat.H264: (0.004, 0.12),
    ExportFormat.GIF: (0.1, 1.1),
    ExportFormat.WEBP: (0.01, 0.3),
    ExportFormat.PNG_SEQUENCE: (0.3, 3.1),
    ExportFormat.PRORES: (0.08, 0.45),
    ExportFormat.STILL: (0.3, 3.1),
}
"""From quiet pictures to noise, of every frame that is made; noise fills a PNG's three bytes."""


def size_range(settings: ExportSettings, clips: Sequence[Clip]) -> tuple[int, int]:
    """Return the least and the most bytes an export will have; both are the same where the size is known.
    Raises BadInput for settings that can't be exported.
    """
    if settings.format.copies:
        whole = sum(clip.video.file_bytes for clip in clips)
        return whole, whole
    pixels = sum(_frames_made(settings, clip) * prod(_size_made(settings, clip)) for clip in clips)
    low, high = _BYTES_A_PIXEL[settings.format]
    return round(pixels * low), round(pixels * high)


def _size_made(settings: ExportSettings, clip: Clip) -> tuple[int, int]:
    return size_of(settings, clip.video.width_px, clip.video.height_px)


def _frames_made(settings: ExportSettings, clip: Clip) -> float:
    if settings.format is ExportFormat.STILL:
        return 1
    video = clip.video
    count = video.frame_count or video.duration_s * video.fps
    last = count if settings.last is None else min(count, settings.last + 1)
    shown = max(1, last - (settings.first or 0))
    if settings.rate_fps is not None and video.fps:
        shown *= settings.rate_fps / video.fps
    return shown * (2 if settings.boomerang else 1)
