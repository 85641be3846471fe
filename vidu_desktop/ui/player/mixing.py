"""Pictures of a film brought to its shape, and mixed where one part comes in over another."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from vidu_desktop.domain.export import Fit, scaled_size


def mixed(lower: QImage, upper: QImage, share: float) -> QImage:
    """Return two pictures in one: so much of the upper one is seen, from 0 to 1."""
    made = lower.copy() if lower.size() == upper.size() else lower.scaled(upper.size())
    painter = QPainter(made)
    painter.setOpacity(share)
    painter.drawImage(0, 0, upper)
    painter.end()
    return made


def framed(image: QImage, size: tuple[int, int], fit: Fit) -> QImage:
    """Return a picture in another one's shape, with bars beside it or without what sticks out; as it is where it has that
    shape already.
    """
    width, height = scaled_size((image.width(), image.height()), size, fit)
    if (width, height) == size or (image.width(), image.height()) == size:
        return image  # whoever shows it brings it to any size
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.black)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect((size[0] - width) // 2, (size[1] - height) // 2, width, height), image)
    painter.end()
    return made
