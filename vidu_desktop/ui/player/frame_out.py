"""Takes the frame that is shown out of the program: into the clipboard, or by dragging."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.picture_drag import picture_drag, picture_mime

_STEM_MOST_CHARS = 40


class FrameOut(QObject):
    """The picture has all of its pixels and is named after its video and frame. Nothing happens while no frame is shown."""

    def __init__(self, view: FrameView, playback: Playback) -> None:
        super().__init__(view)
        self._view = view
        self._playback = playback

    def copy(self, path: str, frame: int | None) -> None:
        """Put the shown picture into the clipboard, named as this frame of this video."""
        if not self._view.image.isNull():
            QApplication.clipboard().setMimeData(picture_mime(self._view.image, self._name(path, frame)))

    def drag(self, path: str, frame: int | None) -> None:
        """Drag the shown picture: a picture's place takes the frame, and whatever takes files gets the video."""
        if not self._view.image.isNull():
            self._playback.pause()
            drag = picture_drag(self._view, self._view.image, self._name(path, frame), path)
            drag.exec(Qt.DropAction.CopyAction)

    def _name(self, path: str, frame: int | None) -> str:
        words = self.tr("frame {number}").format(number=(frame or 0) + 1)
        return f"{Path(path).stem[:_STEM_MOST_CHARS]}, {words}"
