"""Frames that leave the player: saved as pictures, or taken as the beginning of the next video."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.save_targets import refuse_kept, with_ending
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, ViduDesktopError
from vidu_desktop.ui.compose import ComposePane


class FrameController:
    """For the player, the library and the queue."""

    def __init__(
        self,
        desk: AppFrameService,
        compose: ComposePane,
        window: QWidget,
        notices: Notices,
        library_dir: Callable[[], Path],
    ) -> None:
        self._desk = desk
        self._compose = compose
        self._window = window
        self._notices = notices
        self._library_dir = library_dir
        self._last_dir = ""

    def choose_place(self, path: str, number: int) -> QFileDialog:
        """Ask where a frame of a video is to be saved, and save it there."""
        name = f"{Path(path).stem}-{number + 1:04d}.png"
        title = self._window.tr("Save this frame")
        dialog = QFileDialog(self._window, title, str(Path(self._last_dir, name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setNameFilter(f"{self._window.tr('Pictures')} (*.png)")
        dialog.fileSelected.connect(
            lambda target: self.save(path, number, with_ending(Path(target), ("png",), "png"))
        )
        dialog.open()
        return dialog

    def save(self, path: str, number: int, target: Path) -> None:
        """Save a frame as a PNG there, unless that is a file of the library."""
        self._last_dir = str(target.parent)
        try:
            refuse_kept(target, self._library_dir())
        except BadInput as error:
            self._notices.say_error(error)
            return

        def tell(saved: str | ViduDesktopError) -> None:
            if isinstance(saved, ViduDesktopError):
                self._notices.say_error(saved)
            else:
                self._notices.say(Sentence(_SAVED, {"name": Path(saved).name}))

        self._desk.save_frame(path, number, str(target), tell)

    def last_as_next(self, path: str, start_end: bool) -> None:
        """Put the true last frame of a video where the next one begins."""
        self.as_next(path, None, start_end)

    def as_next(self, path: str, number: int | None, start_end: bool) -> None:
        """Put a frame of a video, from the file, where the next video begins; None means the true last one."""
        mode = Mode.START_END if start_end else Mode.IMAGE

        def take(saved: str | ViduDesktopError) -> None:
            if isinstance(saved, ViduDesktopError):
                self._notices.say_error(saved)
            else:
                self._compose.take_first(mode, saved)

        self._desk.save_frame(path, number, "", take)

    def last_into_wells(self, paths: Sequence[str], take: Callable[[list[str]], None]) -> None:
        """Put the true last frames of videos into the wells that they were dropped on; those that have one."""
        frames: list[str] = []

        def go_on(left: Sequence[str]) -> None:
            if left:
                self._desk.save_frame(left[0], None, "", lambda saved: keep(saved, left[1:]))
            elif frames:
                take(frames)
                self._notices.say(Sentence(_LAST_TAKEN))

        def keep(saved: str | ViduDesktopError, left: Sequence[str]) -> None:
            if isinstance(saved, ViduDesktopError):
                self._notices.say_error(saved)
            else:
                frames.append(saved)
            go_on(left)

        go_on(paths)


_LAST_TAKEN = QT_TRANSLATE_NOOP(
    "library",
    "A video on a picture's place gives its last frame. To use its settings, drop it beside the pictures.",
)
_SAVED = QT_TRANSLATE_NOOP("library", "The frame is saved as “{name}”.")
