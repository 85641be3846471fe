"""Asks in the window for the source of a batch: a sheet, a folder, or rows that were copied in a spreadsheet."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_folder
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.drives import is_folder
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog

SHEET_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_ENDINGS = " ".join(f"*{suffix}" for suffix in SHEET_SUFFIXES)
_DIGITS_SHOWN = 8


class OpenSource(Protocol):
    """Opens the dialog of a source; `pasted` is the sheet of pasted rows, which are in no file."""

    def __call__(self, path: str, pasted: Sheet | None, *, is_folder: bool) -> "BatchDialog": ...


class BatchSources:
    """Remembers the last folder, for the next question."""

    def __init__(self, context: WindowContext, opened: OpenSource) -> None:
        self._window = context.window
        self._notices = context.notices
        self._opened = opened
        self.folders = context.folders
        self.last_dir = ""
        """Of this run: pasted rows are told apart by it."""
        self._pasted: dict[str, Sheet] = {}

    def choose(self, source: str) -> QWidget | None:
        """Ask for a "sheet" or a "folder", or open "pasted" rows."""
        match source:
            case "pasted":
                return self.paste()
            case "folder":
                return ask_folder(self._window, self.folders, FilePurpose.SHEETS, self._open_folder)
        dialog = FileDialog(self._window, say(Sentence(_SHEET)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{say(Sentence(_SHEETS))} ({_ENDINGS})", f"{say(Sentence(_ALL))} (*)"])
        self.folders.begin(dialog, FilePurpose.SHEETS)
        dialog.fileSelected.connect(self.open)
        dialog.open()
        return dialog

    def _open_folder(self, path: str) -> None:
        self.open(path)

    def open(self, path: str, pasted: Sheet | None = None) -> "BatchDialog":
        """Open a sheet or a folder, or again the rows that were pasted before under this path, where there is no file."""
        self.last_dir = str(Path(path).parent)
        self.folders.remember(FilePurpose.SHEETS, self.last_dir)
        if pasted is not None:
            self._pasted[path] = pasted
        pasted = self._pasted.get(path)
        return self._opened(path, pasted, is_folder=pasted is None and is_folder(path))

    def paste(self) -> "BatchDialog | None":
        """Open the rows in the clipboard as if they were a sheet in the last folder; its name is made from its content."""
        from vidu_desktop.domain.pasted_rows import pasted_sheet  # its parser would slow down every start

        mime = QGuiApplication.clipboard().mimeData()
        try:
            sheet = pasted_sheet(mime.html() if mime.hasHtml() else "", mime.text())
        except BadInput as error:
            self._notices.say_error(error)
            return None
        name = f"{say(Sentence(_PASTED))} {sheet.sha256[:_DIGITS_SHOWN]}"
        return self.open(str(Path(self.last_dir or Path.home()) / name), sheet)


_SHEET = QT_TRANSLATE_NOOP("batch", "Batch from a sheet")
_SHEETS = QT_TRANSLATE_NOOP("batch", "Sheets")
_ALL = QT_TRANSLATE_NOOP("batch", "All files")
_PASTED = QT_TRANSLATE_NOOP("batch", "Pasted rows")
