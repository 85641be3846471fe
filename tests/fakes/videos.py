"""Makes small real videos for tests, with PyAV. Each frame's grey tells its number."""

from array import array
from fractions import Fraction
from math import pi, sin
from pathlib import Path

import av
from PIL import Image, ImageDraw

AUDIO_RATE_HZ = 44_100


def frame_image(index: int, size: tuple[int, int]) -> Image.Image:
    """Give frame `index`: grey of level `16 + 2 * index` (modulo 200) with a white square that moves right."""
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
    """Write an MP4 of `round(seconds * fps)` frames; `gop` is the distance between keyframes in frames.

    The index (moov) stands at the end unless `moov_first`; `fragmented` writes moof and mdat pairs instead.
    """
    path = Path(path)
    flags = "frag_keyframe+empty_moov" if fragmented else "faststart" if moov_first else ""
    options = {"movflags": flags} if flags else {}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        stream = container.add_stream(codec, rate=fps)
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


def _add_tone(container: av.container.OutputContainer, sound: av.AudioStream, seconds: float) -> None:
    size = 1024
    for start in range(0, int(seconds * AUDIO_RATE_HZ), size):
        frame = av.AudioFrame(format="fltp", layout="mono", samples=size)
        tone = [0.2 * sin(2 * pi * 440 * (start + n) / AUDIO_RATE_HZ) for n in range(size)]
        frame.planes[0].update(memoryview(array("f", tone)).cast("B"))
        frame.pts, frame.sample_rate = start, AUDIO_RATE_HZ
        frame.time_base = Fraction(1, AUDIO_RATE_HZ)
        sound_packets = sound.encode(frame)
        container.mux(sound_packets)
    container.mux(sound.encode(None))
