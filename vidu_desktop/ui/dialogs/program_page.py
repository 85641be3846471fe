"""Settings, third page: where videos are kept and how the program looks."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.segmented import Segmented


class ProgramPage(Form):
    """An empty folder means the platform's own."""

    changed = Signal()

    def __init__(
        self, look: Look, settings: Settings, usual_library_dir: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._build_library(settings.library_dir, usual_library_dir)
        self._build_appearance(settings.appearance)

    def _build_library(self, library_dir: str, usual_library_dir: str) -> None:
        self.library_dir = QLineEdit(library_dir)
        self.library_dir.setReadOnly(True)
        self.library_dir.setPlaceholderText(usual_library_dir or self.tr("Your videos folder"))
        self.library_dir.setAccessibleName(self.tr("Library folder"))
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.reset = QPushButton(self.tr("Use the default"))
        self.reset.setAutoDefault(False)
        restyle(self.reset, kind="quiet")
        self.reset.clicked.connect(lambda: self._take(""))
        self.reset.setVisible(bool(library_dir))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self.library_dir, 1)
        row.addWidget(choose)
        row.addWidget(self.reset)
        hint = self.tr(
            "New videos go there, as plain files. Those in the old folder stay where they are; move them yourself "
            "if you want them in the new one."
        )
        self.add_below(self.tr("Library folder"), hint, line)

    def _build_appearance(self, appearance: str) -> None:
        self._appearance = Segmented(self._look, ("system", "light", "dark"), self._appearance_words)
        self._appearance.set_value(appearance)
        self._appearance.set_label(self.tr("Appearance"))
        self._appearance.setFixedWidth(280)
        self._appearance.value_changed.connect(self.changed)
        self.add_beside(self.tr("Appearance"), "", self._appearance)

    @property
    def appearance(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self._appearance.value)

    def _appearance_words(self, value: Hashable) -> str:
        match value:
            case "light":
                return self.tr("Light")
            case "dark":
                return self.tr("Dark")
        return self.tr("As the system")

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the library folder"), self.library_dir.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, path: str) -> None:
        self.library_dir.setText(path)
        self.reset.setVisible(bool(path))
        self.changed.emit()
