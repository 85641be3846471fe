"""Asks where to save a file: the same dialog for everything that the person saves."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.controllers.save_targets import with_ending


def ask_target(
    owner: QWidget,
    title: str,
    kinds: Sequence[str],
    then: Callable[[Path], object],
    *,
    folder: str = "",
    name: str = "",
) -> QFileDialog:
    """Ask for a file, and call `then` with its path, which ends like one of `kinds` (“PDF (*.pdf)”); the first kind is the
    default. The dialog itself has asked whether an existing file may be replaced.
    """
    endings = [_ending_of(kind) for kind in kinds]
    dialog = QFileDialog(owner, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(endings[0])
    if name:
        dialog.selectFile(name)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending_of(kind)))
    dialog.fileSelected.connect(
        lambda target: then(with_ending(Path(target), endings, dialog.defaultSuffix()))
    )
    dialog.open()
    return dialog


def _ending_of(kind: str) -> str:
    """Return `pdf` of `PDF (*.pdf)`."""
    return kind.rpartition("*.")[2].rstrip(")")
