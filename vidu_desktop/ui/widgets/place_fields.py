"""The project and shot that a video belongs to, both optional. The library numbers the takes of a shot by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.domain.marks import LABEL_MOST_CHARS, tidy_label
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.widgets.length_limit import limit_length
from vidu_desktop.ui.widgets.translated import Translated


class PlaceFields(Translated, QWidget):
    """Two short fields in one line; both may be empty."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = QLineEdit()
        self._shot = QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._project, 3)
        row.addWidget(self._shot, 2)
        self.setFocusProxy(self._project)
        for field in (self._project, self._shot):
            limit_length(field, LABEL_MOST_CHARS)
            field.textChanged.connect(self.changed)
        self._retranslate()

    @property
    def project(self) -> str:
        """The project's tidied name; empty for none."""
        return tidy_label(self._project.text())

    @property
    def shot(self) -> str:
        """The shot's tidied name; empty for none."""
        return tidy_label(self._shot.text())

    def set_place(self, project: str, shot: str) -> None:
        """Show this project and shot."""
        self._project.setText(project)
        self._shot.setText(shot)

    @override
    def _retranslate(self) -> None:
        self._project.setPlaceholderText(self.tr("Project"))
        self._project.setAccessibleName(self.tr("Project"))
        self._shot.setPlaceholderText(self.tr("Shot"))
        self._shot.setAccessibleName(self.tr("Shot"))
        tip = self.tr("Videos of a shot stand together in the library as its takes: S010_T001, S010_T002 …")
        for field in (self._project, self._shot):
            field.setToolTip(short_tip(tip))
