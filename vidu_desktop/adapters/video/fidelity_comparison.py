"""Compares a clip with the pictures that it was made from; runs in a helper process."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import log

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from PIL import Image

from vidu_desktop.adapters.pictures import pixels
from vidu_desktop.adapters.pictures.picture_opening import WORKED_ON_PIXELS_MOST, decode, opened_picture
from vidu_desktop.adapters.video import fidelity_measures as measures
from vidu_desktop.adapters.video.colour_difference import lab_of_srgb
from vidu_desktop.adapters.video.fidelity_watch import FidelityWatch, Size, size_within
from vidu_desktop.adapters.video.first_key import decoded_pictures
from vidu_desktop.adapters.video.frame_colour import to_srgb
from vidu_desktop.adapters.video.mp4_structure import checked_structure
from vidu_desktop.adapters.video.orientation import pixel_aspect, square_size, turn_of, upright
from vidu_desktop.adapters.video.video_opening import opened_file, opened_video
from vidu_desktop.domain.fidelity import Fidelity, PictureShift
from vidu_desktop.errors import BadInput

_COMPARED_PX = 640
"""The longer side at which a frame is compared with its picture: finer detail depends on the codec and not on the clip."""
_SAME_RATIO = 0.01


def measure(path: str, start_path: str | None, end_path: str | None) -> Fidelity:
    """Measure a clip; a picture that can't be read is left out. Raises NotAVideo, DiskTrouble."""
    with opened_file(path) as file:
        checked_structure(file)
    with opened_video(path) as (container, stream):
        watch = FidelityWatch(stream)
        for frame in decoded_pictures(container, stream):
            watch.add(frame)
        first, last = watch.ends()
        aspect = pixel_aspect(stream)
        return Fidelity(
            start=_shift(first, aspect, start_path),
            end=_shift(last, aspect, end_path),
            frozen_s=watch.frozen_s(),
            black_frames=watch.black_frames,
            seam=watch.seam(),
            seam_usual=watch.usual(),
        )


def _shift(frame: VideoFrame, aspect: Fraction | None, picture_path: str | None) -> PictureShift | None:
    picture = None if picture_path is None else picture_in(picture_path)
    if picture is None:
        return None
    found = best_aligned(_upright(frame, aspect), picture)
    return measures.shift_between(lab_of_srgb(found.frame), lab_of_srgb(found.picture), found.structure)


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A frame and its picture at the same size, and their structural similarity (1 means equal)."""

    frame: measures.Pixels
    picture: measures.Pixels
    structure: float


def picture_in(path: str) -> Image.Image | None:
    """Return the picture in a file, upright, as people see it; None if it can't be read."""
    try:
        with opened_picture(path) as opened:
            decode(opened, WORKED_ON_PIXELS_MOST)
            return pixels.upright_srgb(opened.image, WORKED_ON_PIXELS_MOST).convert("RGB")
    except BadInput:
        return None


def best_aligned(frame: Image.Image, picture: Image.Image) -> AlignedPair:
    """Return an upright frame and the picture that it should look like, in the alignment in which they are most similar."""
    pairs = ((np.asarray(seen), np.asarray(meant)) for seen, meant in aligned(frame, picture))
    alike = (
        AlignedPair(seen, meant, measures.structure(lab_of_srgb(seen), lab_of_srgb(meant)))
        for seen, meant in pairs
    )
    return max(alike, key=lambda pair: pair.structure)


def aligned(frame: Image.Image, picture: Image.Image) -> Iterator[tuple[Image.Image, Image.Image]]:
    """Yield frame and picture at the same size, once for each way in which the service may have fitted one to the other:
    where the ratios differ, it doesn't say whether it cuts, squeezes, or adds bars.
    """
    side = min(_COMPARED_PX, max(frame.size), max(picture.size))
    size = size_within(frame.size, side)
    whole = (0.0, 0.0, float(frame.width), float(frame.height))
    yield _at(frame, whole, size), picture.resize(size, Image.Resampling.BOX)
    if abs(log(frame.width * picture.height / (frame.height * picture.width))) <= _SAME_RATIO:
        return
    cut = _middle(picture.size, frame.size)
    yield _at(frame, whole, size), _at(picture, cut, size)
    inside = _middle(frame.size, picture.size)
    size = size_within(picture.size, side)
    yield _at(frame, inside, size), picture.resize(size, Image.Resampling.BOX)


def _middle(size: Size, shape: Size) -> tuple[float, float, float, float]:
    """Return the largest box with the ratio of `shape` in the middle of a picture of `size`: left, top, right, bottom."""
    scale = min(size[0] / shape[0], size[1] / shape[1])
    width, height = shape[0] * scale, shape[1] * scale
    left, top = (size[0] - width) / 2, (size[1] - height) / 2
    return left, top, left + width, top + height


def _at(image: Image.Image, box: tuple[float, float, float, float], size: Size) -> Image.Image:
    # Both sides of the comparison use the same filter, in which every pixel counts alike.
    return image.resize(size, Image.Resampling.BOX, box)


def _upright(frame: VideoFrame, aspect: Fraction | None) -> Image.Image:
    """Return a frame as people see it, in full size, upright, with square pixels. `aspect` is the width of a pixel to its
    height.
    """
    size = square_size(frame.width, frame.height, aspect)
    how = Interpolation.BICUBIC | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT
    seen = Image.fromarray(to_srgb(VideoReformatter(), frame, size, "rgb24", how).to_ndarray())
    return upright(seen, turn_of(frame))
