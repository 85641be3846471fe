"""The menu of what can be done with the video on the stage and with its frames."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.player_verbs import PlayerVerbs


class MoreMenu(QMenu):
    """Made anew each time; it goes when it is closed. The keys that it names are PlayerKeys'."""

    def __init__(self, look: Look, play: Playback, verbs: PlayerVerbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entry("skip-start", self.tr("Play from here (in point)"), play.mark_in, "I")
        self._entry("skip-end", self.tr("Play up to here (out point)"), play.mark_out, "O")
        self._entry("close", self.tr("Play the whole video"), play.clear_range, "X")
        self.addSeparator()
        self._entry("camera", self.tr("Save this frame …"), verbs.save_frame, "Ctrl+S")
        self._entry("paste", self.tr("Copy this frame"), verbs.copy_frame, "Ctrl+C")
        this, last = verbs.frame_as_next, verbs.last_as_next
        self._entry("image", self.tr("This frame as next picture"), lambda: this(False), "T")
        self._entry("start-frame", self.tr("This frame as next start frame"), lambda: this(True), "Shift+T")
        self._entry("end-frame", self.tr("Last frame as next picture"), lambda: last(False), "N")
        self._entry("start-frame", self.tr("Last frame as next start frame"), lambda: last(True), "Shift+N")
        self.addSeparator()
        self._entry("export", self.tr("Export …"), verbs.export, "Ctrl+E")
        self._entry("external", self.tr("Open in another player"), verbs.open_elsewhere)

    def _entry(self, icon: str, words: str, act: Callable[[], object], keys: str = "") -> None:
        action = self.addAction(words)
        self._look.set_icon(action, icon, "text_soft")
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: act())
