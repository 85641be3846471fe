"""A real H.264 file whose frames show their own numbers, and a function that reads a number back."""

from pathlib import Path

import av
from PySide6.QtGui import QColor, QImage, QPainter

BITS = 8
WIDTH_PX, HEIGHT_PX = 320, 180
_BAR = WIDTH_PX // BITS


def write_numbered_clip(path: Path, frame_count: int = 48, fps: int = 24, gop: int = 24) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = WIDTH_PX, HEIGHT_PX, "yuv420p"
        stream.options = {"g": str(gop), "preset": "ultrafast"}
        for number in range(frame_count):
            frame = av.VideoFrame(WIDTH_PX, HEIGHT_PX, "bgra")
            frame.planes[0].update(bytes(_numbered(number).constBits()))
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def read_number(image: QImage) -> int:
    return sum(
        1 << bit
        for bit in range(BITS)
        if image.pixelColor(bit * _BAR + _BAR // 2, HEIGHT_PX // 2).lightness() > 128
    )


def _numbered(number: int) -> QImage:
    image = QImage(WIDTH_PX, HEIGHT_PX, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for bit in range(BITS):
        painter.fillRect(bit * _BAR, 0, _BAR, HEIGHT_PX, QColor("white" if number >> bit & 1 else "black"))
    painter.end()
    return image
