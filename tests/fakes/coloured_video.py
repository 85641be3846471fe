"""Videos of given pictures, with a chosen colour coding."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image

FPS = 24


def film(
    path: Path, images: Iterable[Image.Image], *, matrix: int = 5, full_range: bool = False, crf: int = 12
) -> Path:
    """Write a video that declares its colour coding: `matrix` 1 is BT.709, 5 is BT.601."""
    with av.open(str(path), "w", format="mp4") as container:
        stream = None
        for number, image in enumerate(images):
            if stream is None:
                stream = container.add_stream("libx264", rate=FPS)
                stream.width, stream.height = image.size
                stream.pix_fmt = "yuvj420p" if full_range else "yuv420p"
                stream.options = {"preset": "veryfast", "crf": str(crf)}
                stream.codec_context.colorspace = matrix
                stream.codec_context.color_range = 2 if full_range else 1
            frame = av.VideoFrame.from_image(image).reformat(
                format=stream.pix_fmt, dst_colorspace=matrix, dst_color_range=2 if full_range else 1
            )
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        assert stream is not None
        container.mux(stream.encode(None))
    return path
