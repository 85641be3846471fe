"""A frame service without a running loop: real files, and the real reader with its thread."""

from PySide6.QtCore import QTimer

from vidu_desktop.adapters.video.frame_saving import save_frame
from vidu_desktop.controllers.frame_service import AppFrameReader
from vidu_desktop.domain.frames import SoundTrack
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.wiring.frame_files import FrameFiles


class RealFrameService:
    def __init__(self, sound: SoundTrack | None = None):
        self.opened: list[AppFrameReader] = []
        self._sound = sound

    def open(self, path, answer):
        reader = AppFrameReader(FrameFiles())
        try:
            reader.begin(path)
        except ViduDesktopError as error:
            kept = error  # `error` is deleted at the end of this block
            QTimer.singleShot(0, lambda: answer(kept))
            return
        self.opened.append(reader)
        reader.want(0, lambda _image: answer(reader))

    def let_go(self) -> bool:
        """Whether every opened video was closed."""
        return all(map(is_closed, self.opened))

    def sound(self, path, answer):
        QTimer.singleShot(0, lambda: answer(self._sound))

    def save_frame(self, path, number, target, answer):
        saved = save_frame(path, number, target)
        QTimer.singleShot(0, lambda: answer(saved))


def is_closed(reader: AppFrameReader) -> bool:
    return reader._closed
