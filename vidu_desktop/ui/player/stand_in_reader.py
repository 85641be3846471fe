"""Reads two stills as if they were a video: the first one fades into the second."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage

from vidu_desktop.domain.export import Fit
from vidu_desktop.domain.frames import PICTURES_HELD, FrameTable
from vidu_desktop.ui.player.mixing import framed, mixed_images

Answer = Callable[[QImage | None], None]
STILL_SIDE_PX = 1280
"""The longer side of the stills as they are shown, at most."""


class StandInReader:
    """A FrameReader. A still that is None or null is shown black."""

    def __init__(self, table: FrameTable, start: QImage | None, end: QImage | None) -> None:
        self._table = table
        size = _size_of(table)
        self._start, self._end = (_shaped(image, size) for image in (start, end))
        self._made: OrderedDict[int, QImage] = OrderedDict()
        self._left = False

    @property
    def table(self) -> FrameTable:
        return self._table

    def decoded(self, number: int) -> QImage | None:
        return self._made.get(number)

    def stand_at(self, number: int, *, direction: int = 1) -> None:
        pass  # nothing to prepare: mixing two pictures is quick

    def set_range(self, first: int, last: int) -> None:
        pass

    def want(self, number: int, answer: Answer, *, direction: int = 1) -> None:  # noqa: ARG002 - either way is as quick
        QTimer.singleShot(0, partial(self._give, number, answer))  # an answer never comes inside the call

    def leave(self) -> None:
        self._left = True
        self._made.clear()

    def close(self) -> None:
        self.leave()

    def _give(self, number: int, answer: Answer) -> None:
        if self._left:
            return
        image = self._made.get(number)
        if image is None:
            image = self._made[number] = mixed_images(
                self._start, self._end, number / (self._table.count - 1)
            )
            if len(self._made) > PICTURES_HELD:
                self._made.popitem(last=False)
        answer(image)


def _size_of(table: FrameTable) -> tuple[int, int]:
    longer = max(table.width_px, table.height_px)
    share = min(1.0, STILL_SIDE_PX / longer)
    return round(table.width_px * share), round(table.height_px * share)


def _shaped(image: QImage | None, size: tuple[int, int]) -> QImage:
    if image is None or image.isNull():
        black = QImage(*size, QImage.Format.Format_RGB32)
        black.fill(Qt.GlobalColor.black)
        return black
    whole = framed(image.convertToFormat(QImage.Format.Format_RGB32), size, Fit.BARS)
    how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return whole if (whole.width(), whole.height()) == size else whole.scaled(*size, *how)
