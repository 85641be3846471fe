"""The language that the interface speaks: our texts, Qt's own, and how numbers and dates are written."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vidu_desktop.domain.languages import AS_SYSTEM, ENGLISH, language_of
from vidu_desktop.ui.look.resources import resource_path

_log = logging.getLogger(__name__)


class Language:
    """Holds the translators of the application; Qt tells every widget of a change once the loop runs."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._ours = QTranslator(application)
        self._of_qt = QTranslator(application)
        self.name = ENGLISH

    def choose(self, choice: str) -> None:
        """Speak this language from now on, or the system's for `system`. One whose file is missing is English."""
        system = QLocale.system()
        for translator in (self._ours, self._of_qt):
            self._application.removeTranslator(translator)
        self.name = language_of(choice, system.uiLanguages())
        if self.name != ENGLISH:
            self._install()
        QLocale.setDefault(system if choice == AS_SYSTEM else _habits(self.name, system))

    def _install(self) -> None:
        path = resource_path("translations", f"vidu_{self.name}.qm")
        if not self._ours.load(str(path)):
            _log.warning("no translation at %s", path)
            self.name = ENGLISH
            return
        if self._of_qt.load(
            f"qtbase_{self.name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            self._application.installTranslator(self._of_qt)
        self._application.installTranslator(self._ours)


def _habits(name: str, system: QLocale) -> QLocale:
    """Return how numbers and dates are written in a chosen language: as the system does where it speaks it, too."""
    chosen = QLocale(name)
    spoken = {chosen.language(), QLocale.Language.C} if name == ENGLISH else {chosen.language()}
    return system if system.language() in spoken else chosen
