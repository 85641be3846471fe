"""The file dialog for pictures. It is shown with `open()`, never `exec()`: a nested event loop would stop other work for
good.
"""

from collections.abc import Callable

# PySide makes each class when it is first named, and the first paint needs none of these: so they are named where they are used.
from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.name_order import in_name_order
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES

# In lower and upper case, because the system's dialog may be case-sensitive.
_PATTERNS = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in PICTURE_SUFFIXES)


class PictureChooser(QObject):
    """Opens at the folder that was used last for pictures; the first time, at the system's folder for pictures."""

    def __init__(self, memory: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory

    def choose(
        self, owner: QWidget, *, several: bool, chosen: Callable[[list[str]], None]
    ) -> "QtWidgets.QFileDialog":
        """Open the dialog over `owner`. `chosen` gets the files in the order of their names; it isn't called if the person
        cancels.
        """
        # not for the first paint
        from vidu_desktop.ui.widgets.file_dialog import FileDialog
        from vidu_desktop.ui.widgets.last_folders import FilePurpose, LastFolders

        title = self.tr("Choose pictures") if several else self.tr("Choose a picture")
        dialog = FileDialog(owner, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(
            QtWidgets.QFileDialog.FileMode.ExistingFiles
            if several
            else QtWidgets.QFileDialog.FileMode.ExistingFile
        )
        dialog.setOption(
            QtWidgets.QFileDialog.Option.HideNameFilterDetails
        )  # a list of thirty suffixes helps nobody
        dialog.setNameFilters(
            [
                self.tr("Pictures ({patterns})").format(patterns=_PATTERNS),
                self.tr("All files ({patterns})").format(patterns="*"),
            ]
        )

        def receive(paths: list[str]) -> None:
            if paths:
                chosen(in_name_order(paths))

        LastFolders(self._memory).begin(dialog, FilePurpose.PICTURES, _pictures_dir())
        dialog.filesSelected.connect(receive)
        dialog.open()
        return dialog


def _pictures_dir() -> str:
    """Return the folder of pictures, or the home folder. The working directory means nothing to the person."""
    from vidu_desktop.ui.drives import is_folder  # not for the first paint

    places = QtCore.QStandardPaths.StandardLocation
    folders = map(QtCore.QStandardPaths.writableLocation, (places.PicturesLocation, places.HomeLocation))
    return next((folder for folder in folders if folder and is_folder(folder)), "")
