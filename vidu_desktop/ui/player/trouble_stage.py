"""The stage when a video can't be shown: it says why, and offers another player."""

from PySide6.QtCore import Signal
from typing_extensions import override

from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.drives import is_file
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated


class TroubleStage(Translated, EmptyState):
    """Checks each time that it is shown whether the file is there, and says so where it is missing."""

    elsewhere_requested = Signal()  # another player may know the format

    def __init__(self, look: Look) -> None:
        super().__init__(look, "film", display=True)
        self._path = ""
        self._error: ViduDesktopError | None = None
        self._elsewhere = PushButton()
        self._elsewhere.clicked.connect(self.elsewhere_requested)
        self.add_button(self._elsewhere)
        self._retranslate()

    def show_path(self, path: str, error: ViduDesktopError | None) -> None:
        """Say what is wrong with the video at `path`; an empty path for none. `error` is what was wrong inside the file; None
        where that isn't known.
        """
        self._path, self._error = path, error
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        self._elsewhere.setText(self.tr("Open in another player"))
        there = is_file(self._path) if self._path else True
        self._elsewhere.setVisible(there)
        if there:
            self.say(
                self.tr("This video can't be played here"),
                say(self._error.sentence)
                if self._error is not None
                else self.tr("The file is still in your library. Another player may know its format."),
            )
        else:
            self.say(
                self.tr("The file is missing"),
                self.tr(
                    "It was moved, renamed or deleted outside the program, or its drive isn't connected. Nothing else was "
                    "changed."
                ),
            )
