"""Finds out whether there is a newer version, only when the person presses the button for it."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl
from shiboken6 import isValid

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_manager import open_page
from vidu_desktop.domain.releases import is_newer
from vidu_desktop.errors import ServiceBusy
from vidu_desktop.ui.text import say

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.about_dialog import AboutDialog


class NewestRelease(Protocol):
    """Finds the newest version of the program."""

    async def newest(self, url: str) -> str:
        """Return the version to which a page of releases leads. Raises ServiceBusy; with the code `no-sense` if the page was
        reached and names no version.
        """
        ...


class UpdateController(QObject):
    """`url` is the page of releases, `version` the version of this program."""

    def __init__(self, context: WindowContext, releases: NewestRelease, url: str, version: str) -> None:
        super().__init__(context.window)
        self._guarded = context.guarded
        self._releases = releases
        self._url, self._version = url, version

    def serve(self, about: "AboutDialog") -> None:
        """Let the About dialog check for updates, and open the page from it."""
        about.update_check_requested.connect(
            lambda: self._guarded.start("check for updates", self._check, about)
        )
        about.releases_requested.connect(
            lambda: open_page(QUrl(self._url), lambda: self._say(about, self._no_browser(), with_page=False))
        )

    async def _check(self, about: "AboutDialog") -> None:
        is_known = True
        try:
            newest = await self._releases.newest(self._url)
        except ServiceBusy as error:
            words, is_known = say(error.sentence), error.code == "no-sense"
        else:
            if is_newer(newest, self._version):
                words = self.tr("Version {newest} is there; this is {version}.")
            else:
                words = self.tr("{version} is the newest version.")
            words = words.format(newest=newest, version=self._version)
        self._say(about, words, with_page=is_known)

    def _no_browser(self) -> str:
        return self.tr("No browser is set up here. The page is {url}").format(url=self._url)

    @staticmethod
    def _say(about: "AboutDialog", words: str, *, with_page: bool) -> None:
        if isValid(about):  # it may be closed by now
            about.show_update(words, with_page=with_page)
