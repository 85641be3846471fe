"""A finished video in the library."""

from dataclasses import dataclass, field
from datetime import datetime

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.fidelity import Fidelity
from vidu_desktop.domain.marks import NO_MARKS, Marks
from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.domain.options import Options

VIDEO_ENDINGS = (".mp4", ".m4v", ".mov")
"""The file endings of videos that can be imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFacts:
    """What was found in a video file. Width and height are those of the picture as it is shown: upright, with
    square pixels. `frame_count` is None when the file doesn't say it and the frames weren't counted; `fps` is
    the average where the rate varies.
    """

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

    `price` is zero for a rehearsal, and None for an imported video whose price nobody knows. `origin` says
    what ordered it, see `domain/origin.py`; empty for most. `mode`, `model`, `options` and `picture_names`
    (the names of the source pictures, in the order of the mode) are empty for a video that this program
    didn't make. `fidelity` is None until it was measured. `row` is the clip's place in the index at the
    moment, by which lists load it; it isn't part of the clip's identity, and is 0 for a clip that didn't come
    from a list.
    """

    clip_id: str
    video_path: str
    cover_path: str
    created_at: datetime
    mode: str
    model: str
    prompt: str
    rehearsal: bool
    price: Money | None
    video: VideoFacts
    missing: bool = False
    options: Options = field(default_factory=dict)
    origin: str = ""
    picture_names: tuple[str, ...] = ()
    marks: Marks = NO_MARKS
    fidelity: Fidelity | None = None
    row: int = field(default=0, compare=False)
