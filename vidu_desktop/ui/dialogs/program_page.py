"""Settings, fourth page: appearance, language, and desktop notifications."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vidu_desktop.domain.languages import AS_SYSTEM, LANGUAGES
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.switch import Switch

_OWN_NAMES = {"en": "English", "zh_CN": "简体中文", "ja": "日本語"}


class ProgramPage(Form):
    """A short page, but the one where people look for these settings."""

    changed = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._build_appearance(settings.appearance)
        self._build_language(settings.language)
        self._build_notifications(settings)

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

    def _build_notifications(self, settings: Settings) -> None:
        self.notify, self.notify_sound = Switch(self._look), Switch(self._look)
        self.notify.setChecked(settings.notify)
        self.notify_sound.setChecked(settings.notify_sound)
        for switch in (self.notify, self.notify_sound):
            switch.toggled.connect(self.changed)
        self._notify_hint = self.add_beside(
            self.tr("Say on the desktop when it is done"),
            self.tr(
                "When the last video is finished, one fails, an answer is lost or the budget is used; only while another "
                "program is in front."
            ),
            self.notify,
        )
        self._sound_hint = self.add_beside(
            self.tr("With a sound"), self.tr("The desktop's own, as it is set there."), self.notify_sound
        )

    def show_notifications(self, *, answers: bool, sounds: bool) -> None:
        """Disable what the desktop can't do, and say why; the saved values stay."""
        if not answers:
            self._disable(
                self.notify, self._notify_hint, self.tr("No service for notifications answers here.")
            )
        if not (answers and sounds):
            words = self.tr("The desktop's notifications make no sounds here.")
            self._disable(self.notify_sound, self._sound_hint, words)

    def _disable(self, switch: Switch, hint: QLabel | None, why: str) -> None:
        switch.setEnabled(False)
        switch.setAccessibleDescription(why)
        if hint is not None:
            hint.setText(why)

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
        """Return a language's name in that language, so that people who read no other language find it."""
        return _OWN_NAMES.get(str(value)) or self.tr("As the system")
