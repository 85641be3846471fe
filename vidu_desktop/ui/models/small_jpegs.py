"""Thumbnails that travel inside documents. They are read only as small JPEGs, whoever wrote the document."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

THUMBNAIL_SIDE_PX = 192
_SIDE_MOST_PX = 1024
_QUALITY = 80


def image_of(content: bytes) -> QImage:
    """Return the picture; a null image for anything but a small JPEG."""
    if not content:
        return QImage()  # Qt would invent an end for empty data, and print a warning
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _SIDE_MOST_PX:
        return QImage()
    return reader.read()


def small_jpeg_of(cover_path: str) -> bytes:
    """Return one of our own covers, scaled down; empty where it can't be read. Blocks for milliseconds."""
    reader = QImageReader(cover_path, QByteArray(b"jpeg"))
    reader.setDecideFormatFromContent(False)
    image = reader.read()
    if image.isNull():
        return b""
    small = image.scaled(
        QSize(THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    return bytes(buffer.data().data()) if writer.write(small) else b""
