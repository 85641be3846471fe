"""New pictures made from the person's own when one doesn't fit: cropped to a ratio, or matched to another's size."""

import hashlib
import math
from pathlib import Path

from PIL import Image, ImageOps

from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.pictures import pixels
from vidu_desktop.adapters.pictures.picture_encoding import jpeg, png
from vidu_desktop.adapters.pictures.picture_opening import (
    WORKED_ON_PIXELS_MOST,
    Opened,
    decode,
    opened_picture,
)

_STEM_MOST = 60


def crop_to_ratio(path: str, low: float, high: float, out_dir: str, name: str = "") -> str:
    """Cut the sides evenly until width / height is within `low` and `high`; return the new file's path. It is named after
    `name`, or after the picture's file if `name` is empty.
    """
    with opened_picture(path) as opened:
        image, lossless = _whole(opened)
    width, height = image.size
    if width / height > high:
        cropped = (max(1, math.floor(height * high)), height)
    else:
        cropped = (width, max(1, min(height, math.floor(width / low))))
    return _keep_new(
        _centre(image, cropped), name or Path(path).stem, "cropped", Path(out_dir), lossless=lossless
    )


def match_size(start_path: str, end_path: str, out_dir: str, name: str = "") -> str:
    """Cut the end picture's sides evenly to the start picture's ratio, then scale it to the start picture's size. The result
    is named after `name`, or after the end picture's file if `name` is empty.
    """
    with opened_picture(start_path) as opened:
        notes = decode(opened, pixels_most=1)
        target = opened.worked_on_size if notes else opened.upright_size
    with opened_picture(end_path) as opened:
        image, lossless = _whole(opened)
    image = ImageOps.fit(image, target, Image.Resampling.LANCZOS)
    return _keep_new(image, name or Path(end_path).stem, "matched", Path(out_dir), lossless=lossless)


def _whole(opened: Opened) -> tuple[Image.Image, bool]:
    decode(opened, WORKED_ON_PIXELS_MOST)
    return pixels.upright_srgb(opened.image, WORKED_ON_PIXELS_MOST), opened.lossless


def _centre(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    left, top = (image.width - size[0]) // 2, (image.height - size[1]) // 2
    return image.crop((left, top, left + size[0], top + size[1]))


def _keep_new(image: Image.Image, name: str, what: str, out_dir: Path, *, lossless: bool) -> str:
    """Store a new picture under a name that tells where it came from, in a folder named by the hash of its content. So its
    place is never taken by another file, and nobody has to read a hash in its name.
    """
    content = png(image, 1) if lossless else jpeg(image, 95)
    digest = hashlib.sha256(content).hexdigest()
    suffix = ".png" if lossless else ".jpg"
    kept = "".join(letter for letter in name if letter.isalnum() or letter in " -_.")
    stem = kept.removesuffix(f" {what}")[:_STEM_MOST].strip()
    target = out_dir / digest[:8] / f"{stem} {what}{suffix}".strip()
    write_atomically(target, writing(content), make_folders=True)
    return str(target)
