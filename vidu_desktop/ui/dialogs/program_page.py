"""Settings, fourth page: how the program looks, and what it speaks."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from vidu_desktop.domain.languages import AS_SYSTEM, LANGUAGES
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.segmented import Segmented

_OWN_NAMES = {"en": "English", "zh_CN": "简体中文", "ja": "日本語"}


class ProgramPage(Form):
    """Short as it is, it is where one looks for it."""

    changed = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build_appearance(settings.appearance)
        self._build_language(settings.language)

    def _build_appearance(self, appearance: str) -> None:
        self._appearance = Segmented(self._look, ("system", "light", "dark"), self._appearance_words)
        self._appearance.set_value(appearance)
        self._appearance.set_label(self.tr("Appearance"))
        self._appearance.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._appearance.value_changed.connect(self.changed)
        self.add_beside(self.tr("Appearance"), "", self._appearance)

    def _build_language(self, language: str) -> None:
        self._language = Segmented(self._look, (AS_SYSTEM, *LANGUAGES), self._language_words)
        self._language.set_value(language)
        self._language.set_label(self.tr("Language"))
        self._language.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._language.value_changed.connect(self.changed)
        self.add_beside(self.tr("Language"), "", self._language)

    @property
    def language(self) -> str:
        """`system` or one of LANGUAGES."""
        return str(self._language.value)

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

    def _language_words(self, value: Hashable) -> str:
        """Each language is called by its own name, so that whoever reads no other finds it."""
        return _OWN_NAMES.get(str(value)) or self.tr("As the system")
