"""Reads what was dropped or pasted, in a fixed order: local files, then a raw picture, then a bitmap, then a link.

A link is never followed here: the caller asks the person first. Nothing here touches the disk, except to ask whether a path
is a folder.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath

from PySide6 import (
    QtCore,
    QtGui,
)  # classes that the first paint doesn't need are made when they are first named
from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData
from PySide6.QtGui import QImage

from vidu_desktop.domain.name_order import in_name_order
from vidu_desktop.ui.local_files import path_of, urls_of

# The formats that the service takes and browsers offer, each with the first bytes of such a file. Without
# this check Qt would guess the format, and render an SVG that claims to be image/png, including the local
# files that it names.
_RAW_FORMATS = (
    ("image/png", b"\x89PNG\r\n\x1a\n", b"png"),
    ("image/jpeg", b"\xff\xd8\xff", b"jpeg"),
    ("image/webp", b"RIFF", b"webp"),
)
NAME_MIME = "application/x-vidu-desktop-picture-name"
"""Carries the name of a bitmap from our own window, as UTF-8."""
SHELF_MIME = "application/x-vidu-desktop-shelf"
"""Carries the name of an item that is dragged from the shelf, as UTF-8. Other programs get the item's pictures."""
_NAME_MOST_CHARS = 60
_HTTP = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_HTML_MOST_CHARS = 100_000
_MOST_PIXELS = 80_000_000  # decoded at once, on the interface's thread


@dataclass(frozen=True, slots=True)
class DropReading:
    """What was found. At most one of `paths`, `image`, `content`, `link`, `refusal` and `shelf_name` is set.

    `files` and `folders` are in the natural order of their names (`shot2` before `shot10`). `image_name` is a name for the
    picture, without a suffix; `content` is a PNG, JPEG or WebP as another program gave it; `shelf_name` is the name of an item
    on the shelf; `link` is an http(s) address that may lead to a picture; `refusal` is a translated sentence.
    """

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    image: QImage | None = None
    image_name: str = ""
    content: bytes = b""
    link: str = ""
    refusal: str = ""
    shelf_name: str = ""

    @property
    def paths(self) -> list[str]:
        """Files and folders, for callers that look into folders themselves."""
        return [*self.files, *self.folders]

    @property
    def videos(self) -> tuple[str, ...]:
        """The files whose names end like those of videos."""
        return tuple(path for path in self.files if _is_video(path))

    @property
    def pictures(self) -> tuple[str, ...]:
        """All other files; the caller finds out whether they really are pictures."""
        return tuple(path for path in self.files if not _is_video(path))

    @property
    def empty(self) -> bool:
        """Whether nothing was found and there is nothing to tell the person."""
        return not (
            self.files
            or self.folders
            or self.image
            or self.content
            or self.link
            or self.refusal
            or self.shelf_name
        )


def _is_video(path: str) -> bool:
    from vidu_desktop.domain.clip import VIDEO_ENDINGS  # not needed for the first paint

    return path.casefold().endswith(VIDEO_ENDINGS)


def may_hold_pictures(mime: QMimeData | None) -> bool:
    """Whether a drag should be highlighted; fast enough to be asked while the pointer moves. None is an empty clipboard."""
    if mime is None:
        return False
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind, _, _ in _RAW_FORMATS)


def read_drop(mime: QMimeData) -> DropReading:
    """Read the data of a drop or of the clipboard. What lies on a drive that doesn't answer at once counts as a file."""
    if mime.hasFormat(SHELF_MIME):
        return DropReading(shelf_name=bytes(mime.data(SHELF_MIME).data()).decode("utf-8", "replace"))
    own = _bitmap(mime) if mime.hasFormat(NAME_MIME) else None
    if own is not None:  # a frame from our window; its video is for other programs
        return DropReading(image=own, image_name=_own_name(mime))
    # A file that is listed twice is one picture, and is ordered once.
    local = list(dict.fromkeys(path for path in map(path_of, urls_of(mime)) if path))
    if local:
        from vidu_desktop.ui.drives import folders_among  # not needed for the first paint

        folders = folders_among(local)
        files = [path for path in local if path not in folders]
        return DropReading(files=tuple(in_name_order(files)), folders=tuple(in_name_order(folders)))
    content = _raw_picture(mime)
    image = None if content else _bitmap(mime)
    if content or image is not None:
        name = _own_name(mime) or _name_from_links(mime)
        return DropReading(image=image, image_name=name, content=content)
    refusal = _refusal(mime)
    return DropReading(refusal=refusal) if refusal else DropReading(link=_link(mime))


def _raw_picture(mime: QMimeData) -> bytes:
    """Return a picture that can be decoded, as it was given: what its bytes say of colour and turn is for the reader of files to
    judge, not for Qt. Empty where there is none.
    """
    for kind, magic, image_format in _RAW_FORMATS:
        data = mime.data(kind) if mime.hasFormat(kind) else QByteArray()
        if not data.startsWith(magic):
            continue
        buffer = QtCore.QBuffer()
        buffer.setData(data)
        buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
        reader = QtGui.QImageReader(buffer, QByteArray(image_format))
        reader.setDecideFormatFromContent(False)
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
            continue
        if not reader.read().isNull():
            return bytes(data.data())
    return b""


def _bitmap(mime: QMimeData) -> QImage | None:
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _own_name(mime: QMimeData) -> str:
    return bytes(mime.data(NAME_MIME).data()).decode("utf-8", "replace")[:_NAME_MOST_CHARS]


def _name_from_links(mime: QMimeData) -> str:
    """Name a bitmap after the link that came with it, else "Pasted picture"."""
    for url in urls_of(mime):
        stem = PurePath(url.fileName()).stem
        if stem:
            return stem[:_NAME_MOST_CHARS]
    return QCoreApplication.translate("drops", "Pasted picture")


def _refusal(mime: QMimeData) -> str:
    if any(url.scheme() == "file" for url in urls_of(mime)):
        return QCoreApplication.translate(
            "drops", "That file is on another computer. Copy it to this one, then drop it here."
        )
    if mime.hasUrls() and not _link(mime):
        return QCoreApplication.translate(
            "drops", "That link leads to no picture. Save the picture first, then drop the file here."
        )
    return ""


def _link(mime: QMimeData) -> str:
    """Return the picture's own address if the HTML has one: the URL that the browser gives may be that of the page behind the
    picture.
    """
    links = [url.toString(QtCore.QUrl.ComponentFormattingOption.FullyEncoded) for url in urls_of(mime)]
    if links and mime.hasHtml():
        # Only here, because it loads a parser that most runs don't need.
        from vidu_desktop.ui.widgets.first_picture import first_picture_in

        links.insert(0, first_picture_in(mime.html()[:_HTML_MOST_CHARS]))
    return next((link for link in links if _HTTP.match(link)), "")
