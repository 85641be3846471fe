"""A choice between few values, all of them visible: radio buttons drawn as the segments of one bar."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT, GAP_M, GAP_XS, RADIUS, RADIUS_S, font
from vidu_desktop.ui.look.theme import mixed_colours
from vidu_desktop.ui.text import say_pair
from vidu_desktop.ui.widgets.painting import draw_focus_ring, rounded

_PAD = 3


class Segment(QRadioButton):
    """One segment. It behaves as a radio button for the keyboard and screen readers, but draws itself."""

    def __init__(
        self, look: Look, text: str, ratio: float | None = None, parent: QWidget | None = None
    ) -> None:
        """With `ratio` (width over height), a small frame of that shape is drawn before the text."""
        super().__init__(text, parent)
        self._look = look
        self._ratio = ratio
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def _glyph_size(self) -> QSize:
        if self._ratio is None:
            return QSize(0, 0)
        long_px = 13
        if self._ratio >= 1:
            return QSize(long_px, round(long_px / self._ratio))
        return QSize(round(long_px * self._ratio), long_px)

    @override
    def sizeHint(self) -> QSize:
        glyph = self._glyph_size().width()
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(text + 2 * GAP_M + (glyph + GAP_XS + 2 if glyph else 0), CONTROL_HEIGHT - 2 * _PAD)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - GAP_M, CONTROL_HEIGHT - 2 * _PAD)

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.text if self.isChecked() else theme.text_soft
        if self.isChecked():
            painter.setPen(mixed_colours(theme.line, theme.text, 0.08))
            painter.setBrush(theme.raised)
            painter.drawPath(rounded(self.rect(), 0.5, RADIUS_S))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed_colours(theme.sunken, theme.text, 0.06))
            painter.drawPath(rounded(self.rect(), 0.5, RADIUS_S))
            ink = theme.text
        self._paint_words(painter, ink.name())
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), theme.accent, RADIUS_S)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        glyph = self._glyph_size()
        made = font("body")
        painter.setFont(made)
        text_width = painter.fontMetrics().horizontalAdvance(self.text())
        block = text_width + (glyph.width() + GAP_XS + 2 if glyph.width() else 0)
        left = (self.width() - block) / 2
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if glyph.width():
            corner = QPointF(left, (self.height() - glyph.height()) / 2)
            painter.drawRoundedRect(int(corner.x()), int(corner.y()), glyph.width(), glyph.height(), 1.5, 1.5)
            left += glyph.width() + GAP_XS + 2
        painter.drawText(
            QRect(int(left), 0, text_width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class Segmented(QWidget):
    """Chooses one of `values`: arrow keys move between the segments, Tab leaves them. A value that isn't one of `values` gets
    a segment of its own.
    """

    accessible_role = QAccessible.Role.Grouping

    value_changed = Signal(object)  # the chosen value; only by the person

    def __init__(
        self,
        look: Look,
        values: Sequence[Hashable],
        name_value: Callable[[Hashable], str],
        *,
        ratio_of: Callable[[Hashable], float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name_value = name_value
        self._ratio_of = ratio_of
        self._own = tuple(values)
        self._values: list[Hashable] = []
        self._build()
        self._connect()
        self._group.button(0).setChecked(True)

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._line.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value in self._own:
            self._add(value)

    def _connect(self) -> None:
        self._group.buttonToggled.connect(_let_tab_stop)
        self._group.idClicked.connect(lambda index: self.value_changed.emit(self._values[index]))
        self._look.changed.connect(self.update)

    @property
    def value(self) -> Hashable:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: Hashable) -> None:
        """Choose a value without sending a signal. One that isn't in `values` is shown, too, so that nothing changes
        unnoticed.
        """
        for index in range(len(self._values) - 1, len(self._own) - 1, -1):
            self._take_out(index)
        if value not in self._values:
            self._add(value)
        self._group.button(self._values.index(value)).setChecked(True)

    def focus_checked(self) -> None:
        """Put the keyboard focus on the chosen segment."""
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus()

    def set_label(self, label: str) -> None:
        """Set the name for screen readers, and set the segments' texts again."""
        self.setAccessibleName(label)
        for index, value in enumerate(self._values):
            button = self._group.button(index)
            button.setText(self._name_value(value))
            button.setAccessibleName(say_pair(label, button.text()))

    def _add(self, value: Hashable) -> None:
        ratio = self._ratio_of(value) if self._ratio_of else None
        segment = Segment(self._look, self._name_value(value), ratio, self)
        self._group.addButton(segment, len(self._values))
        _let_tab_stop(segment, segment.isChecked())
        self._values.append(value)
        self._line.addWidget(segment)

    def _take_out(self, index: int) -> None:
        segment = self._group.button(index)
        self._group.removeButton(segment)
        self._line.removeWidget(segment)
        segment.deleteLater()
        del self._values[index]
        if self._group.checkedId() < 0:
            self._group.button(0).setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.line)
        painter.setBrush(theme.sunken)
        painter.drawPath(rounded(self.rect(), 0.5, RADIUS))


def _let_tab_stop(segment: QAbstractButton, checked: bool) -> None:
    # Qt does this only after the arrow keys were used; a dialog that opens would focus the wrong segment.
    segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
