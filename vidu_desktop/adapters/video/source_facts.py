"""What an editor has to know of a clip's file: read from the file itself or, where that can't be read, from its
record.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.clip import Clip
from vidu_desktop.errors import DiskTrouble, NotAVideo

_USUAL_CHANNELS, _USUAL_HZ = 2, 48_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """A source of a timeline. `fps` is one rate also where the file's varies, `frame_count` is counted at that.

    `timecode` is that of the first frame, as the file says it (`01:00:00:00`, with a semicolon where numbers are
    dropped), or empty. `channels` is 0 for a silent one;
    `channels_beside` are those of other sounds in the file, in front of the one that is heard and behind it.
    """

    path: Path
    fps: float
    frame_count: int
    width_px: int
    height_px: int
    timecode: str = ""
    channels: int = 0
    channels_beside: tuple[int, int] = (0, 0)
    sound_hz: int = _USUAL_HZ

    @property
    def counted_fps(self) -> int:
        """How many numbers a second of timecode has: 24 also where 23.976 frames are shown."""
        return max(1, round(self.fps))

    @property
    def is_ntsc(self) -> bool:
        """Whether 1001 seconds last as long as 1000 of the counted rate."""
        return abs(self.fps - self.counted_fps * 1000 / 1001) < abs(self.fps - self.counted_fps)

    @property
    def first_number(self) -> int:
        """How many frames the timecode of the first one is after midnight; 0 without one, or for nonsense. Where numbers
        are dropped (SMPTE ST 12-1: two a minute at 29.97, four at 59.94, none each tenth) they aren't counted.
        """
        read = self.read_number
        if ";" not in self.timecode or not self.is_ntsc:
            return read
        minutes = read // (60 * self.counted_fps)
        return read - round(self.counted_fps / 15) * (minutes - minutes // 10)

    @property
    def read_number(self) -> int:
        """The number that the timecode of the first frame has as it is read, with those that are dropped. The last frame may
        lie behind midnight.
        """
        hours, minutes, seconds, frames = self._parts or (0, 0, 0, 0)
        return ((hours * 60 + minutes) * 60 + seconds) * self.counted_fps + frames

    @property
    def valid_timecode(self) -> str:
        """The timecode as the file says it where that is one, else that of midnight."""
        return self.timecode if self._parts else "00:00:00:00"

    @property
    def _parts(self) -> tuple[int, int, int, int] | None:
        parts = self.timecode.replace(";", ":").replace(".", ":").split(":")
        if len(parts) != _TIMECODE_PARTS or not all(part.isascii() and part.isdigit() for part in parts):
            return None
        hours, minutes, seconds, frames = map(int, parts)
        is_one = hours < 24 and minutes < 60 and seconds < 60 and frames < self.counted_fps
        return (hours, minutes, seconds, frames) if is_one else None


_TIMECODE_PARTS = 4


def source_facts(clip: Clip) -> SourceFacts:
    """Look at a clip's file. Blocks some ten milliseconds; for a thread."""
    try:
        with closing(FrameSource(clip.video_path)) as source:
            table = source.table
            fps = table.even_rate_fps
            return SourceFacts(
                path=Path(clip.video_path),
                fps=fps,
                frame_count=table.count if table.is_steady else max(1, round(table.end_s * fps)),
                width_px=table.width_px,
                height_px=table.height_px,
                timecode=source.timecode,
                channels=source.sound_channels,
                channels_beside=source.channels_beside,
                sound_hz=source.sound_hz or _USUAL_HZ,
            )
    except (NotAVideo, DiskTrouble):
        return _recorded(clip)


def _recorded(clip: Clip) -> SourceFacts:
    video = clip.video
    return SourceFacts(
        path=Path(clip.video_path),
        fps=video.fps,
        frame_count=video.frame_count or round(video.duration_s * video.fps),
        width_px=video.width_px,
        height_px=video.height_px,
        channels=_USUAL_CHANNELS if video.audio_codec else 0,
    )
