"""The settings for one video of a film: the frames left out, the speed and the cross-fade."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from vidu_desktop.domain.film import FADE_MOST, FilmPart
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.text import say_number
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.number_field import NumberField
from vidu_desktop.ui.widgets.spoken import name_field

_FRAMES_MOST = 9_999
_SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 4.0)


class PartRow(QWidget):
    """Shows a part; `changed` is sent when the person changes it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._last, self._fade = NumberField(), NumberField(), NumberField()
        self._fade.setRange(0, FADE_MOST)
        self._fade.setToolTip(
            self.tr("During so many frames it comes in over the video before; 0 for a plain cut.")
        )
        self._speed = QComboBox()
        for speed in _SPEEDS:
            self._speed.addItem(f"{say_number(speed)}×", speed)
        name_field(self._first, self.tr("Frames left out at its beginning"))
        name_field(self._last, self.tr("Frames left out at its end"))
        name_field(self._speed, self.tr("Speed"))
        name_field(self._fade, self.tr("Cross-fade, in frames"))
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(GAP_S)
        row.setVerticalSpacing(GAP_XS)
        fields = (
            (self.tr("Frames left out at its beginning"), self._first),
            (self.tr("at its end"), self._last),
            (self.tr("Speed"), self._speed),
            (self.tr("Cross-fade"), self._fade),
        )
        for column, (words, field) in enumerate(fields):
            row.addWidget(plain_label(words, role=FontRole.CAPTION, tone="soft"), 0, column)
            row.addWidget(field, 1, column)
        row.setColumnStretch(len(fields), 1)
        self._first.valueChanged.connect(self.changed)
        self._last.valueChanged.connect(self.changed)
        self._speed.currentIndexChanged.connect(self.changed)
        self._fade.valueChanged.connect(self.changed)

    def show_part(self, part: FilmPart, frame_count: int | None) -> None:
        """Show a part without sending `changed`. `frame_count` is the number of frames in its video, None if unknown."""
        for field in (self._first, self._last, self._speed, self._fade):
            field.blockSignals(True)
        self._fade.setValue(part.fade)
        for field, value in ((self._first, part.skip_first), (self._last, part.skip_last)):
            field.setRange(0, _FRAMES_MOST if frame_count is None else max(frame_count - 1, 0))
            field.setValue(value)
        nearest = min(range(len(_SPEEDS)), key=lambda place: abs(_SPEEDS[place] - part.speed))
        self._speed.setCurrentIndex(nearest)
        for field in (self._first, self._last, self._speed, self._fade):
            field.blockSignals(False)

    def part_of(self, video_path: str) -> FilmPart:
        """Return a part with the shown values for this video."""
        return FilmPart(
            video_path=video_path,
            skip_first=self._first.value(),
            skip_last=self._last.value(),
            speed=self._speed.currentData(),
            fade=self._fade.value(),
        )


def part_words(part: FilmPart) -> str:
    """Return a short text with the frames left out, the speed and the cross-fade; empty if none of them is set."""
    words: list[str] = []
    if part.skip_first or part.skip_last:
        words.append(f"−{part.skip_first} … −{part.skip_last}")
    if part.speed != 1.0:
        words.append(f"{say_number(part.speed)}×")
    if part.fade:
        words.append(QCoreApplication.translate("PartRow", "cross-fade {frames}").format(frames=part.fade))
    return " · ".join(words)
