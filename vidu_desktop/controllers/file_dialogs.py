"""Asks where to save a file, or for a folder: the same dialogs for all that is saved, begun in the last folder for it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.controllers.save_targets import with_ending
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose, LastFolders


def ask_target(
    owner: QWidget,
    title: str,
    kinds: Sequence[str],
    then: Callable[[Path], object],
    folders: LastFolders,
    purpose: FilePurpose,
    *,
    usual: str = "",
    name: str = "",
) -> QFileDialog:
    """Ask for a file, and call `then` with its path, which ends like one of `kinds` (“PDF (*.pdf)”); the first kind is the
    default. `usual` is the folder while there is no last one. The dialog itself has asked whether an existing file may be replaced.
    """
    endings = [_ending_of(kind) for kind in kinds]
    dialog = FileDialog(owner, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(endings[0])
    folders.begin(dialog, purpose, usual)
    if name:
        dialog.selectFile(name)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending_of(kind)))
    dialog.fileSelected.connect(
        lambda target: then(with_ending(Path(target), endings, dialog.defaultSuffix()))
    )
    dialog.open()
    return dialog


def ask_folder(
    parent: QWidget,
    folders: LastFolders,
    purpose: FilePurpose,
    chosen: Callable[[str], object],
    *,
    usual: str = "",
) -> QFileDialog:
    """Ask for a folder, and call `chosen` with its path."""
    dialog = FileDialog(parent, say(Sentence(_FOLDER)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    folders.begin(dialog, purpose, usual)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def _ending_of(kind: str) -> str:
    """Return `pdf` of `PDF (*.pdf)`."""
    return kind.rpartition("*.")[2].rstrip(")")


_FOLDER = QT_TRANSLATE_NOOP("batch", "Choose a folder")
