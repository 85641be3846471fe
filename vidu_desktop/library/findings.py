"""What may be found when the library, or a file to be imported, is checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import NotAVideo, Sentence

SENTENCES: Mapping[str, str] = {
    "file-missing": QT_TRANSLATE_NOOP("library", "The video is missing; its record is there."),
    "clip-vanished": QT_TRANSLATE_NOOP(
        "library",
        "The video and its record are both gone from here. Look for them in the system's trash or a backup: they aren't "
        "listed from now on.",
    ),
    "file-changed": QT_TRANSLATE_NOOP("library", "The video was changed since it was stored."),
    "file-moved": QT_TRANSLATE_NOOP(
        "library", "The video was renamed or moved; its record now lies beside it again."
    ),
    "file-unreadable": QT_TRANSLATE_NOOP("library", "The file can't be read. Check the disk."),
    "file-gone": QT_TRANSLATE_NOOP(
        "library",
        "There is no file here any more, or a link leads to none. Put it back, then import it again.",
    ),
    "file-forbidden": QT_TRANSLATE_NOOP(
        "library",
        "You may not read this file or folder. Let its permissions be changed, then import it again.",
    ),
    "folder-forbidden": QT_TRANSLATE_NOOP(
        "library", "You may not read this folder, so its videos aren't shown. Let its permissions be changed."
    ),
    "not-a-file": QT_TRANSLATE_NOOP("library", "This is no file but a device or a pipe, and was left out."),
    "file-twice": QT_TRANSLATE_NOOP("library", "This is a copy of a video that the library has already."),
    "file-adopted": QT_TRANSLATE_NOOP("library", "A video without a record was taken into the library."),
    "not-a-video": QT_TRANSLATE_NOOP("library", "This file has no record and isn't a whole video."),
    "sound-only": QT_TRANSLATE_NOOP("library", "This file holds no moving picture, perhaps sound only."),
    "other-video": QT_TRANSLATE_NOOP(
        "library",
        "This is a video, but neither an MP4 nor a current QuickTime file. Convert it to MP4 first, and import that.",
    ),
    "other-coding": QT_TRANSLATE_NOOP(
        "library",
        "This video is coded in a way that this program can't read. Convert it to H.264 with another program first.",
    ),
    "record-damaged": QT_TRANSLATE_NOOP("library", "The record is damaged and was left out."),
    "record-no-file": QT_TRANSLATE_NOOP(
        "library",
        "A folder, a pipe or a device has the name of this video's record. Move it away, then check the library again.",
    ),
    "record-newer": QT_TRANSLATE_NOOP(
        "library", "The record was written by a newer version of the program. Update to read it."
    ),
    "record-twice": QT_TRANSLATE_NOOP(
        "library", "There are two records of the same video; this one was left out."
    ),
    "record-left": QT_TRANSLATE_NOOP(
        "library", "A record that an interrupted renaming left was removed; its video has its own."
    ),
    "picture-no-file": QT_TRANSLATE_NOOP(
        "library",
        "This is no file but lies where a picture that was sent belongs. Move it away; a video made from that picture can't "
        "be used again without it.",
    ),
    "picture-changed": QT_TRANSLATE_NOOP(
        "library",
        "This picture isn't the one that was sent any more. A video made from it would be made from another one if it were "
        "used again.",
    ),
    "picture-forbidden": QT_TRANSLATE_NOOP(
        "library",
        "You may not read this. Let its permissions be changed; a video made from a picture in it can't be used again before.",
    ),
    "list-damaged": QT_TRANSLATE_NOOP(
        "library",
        "This list of the library is damaged. It is set aside when something is saved in it again; nothing else is touched.",
    ),
    "board-damaged": QT_TRANSLATE_NOOP(
        "library", "This chain board is damaged and can't be opened; its videos are in the library."
    ),
    "leftover-removed": QT_TRANSLATE_NOOP("library", "A half-written file that a crash left was removed."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFinding:
    """Something in the library that isn't as it should be, or wasn't and has been put right (`mended`)."""

    code: str
    path: str
    sentence: Sentence
    mended: bool = False


def finding(code: str, path: Path, *, mended: bool = False) -> LibraryFinding:
    return LibraryFinding(code=code, path=str(path), sentence=Sentence(SENTENCES[code]), mended=mended)


def code_of(error: NotAVideo) -> str:
    """Return the code of the finding for a file that can't be shown as a video."""
    return _BY_ERROR.get(error.code, "not-a-video")


_BY_ERROR = {
    "video-no-picture": "sound-only",
    "video-other-kind": "other-video",
    "video-coding": "other-coding",
}
