"""The stage before there is anything to play: a large quiet place for dropping the first picture, and then for waiting."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, RADIUS
from vidu_desktop.ui.look.theme import mixed_colours
from vidu_desktop.ui.models.mode_words import empty_stage_words
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated

_LEAST_HEIGHT_PX = 240


class EmptyStage(Translated, QWidget):
    """Says what to do first; highlighted while pictures are dragged above the pane."""

    choose_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lit = False
        self._ready = self._coming = False
        self._mode = next(iter(Mode))
        self._words = EmptyState(look, "image-plus", display=True, role="accent")
        self._choose = PushButton()
        self._words.add_button(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.addWidget(self._words)
        self._choose.clicked.connect(self.choose_requested)
        look.changed.connect(self.update)
        self._retranslate()

    def set_lit(self, lit: bool) -> None:
        """Show whether a drop here would be taken."""
        self._lit = lit
        self.update()

    def set_ready(self, ready: bool) -> None:
        """Say what comes next once there is a picture to make a video from."""
        if ready is not self._ready:
            self._ready = ready
            self._follow()

    def set_coming(self, done: int, total: int) -> None:
        """Say that the first video will play by itself, while fewer videos are `done` than were ordered in `total`; both are
        0 when nothing is under way.
        """
        if (coming := done < total) is not self._coming:
            self._coming = coming
            self._follow()

    def set_mode(self, mode: Mode) -> None:
        """Say what becomes of pictures in this mode."""
        self._mode = mode
        self._retranslate()

    def _follow(self) -> None:
        waits = self._ready or self._coming
        self._words.show_icon("film" if waits else "image-plus")
        self._choose.setVisible(not waits)
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        if self._coming:
            self._words.say(
                self.tr("Your video plays here"),
                self.tr("It begins by itself when it is finished. The queue shows how far it is."),
            )
        elif self._ready:
            self._words.say(
                self.tr("Your video plays here"),
                self.tr("Write what should move, then rehearse for free or generate."),
            )
        else:
            self._words.say(*empty_stage_words(self._mode))
        self._choose.setText(self.tr("Choose a picture…"))

    @override
    def minimumSizeHint(self) -> QSize:
        # Room for all words at the usual widths, so that a divider can't cut the button in two.
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = GAP_L - 0.5
        pen = QPen(
            theme.accent if self._lit else mixed_colours(theme.line, theme.text, 0.12),
            2 if self._lit else 1.5,
        )
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme.accent_soft if self._lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS * 1.5, RADIUS * 1.5
        )
        painter.end()
