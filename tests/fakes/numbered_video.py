"""A real H.264 file whose frames show their own numbers as black and white bars, and a function that reads a number back."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image

BITS = 9
BAR_PX = 16
WIDTH_PX, HEIGHT_PX = BITS * BAR_PX, 48


def write_numbered(
    path: Path,
    frame_count: int = 48,
    *,
    fps: Fraction | int = 24,
    gop: int = 24,
    b_frames: int = 3,
    open_gop: bool = False,
) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = WIDTH_PX, HEIGHT_PX, "yuv420p"
        stream.options = {
            "preset": "veryfast",
            "bf": str(b_frames),
            "x264-params": f"keyint={gop}:min-keyint={gop}:scenecut=0:open-gop={int(open_gop)}:b-adapt=0",
        }
        for number in range(frame_count):
            frame = av.VideoFrame(WIDTH_PX, HEIGHT_PX, "gray")
            line = b"".join((b"\xff" if number >> bit & 1 else b"\x00") * BAR_PX for bit in range(BITS))
            padded = line.ljust(frame.planes[0].line_size, b"\x00")
            frame.planes[0].update(padded * HEIGHT_PX)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def numbered_image(number: int, size: tuple[int, int]) -> Image.Image:
    """Return the picture of a number in any size."""
    line = bytes(255 * (number >> bit & 1) for bit in range(BITS))
    return Image.frombytes("L", (BITS, 1), line).resize(size, Image.Resampling.NEAREST).convert("RGB")


def number_in(brightness: Callable[[int, int], int]) -> int:
    """Return the number that a picture shows; `brightness` returns the brightness of the pixel at (x, y), 0 to 255."""
    return sum(
        1 << bit for bit in range(BITS) if brightness(bit * BAR_PX + BAR_PX // 2, HEIGHT_PX // 2) > 127
    )
