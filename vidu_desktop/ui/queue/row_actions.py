"""The real buttons of one row. They lie over the row under the pointer, or over the row that has the keyboard."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import UNSENT, Job
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_XS, FontRole, font
from vidu_desktop.ui.models.job_actions import JobAction, actions_for
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.queue.row_layout import ACTION_HEIGHT
from vidu_desktop.ui.text import say_money
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.push_button import PushButton

translate = QCoreApplication.translate

AS_TEXT = (JobAction.DECIDE, JobAction.RETRY, JobAction.SHOW_INSTEAD, JobAction.CHANGE)
"""Actions whose buttons show words. A row that waits for the person shows its words even without the pointer."""
ICONS = {
    JobAction.DECIDE: "question",
    JobAction.RETRY: "retry",
    JobAction.SHOW_INSTEAD: "search",
    JobAction.CHANGE: "edit",
    JobAction.PLAY: "play",
    JobAction.USE_AGAIN: "again",
    JobAction.EDIT: "edit",
    JobAction.LAST_FRAME_TO_IMAGE: "end-frame",
    JobAction.LAST_FRAME_TO_START: "start-frame",
    JobAction.SHOW_IN_FOLDER: "folder",
    JobAction.CANCEL: "close",
    JobAction.REMOVE: "trash",
}
KEY_OF = {
    JobAction.DECIDE: JobAction.PLAY,
    JobAction.RETRY: JobAction.RETRY,
    JobAction.SHOW_INSTEAD: JobAction.PLAY,
    JobAction.CHANGE: JobAction.USE_AGAIN,
    JobAction.PLAY: JobAction.PLAY,
    JobAction.USE_AGAIN: JobAction.USE_AGAIN,
    JobAction.EDIT: JobAction.PLAY,
    JobAction.CANCEL: JobAction.CANCEL,
    JobAction.REMOVE: JobAction.CANCEL,
}
"""The command of the key table under which an action has its key. Actions may share a command: its key does those that make
sense.
"""

_WORDS = {
    JobAction.DECIDE: QT_TRANSLATE_NOOP("QueueRow", "Decide…"),
    JobAction.RETRY: QT_TRANSLATE_NOOP("QueueRow", "Retry"),
    JobAction.SHOW_INSTEAD: QT_TRANSLATE_NOOP("QueueRow", "Show it"),
    JobAction.CHANGE: QT_TRANSLATE_NOOP("QueueRow", "Change it…"),
    JobAction.PLAY: QT_TRANSLATE_NOOP("QueueRow", "Play"),
    JobAction.USE_AGAIN: QT_TRANSLATE_NOOP("QueueRow", "Same again, but…"),
    JobAction.EDIT: QT_TRANSLATE_NOOP("QueueRow", "Change it"),
    JobAction.LAST_FRAME_TO_IMAGE: QT_TRANSLATE_NOOP("QueueRow", "Last frame as next picture"),
    JobAction.LAST_FRAME_TO_START: QT_TRANSLATE_NOOP("QueueRow", "Last frame as next start frame"),
    JobAction.SHOW_IN_FOLDER: QT_TRANSLATE_NOOP("QueueRow", "Show in folder"),
    JobAction.REMOVE: QT_TRANSLATE_NOOP("QueueRow", "Remove from the queue"),
}


def action_words(action: JobAction, job: Job | None = None) -> str:
    """Return the words of a button; with `job`, those that fit a cancel of this job."""
    if action in _WORDS:
        return translate("QueueRow", _WORDS[action])
    if job is not None and job.state in UNSENT:
        return translate("QueueRow", "Take off")
    return translate("QueueRow", "Stop waiting…")


def _spelled_out(action: JobAction, job: Job, again: AnotherTry) -> str:
    """Return what a button means for the money; empty where the button's words say enough."""
    if action is JobAction.SHOW_INSTEAD:
        return translate("QueueRow", "Show the other order of this video; nothing is ordered")
    if action is JobAction.CHANGE:
        return translate("QueueRow", "Put it into its tab to change it; nothing is ordered yet")
    if action is not JobAction.RETRY or job.rehearsal:
        return ""
    if again.price is not None:
        return translate("QueueRow", "Order it again, for {price}").format(price=say_money(again.price))
    return translate("QueueRow", "Ask for it again; nothing more is charged")


def text_button_width(action: JobAction) -> int:
    """Return the width of a button with words, in pixels."""
    return QFontMetrics(font(FontRole.CAPTION)).horizontalAdvance(action_words(action)) + 2 * GAP_M


class RowActions(QWidget):
    """Shows the buttons that make sense for a job."""

    action_requested = Signal(str, str)  # JobAction, job id

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self._job_id = ""
        self._shown: tuple[JobAction, ...] = ()
        self._buttons: dict[JobAction, QPushButton | IconButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_XS)
        # The likeliest action is at the right, beside the price, where its words are painted without the
        # pointer.
        for action in (
            JobAction.REMOVE,
            JobAction.CANCEL,
            JobAction.USE_AGAIN,
            JobAction.EDIT,
            JobAction.PLAY,
            *AS_TEXT,
        ):
            button = self._make(look, action)
            self._buttons[action] = button
            row.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    @property
    def job_id(self) -> str:
        """The id of the job whose buttons these are; empty while none are shown."""
        return self._job_id

    def offer(self, job: Job, again: AnotherTry) -> None:
        """Show this job's buttons at their natural size."""
        self._job_id = job.job_id
        self._shown = actions_for(job, again)
        for action, button in self._buttons.items():
            words = action_words(action, job)
            button.setAccessibleName(words)
            tip = (
                _spelled_out(action, job, again)
                if action in AS_TEXT
                else self._keys.tip(words, KEY_OF[action])
            )
            button.setToolTip(short_tip(tip))
            button.setVisible(action in self._shown)
            if action in AS_TEXT:
                button.setText(words)
                button.setFixedWidth(text_button_width(action))
        self.setFixedSize(self.width_for(self._shown), ACTION_HEIGHT)

    def withdraw(self) -> None:
        """Hide all buttons."""
        self._job_id = ""
        self.hide()

    def button(self, action: JobAction) -> QPushButton | IconButton:
        """Return the button of an action, shown or not."""
        return self._buttons[action]

    @staticmethod
    def width_for(actions: tuple[JobAction, ...]) -> int:
        """Return the width that these buttons take, in pixels."""
        widths = [text_button_width(action) if action in AS_TEXT else ACTION_HEIGHT for action in actions]
        return sum(widths) + GAP_XS * max(0, len(widths) - 1)

    def _make(self, look: Look, action: JobAction) -> QPushButton | IconButton:
        button: QPushButton | IconButton
        if action in AS_TEXT:
            button = PushButton(self)
            button.setFont(font(FontRole.CAPTION))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setStyleSheet(
                f"QPushButton {{ padding: 0; min-height: {ACTION_HEIGHT - 4}px; border-radius: 5px; }}"
            )
        else:
            button = IconButton(look, ICONS[action], self, side_px=16)
            button.setStyleSheet(
                "QToolButton { padding: 0; min-width: 0; min-height: 0; border-radius: 5px; }"
            )
            button.setFixedSize(ACTION_HEIGHT, ACTION_HEIGHT)
        button.setFixedHeight(ACTION_HEIGHT)
        button.clicked.connect(lambda: self.action_requested.emit(action.value, self._job_id))
        return button
