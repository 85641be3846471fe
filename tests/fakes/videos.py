"""Makes small real videos with PyAV. The grey of each frame tells its number."""

from array import array
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import pi, sin
from pathlib import Path

import av
from PIL import Image, ImageDraw

AUDIO_RATE_HZ = 44_100


def frame_image(index: int, size: tuple[int, int]) -> Image.Image:
    """Return frame `index`: grey of level `16 + 2 * index % 200`, with a white square that moves to the right."""
    width, height = size
    image = Image.new("RGB", size, (16 + 2 * index % 200,) * 3)
    side = max(2, height // 6)
    left = (index * 3) % max(1, width - side)
    ImageDraw.Draw(image).rectangle((left, height // 3, left + side, height // 3 + side), fill="white")
    return image


def make_video(
    path: Path | str,
    size: tuple[int, int] = (320, 180),
    seconds: float = 1.0,
    fps: int = 24,
    gop: int = 12,
    *,
    audio: bool = False,
    b_frames: int = 0,
    fragmented: bool = False,
    moov_first: bool = False,
    codec: str = "libx264",
) -> Path:
    """Write an MP4 of `round(seconds * fps)` frames; `gop` is the number of frames between keyframes.

    The index (moov) is at the end unless `moov_first`; `fragmented` writes pairs of moof and mdat instead.
    """
    path = Path(path)
    flags = "frag_keyframe+empty_moov" if fragmented else "faststart" if moov_first else ""
    options = {"movflags": flags} if flags else {}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        stream = _video_stream(container, codec, fps)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, fps)
        stream.codec_context.gop_size = gop
        stream.codec_context.max_b_frames = b_frames
        if codec == "libx264":
            stream.options = {"preset": "ultrafast" if b_frames == 0 else "veryfast", "sc_threshold": "0"}
        sound = container.add_stream("aac", rate=AUDIO_RATE_HZ) if audio else None
        for index in range(round(seconds * fps)):
            frame = av.VideoFrame.from_image(frame_image(index, size))
            frame.pts, frame.time_base = index, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if sound is not None:
            _add_tone(container, sound, seconds)
    return path


def _video_stream(container: av.container.OutputContainer, codec: str, fps: int) -> av.VideoStream:
    stream = container.add_stream(codec, rate=fps)
    assert isinstance(stream, av.VideoStream)
    return stream


def _add_tone(container: av.container.OutputContainer, sound: av.AudioStream, seconds: float) -> None:
    size = 1024
    for start in range(0, int(seconds * AUDIO_RATE_HZ), size):
        frame = av.AudioFrame(format="fltp", layout="mono", samples=size)
        tone = [0.2 * sin(2 * pi * 440 * (start + n) / AUDIO_RATE_HZ) for n in range(size)]
        frame.planes[0].update(array("f", tone).tobytes())
        frame.pts, frame.sample_rate = start, AUDIO_RATE_HZ
        frame.time_base = Fraction(1, AUDIO_RATE_HZ)
        sound_packets = sound.encode(frame)
        container.mux(sound_packets)
    container.mux(sound.encode(None))


def make_sound(path: Path) -> Path:
    """Write an MP4 with only sound."""
    with av.open(str(path), "w", format="mp4") as container:
        _add_tone(container, container.add_stream("aac", rate=AUDIO_RATE_HZ), seconds=1.0)
    return path


def marked_image(index: int, size: tuple[int, int]) -> Image.Image:
    """Return frame `index` with red at the top left and blue at the top right, which show whether it is turned or mirrored."""
    image = frame_image(index, size)
    side = size[0] // 4, size[1] // 4
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, side[0] - 1, side[1] - 1), fill=(230, 20, 20))
    draw.rectangle((size[0] - side[0], 0, size[0] - 1, side[1] - 1), fill=(20, 20, 230))
    return image


