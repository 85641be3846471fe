"""Settings, fourth page: how the program looks."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.segmented import Segmented


class ProgramPage(Form):
    """Short as it is, it is where one looks for it."""

    changed = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build_appearance(settings.appearance)

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
