"""Encodes frames and sound into an MP4: H.264, a keyframe each second, the index at the beginning."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import av
from av.video.reformatter import ColorRange, Colorspace

from vidu_desktop.domain.modes import FrameSize

# Measured with 4 s of 1280x720 with grain (2026-11): `faster` takes twice the time of `veryfast` for the same
# bytes, and `superfast` half the time for twice the bytes. With subme=3, the quality varies a fifth less
# between keyframes in slow moves (0.99 dB a frame instead of 1.24), for a quarter more time. The same order
# gives the same frames, but the encoder's bytes may differ: on a busy computer, x264 made other bytes of the
# very same frames about once in forty times, even with one thread (measured 2026-11, PyAV 18.1).
X264_OPTIONS = {"preset": "veryfast", "crf": "18", "threads": "2", "x264-params": "subme=3"}
_BT709 = 1
_AHEAD = 6
"""Frames that may wait for the encoder: about 8 MB at 1280x720."""


@dataclass(frozen=True, slots=True)
class _Muxer:
    container: av.container.OutputContainer
    video: av.VideoStream

    def encode(self, frame: av.VideoFrame | None) -> None:
        for packet in self.video.encode(frame):
            self.container.mux(packet)


def write_video(
    path: Path,
    size: FrameSize,
    fps: int,
    frames: Iterable[av.VideoFrame],
    sound: Iterable[av.AudioFrame] | None,
    on_frame: Callable[[int], None],
) -> None:
    """Encode in a second thread while the next frames are made. `on_frame` is called with the number of frames done, from 1."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        video = container.add_stream("libx264", rate=fps, options=X264_OPTIONS)
        video.width, video.height, video.pix_fmt = size.width_px, size.height_px, "yuv420p"
        context = video.codec_context
        context.gop_size = fps
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = context.color_trc = _BT709
        audio = container.add_stream("aac", rate=48_000, layout="stereo") if sound is not None else None
        if audio is not None:
            audio.bit_rate = 128_000
        muxer = _Muxer(container, video)
        waiting: deque[Future[None]] = deque()
        with ThreadPoolExecutor(1, thread_name_prefix="encoder") as encoder:
            for index, frame in enumerate(frames):
                frame.pts = index
                waiting.append(encoder.submit(muxer.encode, frame))
                if len(waiting) > _AHEAD:
                    waiting.popleft().result()
                on_frame(index + 1)
            for future in waiting:
                future.result()
        muxer.encode(None)
        if audio is not None and sound is not None:
            for piece in sound:
                container.mux(audio.encode(piece))
            container.mux(audio.encode(None))
