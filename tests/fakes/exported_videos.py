"""Reads the frame numbers of `numbered_video` back from an exported file."""

from pathlib import Path

import av
from fakes.numbered_video import HEIGHT_PX, WIDTH_PX, number_in
from PIL import Image


def nothing(_done: int, _all: int) -> None:
    pass


def number_of(image: Image.Image) -> int:
    grey = image.convert("L").resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.NEAREST)
    return number_in(lambda x, y: int(grey.getpixel((x, y))))  # type: ignore[arg-type]


def numbers_in(path: Path) -> list[int]:
    """Return the number of each frame that a player would show."""
    if path.is_dir():
        return [number_of(Image.open(picture)) for picture in sorted(path.iterdir())]
    if path.suffix in (".gif", ".webp", ".png"):
        with Image.open(path) as image:
            return [_at(image, place) for place in range(getattr(image, "n_frames", 1))]
    with av.open(str(path)) as container:
        return [number_of(frame.to_image()) for frame in container.decode(video=0)]


def _at(image: Image.Image, place: int) -> int:
    image.seek(place)
    return number_of(image)
