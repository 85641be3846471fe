"""The zoom of a picture and the visible part of it: fitted into its area, or zoomed and moved."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt

ZOOM_STEP = 1.25
_LEAST, _MOST = 0.1, 16.0
_PIXELS_FROM = 2.0


def fitted_rect(picture: QSizeF, area: QRectF) -> QRectF:
    """Return where a picture of that size lies in `area`: whole, as large as possible, centred."""
    if picture.isEmpty():
        return QRectF()
    size = picture.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(
        area.x() + (area.width() - size.width()) / 2,
        area.y() + (area.height() - size.height()) / 2,
        size.width(),
        size.height(),
    )


class ViewZoom:
    """May be shared by several views with pictures and areas of the same sizes, which then show the same part at the same
    zoom.

    `ratio` is always the screen's device pixel ratio, `picture` a size in pixels; `area` is in logical pixels.
    """

    def __init__(self) -> None:
        self.fits = True
        self._zoom = 1.0  # screen pixels per picture pixel, if not fitted
        self._offset = QPointF()  # of the picture's centre from the area's centre

    @property
    def smooth(self) -> bool:
        """Whether pixels should be blended. Not at 1:1, and not from a zoom of 2 on, where people want to see the pixels."""
        return self.fits or (self._zoom < _PIXELS_FROM and self._zoom != 1.0)

    def fit(self) -> None:
        """Fit the whole picture into the area."""
        self.fits, self._offset, self._zoom = True, QPointF(), 1.0

    def one_to_one(self) -> None:
        """Show one screen pixel per picture pixel, centred and cut off at the edges."""
        self.fit()
        self.fits = False

    def rect(self, picture: QSize, area: QRectF, ratio: float) -> QRectF:
        """Return where the picture is drawn, in logical pixels."""
        size = QSizeF(picture)
        if self.fits:
            return fitted_rect(size, area)
        size *= self._zoom / ratio
        middle = area.center() + self._offset
        # Rounded to whole screen pixels, since a picture at 1:1 would otherwise be blurred.
        left = round((middle.x() - size.width() / 2) * ratio) / ratio
        top = round((middle.y() - size.height() / 2) * ratio) / ratio
        return QRectF(left, top, size.width(), size.height())

    def zoom(self, picture: QSize, area: QRectF, ratio: float) -> float:
        """Return the screen pixels per picture pixel."""
        return self.rect(picture, area, ratio).width() * ratio / picture.width() if picture.width() else 1.0

    def zoom_by(self, factor: float, at: QPointF, picture: QSize, area: QRectF, ratio: float) -> None:
        """Multiply the zoom by `factor`; the point `at` stays where it is. The zoom is limited to 0.1 to 16."""
        if picture.isEmpty():
            return
        before, old = self.rect(picture, area, ratio), self.zoom(picture, area, ratio)
        self._zoom = min(max(old * factor, _LEAST), _MOST)
        self._offset = at + (before.center() - at) * (self._zoom / old) - area.center()
        self.fits = False
        self._keep_in_sight(picture, ratio)

    def move(self, by_px: QPointF, picture: QSize, ratio: float) -> None:
        """Move a picture that isn't fitted by `by_px`, in logical pixels."""
        self._offset += by_px
        self._keep_in_sight(picture, ratio)

    def _keep_in_sight(self, picture: QSize, ratio: float) -> None:
        """Limit the offset to half of the picture's size in each direction."""
        size = QSizeF(picture) * (self._zoom / ratio)
        x_most, y_most = size.width() / 2, size.height() / 2
        self._offset = QPointF(
            min(max(self._offset.x(), -x_most), x_most), min(max(self._offset.y(), -y_most), y_most)
        )
