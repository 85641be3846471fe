"""Asks for the project and the shot that videos belong to. The takes of a shot are numbered by themselves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.marks import Marks
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.place_fields import PlaceFields


class ShotDialog(DialogFrame):
    """Begins with the project and shot in `marks`."""

    chosen = Signal(str, str)  # project, shot; both empty removes the videos from their shots

    def __init__(self, look: Look, marks: Marks, count: int, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setWindowTitle(self.tr("Put into a shot"))
        headline = (
            self.tr("Which shot does this video belong to?")
            if count == 1
            else self.tr("Which shot do these {count} videos belong to?").format(count=count)
        )
        self.say(
            headline,
            self.tr(
                "Takes of a shot stand together and are numbered on. Leave both fields empty to take them out."
            ),
        )
        self.place = PlaceFields()
        self.place.set_place(marks.project, marks.shot)
        self.body.addWidget(self.place)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self.add_answer(self.tr("Put there"), "primary").clicked.connect(self._choose)
        self.place.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self.place.project, self.place.shot)
        self.accept()
