"""Before clips are joined: in which order, and what happens at the seams."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.clip_words import title_of
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.elided_label import ElidedLabel

_SHOWN_MOST = 8


class JoinDialog(DialogFrame):
    """The order is that of the selection in the list."""

    chosen = Signal(bool)  # whether the doubled frame at each seam is left out

    def __init__(self, look: Look, clips: Sequence[Clip], parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setWindowTitle(self.tr("Join"))
        self.say(
            self.tr("Join {count} videos into one").format(count=len(clips)),
            self.tr("In this order, at size and rate of the first. The videos themselves stay as they are."),
        )
        for number, clip in enumerate(clips[:_SHOWN_MOST], 1):
            self.body.addWidget(ElidedLabel(f"{number}. {clip.marks.label or title_of(clip)}"))
        if len(clips) > _SHOWN_MOST:
            self.body.addWidget(ElidedLabel("…"))
        self._seams = QCheckBox(self.tr("Leave the doubled frame at each seam out"))
        self._seams.setToolTip(
            self.tr(
                "Where a video was continued from the last frame of the one before, that frame is in both."
            )
        )
        self.body.addWidget(self._seams)
        self.add_answer(self.tr("Cancel")).clicked.connect(self.reject)
        self.add_answer(self.tr("Choose where…"), "primary").clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._seams.isChecked())
        self.accept()
