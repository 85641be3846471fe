"""A picture that leaves a view by drag or clipboard, for another place in our window or for other programs."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.local_files import url_of
from vidu_desktop.ui.widgets.drop_reading import NAME_MIME

_SHOWN_PX = 160


def picture_mime(image: QImage, name: str) -> QMimeData:
    """Return the data of a picture with all of its pixels, and with the name that it gets in our own window."""
    mime = QMimeData()
    mime.setImageData(image)
    mime.setData(NAME_MIME, QByteArray(name.encode("utf-8", "replace")))
    return mime


def files_mime(paths: Iterable[str]) -> QMimeData:
    """Return the data of picture files, for other programs and for the places of our own window."""
    mime = QMimeData()
    mime.setUrls([url_of(path) for path in paths])
    return mime


def picture_drag(source: QWidget, image: QImage, name: str, video_path: str) -> QDrag:
    """Make the drag of a frame; the caller executes it. Programs that take files get the frame's video."""
    drag = QDrag(source)
    mime = picture_mime(image, name)
    mime.setUrls([url_of(video_path)])
    drag.setMimeData(mime)
    shown = QPixmap.fromImage(image).scaled(
        _SHOWN_PX, _SHOWN_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    drag.setPixmap(shown)
    drag.setHotSpot(QPoint(shown.width() // 2, shown.height() // 2))
    return drag
