"""Export presets: one is used, saved or removed by its name."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.widgets.push_button import PushButton


class ExportPresetRow(QWidget):
    """An editable list of names, with a button to save and one to remove."""

    used = Signal(object)  # ExportChoice
    save_requested = Signal(str)  # a name; answered by `keep` if the choice is valid
    removed = Signal(str)

    def __init__(self, presets: Mapping[str, ExportChoice]) -> None:
        super().__init__()
        self._presets = dict(presets)
        self.names = QComboBox()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        name = self.names.lineEdit()
        if name is not None:
            name.setPlaceholderText(self.tr("A name to save this under"))
        self._save = PushButton(self.tr("Save"))
        self._remove = PushButton(self.tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.names, 1)
        for button in (self._save, self._remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._fill("")
        self.names.activated.connect(lambda _row: self._use())
        self.names.editTextChanged.connect(self._follow)
        self._save.clicked.connect(lambda: self.save_requested.emit(self._name()))
        self._remove.clicked.connect(self._forget)

    def keep(self, name: str, choice: ExportChoice) -> None:
        """Add or replace a preset, and show its name."""
        self._presets[name] = choice
        self._fill(name)

    def _fill(self, shown: str) -> None:
        self.names.clear()
        self.names.addItems(sorted(self._presets, key=str.casefold))
        self.names.setCurrentIndex(self.names.findText(shown) if shown else -1)
        if not shown:
            self.names.clearEditText()
        self._follow()

    def _name(self) -> str:
        return " ".join(self.names.currentText().split())

    def _follow(self) -> None:
        self._save.setEnabled(bool(self._name()))
        self._remove.setEnabled(self._name() in self._presets)

    def _use(self) -> None:
        choice = self._presets.get(self._name())
        if choice is not None:
            self.used.emit(choice)

    def _forget(self) -> None:
        name = self._name()
        if self._presets.pop(name, None) is not None:
            self._fill("")
            self.removed.emit(name)
