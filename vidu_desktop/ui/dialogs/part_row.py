"""The settings for one video of a film: the frames left out, the speed and the cross-fade."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.film import FADE_MOST, TRIM_MOST, FilmPart
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.text import say_number
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.number_field import NumberField
from vidu_desktop.ui.widgets.spoken import name_field
from vidu_desktop.ui.widgets.translated import Translated

_SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 4.0)


class PartRow(Translated, QWidget):
    """Shows a part; `changed` is sent when the person changes it. With `in_line`, each label stands beside its field, else
    above it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, in_line: bool = False) -> None:
        super().__init__(parent)
        self._first, self._last, self._fade = NumberField(), NumberField(), NumberField()
        self._fade.setRange(0, FADE_MOST)
        self._speed = QComboBox()
        for speed in _SPEEDS:
            self._speed.addItem("", speed)
        self._fields = (self._first, self._last, self._speed, self._fade)
        self._labels = [plain_label(role=FontRole.CAPTION, tone="soft") for _field in self._fields]
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(GAP_S)
        row.setVerticalSpacing(GAP_XS)
        for place, (label, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            row.addWidget(label, 0, 2 * place)
            row.addWidget(field, *((0, 2 * place + 1) if in_line else (1, 2 * place)))
        row.setColumnStretch(2 * len(self._fields), 1)
        for number in (self._first, self._last, self._fade):
            number.valueChanged.connect(self.changed)
        self._speed.currentIndexChanged.connect(self.changed)
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        for place, speed in enumerate(_SPEEDS):
            self._speed.setItemText(place, f"{say_number(speed)}×")
        self._fade.setToolTip(
            self.tr("During so many frames it comes in over the video before; 0 for a plain cut.")
        )
        words = (
            self.tr("Frames left out at its beginning"),
            self.tr("at its end"),
            self.tr("Speed"),
            self.tr("Cross-fade"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        name_field(self._first, self.tr("Frames left out at its beginning"))
        name_field(self._last, self.tr("Frames left out at its end"))
        name_field(self._speed, self.tr("Speed"))
        name_field(self._fade, self.tr("Cross-fade, in frames"))

    def show_part(self, part: FilmPart, frame_count: int | None) -> None:
        """Show a part without sending `changed`. `frame_count` is the number of frames in its video, None if unknown."""
        with QSignalBlocker(self):
            self._fade.setValue(part.fade)
            for field, value in ((self._first, part.skip_first), (self._last, part.skip_last)):
                field.setRange(0, TRIM_MOST if frame_count is None else max(frame_count - 1, 0))
                field.setValue(value)
            nearest = min(range(len(_SPEEDS)), key=lambda place: abs(_SPEEDS[place] - part.speed))
            self._speed.setCurrentIndex(nearest)

    def part_of(self, part: FilmPart) -> FilmPart:
        """Return a part with the shown values in place of its own."""
        return replace(
            part,
            skip_first=self._first.value(),
            skip_last=self._last.value(),
            speed=self._speed.currentData(),
            fade=self._fade.value(),
        )
