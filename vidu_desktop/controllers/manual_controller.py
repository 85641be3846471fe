"""Opens the manual in the person's browser. It came with the program, so no network is needed."""

import os

from PySide6.QtCore import QLocale, QObject

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_manager import open_elsewhere
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.resources import resource_path

_NO_BROWSER = QT_TRANSLATE_NOOP(
    "session", "No browser is set up here. What you asked for is this file: {path}"
)


def manual_path(locale: QLocale) -> str:
    """Return the path of the manual in the language of `locale`; of the English one if there is none."""
    for name in (locale.name(), locale.name().partition("_")[0]):
        page = resource_path("manual", name, "index.html")
        if os.path.isfile(page):
            return str(page)
    return str(resource_path("manual", "en", "index.html"))


class ManualController(QObject):
    """Knows where the manual is, and tells the path if no browser opens it."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._notices = context.notices

    def open(self) -> None:
        """Show the manual."""
        self._show(manual_path(QLocale()))

    def open_changes(self) -> None:
        """Show the changes of each version."""
        self._show(str(resource_path("manual", "changes.html")))

    def _show(self, path: str) -> None:
        open_elsewhere(path, lambda: self._say_where(path))

    def _say_where(self, path: str) -> None:
        self._notices.say(Sentence(_NO_BROWSER, {"path": path}))
