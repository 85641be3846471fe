"""A finished video in the library."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from vidu_desktop.domain.modes import FrameSize


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFacts:
    """What a look into a video file found. `frame_count` is None when the file doesn't say and wasn't counted."""

    width_px: int
    height_px: int
    duration_s: float
    fps: float
    frame_count: int | None
    video_codec: str
    audio_codec: str | None
    file_bytes: int
    sha256: str

    @property
    def frame_size(self) -> FrameSize:
        """Width and height in pixels."""
        return FrameSize(self.width_px, self.height_px)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One video of the library. `video_path` and `cover_path` are absolute; the cover may not exist yet.

    `record` is the readable record beside the video, as parsed JSON. `price_usd` is zero for a rehearsal.
    """

    clip_id: str
    video_path: str
    cover_path: str
    created_at: datetime
    mode: str
    model: str
    prompt: str
    rehearsal: bool
    price_usd: Decimal
    video: VideoFacts
    missing: bool = False
