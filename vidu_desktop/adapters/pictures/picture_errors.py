"""The sentences about pictures that are refused, each with what to do next."""

import os

from vidu_desktop.adapters.disk.given_files import Obstacle, obstacle_of
from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.adapters.disk.system_reasons import reason_of
from vidu_desktop.adapters.pictures.picture_sniff import Kind
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, Value

_TEMPLATES = {
    "picture-missing": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” isn't there any more. Put it back or choose another picture."
    ),
    "picture-unreadable": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” can't be read ({reason}). Check who may open it, or choose another picture."
    ),
    "picture-is-folder": QT_TRANSLATE_NOOP("pictures", "“{name}” is a folder. Choose the pictures in it."),
    "picture-not-a-file": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a device or a pipe, not a file. Choose a picture."
    ),
    "picture-empty": QT_TRANSLATE_NOOP("pictures", "“{name}” is empty. Choose another picture."),
    "picture-svg": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a drawing (SVG), not a picture. Save it as PNG and use that."
    ),
    "picture-html": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a web page, not a picture. Save the picture itself and use that."
    ),
    "picture-pdf": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a document (PDF), not a picture. Save the page as PNG and use that."
    ),
    "picture-psd": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a Photoshop document. Save a copy as PNG or JPEG and use that."
    ),
    "picture-heif": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a HEIC picture, which can't be read here. Save a copy as JPEG and use that."
    ),
    "picture-raw": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a camera's raw file. Develop it to JPEG or PNG and use that."
    ),
    "picture-is-video": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a video or a sound, not a picture. Save one of its frames and use that."
    ),
    "picture-not-a-picture": QT_TRANSLATE_NOOP(
        "pictures",
        "“{name}” isn't a picture. PNG, JPEG and WebP are taken; AVIF, BMP, GIF, ICO, JPEG 2000, TGA "
        "and TIFF are converted.",
    ),
    "picture-format": QT_TRANSLATE_NOOP(
        "pictures",
        "“{name}” is a picture in the format {format}, which can't be read here. Save a copy as PNG or JPEG and use that.",
    ),
    "picture-hdr": QT_TRANSLATE_NOOP(
        "pictures",
        "“{name}” keeps brightness beyond white ({format}), which can't be read here. Choose how bright it should look, "
        "save that as PNG and use it.",
    ),
    "picture-document": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is a document of {format}. Save a copy as PNG or JPEG there and use that."
    ),
    "picture-zip": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is an archive (ZIP), not a picture. Unpack it and choose the pictures in it."
    ),
    "picture-animated": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” moves: it holds several pictures. Save one of them as PNG and use that."
    ),
    "picture-damaged": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” is damaged or not whole. Copy or download it again, or choose another picture."
    ),
    "picture-too-many-pixels": QT_TRANSLATE_NOOP(
        "pictures",
        "“{name}” is {width} × {height}: too many pixels to open safely (at most {most} million here). "
        "Save it smaller.",
    ),
    "picture-too-heavy": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” needs too much memory to open. Save it smaller, as PNG or JPEG."
    ),
    "picture-too-slow": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” took too long to open. Save a smaller copy as PNG or JPEG and use that."
    ),
    "picture-unusual": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” keeps its colours in an unusual way. Save it as PNG with 8 bits and use that."
    ),
    "picture-crash": QT_TRANSLATE_NOOP(
        "pictures", "“{name}” couldn't be opened: it is damaged or not what it says. Choose another picture."
    ),
}

_FORMATS = {  # proper names, the same in every language
    Kind.JXL: "JPEG XL",
    Kind.DDS: "DDS",
    Kind.PNM: "PPM",
    Kind.QOI: "QOI",
    Kind.ICNS: "ICNS",
    Kind.CURSOR: "CUR",
    Kind.PCX: "PCX",
    Kind.JPEG_XR: "JPEG XR",
    Kind.SGI: "SGI",
    Kind.MNG: "MNG",
    Kind.BPG: "BPG",
    Kind.FITS: "FITS",
}
_HDR_FORMATS = {Kind.EXR: "OpenEXR", Kind.HDR: "Radiance HDR"}
_PROGRAMS = {
    Kind.KRITA: "Krita",
    Kind.GIMP: "GIMP",
    Kind.OPEN_RASTER: "OpenRaster",
    Kind.POSTSCRIPT: "PostScript",
    Kind.CLIP_STUDIO: "Clip Studio Paint",
    Kind.PROCREATE: "Procreate",
    Kind.AFFINITY: "Affinity",
    Kind.PAINT_NET: "paint.net",
    Kind.ASEPRITE: "Aseprite",
    Kind.BLENDER: "Blender",
}
_NAMES = _FORMATS | _HDR_FORMATS | _PROGRAMS
_BY_KIND = {
    **dict.fromkeys(_FORMATS, "picture-format"),
    **dict.fromkeys(_HDR_FORMATS, "picture-hdr"),
    **dict.fromkeys(_PROGRAMS, "picture-document"),
    Kind.EMPTY: "picture-empty",
    Kind.SVG: "picture-svg",
    Kind.HTML: "picture-html",
    Kind.PDF: "picture-pdf",
    Kind.PSD: "picture-psd",
    Kind.HEIF: "picture-heif",
    Kind.RAW: "picture-raw",
    Kind.VIDEO: "picture-is-video",
    Kind.ZIP: "picture-zip",
}


HeadRefusal = tuple[str, str, dict[str, Value]]
"""Code, template and values of a refusal: the form in which a helper returns it for one of many pictures."""


def refusal(code: str, path: str | os.PathLike[str], **values: Value) -> BadInput:
    """Return the error for a refused picture; `code` is a key of _TEMPLATES."""
    return BadInput(code, Sentence(_TEMPLATES[code], {"name": shown_name(path), **values}))


def refusal_of_kind(kind: Kind, path: str | os.PathLike[str]) -> BadInput:
    """Return the error for a file of a kind that isn't a readable picture."""
    return refusal(_BY_KIND.get(kind, "picture-not-a-picture"), path, format=_NAMES.get(kind, ""))


_BY_OBSTACLE = {
    Obstacle.MISSING: "picture-missing",
    Obstacle.FOLDER: "picture-is-folder",
    Obstacle.NO_FILE: "picture-not-a-file",
}


def refusal_to_open(error: OSError, path: str | os.PathLike[str]) -> BadInput:
    """Return the error for a picture that couldn't be opened or read."""
    if (code := _BY_OBSTACLE.get(obstacle_of(error))) is not None:
        return refusal(code, path)
    return refusal("picture-unreadable", path, reason=reason_of(error))


def helper_not_started() -> DiskTrouble:
    """Return the error for a helper process that can't start. It says nothing about any file; the work waits."""
    template = QT_TRANSLATE_NOOP(
        "pictures",
        "A helper of this program can't be started, so no picture or video can be looked at. Your files aren't to "
        "blame, and nothing is lost. Start the program again; if that doesn't help, install it anew.",
    )
    return DiskTrouble("helper-not-started", Sentence(template))
