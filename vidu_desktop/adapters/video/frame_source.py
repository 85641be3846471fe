"""An open video whose frames are read exactly by their number, however far apart the keyframes are.

The table of frames is made from the packets before anything is decoded. Frames that an edit list hides aren't in it, and its
order is that of showing. A frame is found by its time stamp in the table, never by counting.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain

from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from vidu_desktop.adapters.video.first_key import FirstKey, decoded_pictures, is_empty
from vidu_desktop.adapters.video.frame_colour import to_srgb
from vidu_desktop.adapters.video.frame_shapes import in_shape
from vidu_desktop.adapters.video.main_streams import main_sound
from vidu_desktop.adapters.video.mp4_structure import checked_structure
from vidu_desktop.adapters.video.orientation import Turn, pixel_aspect, turn_of, upright, upright_size
from vidu_desktop.adapters.video.screen_light import coding_of
from vidu_desktop.adapters.video.video_errors import not_a_video
from vidu_desktop.adapters.video.video_opening import opened_file, opened_video
from vidu_desktop.domain.frames import EndOfFrames, FramePixels, FrameTable, rate_of
from vidu_desktop.errors import ViduDesktopError

_NEAR_FRAMES = 12
"""Up to this many frames ahead, decoding on is quicker than seeking to a keyframe."""
_BEFORE_ALL = -(1 << 40)
"""A time before any frame, in any file's ticks. Where an edit list shows something twice, times go backwards, and only a seek
to before everything finds it.
"""
_CONVERTED_PIXELS_MOST = 1280 * 720
"""About 10 ms of conversion; 4K takes 90 ms."""
_PROGRESSIVE, _UPPER_FIRST = 1, (2, 4)
"""Of FFmpeg's numbers for the order of fields: up to the first they say nothing of any; 3 and 5 are those with the lower first."""
_FINEST = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT


