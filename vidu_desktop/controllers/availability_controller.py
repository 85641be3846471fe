"""Shows the state of the library's folder: its drive comes and goes, another computer works on it, or it can't be written to."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.lasting_notices import LastingNotice
from vidu_desktop.controllers.notices import LIBRARY_PAGE
from vidu_desktop.domain.availability import Availability
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.widgets.notice_line import NoticeKind

translate = QCoreApplication.translate


class AvailabilityController(QObject):
    """`holder` names the other computer that works on the library; empty when there is none."""

    came_back = Signal()  # the folder can take videos again
    changed = Signal()  # the availability of the library's folder has changed
    look_requested = Signal()  # the person wants the folder to be checked now
    empty_folder_chosen = Signal()  # the empty folder is the right one

    def __init__(
        self,
        context: WindowContext,
        pane: LibraryPane,
        library_dir: Callable[[], Path],
        holder: Callable[[], str],
    ) -> None:
        super().__init__(pane)
        self._notices = context.notices
        self._pane = pane
        self._library_dir = library_dir
        self._holder = holder

    def show(self, availability: Availability) -> None:
        """Show what can be done with the folder from now on."""
        holder = self._holder()
        path = str(self._library_dir())
        self._notices.library_stands(availability, partial(self._why_not, availability, path, holder))
        self._pane.set_fixed(_why_fixed(availability, holder))
        if availability is Availability.THERE:
            self.came_back.emit()
        self.changed.emit()

    def _why_not(self, availability: Availability, path: str, holder: str) -> LastingNotice:
        act: Callable[[], object] = self.look_requested.emit
        button = translate("Notices", "Look again")
        match availability:
            case Availability.GONE:
                words = translate(
                    "Notices",
                    "The library's folder “{path}” isn't there. Connect its drive, and everything is back. Until then "
                    "nothing more is sent; videos that are paid wait on this computer.",
                )
            case Availability.EMPTIED:
                words = translate(
                    "Notices",
                    "The library's folder “{path}” is empty, and isn't the one that held the videos. Connect its drive, "
                    "and everything is back. Until then nothing more is sent; videos that are paid wait on this "
                    "computer. If the empty folder is right, use it.",
                )
                act, button = self.empty_folder_chosen.emit, translate("Notices", "Use the empty folder")
            case Availability.HELD_ELSEWHERE:
                words = translate(
                    "Notices",
                    "“{computer}” is working on this library. You can look, search and play here; new videos wait on "
                    "this computer until it has ended.",
                )
            case _:
                words = translate(
                    "Notices",
                    "The library's folder “{path}” can't be written to. New videos wait on this computer until it "
                    "can, or until you choose another folder.",
                )
                act = partial(self._notices.settings_requested.emit, LIBRARY_PAGE)
                button = translate("Notices", "Open settings")
        return LastingNotice(words.format(path=path, computer=holder), NoticeKind.WARN, button, act)


def _why_fixed(availability: Availability, holder: str) -> str:
    """Return why nothing in the library may be changed; empty when it may be."""
    match availability:
        case Availability.THERE:
            return ""
        case Availability.HELD_ELSEWHERE:
            return translate("Notices", "“{computer}” is working on this library.").format(computer=holder)
        case Availability.READ_ONLY:
            return translate("Notices", "The library's folder can't be written to.")
        case Availability.GONE | Availability.EMPTIED:
            return translate("Notices", "The library's videos aren't there.")
