"""Compares the frames on both sides of a film's seam, in a small size. Runs in a helper process."""

from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise

import numpy as np
from PIL import Image

from vidu_desktop.adapters.video.colour_difference import ciede2000, lab_of_srgb
from vidu_desktop.adapters.video.colour_match import ALIKE_LEAST, estimate
from vidu_desktop.adapters.video.fidelity_measures import Pixels, structure
from vidu_desktop.adapters.video.fidelity_watch import Size, size_within
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.video_errors import kept_video, not_a_video
from vidu_desktop.domain.film import FilmPart, FilmWish, film_of
from vidu_desktop.domain.seams import SeamLook

_COMPARED_PX = 160
"""The longer side, the same as for a clip's own loop."""
_BESIDE = 4
"""Frames on each side of the seam; the differences between them tell what is usual there."""


def look_at_seam(before: FilmPart, behind: FilmPart) -> SeamLook:
    """Measure the seam between two parts as they are shown one after the other. Raises NotAVideo, DiskTrouble."""
    with _open(before) as first, _open(behind) as second:
        film = film_of(FilmWish(parts=(before, behind)), [first.table, second.table])
        size = size_within(film.size_px, _COMPARED_PX)
        ahead = _small(first, film.frames[0][-_BESIDE:], size)
        after = _small(second, film.frames[1][:_BESIDE], size)
    usual = [_difference(*two) for side in (ahead, after) for two in pairwise(side)]
    last, begin = ahead[-1], after[0]
    match = None
    if structure(lab_of_srgb(begin), lab_of_srgb(last)) >= ALIKE_LEAST:
        match = estimate(begin, last)
    return SeamLook(
        difference=_difference(last, begin),
        usual=float(np.median(usual)) if usual else 0.0,
        matched=None if match is None else match.after,
    )


def _open(part: FilmPart) -> "closing[FrameSource]":
    with kept_video(part.video_path):
        return closing(FrameSource(part.video_path))


def _small(source: FrameSource, numbers: Sequence[int], size: Size) -> list[Pixels]:
    """Return frames in the order of `numbers`, which never falls, upright and small; a frame that is shown twice comes only
    once.
    """
    return [_seen(source, number, size) for number in dict.fromkeys(numbers)]


def _seen(source: FrameSource, number: int, size: Size) -> Pixels:
    at = source.way_to(number)
    while (found := source.decode_from(at)) is not None:
        if found[0] >= number:
            pixels = source.pixels_of(found[1])
            shape = pixels.width_px, pixels.height_px
            image = Image.frombuffer("RGB", shape, pixels.bgra, "raw", "BGRX", pixels.stride_bytes, 1)
            return np.asarray(image.resize(size, Image.Resampling.BOX))
        at = found[0] + 1
    raise not_a_video("video-damaged")


def _difference(one: Pixels, other: Pixels) -> float:
    return float(ciede2000(lab_of_srgb(one), lab_of_srgb(other)).mean())
