"""What the library shows while it has no video: what it is for, or how to get back what was thrown away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated


class EmptyLibrary(Translated, EmptyState):
    """Tells a library that was emptied from one that never had a video."""

    undo_requested = Signal()
    trash_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "library", parent)
        self._trashed, self._undo_words = 0, ""
        self._undo, self._trash = PushButton(), PushButton()
        for button in (self._undo, self._trash):
            restyle(button, kind="secondary", dense="true")
            self.add_button(button)
        self._undo.clicked.connect(self.undo_requested)
        self._trash.clicked.connect(self.trash_wanted)
        self.show_trashed(0, "")

    def show_trashed(self, count: int, undo_words: str, *, boards: int = 0) -> None:
        """Say how many videos are in the trash. `boards` is how many chain boards are in it: the trash can be opened for
        them, too. `undo_words` name the step that Undo takes back; empty for none.
        """
        self._trashed, self._undo_words = count, undo_words
        self._undo.setVisible(bool(count and undo_words))
        self._trash.setVisible(bool(count or boards))
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        self._undo.setText(self.tr("Undo: {what}").format(what=self._undo_words))
        self._trash.setText(self.tr("Open the trash…"))
        if self._trashed:
            headline = (
                self.tr("The library is empty, and 1 video is in the trash")
                if self._trashed == 1
                else self.tr("The library is empty, and {count} videos are in the trash").format(
                    count=self._trashed
                )
            )
            self.say(
                headline, self.tr("They stay there with all that was noted about them until you delete them.")
            )
            return
        self.say(
            self.tr("No videos yet"),
            self.tr(
                "Every finished video lands here, as a plain file that any program can open. Drop videos here to "
                "import them."
            ),
        )
