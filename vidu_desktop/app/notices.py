"""The one calm line across the top: what holds paid work up, and the button that helps."""

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.domain.job import Trouble
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.queue.pane import QueuePane
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.notice_line import NoticeKind

_PASSING_MS = 8000
_NEEDS_SETTINGS = frozenset({"no-key", "key-malformed", "budget"})


class Notices(QObject):
    """What lasts (a pause, an outage) comes back after what passes (a remark)."""

    settings_requested = Signal()

    def __init__(self, main: MainWindow, queue: QueuePane, engine: Engine) -> None:
        super().__init__(main)
        self._main = main
        self._queue = queue
        self._engine = engine
        self._pause: Trouble | None = None
        self._outage: Trouble | None = None
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSING_MS)
        self._passing.timeout.connect(self._show)

    def say(self, sentence: Sentence) -> None:
        """Show a remark for a while."""
        self._remark(say(sentence), NoticeKind.INFO)

    def say_text(self, text: str) -> None:
        """Show a remark, already in the person's language, for a while."""
        self._remark(text, NoticeKind.INFO)

    def say_error(self, error: ViduDesktopError) -> None:
        """Show what didn't work for a while."""
        self._remark(say(error.sentence), NoticeKind.WARN)

    def say_trouble(self, trouble: Trouble) -> None:
        """Show what didn't work for a while."""
        self._remark(say(trouble.sentence), NoticeKind.BAD)

    def _remark(self, text: str, kind: NoticeKind) -> None:
        self._main.show_notice(text, kind)
        self._passing.start()

    def paused(self, trouble: Trouble) -> None:
        self._pause = trouble
        by_wish = trouble.code == "paused"
        self._queue.set_paused(True, "" if by_wish else say(trouble.sentence))
        self._show()

    def resumed(self) -> None:
        self._pause = None
        self._queue.set_paused(False)
        self._show()

    def service_lost(self, trouble: Trouble) -> None:
        self._outage = trouble
        self._show()

    def service_reached(self) -> None:
        self._outage = None
        self._show()

    def act(self) -> None:
        """Do what the line's button says."""
        if self._needs_settings():
            self.settings_requested.emit()
        elif self._pause is not None:
            self._engine.go_on()
        else:
            self._engine.nudge()

    def _needs_settings(self) -> bool:
        trouble = self._pause
        if trouble is None:
            return False
        return trouble.code in _NEEDS_SETTINGS or trouble.code in {
            "401",
            "1000",
            "1001",
            "1002",
            "1003",
            "1004",
        }

    def _show(self) -> None:
        if self._passing.isActive():
            return
        if self._pause is not None and self._pause.code != "paused":
            text = self.tr("Open settings") if self._needs_settings() else self.tr("Try again")
            words = f"{say(self._pause.sentence)} {self._pause.service_words}".strip()
            self._main.show_notice(words, NoticeKind.WARN, text)
        elif self._outage is not None:
            self._main.show_notice(say(self._outage.sentence), NoticeKind.WARN, self.tr("Try now"))
        else:
            self._main.clear_notice()
