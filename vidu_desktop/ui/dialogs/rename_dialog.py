"""Asks for a new name of a video's file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.length_limit import limit_length

NAME_MOST_CHARS = 120


class RenameDialog(DialogFrame):
    """`stem` is the present name without its suffix."""

    chosen = Signal(str)  # the new name without suffix; never empty

    def __init__(self, look: Look, stem: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setWindowTitle(self.tr("Rename"))
        self.say(
            self.tr("Rename the file"),
            self.tr("Its record goes with it. Characters that some systems refuse are left out."),
        )
        self.name = QLineEdit(stem)
        limit_length(self.name, NAME_MOST_CHARS)
        self.name.setAccessibleName(self.tr("Name of the file"))
        self.name.selectAll()
        self.body.addWidget(self.name)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self._rename = self.add_answer(self.tr("Rename"), "primary")
        self._rename.clicked.connect(self._choose)
        self.name.textChanged.connect(lambda text: self._rename.setEnabled(bool(text.strip())))
        self.name.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self.name.text().strip())
        self.accept()
