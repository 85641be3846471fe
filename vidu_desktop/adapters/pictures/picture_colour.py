"""Which colours the numbers of a picture stand for, read as browsers read it, and how they are converted to sRGB.

A PNG may state its colours in four ways, and the first of these counts: cICP, an ICC profile that can be read, sRGB, gAMA
with cHRM. An AVIF states them with a profile or, without one, with the same numbers as cICP (nclx). These numbers are those
of the tables in ITU-T H.273.
"""

import io
import struct
from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from PIL import Image, ImageCms

from vidu_desktop.adapters.pictures import light, opacity

_PROFILE_ERRORS = (ImageCms.PyCMSError, OSError, ValueError, TypeError)
_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_CODING = "vidu-desktop coding"
"""Key in `Image.info` of a Coding that can be converted only by a tone mapping."""
_PNG_UNITS = 100_000
"""The integer that stands for 1 in gAMA and cHRM."""
_INTENTS = 4
_VERSION_AT, _VERSION_MOST = 8, b"\x04"
"""To browsers, a profile of version 5 is a broken one; version 4 is the usual one."""
_NOT_SEEN = 3
"""Of 255: how far a profile may be from sRGB and still count as sRGB; the small variants of sRGB differ by 2."""
_USUAL_GAMMA = 1 / 2.2
_GAMMA_SLACK = 0.05
"""A share: a gAMA without cHRM that is this near to the usual gamma is ignored, as browsers and libpng do."""
_SAME_AS_SRGB = frozenset({1, 6, 14, 15})
"""Transfer functions of video. In an AVIF, browsers treat them as sRGB's; in a PNG, as a gamma of 2.4."""


class Coding(NamedTuple):
    """The content of cICP or nclx: the numbers of the primaries and of the transfer function."""

    primaries: int
    transfer: int


def settle_png(image: Image.Image, words: Mapping[bytes, bytes]) -> None:
    """Put those chunks of a PNG that count into `image.info`; `words` has them by name, each with the right length. Pillow
    itself would also use chunks behind the pixels, the last of several, and an sRGB whose intent doesn't exist.
    """
    info = image.info
    for key in ("srgb", "gamma", "chromaticity"):
        info.pop(key, None)
    if words.get(b"sRGB", b"\xff")[0] < _INTENTS:
        info["srgb"] = True
    if b"gAMA" in words:
        info["gamma"] = int.from_bytes(words[b"gAMA"], "big") / _PNG_UNITS
    if b"cHRM" in words:
        info["chromaticity"] = tuple(place / _PNG_UNITS for place in struct.unpack(">8I", words[b"cHRM"]))


def settle(image: Image.Image, coding: Coding | None, *, of_video: bool) -> None:
    """Leave one statement about colour in `image.info`: the one that browsers use. `of_video` is for AVIF."""
    info = image.info
    if coding is not None and not (of_video and info.get("icc_profile")):
        if of_video and coding.transfer in _SAME_AS_SRGB:
            coding = Coding(coding.primaries, light.SRGB_TRANSFER)
        if light.is_hdr(coding.primaries, coding.transfer):
            info.pop("icc_profile", None)
            info[_CODING] = coding
            return
        if light.is_known(coding.primaries, coding.transfer):
            info["icc_profile"] = light.profile(light.PRIMARIES[coding.primaries], coding.transfer)
            return
    if info.get("gamma") and info.get("icc_profile") and _is_broken(image):
        del info["icc_profile"]
    if not info.get("icc_profile") and "srgb" not in info:
        _settle_gamma(image)


def _settle_gamma(image: Image.Image) -> None:
    gamma, places = image.info.get("gamma"), image.info.get("chromaticity")
    if not gamma or (places is None and abs(gamma / _USUAL_GAMMA - 1) < _GAMMA_SLACK):
        return
    primaries = light.PRIMARIES[1] if places is None else light.Primaries(*places)
    if primaries.possible:
        image.info["icc_profile"] = light.profile(primaries, 1 / gamma)


def way_to_srgb(image: Image.Image) -> Callable[[Image.Image], Image.Image] | None:
    """Return the function that converts opaque L, RGB or CMYK pixels of this picture to sRGB. None when they are sRGB
    already, or their colours aren't known.

    They aren't known where the file doesn't say, or has a profile that is broken or made for another kind of pixel.
    """
    coding = image.info.get(_CODING)
    if coding is not None:
        return light.tone_mapping(*coding)
    try:
        found = _from_profile(image)
        if found is None:
            return None
        taken, transform = found
        if taken != "CMYK" and _changes_nothing(transform, taken):
            return None
    except _PROFILE_ERRORS:
        return None

    def convert(base: Image.Image) -> Image.Image:
        fitting = base if base.mode == taken else base.convert(taken)
        return cast("Image.Image", ImageCms.applyTransform(fitting, transform))

    return convert


def _is_broken(image: Image.Image) -> bool:
    try:
        _from_profile(image)
    except _PROFILE_ERRORS:
        return True
    return False


def _from_profile(image: Image.Image) -> tuple[str, ImageCms.ImageCmsTransform] | None:
    """Return the mode that the picture's profile takes, and the transform from it to sRGB. None without a profile, and for a
    profile that browsers ignore. Raises one of _PROFILE_ERRORS for a broken profile.
    """
    icc = image.info.get("icc_profile")
    if not icc:
        return None
    pixels = "GRAY" if opacity.is_grey(image) else "CMYK" if image.mode == "CMYK" else "RGB"
    if icc[_VERSION_AT : _VERSION_AT + 1] > _VERSION_MOST:
        raise ValueError("a profile of a later version")
    profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    taken = _mode_taken(profile.profile.xcolor_space.strip(), pixels)
    if taken is None:
        return None
    transform = ImageCms.buildTransform(
        profile,
        ImageCms.createProfile("sRGB"),
        taken,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return taken, transform


def _mode_taken(space: str, pixels: str) -> str | None:
    """Return the mode that a profile of the colour space `space` takes for pixels of the kind `pixels`; None where browsers
    ignore the profile.
    """
    if (space, pixels) == ("RGB", "GRAY"):
        return "RGB"
    return _MODES.get(space) if space == pixels else None


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether a profile is sRGB. This is measured, not read from its name: “Linear sRGB” isn't sRGB, and sRGB has a dozen
    names.
    """
    steps = range(0, 256, 15)
    greys = bytes(value for value in steps for _ in mode)
    if mode == "RGB":
        grid = range(0, 256, 51)
        greys += bytes(
            value for red in grid for green in grid for blue in grid for value in (red, green, blue)
        )
    before = Image.frombytes(mode, (len(greys) // len(mode), 1), greys)
    after = cast("Image.Image", ImageCms.applyTransform(before, transform))
    pairs = zip(before.convert("RGB").tobytes(), after.tobytes(), strict=True)
    return all(abs(one - other) <= _NOT_SEEN for one, other in pairs)