class FrameSource:
    """An open video, for one thread. `turn` is how all frames are turned."""

    def __init__(self, path: str) -> None:
        """Raises NotAVideo, DiskTrouble."""
        with opened_file(path) as file:
            checked_structure(file)
        self._open = ExitStack()
        try:
            self._container, self._stream = self._open.enter_context(opened_video(path, threads="SLICE"))
            self._sounds = list(self._container.streams.audio)
            self._sound = main_sound(self._container)
            self._decoding: Iterator[VideoFrame] = iter(())
            self._next_time: int | None = None  # the time of the decoder's next frame
            self._sought: int | None = None
            self._hidden = False
            self._first_time: int | None = None  # of the first frame after the latest seek
            with _broken_as_not_a_video():
                self._times, self._keys, end = self._read_packets()
            self._size: tuple[int, int] | None = None  # of decoded frames; it may change later in the file
            self.first = self._first_frame()
            self._size = self.first.width, self.first.height
            self.turn = turn_of(self.first)
            self.table = self._made_table(end, self.first)
        except BaseException:
            self.close()
            raise
        self._reformatter = VideoReformatter()

    @property
    def begin_s(self) -> float:
        """When the first frame is shown, in seconds on the file's own clock, which its sound uses, too."""
        return float(self._times[0] * (self._stream.time_base or 0))

    @property
    def hides_frames(self) -> bool:
        """Whether some frames of the file can't be seen: they are hidden by an edit list, or come before the first keyframe."""
        return self._hidden or len(self._times) < self._stream.frames

    @property
    def timecode(self) -> str:
        """The timecode of the first frame as the file states it; empty where it doesn't."""
        said = self._stream.metadata.get("timecode") or self._container.metadata.get("timecode")
        return (said or "").strip()

    @property
    def upper_field_first(self) -> bool | None:
        """Which of a frame's two fields is shown first; None for whole pictures, and where the file doesn't say."""
        order = self._stream.codec_context.field_order
        if (
            order <= _PROGRESSIVE
            and self.first.interlaced_frame
            and self._stream.codec_context.name == "dvvideo"
        ):
            return False  # DV has one order only, and no word for it
        return None if order <= _PROGRESSIVE else order in _UPPER_FIRST

    @property
    def sound_channels(self) -> int:
        """How many channels the main sound has; 0 for a silent video."""
        return 0 if self._sound is None else self._sound.codec_context.channels

    @property
    def channels_beside(self) -> tuple[int, int]:
        """How many channels the file's other sounds have in all: those before the main sound, and those after it."""
        counts = [
            0 if sound.codec_context is None else sound.codec_context.channels for sound in self._sounds
        ]
        if self._sound is None:
            return 0, sum(counts)
        place = self._sounds.index(self._sound)
        return sum(counts[:place]), sum(counts[place + 1 :])

    @property
    def sound_hz(self) -> int:
        """How many samples a second the main sound has; 0 for a silent video."""
        return 0 if self._sound is None else self._sound.codec_context.sample_rate

    @property
    def frame_bytes(self) -> int:
        """About how many bytes a decoded frame takes, as 4:2:0."""
        return self.table.width_px * self.table.height_px * 3 // 2

    def close(self) -> None:
        """Close the file."""
        self._open.close()

    def way_to(self, number: int) -> int:
        """Return the first frame that must be decoded to get frame `number`: its keyframe, or the decoder's next frame if
        that is near.
        """
        at, key = self._next_number(), self._key_of(number)
        goes_on = at is not None and at <= number and (key <= at or number - at <= _NEAR_FRAMES)
        return at if at is not None and goes_on else key

    def decode_from(self, first: int) -> tuple[int, VideoFrame] | None:
        """Decode the next frame if the decoder stands at `first`, otherwise frame `first` after a seek; return it with its
        number. None at the end of the file. Raises NotAVideo when the file has changed.
        """
        with _broken_as_not_a_video():
            if first != self._next_number():
                self._seek(first)
            frame = next(self._decoding, None)
            while frame is not None and not self._is_shown(frame.pts):
                frame = next(self._decoding, None)
        if frame is None or frame.pts is None:
            self._next_time = None
            return None
        number = bisect_left(self._times, frame.pts)
        self._next_time = self._times[number + 1] if number + 1 < len(self._times) else None
        return number, frame if self._size is None else in_shape(frame, self._size)

    def pixels_of(self, frame: VideoFrame, *, finest: bool = False) -> FramePixels:
        """Return a decoded frame as people see it: upright, with square pixels, and sRGB values from its own matrix and
        range.

        `finest` takes five times as long and is for pictures that are kept: colour is interpolated between pixels. Otherwise,
        frames that must be converted from HDR or wide colours are reduced to a size that can be played.
        """
        table, turn = self.table, self.turn
        size = table.width_px, table.height_px
        if not finest and coding_of(frame) is not None:
            shrink = min(1.0, (_CONVERTED_PIXELS_MOST / (size[0] * size[1])) ** 0.5)
            size = max(1, round(size[0] * shrink)), max(1, round(size[1] * shrink))
        width, height = size if turn is None or not turn.swaps_sides else size[::-1]
        how = _FINEST if finest else Interpolation.BILINEAR
        made = to_srgb(self._reformatter, frame, (width, height), "bgra", how)
        plane = made.planes[0]
        if turn is not None:
            return _turned(bytes(plane), width, height, plane.line_size, turn)
        return FramePixels(width_px=width, height_px=height, stride_bytes=plane.line_size, bgra=bytes(plane))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _read_packets(self) -> tuple[list[int], list[int], int]:
        """Return the time stamps of all frames in the order of showing, those of the keyframes, and the end."""
        times: set[int] = set()
        keys: list[int] = []
        ending, first_key = EndOfFrames(), FirstKey()
        for packet in self._container.demux(self._stream):
            if packet.pts is None:
                continue
            if packet.has_sidedata("palette"):
                packet.decode()  # the demuxer tells the colours once, and the decoder keeps them
            if is_empty(packet):
                ending.add(packet.pts, packet.duration or 0)
                continue
            if packet.is_keyframe:
                keys.append(packet.pts)
            if not first_key.reaches(packet) or packet.is_discard:
                self._hidden = True
            else:
                times.add(packet.pts)
                ending.add(packet.pts, packet.duration or 0)
        if not times or not keys:
            raise not_a_video("video-no-picture")
        return sorted(times), sorted(keys), ending.end

    def _first_frame(self) -> VideoFrame:
        """Decode the keyframe at the beginning alone. Otherwise the decoder would keep it until it has seen two more frames,
        which might be shown before it. Where the file doesn't begin with a keyframe, the first frame is decoded as usual.
        """
        with _broken_as_not_a_video():
            self._container.seek(self._keys[0], stream=self._stream, backward=True)
            packet = next(self._container.demux(self._stream))
            if packet.pts == self._times[0] and packet.is_keyframe:
                for frame in (*packet.decode(), *self._stream.decode(None)):
                    if frame.pts == self._times[0]:
                        return frame
        found = self.decode_from(0)
        if found is None:
            raise not_a_video("video-damaged")
        return found[1]

    def _made_table(self, end: int, first: VideoFrame) -> FrameTable:
        base = self._stream.time_base
        times = self._times
        if base is None:
            raise not_a_video("video-damaged")
        ticks, per = base.numerator, base.denominator  # integers, as fractions take ten times as long

        def seconds(time: int) -> float:
            return (time - times[0]) * ticks / per

        end_s = seconds(end)
        last_s = seconds(times[-1])
        starts_s = tuple(seconds(time) for time in times)
        fps = rate_of(starts_s, end_s, float(self._stream.guessed_rate or self._stream.average_rate or 0))
        width, height = upright_size(first, pixel_aspect(self._stream))
        return FrameTable(
            starts_s=starts_s,
            end_s=end_s if end_s > last_s else last_s + 1 / fps,
            fps=fps,
            width_px=width,
            height_px=height,
            has_sound=self._sound is not None,
        )

    def _next_number(self) -> int | None:
        return None if self._next_time is None else bisect_left(self._times, self._next_time)

    def _key_of(self, number: int) -> int:
        """Return the number of the first frame that can be shown from the keyframe before (or at) frame `number`."""
        place = bisect_right(self._keys, self._times[number]) - 1
        return bisect_left(self._times, self._keys[max(place, 0)])

    def _is_shown(self, time: int | None) -> bool:
        """Whether a decoded frame is in the table and isn't before the sought one: the leading frames of an open group of
        pictures come out broken.
        """
        if time is None:
            return False
        place = bisect_left(self._times, time)
        there = place < len(self._times) and self._times[place] == time
        return there and (self._sought is None or time >= self._sought)

    def _seek(self, number: int) -> None:
        """Seek so that frame `number` is the next one that is shown."""
        wanted = self._times[number]
        place = bisect_right(self._keys, wanted) - 1
        while place >= 0:
            self._begin_at(self._keys[place], wanted)
            if self._first_time is not None and self._first_time <= wanted:
                return
            place -= 1  # the demuxer landed behind the frame
        self._begin_at(_BEFORE_ALL, wanted)

    def _begin_at(self, time: int, wanted: int) -> None:
        self._container.seek(time, stream=self._stream, backward=True)
        frames = decoded_pictures(self._container, self._stream)
        self._sought, self._next_time = wanted, wanted
        first = next(frames, None)
        self._first_time = None if first is None else first.pts
        self._decoding = frames if first is None else chain((first,), frames)


@contextmanager
def _broken_as_not_a_video() -> Iterator[None]:
    """Turn any error that the library raises for a broken file into NotAVideo."""
    try:
        yield
    except (ViduDesktopError, MemoryError):
        raise
    except Exception as error:
        raise not_a_video("video-damaged") from error


def _turned(data: bytes, width: int, height: int, stride: int, turn: Turn) -> FramePixels:
    """Turn the pixels as the file requires."""
    from PIL import Image

    image = upright(Image.frombuffer("RGBA", (width, height), data, "raw", "RGBA", stride, 1), turn)
    return FramePixels(
        width_px=image.width, height_px=image.height, stride_bytes=4 * image.width, bgra=image.tobytes()
    )
