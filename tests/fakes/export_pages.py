"""The export and join dialogs, with their controls found by name as a person finds them."""

from fakes.finding import button, called
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
)


class ExportPage:
    """The fields of the export dialog, found by their labels."""

    def __init__(self, dialog: QDialog) -> None:
        self._dialog = dialog

    @property
    def format(self) -> QComboBox:
        return called(self._dialog, "Format", QComboBox)

    @property
    def side(self) -> QComboBox:
        return called(self._dialog, "Longer side", QComboBox)

    @property
    def rate(self) -> QComboBox:
        return called(self._dialog, "Frames", QComboBox)

    @property
    def drawings(self) -> QComboBox:
        return called(self._dialog, "Drawings", QComboBox)

    @property
    def ends(self) -> tuple[QSpinBox, QSpinBox]:
        """The fields for the first and the last frame."""
        first, last = self._dialog.findChildren(QSpinBox)
        return first, last

    @property
    def pattern(self) -> QLineEdit:
        return called(self._dialog, "Names", QLineEdit)

    @property
    def folder(self) -> QLineEdit:
        return called(self._dialog, "Folder", QLineEdit)

    @property
    def preset(self) -> QComboBox:
        return called(self._dialog, "Preset", QComboBox)

    @property
    def boomerang(self) -> QAbstractButton:
        return button(self._dialog, "Forwards and back")

    @property
    def export(self) -> QAbstractButton:
        return button(self._dialog, "Export")


class JoinPage:
    """The controls of the join dialog."""

    def __init__(self, dialog: QDialog) -> None:
        self._dialog = dialog

    @property
    def order(self) -> QListWidget:
        return called(self._dialog, "Order", QListWidget)

    @property
    def fit(self) -> QComboBox:
        return called(self._dialog, "Videos of another shape", QComboBox)

    @property
    def speed(self) -> QComboBox:
        return called(self._dialog, "Speed", QComboBox)

    def left_out(self, end: str) -> QSpinBox:
        """Return the field for the number of frames left out; `end` is "beginning" or "end"."""
        return called(self._dialog, f"Frames left out at its {end}", QSpinBox)

    @property
    def shapes(self) -> str:
        """What the dialog says about videos of different shapes; empty if it says nothing."""
        labels = self._dialog.findChildren(QLabel)
        return next((one.text() for one in labels if " × " in one.text() and one.isVisible()), "")

    def button(self, name: str) -> QAbstractButton:
        return button(self._dialog, name)