def make_timed(
    path: Path | str,
    starts_s: Sequence[float],
    last_s: float,
    size: tuple[int, int] = (320, 180),
    *,
    beeps_s: Sequence[float] = (),
    sound_s: tuple[float, float] | None = None,
    layout: str = "mono",
    pixel_format: str = "yuv420p",
    codec: str = "libx264",
    aspect: Fraction | int = 1,
    turned: Sequence[int] | None = None,
    timecode: str = "",
    b_frames: int | None = None,
    picture: Callable[[int, tuple[int, int]], Image.Image] = marked_image,
) -> Path:
    """Write a video whose frames are shown at `starts_s`, the last one for `last_s`; QuickTime if the name ends with .mov,
    else MP4.

    `sound_s` is the beginning and end of the sound: silence with a beep of 0.1 s at each of `beeps_s`. `turned` is the
    container's display matrix as (a, b, c, d).
    """
    base = Fraction(1, 24_000)
    options = {"use_editlist": "1", "write_tmcd": "1"}
    container_format = "mov" if str(path).endswith(".mov") else "mp4"
    with av.open(str(path), "w", format=container_format, options=options) as container:
        if timecode:
            container.metadata["timecode"] = timecode
        stream = _video_stream(container, codec, 24)
        stream.width, stream.height = size
        stream.pix_fmt = pixel_format
        stream.time_base = stream.codec_context.time_base = base
        # PyAV 19 has its own type for this, and accepts a Fraction as every version does.
        stream.sample_aspect_ratio = Fraction(aspect)  # type: ignore[assignment, unused-ignore]
        stream.codec_context.sample_aspect_ratio = Fraction(aspect)  # type: ignore[assignment, unused-ignore]
        if codec == "libx265":
            stream.options = {"preset": "ultrafast", "x265-params": "log-level=none:pools=1"}
        if codec == "libx264":
            stream.options = {"preset": "veryfast", "x264-params": "keyint=12:scenecut=0"}
        if b_frames is not None:
            stream.codec_context.max_b_frames = b_frames
        if turned is not None:
            a, b, c, d = (value << 16 for value in turned)
            stream.set_display_matrix([a, b, 0, c, d, 0, 0, 0, 1 << 30])
        sound = container.add_stream("aac", rate=AUDIO_RATE_HZ, layout=layout) if sound_s else None
        ticks = [round(start / base) for start in starts_s]
        long = [*(after - now for now, after in pairwise(ticks)), round(last_s / base)]
        for index, tick in enumerate(ticks):
            frame = av.VideoFrame.from_image(picture(index, size))
            frame.pts, frame.time_base = tick, base
            _mux_lasting(container, stream.encode(frame), dict(zip(ticks, long, strict=True)))
        _mux_lasting(container, stream.encode(None), dict(zip(ticks, long, strict=True)))
        if sound is not None and sound_s is not None:
            _add_beeps(container, sound, sound_s, beeps_s, layout)
    return Path(path)


def _mux_lasting(container, packets, lasts) -> None:
    for packet in packets:
        packet.duration = lasts.get(packet.pts, packet.duration)
        container.mux(packet)


def _add_beeps(container, sound, sound_s, beeps_s, layout) -> None:
    begin, end = (round(time_s * AUDIO_RATE_HZ) for time_s in sound_s)
    size = 1024
    for start in range(begin, end, size):
        frame = av.AudioFrame(format="fltp", layout=layout, samples=size)
        tone = array("f", (_beep((start + n) / AUDIO_RATE_HZ, beeps_s) for n in range(size)))
        for plane in frame.planes:
            plane.update(tone.tobytes())
        frame.pts, frame.sample_rate, frame.time_base = start, AUDIO_RATE_HZ, Fraction(1, AUDIO_RATE_HZ)
        container.mux(sound.encode(frame))
    container.mux(sound.encode(None))


def _beep(time_s: float, beeps_s: Sequence[float]) -> float:
    heard = any(begin_s <= time_s < begin_s + 0.1 for begin_s in beeps_s)
    return 0.4 * sin(2 * pi * 1000 * time_s) if heard else 0.0


def cut_copy(source: Path, target: Path, cut_s: float) -> Path:
    """Cut the beginning off without re-encoding, as simple cutters do: an edit list hides everything before `cut_s`."""
    with av.open(str(source)) as before, av.open(str(target), "w", format="mp4") as after:
        stream = before.streams.video[0]
        made = after.add_stream_from_template(stream)
        assert stream.time_base is not None
        shift = round(Fraction(cut_s) / stream.time_base)
        for packet in before.demux(stream):
            if packet.size and packet.pts is not None and packet.dts is not None:
                packet.pts, packet.dts, packet.stream = packet.pts - shift, packet.dts - shift, made
                after.mux(packet)
    return target


def without_beginning(source: Path, target: Path, frames: int) -> Path:
    """Leave out the first `frames` frames, as a recorder does that begins in the middle: no keyframe comes first then."""
    with av.open(str(source)) as before, av.open(str(target), "w", format="mp4") as after:
        made = {stream: after.add_stream_from_template(stream) for stream in before.streams}
        for packet in before.demux():
            if packet.size and packet.stream.type == "video" and frames:
                frames -= 1
            elif packet.size:
                packet.stream = made[packet.stream]
                after.mux(packet)
    return target
