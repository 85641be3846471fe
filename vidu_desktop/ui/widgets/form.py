"""Rows of a settings page: each has a name, a hint, and the control below or beside them."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vidu_desktop.ui.look.scale import GAP_L, GAP_XL, GAP_XS, FontRole
from vidu_desktop.ui.widgets.labels import plain_label


class Form(QWidget):
    """A column of rows; spare height is left at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_L)
        self._column.addStretch(1)

    def add_below(self, name: str, hint: str, *controls: QWidget) -> QLabel | None:
        """Add a row with its controls below the name. Return the hint's label, None if `hint` is empty."""
        box = QVBoxLayout()
        box.setSpacing(GAP_XS)
        hint_label = self._words(box, name, hint, controls[0])
        for control in controls:
            box.addWidget(control)
        self._insert(box)
        return hint_label

    def add_beside(self, name: str, hint: str, control: QWidget) -> QLabel | None:
        """Add a row with a small control to the right of the name. Return the hint's label, None if `hint` is empty."""
        row = QHBoxLayout()
        row.setSpacing(GAP_XL)
        box = QVBoxLayout()
        box.setSpacing(0)
        hint_label = self._words(box, name, hint, control)
        row.addLayout(box, 1)
        row.addWidget(control)
        self._insert(row)
        return hint_label

    def _words(self, box: QVBoxLayout, name: str, hint: str, control: QWidget) -> QLabel | None:
        label = plain_label(name, role=FontRole.STRONG)
        label.setBuddy(control)
        box.addWidget(label)
        if not control.accessibleName():
            control.setAccessibleName(name)
        if not hint:
            return None
        hint_label = plain_label(hint, role=FontRole.CAPTION, tone="soft", wrap=True)
        control.setAccessibleDescription(hint)
        box.addWidget(hint_label)
        return hint_label

    def _insert(self, layout: QHBoxLayout | QVBoxLayout) -> None:
        self._column.insertLayout(self._column.count() - 1, layout)
