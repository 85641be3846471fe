"""The sound file of a film: a button to choose it, which shows its name, and one to remove it."""

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.drives import is_file
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say_pair
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.last_folders import FilePurpose, LastFolders
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import name_by_tip
from vidu_desktop.ui.widgets.translated import Translated

_SUFFIXES = ("mp3", "wav", "flac", "ogg", "opus", "m4a", "aac", "aif", "aiff", "mp4", "mov", "webm", "mkv")
_NAME_PX = 150


class SoundField(Translated, QWidget):
    """Shows the name of a file; an empty path means no sound."""

    changed = Signal()  # only by the person

    def __init__(self, look: Look, folders: LastFolders | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders = folders or LastFolders()
        self._path = ""
        self._choose = PushButton()
        self._choose.setAutoDefault(False)
        restyle(self._choose, kind="quiet", dense="true")
        look.set_icon(self._choose, "music", "text_soft")
        self._remove = IconButton(look, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_XS)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        self._choose.clicked.connect(self.choose)
        self._remove.clicked.connect(lambda: self._take(""))
        self._retranslate()

    @property
    def path(self) -> str:
        """The path of the sound file; empty for none."""
        return self._path

    def show_path(self, path: str) -> None:
        """Show a file without sending `changed`."""
        self._path = path
        self._retranslate()

    def choose(self) -> QFileDialog:
        """Open the file dialog."""
        dialog = FileDialog(self, self.tr("Choose the sound beneath the film"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        patterns = " ".join(f"*.{suffix} *.{suffix.upper()}" for suffix in _SUFFIXES)
        dialog.setNameFilters(
            [
                self.tr("Sound ({patterns})").format(patterns=patterns),
                self.tr("All files ({patterns})").format(patterns="*"),
            ]
        )
        self._folders.begin(dialog, FilePurpose.SOUND)
        if self._path and is_file(self._path):  # Qt would wait for its drive
            dialog.selectFile(self._path)
        dialog.fileSelected.connect(self._take)
        dialog.open()
        return dialog

    def _take(self, path: str) -> None:
        if path != self._path:
            self.show_path(path)
            self.changed.emit()

    @override
    def _retranslate(self) -> None:
        name = PurePath(self._path).name
        metrics = self._choose.fontMetrics()
        self._choose.setText(
            metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_PX)
            if name
            else self.tr("Sound beneath…")
        )
        words = self.tr("Sound beneath the film, in the place of the videos' own")
        name_by_tip(self._choose, words)
        if name:
            self._choose.setAccessibleName(say_pair(words, name))
        self._remove.set_label(self.tr("Take the sound away"))
        self._remove.setVisible(bool(name))
