"""The frame that is shown, on its way to elsewhere: into the clipboard, or dragged out."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.picture_drag import picture_drag, picture_mime

_STEM_MOST_CHARS = 40


class FrameOut(QObject):
    """Gives it with all of its pixels, named after its video; nothing while none is shown."""

    def __init__(self, view: FrameView, playback: Playback) -> None:
        super().__init__(view)
        self._view = view
        self._playback = playback

    def copy(self, path: str, frame: int | None) -> None:
        """Put what is shown into the clipboard, as this frame of this video."""
        if not self._view.image.isNull():
            QApplication.clipboard().setMimeData(picture_mime(self._view.image, self._name(path, frame)))

    def drag(self, path: str, frame: int | None) -> None:
        """Let it be dropped on a picture's place, or its video on whatever takes files."""
        if not self._view.image.isNull():
            self._playback.pause()
            drag = picture_drag(self._view, self._view.image, self._name(path, frame), path)
            drag.exec(Qt.DropAction.CopyAction)

    def _name(self, path: str, frame: int | None) -> str:
        words = self.tr("frame {number}").format(number=(frame or 0) + 1)
        return f"{Path(path).stem[:_STEM_MOST_CHARS]}, {words}"
