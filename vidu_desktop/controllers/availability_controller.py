"""Shows the state of the library's folder: its drive comes and goes, another computer works on it, or it can't be written to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.domain.availability import Availability
from vidu_desktop.ui.library.library_pane import LibraryPane


class AvailabilityController(QObject):
    """`holder` names the other computer that works on the library; empty when there is none."""

    came_back = Signal()  # the folder can take videos again
    changed = Signal()  # the availability of the library's folder has changed
    look_requested = Signal()  # the person wants the folder to be checked now

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
        self._notices.library_stands(availability, path, holder, self.look_requested.emit)
        self._pane.set_fixed(self._notices.why_fixed(availability, holder))
        if availability is Availability.THERE:
            self.came_back.emit()
        self.changed.emit()
