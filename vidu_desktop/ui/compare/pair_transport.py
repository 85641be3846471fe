"""The position of a comparison, and the controls that step and play it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.compare.pair import FramePair
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, FontRole
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import PlayerCommand
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.scrubber import Scrubber
from vidu_desktop.ui.widgets.timecode import timecode
from vidu_desktop.ui.widgets.translated import Translated


class PairTransport(Translated, QWidget):
    """One line for both sides. It is hidden when both have a single frame."""

    def __init__(self, look: Look, keys: KeyMap, pair: FramePair) -> None:
        super().__init__()
        self._keys = keys
        self._pair = pair
        self._playing = False
        self.scrubber = Scrubber(look)
        self.scrubber.set_frame_count(pair.count)
        self._time = plain_label(role=FontRole.MONO)
        self._left = IconButton(look, "frame-left")
        self._toggle = IconButton(look, "play", role="text", side_px=22)
        self._right = IconButton(look, "frame-right")
        row = QHBoxLayout()
        row.setContentsMargins(GAP_M, 0, GAP_M, GAP_S)
        row.addWidget(self._time, 1)
        for button in (self._left, self._toggle, self._right):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scrubber)
        column.addLayout(row)
        self.setVisible(pair.count > 1)
        pair.playing_changed.connect(self._show_playing)
        self.scrubber.frame_requested.connect(pair.seek)
        self._left.clicked.connect(lambda: pair.step(-1))
        self._right.clicked.connect(lambda: pair.step(1))
        self._toggle.clicked.connect(pair.toggle)
        keys.changed.connect(self._retranslate)
        self._retranslate()

    def show_frame(self, frame: int) -> None:
        """Show the position of both sides; `frame` counts from 0."""
        self.scrubber.set_frame(frame)
        words = self.tr("{timecode}   {number} / {count}")
        self._time.setText(
            words.format(timecode=timecode(frame, self._pair.fps), number=frame + 1, count=self._pair.count)
        )
        if not self._playing:
            self._time.setAccessibleName(self._time.text())

    def _show_playing(self, playing: bool) -> None:
        """Show whether the pair runs. Meanwhile the label keeps its spoken name: each new one would be read aloud."""
        self._playing = playing
        self._toggle.set_icon("pause" if playing else "play")
        self.scrubber.set_running(playing)
        self._time.setAccessibleName(self._time.text())

    @override
    def _retranslate(self) -> None:
        self._left.set_label(self.tr("One frame left"))
        self._right.set_label(self.tr("One frame right"))
        self._toggle.set_label(self.tr("Play and pause"), self._keys.key_text(PlayerCommand.TOGGLE))
        self.scrubber.setAccessibleName(self.tr("Position in frames"))
