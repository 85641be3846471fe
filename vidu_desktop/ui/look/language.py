"""The language of the interface: our texts, Qt's own texts, and how numbers and dates are written."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vidu_desktop.domain.languages import AS_SYSTEM, ENGLISH, language_of
from vidu_desktop.ui.look.resources import resource_path

_log = logging.getLogger(__name__)


class Language:
    """Holds the application's translators. Once Qt's event loop runs, Qt tells every widget when the language changes."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._ours = QTranslator(application)
        self._of_qt = QTranslator(application)
        self._kept = b"", b""  # the translators read these bytes for as long as they are loaded
        self.name = ENGLISH

    def choose(self, choice: str) -> None:
        """Switch to this language; `system` means the system's. English is used if the file with the translation is missing."""
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
    """Return the content of a translation file; empty if it can't be read.

    Reading it ourselves is safer: Qt would map the file into memory, and an update that overwrites it while the window is
    open would change the texts or crash the program.
    """
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _habits(name: str, system: QLocale) -> QLocale:
    """Return how numbers and dates are written in the chosen language: by the system's settings if the system speaks the same
    language, else by the language's usual rules.
    """
    chosen = QLocale(name)
    spoken = {chosen.language(), QLocale.Language.C} if name == ENGLISH else {chosen.language()}
    return system if system.language() in spoken else chosen
