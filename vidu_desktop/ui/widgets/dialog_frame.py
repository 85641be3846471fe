"""The common form of our dialogs: a headline, paragraphs, further widgets, and the buttons at the lower right. On a screen that
is too small for all of it, what is above the buttons scrolls.

Dialogs are shown with `open()`, never `exec()`: a nested event loop inside a coroutine would kill the engine's tasks.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.translation import on_one_line
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, GAP_XL, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.answer_layout import AnswerLayout
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.screen_room import room_for
from vidu_desktop.ui.widgets.scrolled_whole import ScrolledWhole

_STEPS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class DialogFrame(QDialog):
    """Deletes itself when it is closed; Escape cancels. It is at least `width_px` wide, wider if its content needs that, and
    never larger than its screen has room for. `above` stays above what scrolls.
    """

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width_px: int = 460) -> None:
        super().__init__(parent)
        self.look = look
        self._needed_px = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._scrolling = ScrolledWhole()
        bar_px = self._scrolling.bar_px
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GAP_L)
        # setMinimumWidth would also allow less than the content needs.
        self._column.addStrut(min(width_px, room_for(self).width()) - 2 * GAP_XL + bar_px)
        self.set_edges(GAP_XL, GAP_L)
        self.above = QVBoxLayout()
        self.above.setContentsMargins(0, 0, bar_px, 0)
        self._column.addLayout(self.above)
        self.body = self._scrolling.column
        self.body.setSpacing(GAP_M)
        self._column.addWidget(self._scrolling, 1)
        self.answers = AnswerLayout()
        self.answers.setSpacing(GAP_S)
        self.answers.setContentsMargins(0, 0, bar_px, 0)
        self._column.addLayout(self.answers)

    @override
    def setWindowTitle(self, title: str) -> None:
        """Set the title, in which a file's name stands on one line and turns no words around: window managers show it as it is."""
        super().setWindowTitle(on_one_line(title))

    def set_edges(self, top_px: int, bottom_px: int) -> None:
        """Set the free space above and below everything."""
        self._column.setContentsMargins(GAP_XL, top_px, GAP_XL - self._scrolling.bar_px, bottom_px)

    def say(self, headline: str, *paragraphs: str) -> None:
        """Add a headline and the paragraphs below it."""
        self.body.addWidget(plain_label(headline, role=FontRole.TITLE, wrap=True))
        for text in paragraphs:
            self.body.addWidget(plain_label(text, tone="soft", wrap=True))
        self.setAccessibleDescription("\n".join((headline, *paragraphs)))

    def add_answer(self, words: str, kind: str = "secondary", *, orders: bool = False) -> QPushButton:
        """Add a button to the right of the existing ones. Return presses the button that has the focus, and elsewhere the
        first button of the kind "primary", unless it `orders` paid videos: Return in a field only ends typing there.
        """
        button = PushButton(words)
        by_return = kind == "primary" and not orders
        button.setAutoDefault(by_return)
        button.setDefault(by_return)
        restyle(button, kind=kind)
        self.answers.addWidget(button)
        return button

    @property
    def least_height_px(self) -> int:
        """The height with which nothing scrolls at the present width."""
        return self._around_px() + self._scrolling.least_height_px(self._inside_px())

    def _around_px(self) -> int:
        """Return the height of everything but the scrolled part."""
        margins = self._column.contentsMargins()
        parts = [part for part in (self.above, self.answers) if not part.isEmpty()]
        px = [_height_px(part, self._inside_px()) + self._column.spacing() for part in parts]
        return sum(px) + margins.top() + margins.bottom()

    def _inside_px(self) -> int:
        margins = self._column.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _follow_content(self) -> None:
        """Grow when the content needs more than before, as far as the screen has room; never shrink while the person is
        working. The answers are never cut off.
        """
        self.setMinimumHeight(self._around_px() + self._scrolling.minimumSizeHint().height())
        needs_px = self.least_height_px
        wanted_px = min(needs_px, room_for(self).height())
        if needs_px > self._needed_px and wanted_px > self.height():
            self.resize(self.width(), wanted_px)
        self._needed_px = needs_px

    @override
    def setVisible(self, visible: bool) -> None:
        if visible and not self.isVisible():
            # Before the system's window is made: a window manager may answer a later size with the first one.
            for part in (self, *self.findChildren(QWidget)):
                part.ensurePolished()
            self._take_room()
        super().setVisible(visible)

    def _take_room(self) -> None:
        """Take the size that the content wishes, as far as the screen has room."""
        room = room_for(self)
        margins = self._column.contentsMargins()
        one_line_px = self.answers.sizeHint().width() + margins.left() + margins.right()
        self.resize(min(max(self.width(), one_line_px), room.width()), self.height())
        # Qt computes the height of wrapped text for a width other than the one that the dialog gets.
        height_px = self._around_px() + self._scrolling.wished_height_px(self._inside_px())
        self.resize(self.width(), min(height_px, room.height()))
        self._needed_px = self.least_height_px

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._take_room()
        super().showEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.isVisible():
            self._follow_content()
        return done

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._scrolling.verticalScrollBar().triggerAction(step)


def _height_px(layout: QLayout, width_px: int) -> int:
    wraps = layout.hasHeightForWidth()
    return layout.totalHeightForWidth(width_px) if wraps else layout.totalSizeHint().height()
