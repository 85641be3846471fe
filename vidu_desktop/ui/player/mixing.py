"""Brings pictures of a film to its shape, and mixes two of them where one part fades in over another."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from vidu_desktop.domain.export import Fit, scaled_size


def mixed_images(lower: QImage, upper: QImage, share: float) -> QImage:
    """Return the upper picture over the lower one. `share` is how opaque the upper one is, from 0 to 1."""
    made = lower.copy() if lower.size() == upper.size() else lower.scaled(upper.size())
    painter = QPainter(made)
    painter.setOpacity(share)
    painter.drawImage(0, 0, upper)
    painter.end()
    return made


def framed(image: QImage, size: tuple[int, int], fit: Fit) -> QImage:
    """Return a picture in the shape of `size`, with bars or with its edges cut off (`fit`); unchanged where it has that shape
    already.
    """
    width, height = scaled_size((image.width(), image.height()), size, fit)
    if (width, height) == size or (image.width(), image.height()) == size:
        return image  # it has the shape already, and the view scales it anyway
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.black)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect((size[0] - width) // 2, (size[1] - height) // 2, width, height), image)
    painter.end()
    return made
