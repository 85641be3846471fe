"""The sentences about files that came instead of a video, or videos that can't be read. A video that is being fetched was
paid for, so each sentence says that it will be fetched again. For videos that are in the library already, `kept_video` has
other sentences.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from vidu_desktop.adapters.disk.given_files import Obstacle, obstacle_of
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.adapters.disk.system_reasons import reason_of
from vidu_desktop.adapters.pictures.picture_sniff import Kind
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, NotAVideo, Sentence, Value

_TEMPLATES = {
    "video-empty": QT_TRANSLATE_NOOP("videos", "The file that came is empty. It will be fetched again."),
    "video-is-page": QT_TRANSLATE_NOOP(
        "videos",
        "A web page came instead of the video, perhaps from a network that asks you to log in. "
        "It will be fetched again.",
    ),
    "video-is-playlist": QT_TRANSLATE_NOOP(
        "videos", "A playlist came instead of the video itself. It was not opened. It will be fetched again."
    ),
    "video-is-text": QT_TRANSLATE_NOOP("videos", "Text came instead of the video. It will be fetched again."),
    "video-is-picture": QT_TRANSLATE_NOOP(
        "videos", "A picture came instead of the video. It will be fetched again."
    ),
    "video-not-mp4": QT_TRANSLATE_NOOP(
        "videos", "What came isn't an MP4 video. It was not opened. It will be fetched again."
    ),
    "video-other-kind": QT_TRANSLATE_NOOP(
        "videos", "What came isn't an MP4 video. It was not opened. It will be fetched again."
    ),
    "video-damaged": QT_TRANSLATE_NOOP(
        "videos", "The video is damaged or not whole. It will be fetched again."
    ),
    "video-no-picture": QT_TRANSLATE_NOOP(
        "videos", "The file that came has no moving picture in it. It will be fetched again."
    ),
    "video-coding": QT_TRANSLATE_NOOP(
        "videos",
        "The video that came is coded in a way that this program can't read. It will be fetched again.",
    ),
    "video-too-slow": QT_TRANSLATE_NOOP(
        "videos", "The video took too long to check. It will be fetched and checked again."
    ),
    "video-crash": QT_TRANSLATE_NOOP(
        "videos", "The video couldn't be opened: something in it is broken. It will be fetched again."
    ),
}
_BY_KIND = {
    Kind.EMPTY: "video-empty",
    Kind.VIDEO: "video-other-kind",
    Kind.HTML: "video-is-page",
    Kind.PLAYLIST: "video-is-playlist",
    Kind.TEXT: "video-is-text",
    Kind.SVG: "video-is-text",
    Kind.PNG: "video-is-picture",
    Kind.JPEG: "video-is-picture",
    Kind.WEBP: "video-is-picture",
    Kind.GIF: "video-is-picture",
    Kind.BMP: "video-is-picture",
    Kind.TIFF: "video-is-picture",
    Kind.AVIF: "video-is-picture",
    Kind.HEIF: "video-is-picture",
    Kind.JXL: "video-is-picture",
    Kind.JPEG2000: "video-is-picture",
}


_FAILING = (
    "video-unreadable",
    QT_TRANSLATE_NOOP(
        "videos", "“{name}” can't be read from the disk ({reason}). Check that the drive is there."
    ),
)
_NO_FILE = (
    "video-no-file",
    QT_TRANSLATE_NOOP(
        "videos",
        "A folder, a pipe or a device has the name of the video “{name}”. Move it away and put the video there.",
    ),
)
_UNREADABLE = {
    Obstacle.MISSING: (
        "video-gone",
        QT_TRANSLATE_NOOP(
            "videos", "“{name}” isn't there any more: it was moved, renamed or deleted outside the program."
        ),
    ),
    Obstacle.FOLDER: _NO_FILE,
    Obstacle.NO_FILE: _NO_FILE,
    Obstacle.FORBIDDEN: (
        "video-forbidden",
        QT_TRANSLATE_NOOP("videos", "You may not read “{name}”. Change who may open it, then try again."),
    ),
}


def not_a_video(code: str) -> NotAVideo:
    """Return the error for a file that doesn't count as a video; `code` is a key of _TEMPLATES."""
    return NotAVideo(code, Sentence(_TEMPLATES[code]))


def not_a_video_but(kind: Kind) -> NotAVideo:
    """Return the error for a file of another kind."""
    return not_a_video(_BY_KIND.get(kind, "video-not-mp4"))


def unreadable(path: str | os.PathLike[str], error: OSError) -> DiskTrouble:
    """Return the error for a video that can't be read from the disk."""
    values: dict[str, Value] = {"name": shown_name(path), "reason": reason_of(error)}
    code, template = _UNREADABLE.get(obstacle_of(error), _FAILING)
    return DiskTrouble(code, Sentence(template, values))


@contextmanager
def kept_video(path: str) -> Iterator[None]:
    """Report a video in the library, which isn't fetched again, as missing, unreadable or damaged.

    Raises DiskTrouble at once when it can't be opened. A NotAVideo of the body gets a sentence for the library and keeps its
    code.
    """
    try:
        open_regular(path).close()
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        yield
    except NotAVideo as error:
        if error.code == "video-no-picture":
            template = QT_TRANSLATE_NOOP(
                "videos", "“{name}” has no moving picture in it, perhaps sound only."
            )
            raise NotAVideo(error.code, Sentence(template, {"name": shown_name(path)})) from error
        if error.code == "video-coding":
            template = QT_TRANSLATE_NOOP(
                "videos",
                "“{name}” is coded in a way that this program can't read. It is left as it is; convert it to H.264 with "
                "another program.",
            )
            raise NotAVideo(error.code, Sentence(template, {"name": shown_name(path)})) from error
        template = QT_TRANSLATE_NOOP(
            "videos",
            "“{name}” is damaged or isn't a video. It is left as it is; put a whole copy in its place.",
        )
        raise NotAVideo(error.code, Sentence(template, {"name": shown_name(path)})) from error
