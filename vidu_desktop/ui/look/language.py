"""The language that the interface speaks: our texts, Qt's own, and how numbers and dates are written."""

import logging
from pathlib import Path

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
        self._kept = b"", b""  # the translators read in them for as long as they are loaded
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
        texts = _bytes_in(path)
        if not self._ours.load(texts):
            _log.warning("no translation at %s", path)
            self.name = ENGLISH
            return
        of_qt_dir = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        texts_of_qt = _bytes_in(of_qt_dir / f"qtbase_{self.name}.qm")
        if self._of_qt.load(texts_of_qt):
            self._application.installTranslator(self._of_qt)
        self._application.installTranslator(self._ours)
        self._kept = texts, texts_of_qt


def _bytes_in(path: Path) -> bytes:
    """Return the texts of a language; empty without them. Qt would map the file, and an update that writes it anew
    while the window is open would change its words, or end the program.
    """
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _habits(name: str, system: QLocale) -> QLocale:
    """Return how numbers and dates are written in a chosen language: as the system does where it speaks it, too."""
    chosen = QLocale(name)
    spoken = {chosen.language(), QLocale.Language.C} if name == ENGLISH else {chosen.language()}
    return system if system.language() in spoken else chosen
