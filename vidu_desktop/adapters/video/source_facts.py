"""What a video editor has to know about a clip's file, read from the file itself or, if that isn't possible, from its record."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.clip import Clip
from vidu_desktop.errors import DiskTrouble, NotAVideo

_USUAL_CHANNELS, _USUAL_HZ = 2, 48_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """A source of a timeline. `fps` is one rate even where the file's rate varies; `frame_count` is counted at that rate.

    `timecode` is that of the first frame as the file states it (`01:00:00:00`, with a semicolon for drop-frame), or empty.
    `channels` is 0 for a silent file. `channels_beside` counts the channels of the file's other sounds, before the main sound
    and after it. `upper_field_first` is None where frames are whole pictures. Where they don't all last equally long, `starts_s`
    says when each begins, and last when the last one ends.
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
    upper_field_first: bool | None = None
    starts_s: tuple[float, ...] = ()

    @property
    def shown_count(self) -> int:
        """How many frames the file has."""
        return len(self.starts_s) - 1 if self.starts_s else self.frame_count

    def place_of(self, frame: int) -> float:
        """Return when a frame of the file begins, counted in frames at `fps`."""
        return self.starts_s[frame] * self.fps if self.starts_s else frame

    @property
    def counted_fps(self) -> int:
        """How many numbers a second of timecode has: 24 even where 23.976 frames are shown."""
        return max(1, round(self.fps))

    @property
    def is_ntsc(self) -> bool:
        """Whether the rate is nearer to 1000/1001 of the counted rate than to the counted rate."""
        return abs(self.fps - self.counted_fps * 1000 / 1001) < abs(self.fps - self.counted_fps)

    @property
    def drops_numbers(self) -> bool:
        """Whether the timecode is drop-frame timecode, which only 29.97 frames a second and multiples of them have."""
        return ";" in self.timecode and self.is_ntsc and self.counted_fps % 30 == 0

    @property
    def first_number(self) -> int:
        """How many frames after midnight the timecode of the first frame is; 0 without a valid one. Numbers that drop-frame
        timecode skips (SMPTE ST 12-1: two a minute at 29.97, four at 59.94, none in each tenth minute) aren't counted.
        """
        read = self.read_number
        if not self.drops_numbers:
            return read
        minutes = read // (60 * self.counted_fps)
        return read - round(self.counted_fps / 15) * (minutes - minutes // 10)

    @property
    def read_number(self) -> int:
        """The number of the first frame's timecode as it is read, including the numbers that drop-frame skips. The last frame
        may come after midnight.
        """
        hours, minutes, seconds, frames = self._parts or (0, 0, 0, 0)
        return ((hours * 60 + minutes) * 60 + seconds) * self.counted_fps + frames

    def read_number_at(self, frame: float) -> float:
        """Return what `read_number` is for the timecode at another place, counted in frames at `fps` from the first one on."""
        if not self.drops_numbers:
            return self.read_number + frame
        dropped = round(self.counted_fps / 15)
        in_minute = self.counted_fps * 60 - dropped
        tens, rest = divmod(self.first_number + frame, 10 * in_minute + dropped)
        minutes = tens * 9 + max(0, (rest - dropped) // in_minute)
        return self.first_number + frame + dropped * minutes

    @property
    def valid_timecode(self) -> str:
        """The file's timecode if it is valid, otherwise that of midnight; with a semicolon only where numbers are dropped."""
        said = self.timecode if self._parts else "00:00:00:00"
        return said if self.drops_numbers else said.replace(";", ":")

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
    """Read the facts of a clip's file. Blocks some ten milliseconds, so it is for a thread."""
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
                upper_field_first=source.upper_field_first,
                starts_s=() if table.is_steady else (*table.starts_s, table.end_s),
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
