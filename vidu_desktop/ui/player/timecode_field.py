"""The timecode below the picture: read at a glance, and typed over to go somewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.scale import GAP_S, FontRole, font
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.timecode import frame_in_words, timecode
from vidu_desktop.ui.widgets.translated import Translated


class TimecodeField(Translated, QLineEdit):
    """Shows where the video stands, except while it is typed into; Return goes there, Escape doesn't.

    While a video runs, the timecode isn't the field's text, only painted in its place: each change of the text would be
    read aloud.
    """

    frame_requested = Signal(int)  # frame number from 0
    left = Signal()  # the keyboard belongs to the picture again

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
        """Show where the video stands."""
        self._frame, self._fps = frame, fps
        if not self.hasFocus():
            self._show()

    def set_running(self, running: bool) -> None:
        """Say whether frames follow each other by themselves now."""
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
        """Let it be typed over."""
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
