"""The timecode below the picture. It can be typed over to go to another frame."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.scale import GAP_S, FontRole, font
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.timecode import frame_in_words, timecode
from vidu_desktop.ui.widgets.translated import Translated


class TimecodeField(Translated, QLineEdit):
    """Shows the current frame, except while a person types in it: Return goes to the typed frame, Escape leaves the field.

    While a video runs, the timecode is the field's placeholder, not its text: screen readers read each change of a text
    aloud.
    """

    frame_requested = Signal(int)  # frame number from 0
    left = Signal()  # the picture should have the keyboard again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._fps = 0, 24.0
        self._running = False
        self.setFont(font(FontRole.MONO))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        restyle(self, kind="flat")
        self.setFixedWidth(QFontMetrics(self.font()).horizontalAdvance("00:00:00:00") + 2 * GAP_S)
        self.returnPressed.connect(self._go)
        self._retranslate()

    def show_frame(self, frame: int, fps: float) -> None:
        """Show this frame's timecode."""
        self._frame, self._fps = frame, fps
        if not self.hasFocus():
            self._show()

    def set_running(self, running: bool) -> None:
        """Say whether the video runs now."""
        self._running = running
        if not self.hasFocus():
            self._show()

    def _show(self) -> None:
        words = timecode(self._frame, self._fps)
        if not self._running:
            self.setText(words)
            return
        if self.text():
            self.clear()
        self.setPlaceholderText(words)

    def edit(self) -> None:
        """Take the keyboard, so that the timecode can be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        wanted = frame_in_words(self.text(), self._fps, self._frame)
        if wanted is not None:
            self._frame = max(wanted, 0)
        self.left.emit()
        if wanted is not None:
            self.frame_requested.emit(max(wanted, 0))

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timecode"))
        self.setToolTip(self.tr("Type a timecode, a frame number, or +12 and -12, then Return"))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setText(timecode(self._frame, self._fps))
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show()
        self.deselect()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
