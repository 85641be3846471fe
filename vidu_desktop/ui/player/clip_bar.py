"""Says which clip is on the stage: its shot and take, or its pictures; its title; and its verdict, which can be given here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.titles import clip_origin
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, FontRole
from vidu_desktop.ui.models.clip_words import spoken_marks
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.spoken import set_plain_tip
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.verdict_row import VerdictRow

_ORIGIN_MOST_PX = 220


class ClipBar(Translated, QWidget):
    """One line. It keeps its height when it is empty, so that the picture doesn't jump."""

    verb_chosen = Signal(object)  # ClipVerb

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._part: tuple[int, int] | None = None
        self._label = plain_label(role=FontRole.STRONG)
        self._title_label = ElidedLabel(role=FontRole.CAPTION, tone="soft")
        self._verdicts = VerdictRow(look, keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_S)
        row.addWidget(self._label)
        row.addWidget(self._title_label, 1)
        row.addWidget(self._verdicts)
        self.setMinimumHeight(self._verdicts.sizeHint().height())
        self._verdicts.verb_chosen.connect(self.verb_chosen)
        self.show_clip("", None)

    def set_fixed(self, why: str) -> None:
        """Say why nothing may be marked now; `why` is empty when it may."""
        self._verdicts.set_fixed(why)

    def show_clip(self, title: str, clip: Clip | None, part: tuple[int, int] | None = None) -> None:
        """Say what is shown. `clip` is None for a video that isn't in the library: it can't be marked. In a film, `part` is
        the number of its part (from 1) and how many there are.
        """
        self._title, self._part = title, part
        origin = clip_origin(clip) if clip is not None else ""
        cut = self._label.fontMetrics().elidedText(origin, Qt.TextElideMode.ElideMiddle, _ORIGIN_MOST_PX)
        self._label.setText(cut)
        set_plain_tip(self._label, origin if cut != origin else "")
        self._label.setVisible(bool(self._label.text()))
        self._verdicts.setVisible(clip is not None)
        if clip is not None:
            self._verdicts.show_marks(clip.marks)
            self.setAccessibleDescription(say_list(spoken_marks(clip)))
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        title = self._title or self.tr("No prompt")
        if self._part is not None:
            number, count = self._part
            words = self.tr("{number} of {count}: {title}")
            title = words.format(number=number, count=count, title=title)
        self._title_label.setText(title)
