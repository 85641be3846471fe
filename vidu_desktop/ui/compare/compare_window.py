"""Compares two takes, or a take with the pictures that it was made from: four ways to look, one transport for both."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.compare.compare_view import GAINS, CompareMode, CompareView
from vidu_desktop.ui.compare.pair import FramePair
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.look.sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Command, CompareCommand, Place, PlayerCommand, id_of
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.scrubber import Scrubber
from vidu_desktop.ui.widgets.segmented import Segmented
from vidu_desktop.ui.widgets.timecode import timecode
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.zoom_keys import zoom_act

_WIPE_STEP = 0.02


class CompareWindow(Translated, QWidget):
    """Owns the pair: closing the window lets both files go. `ends` are pictures for the first and the last frame."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        pair: FramePair,
        names: tuple[str, str],
        parent: QWidget | None = None,
        *,
        ends: Sequence[QImage] = (),
        note: str = "",
        keys: KeyMap | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._keys = keys or KeyMap()
        self._pair = pair
        self._names = list(names)
        self._ends = ends
        self._note = note
        restyle(self, surface="window")
        self._build()
        self._connect()
        self._retranslate()
        self._show_controls(CompareMode.SIDE_BY_SIDE)
        pair.seek(0)
        self.resize(1100, 680)

    def _build(self) -> None:
        look = self._look
        self.view = CompareView(look)
        self._mode = Segmented(look, list(CompareMode), lambda mode: self._mode_words(CompareMode(str(mode))))
        self._swap = IconButton(look, "swap")
        self._fit = IconButton(look, "one-to-one", checkable=True)
        self._gain = QSlider(Qt.Orientation.Horizontal)
        self._gain.setRange(0, len(GAINS) - 1)
        self._gain.setValue(GAINS.index(4))
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(0, 100)
        self._opacity.setValue(50)
        self._strength = QStackedWidget()
        self._strength.addWidget(QWidget())
        for slider in (self._gain, self._opacity):
            slider.setFixedWidth(120)
            self._strength.addWidget(slider)
        self._strength.setFixedWidth(130)
        self._first_end, self._last_end = PushButton(), PushButton()
        for button in (self._first_end, self._last_end):
            restyle(button, kind="quiet", dense="true")
            button.setVisible(len(self._ends) > 1)
        self._labels = (ElidedLabel(role=FontRole.STRONG), ElidedLabel(role=FontRole.STRONG))
        self._labels[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        self._words = ElidedLabel(self._note, role=FontRole.CAPTION, tone="soft")
        head = QHBoxLayout()
        head.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        head.setSpacing(GAP_S)
        head.addWidget(self._mode)
        for widget in (self._swap, self._fit, self._strength, self._first_end, self._last_end):
            head.addWidget(widget)
        head.addWidget(self._words, 1)
        names = QHBoxLayout()
        names.setContentsMargins(GAP_M, 0, GAP_M, GAP_XS)
        for label in self._labels:
            names.addWidget(label, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(names)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._build_transport())

    def _build_transport(self) -> QWidget:
        look = self._look
        self.scrubber = Scrubber(look)
        self.scrubber.set_frame_count(self._pair.count)
        self._time = plain_label(role=FontRole.MONO)
        self._left, self._toggle = (
            IconButton(look, "frame-left"),
            IconButton(look, "play", role="text", side_px=22),
        )
        self._right = IconButton(look, "frame-right")
        row = QHBoxLayout()
        row.setContentsMargins(GAP_M, 0, GAP_M, GAP_S)
        row.addWidget(self._time, 1)
        for button in (self._left, self._toggle, self._right):
            row.addWidget(button)
        row.addStretch(1)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scrubber)
        column.addLayout(row)
        made.setVisible(self._pair.count > 1)
        return made

    def _connect(self) -> None:
        pair, view = self._pair, self.view
        pair.shown.connect(self._follow)
        pair.playing_changed.connect(lambda playing: self._toggle.set_icon("pause" if playing else "play"))
        self._mode.value_changed.connect(lambda mode: self.set_mode(CompareMode(str(mode))))
        self._swap.clicked.connect(self.swap)
        self._fit.toggled.connect(lambda one_to_one: view.set_fits(not one_to_one))
        view.fits_changed.connect(self._show_fits)
        self._gain.valueChanged.connect(lambda place: view.set_gain(GAINS[place]))
        self._opacity.valueChanged.connect(lambda percent: view.set_opacity(percent / 100))
        self._first_end.clicked.connect(lambda: self.show_end(0))
        self._last_end.clicked.connect(lambda: self.show_end(1))
        self.scrubber.frame_requested.connect(pair.seek)
        self._left.clicked.connect(lambda: pair.step(-1))
        self._right.clicked.connect(lambda: pair.step(1))
        self._toggle.clicked.connect(pair.toggle)

    def set_mode(self, mode: CompareMode) -> None:
        """Look at them in another way."""
        self._mode.set_value(mode)
        self._show_controls(mode)
        self.view.set_mode(mode)

    def swap(self) -> None:
        """Let the two change places."""
        self._names.reverse()
        self._pair.swap()
        self._name_sides()

    def show_end(self, place: int) -> None:
        """Put the first (0) or the last (1) picture over its frame."""
        if place < len(self._ends):
            side = 0 if self._swapped else 1
            self._pair.put(side, self._ends[place])
            self._pair.seek(0 if place == 0 else self._pair.count - 1)

    @property
    def _swapped(self) -> bool:
        return bool(self._ends) and self._pair.is_still(0)

    def _show_fits(self, fits: bool) -> None:
        self._fit.blockSignals(True)
        self._fit.setChecked(not fits)
        self._fit.blockSignals(False)

    def _show_controls(self, mode: CompareMode) -> None:
        page = {CompareMode.DIFFERENCE: 1, CompareMode.OVERLAY: 2}.get(mode, 0)
        self._strength.setCurrentIndex(page)

    def _follow(self, frame: int, first: QImage, second: QImage) -> None:
        self.view.show_pair(first, second)
        self.scrubber.set_frame(frame)
        words = self.tr("{timecode}   {number} / {count}")
        self._time.setText(
            words.format(timecode=timecode(frame, self._pair.fps), number=frame + 1, count=self._pair.count)
        )

    def _mode_words(self, mode: CompareMode) -> str:
        match mode:
            case CompareMode.SIDE_BY_SIDE:
                return self.tr("Side by side")
            case CompareMode.WIPE:
                return self.tr("Wipe")
            case CompareMode.DIFFERENCE:
                return self.tr("Difference")
            case CompareMode.OVERLAY:
                return self.tr("Overlay")

    def _name_sides(self) -> None:
        for label, letter, name in zip(self._labels, "AB", self._names, strict=True):
            label.setText(f"{letter}  {name}")
        self.view.setAccessibleName(
            self.tr("{first} compared with {second}").format(first=self._names[0], second=self._names[1])
        )

    @override
    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare"))
        self._mode.set_label(self.tr("Shown as"))
        self._swap.set_label(self.tr("Swap the sides"), self._keys.shown(CompareCommand.SWAP))
        self._fit.set_label(self.tr("Actual pixels"), self._keys.shown(PlayerCommand.ACTUAL_PIXELS))
        self._gain.setAccessibleName(self.tr("Strength of the difference"))
        self._gain.setToolTip(self.tr("Strength of the difference"))
        self._opacity.setAccessibleName(self.tr("How much of the second is seen"))
        self._opacity.setToolTip(self.tr("How much of the second is seen"))
        self._first_end.setText(self.tr("Start frame"))
        self._last_end.setText(self.tr("End frame"))
        self._left.set_label(self.tr("One frame left"))
        self._right.set_label(self.tr("One frame right"))
        self._toggle.set_label(self.tr("Play and pause"), self._keys.shown(PlayerCommand.TOGGLE))
        self.scrubber.setAccessibleName(self.tr("Position in frames"))
        self._name_sides()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does; None for one that means nothing here."""
        if (nearer := zoom_act(event, self.view)) is not None:
            return nearer
        if event.key() == Qt.Key.Key_Escape:
            return self._toggle_full if self.isFullScreen() else self.close
        command = self._keys.command_of(event, Place.COMPARE)
        return None if command is None else self._acts().get(id_of(command))

    def _acts(self) -> dict[str, Callable[[], object]]:
        pair, player, own = self._pair, PlayerCommand, CompareCommand
        modes = (own.SIDE_BY_SIDE, own.WIPE, own.DIFFERENCE, own.OVERLAY)
        acts: dict[Command, Callable[[], object]] = {
            player.TOGGLE: pair.toggle,
            player.STOP: pair.pause,
            player.FORWARDS: pair.play,
            player.LEFT: lambda: pair.step(-1),
            player.RIGHT: lambda: pair.step(1),
            player.FIRST: lambda: pair.seek(0),
            player.LAST: lambda: pair.seek(pair.count - 1),
            player.ACTUAL_PIXELS: self._fit.toggle,
            player.FULL_SCREEN: self._toggle_full,
            own.SWAP: self.swap,
            own.WIPE_LEFT: partial(self._move_line, -1),
            own.WIPE_RIGHT: partial(self._move_line, 1),
            **{command: partial(self.set_mode, CompareMode(command.value)) for command in modes},
        }
        return {id_of(command): act for command, act in acts.items()}

    def _move_line(self, way: int) -> None:
        if self.view.mode is CompareMode.WIPE:
            self.view.set_line(self.view.line + way * _WIPE_STEP)
        else:
            self._pair.step(way)

    def _toggle_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # By name: Python's collector may come by long after Qt has destroyed the window, and knows nothing of pictures.
        self._pair.close()
        self.view.show_pair(QImage(), QImage())
        self._ends = ()
        self.closed.emit()
        super().closeEvent(event)
