"""The form of the pictures in an export: format, size, rate, range of frames."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import HOLDS, RATES_FPS, SIDES_PX, ExportFormat, ExportSettings, rate_most_fps
from vidu_desktop.domain.modes import frames_given
from vidu_desktop.ui.look.scale import GAP_S, FontRole
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.number_field import NumberField
from vidu_desktop.ui.widgets.spoken import name_field

_Value = TypeVar("_Value")


class ExportPictures(QObject):
    """Enables only what the chosen format supports, and the range only for a single clip."""

    changed = Signal()

    def __init__(self, clips: Sequence[Clip], begin_with: ExportSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._one = len(clips) == 1
        self.format = QComboBox()
        for kind in ExportFormat:
            self.format.addItem(self._format_words(kind), kind)
        self._side = self._combo(SIDES_PX, lambda side: self.tr("{side} pixels").format(side=side))
        self._rate = self._combo(RATES_FPS, lambda rate: self.tr("{rate:g} a second").format(rate=rate))
        self._hold = QComboBox()
        holds = (self.tr("every frame"), self.tr("on twos"), self.tr("on threes"))
        for hold, words in zip(HOLDS, holds, strict=True):
            self._hold.addItem(words, hold)
        self._boomerang = QCheckBox(self.tr("Forwards and back"))
        self._match_colours = QCheckBox(self.tr("Match colours to its pictures"))
        self._match_colours.setToolTip(
            self.tr(
                "Takes back the colour shift that the service brings in, from the first frame and, where there is one, the "
                "end frame. Where nothing would become better, the colours stay."
            )
        )
        self._copied = plain_label(
            self.tr(
                "The file is copied, so nothing here can be set. For another size, other frames or a part, choose "
                "“{format}”, for example."
            ).format(format=self._format_words(ExportFormat.H264)),
            role=FontRole.CAPTION,
            tone="soft",
            wrap=True,
        )
        self._copied.setObjectName("copied")
        # Colours can be matched only to given frames, and reference pictures aren't frames.
        self._can_match = any(frames_given(clip.mode) for clip in clips)
        self._range = self._build_range(clips[0], begin_with)
        self.show_settings(begin_with)
        self.follow()
        for changed in (
            self.format.currentIndexChanged,
            self._side.currentIndexChanged,
            self._rate.currentIndexChanged,
            self._first.valueChanged,
            self._last.valueChanged,
            self._boomerang.toggled,
            self._match_colours.toggled,
        ):
            changed.connect(self.changed)

    def _build_range(self, clip: Clip, begin_with: ExportSettings) -> QWidget:
        counted = clip.video.frame_count or round(clip.video.duration_s * clip.video.fps)
        frames = max(1, counted, (begin_with.last or 0) + 1)
        self._first, self._last = NumberField(), NumberField()
        name_field(self._first, self.tr("First frame of the range"))
        name_field(self._last, self.tr("Last frame of the range"))
        first, until = begin_with.first or 0, frames if begin_with.last is None else begin_with.last + 1
        for spin, value in ((self._first, first + 1), (self._last, until)):
            spin.setRange(1, frames)
            spin.setValue(value)
            # The style sheet's padding doesn't move the text in a spin box.
            spin.lineEdit().setTextMargins(GAP_S, 0, 0, 0)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._first)
        row.addWidget(plain_label(self.tr("up to")))
        row.addWidget(self._last)
        row.addStretch(1)
        return both

    def _combo(self, values: Sequence[_Value], words: Callable[[_Value], str]) -> QComboBox:
        combo = QComboBox()
        combo.addItem(self.tr("as it is") if self._one else self.tr("as they are"), None)
        for value in values:
            combo.addItem(words(value), value)
        return combo

    def rows(self) -> Sequence[tuple[str, QWidget]]:
        """Return the form's rows: each a name and its field."""
        return (
            (self.tr("Format"), self.format),
            ("", self._copied),
            (self.tr("Longer side"), self._side),
            (self.tr("Frames"), self._rate),
            (self.tr("Drawings"), self._hold),
            (self.tr("From frame"), self._range),
            ("", self._boomerang),
            ("", self._match_colours),
        )

    @property
    def kind(self) -> ExportFormat:
        """The chosen format."""
        return ExportFormat(self.format.currentData())  # Qt returns the plain string

    @property
    def settings(self) -> ExportSettings:
        """The chosen settings, as far as the format supports them. Raises BadInput if they contradict each other."""
        kind = self.kind
        if kind.copies:
            return ExportSettings(format=kind)
        first = self._first.value() - 1 if self._one and self._first.value() > 1 else None
        last = self._last.value() - 1 if self._one and self._last.value() < self._last.maximum() else None
        if kind is ExportFormat.STILL:
            return ExportSettings(
                format=kind,
                side_px=self._side.currentData(),
                first=first,
                match_colours=self._matches_colours,
            )
        return ExportSettings(
            format=kind,
            side_px=self._side.currentData(),
            rate_fps=self._rate.currentData(),
            hold=self._hold.currentData(),
            first=first,
            last=last,
            boomerang=self._boomerang.isChecked(),
            match_colours=self._matches_colours,
        )

    @property
    def _matches_colours(self) -> bool:
        return self._can_match and self._match_colours.isChecked()

    def show_settings(self, settings: ExportSettings) -> None:
        """Show these settings. The range stays, because it belongs to one video."""
        self.format.setCurrentIndex(list(ExportFormat).index(settings.format))
        for combo, value in ((self._side, settings.side_px), (self._rate, settings.rate_fps)):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self._hold.setCurrentIndex(HOLDS.index(settings.hold))
        self._boomerang.setChecked(settings.boomerang)
        self._match_colours.setChecked(settings.match_colours)

    def follow(self) -> None:
        """Enable only what the chosen format supports."""
        kind = self.kind
        still = kind is ExportFormat.STILL
        self._copied.setVisible(kind.copies)
        for field in (self._side, self._rate, self._hold, self._boomerang):
            field.setEnabled(not kind.copies and (field is self._side or not still))
        self._match_colours.setEnabled(self._can_match and not kind.copies)
        self._offer_rates(rate_most_fps(kind))
        self._range.setEnabled(not kind.copies and self._one)
        self._last.setEnabled(not still)

    def _offer_rates(self, most_fps: float) -> None:
        """Disable the rates that the format can't show."""
        for row in range(1, self._rate.count()):
            shown = self._rate.itemData(row) <= most_fps
            self._rate.setItemData(row, None if shown else 0, Qt.ItemDataRole.UserRole - 1)
        if (self._rate.currentData() or 0) > most_fps:
            self._rate.setCurrentIndex(0)

    def _format_words(self, kind: ExportFormat) -> str:
        match kind:
            case ExportFormat.MP4:
                return self.tr("MP4, as it is")
            case ExportFormat.CLEAN_MP4:
                return self.tr("MP4 without the settings inside")
            case ExportFormat.H264:
                return self.tr("MP4, encoded anew")
            case ExportFormat.GIF:
                return self.tr("GIF")
            case ExportFormat.WEBP:
                return self.tr("WebP, animated")
            case ExportFormat.PNG_SEQUENCE:
                return self.tr("Numbered PNG pictures")
            case ExportFormat.PRORES:
                return self.tr("ProRes 422, for editing")
            case ExportFormat.STILL:
                return self.tr("One frame as PNG")
