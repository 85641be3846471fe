"""Opens files that come from outside: from the command line, by *Open with*, or dropped on the program's icon."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from vidu_desktop.controllers.batch_sources import SHEET_SUFFIXES
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.clip import VIDEO_ENDINGS
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.drives import folders_among
from vidu_desktop.ui.text import say

_PAIR = 2


class OpenedFiles(QObject):
    """A file's kind is seen from its name; whether it can be read is found out by the part that takes it.

    `fill` puts pictures into a tab in place of its pictures, which can be undone; `open_batch` opens a sheet or a folder;
    `take_in` copies videos into the library.
    """

    def __init__(
        self,
        window: QWidget,
        notices: Notices,
        *,
        fill: Callable[[Mode, Sequence[str]], object],
        open_batch: Callable[[str], object],
        take_in: Callable[[Sequence[str]], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._fill = fill
        self._open_batch = open_batch
        self._take_in = take_in

    def open(self, paths: Sequence[str]) -> None:
        """Open files. Two pictures are a start and an end frame, any other number a video each. Nothing is ordered here."""
        different = list(dict.fromkeys(paths))
        folders = folders_among(different)
        batches = [path for path in different if _is(path, SHEET_SUFFIXES) or path in folders]
        videos = [path for path in different if path not in batches and _is(path, VIDEO_ENDINGS)]
        pictures = [path for path in different if path not in batches and path not in videos]
        if pictures:
            self._fill(Mode.START_END if len(pictures) == _PAIR else Mode.IMAGE, pictures)
        if not (batches or videos):
            return
        if QApplication.activeModalWidget() is not None:
            self._notices.say(Sentence(_BUSY, {"name": Path((batches + videos)[0]).name}))
            return
        if batches:
            self._open_batch(batches[0])
            if len(batches) > 1:
                self._notices.say(Sentence(_ONE_BATCH, {"name": Path(batches[0]).name}))
        else:
            self._ask(videos)

    def _ask(self, videos: list[str]) -> None:
        """Ask whether the videos are to be copied: a double click in a file manager may have meant less."""
        words = say(counted(_TAKE_IN, len(videos), name=Path(videos[0]).name))
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Import videos"), words, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self.tr("The library gets a copy; nothing is moved."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        yes.clicked.connect(lambda: self._take_in(videos))
        box.open()


def _is(path: str, suffixes: tuple[str, ...]) -> bool:
    return path.casefold().endswith(suffixes)


_TAKE_IN = (
    QT_TRANSLATE_NOOP("library", "Import the video “{name}” into the library?"),
    QT_TRANSLATE_NOOP("library", "Import {count} videos into the library?"),
)
_BUSY = QT_TRANSLATE_NOOP(
    "library",
    "“{name}” wasn't opened: another window of this program is open. Close that one, then open it again.",
)
_ONE_BATCH = QT_TRANSLATE_NOOP(
    "batch", "One batch at a time: “{name}” is open. Open the other sheets and folders after it."
)
