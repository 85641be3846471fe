"""Waits until the person pauses while typing, so that not every letter counts as a change."""

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.ui.widgets.prompt_line import PromptLine

TYPING_MS = 500


class TypingPause(QObject):
    """Follows a prompt, and other fields by `note`. It doesn't pause while the prompt offers names to complete."""

    typed = Signal()  # `paused` follows, unless `stop` is called before
    paused = Signal()  # nothing was typed for TYPING_MS, or the prompt was left

    def __init__(self, prompt: PromptLine, parent: QObject) -> None:
        super().__init__(parent)
        self._prompt = prompt
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._has_typed = False
        prompt.textEdited.connect(lambda _: self.note())
        prompt.editingFinished.connect(self._pause)
        self._timer.timeout.connect(self._pause)

    @property
    def is_awaited(self) -> bool:
        """Whether something was typed that hasn't been taken over yet."""
        return self._timer.isActive()

    def note(self) -> None:
        """Note that something was typed just now."""
        self._timer.start()
        self._has_typed = True
        self.typed.emit()

    def stop(self) -> bool:
        """Wait no longer. Return whether anything was typed since the last call."""
        self._timer.stop()
        had_typed, self._has_typed = self._has_typed, False
        return had_typed

    def _pause(self) -> None:
        if self._prompt.is_completing:
            self._timer.start()
        else:
            self.paused.emit()
