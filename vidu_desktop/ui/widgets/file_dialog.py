"""The file dialog that the whole program uses: what is typed is what is meant."""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QWidget
from typing_extensions import override

from vidu_desktop.ui.drives import is_folder


class FileDialog(QFileDialog):
    """Qt's own dialog marks a file as soon as its name is typed, takes what is marked before what is typed, and can leave the mark
    when more is typed (`wq` beside `w.mp4`). Here a typed path counts until something is chosen in the list. A system's
    dialog is left as it is. It begins in `folder`, in the one above if that isn't there, or else in the home folder.
    """

    def __init__(self, owner: QWidget, title: str, folder: str = "") -> None:
        super().__init__(owner, title, _there(folder))
        self._is_typed = False
        self._name = self.findChild(QLineEdit, "fileNameEdit")  # none in a system's dialog
        self._list = self.findChild(QListView, "listView")  # the other view shares its selection
        if self._name is not None and self._list is not None:
            self._name.textEdited.connect(self._follow_typing)
            self._list.selectionModel().selectionChanged.connect(self._follow_choice)
            # Qt lets the next dialog look at the last one's folder, even if it is to begin elsewhere.
            self.finished.connect(lambda: self.setDirectory(QDir.homePath()))

    @override
    def accept(self) -> None:
        """Take what was typed, if that came last, or else what is chosen."""
        if self._is_typed and self._list is not None:
            self._list.selectionModel().clearSelection()
        super().accept()

    def _follow_typing(self) -> None:
        self._is_typed = True

    def _follow_choice(self) -> None:
        if self._name is not None and self._list is not None and not self._name.hasFocus():
            self._is_typed = self._is_typed and not self._list.selectionModel().hasSelection()


def _there(folder: str) -> str:
    candidates = (folder, str(Path(folder).parent)) if folder else ()
    return next((candidate for candidate in candidates if is_folder(candidate)), QDir.homePath())
