"""A row of small removable words that wraps, for filters and tags."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.push_button import press_by_return
from vidu_desktop.ui.widgets.spoken import name_by_tip

_MOST_CHARS = 40


class _Chip(QToolButton):
    @override
    def keyPressEvent(self, event: object) -> None:
        if not press_by_return(self, event):  # type: ignore[arg-type]
            super().keyPressEvent(event)  # type: ignore[arg-type]


class ChipRow(QWidget):
    """Hidden while there are no chips; as high as its lines need."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: list[QToolButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_chips(
        self, chips: Sequence[tuple[str, Callable[[], None]]], remove_words: Callable[[str], str]
    ) -> None:
        """Show these chips, each with its words and the callable that pressing it calls. `remove_words` turns the words into
        the button's name for a screen reader.
        """
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(words, remove, remove_words(words)) for words, remove in chips]
        self.setVisible(bool(chips))
        self._lay_out(self.width())
        self.updateGeometry()
        if had_focus and self._chips:
            self._chips[-1].setFocus()

    def _made(self, words: str, remove: Callable[[], None], name: str) -> QToolButton:
        chip = _Chip(self)
        short = words if len(words) <= _MOST_CHARS else f"{words[: _MOST_CHARS - 1]}…"
        chip.setText(short.replace("&", "&&"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the cross after the words
        chip.setIconSize(QSize(12, 12))
        name_by_tip(chip, name)
        restyle(chip, kind="chip")
        self._look.set_icon(chip, "close", "text_soft")
        chip.clicked.connect(remove)
        chip.show()
        return chip

    def _lay_out(self, width: int) -> int:
        left = top = line = 0
        for chip in self._chips:
            size = chip.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + line + GAP_XS
            chip.setGeometry(QRect(left, top, min(size.width(), max(width, 40)), size.height()))
            left += size.width() + GAP_XS
            line = size.height()
        return top + line

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._lay_out(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._lay_out(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(event.size().width())
        self.updateGeometry()
