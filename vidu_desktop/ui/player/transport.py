"""The player's controls: run and stop, step by frames, the position, and the loudness."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import PlayerCommand
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.player.timecode_field import TimecodeField
from vidu_desktop.ui.text import say_list, say_number
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.play_clock import SPEEDS
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.scrubber import Scrubber
from vidu_desktop.ui.widgets.translated import Translated

_ROOM_FOR_VOLUME_PX = 640
_ROOM_FOR_LABELS_PX = 440


class Transport(Translated, QWidget):
    """Shows what it is told, and asks with signals for everything else. It doesn't know the player."""

    toggle_requested = Signal()
    step_requested = Signal(int)  # frames, negative to the left
    frame_requested = Signal(int)  # frame number from 0
    loop_changed = Signal(bool)  # whether to start over at the end
    fit_changed = Signal(bool)  # whether to fit the view; False for pixels one to one
    volume_changed = Signal(float, bool)  # as heard in [0, 1], muted
    speed_chosen = Signal(float)
    full_screen_requested = Signal()
    more_requested = Signal(QPoint)  # where on the screen the menu is to open

    def __init__(
        self, look: Look, keys: KeyMap, *, volume: float, muted: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self._fps = 24.0
        self._frame = 0
        self._frame_count = 1
        self._playing = False
        self._sound_device, self._silent = True, False
        self._speed_shown = 1.0
        self._build(look, volume, muted=muted)
        self._connect()
        self._retranslate()

    def _build(self, look: Look, volume: float, *, muted: bool) -> None:
        self.scrubber = Scrubber(look)
        self.timecode = TimecodeField()
        self._frame_label = plain_label(role=FontRole.CAPTION, tone="faint")
        self._first = IconButton(look, "skip-start")
        self._left = IconButton(look, "frame-left")
        self._toggle = IconButton(look, "play", role="text", side_px=22)
        self._right = IconButton(look, "frame-right")
        self._last = IconButton(look, "skip-end")
        self._loop = IconButton(look, "loop", checkable=True)
        self._loop.setChecked(True)
        self._fit = IconButton(look, "one-to-one", checkable=True)
        self._zoom = plain_label(role=FontRole.CAPTION, tone="faint")
        self._zoom.hide()
        self._speed = PushButton()
        restyle(self._speed, kind="quiet", dense="true")
        self._speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._full = IconButton(look, "fullscreen")
        self._more = IconButton(look, "more")
        self._mute = IconButton(look, "volume-off" if muted else "volume", checkable=True)
        self._mute.setChecked(muted)
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, 100)
        self._volume.setValue(round(volume * 100))
        self._volume.setFixedWidth(76)

        clock = QHBoxLayout()
        clock.setSpacing(GAP_S)
        clock.addWidget(self.timecode)
        clock.addWidget(self._frame_label)
        clock.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(GAP_XS)
        for button in (self._first, self._left, self._toggle, self._right, self._last):
            middle.addWidget(button)
        right = QHBoxLayout()
        right.setSpacing(GAP_XS)
        right.addStretch()
        for widget in (
            self._speed,
            self._loop,
            self._zoom,
            self._fit,
            self._mute,
            self._volume,
            self._full,
            self._more,
        ):
            right.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(GAP_M, 0, GAP_M, GAP_S)
        row.addLayout(clock, 1)
        row.addLayout(middle)
        row.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.scrubber)
        whole.addLayout(row)

    def _connect(self) -> None:
        self.scrubber.frame_requested.connect(self.frame_requested)
        self._first.clicked.connect(lambda: self.frame_requested.emit(0))
        self._left.clicked.connect(lambda: self.step_requested.emit(-1))
        self._toggle.clicked.connect(self.toggle_requested)
        self._right.clicked.connect(lambda: self.step_requested.emit(1))
        self._last.clicked.connect(lambda: self.frame_requested.emit(self._frame_count - 1))
        self._loop.toggled.connect(self.loop_changed)
        self._fit.toggled.connect(lambda one_to_one: self.fit_changed.emit(not one_to_one))
        self._speed.clicked.connect(self._open_speeds)
        self._full.clicked.connect(self.full_screen_requested)
        self._more.clicked.connect(lambda: self.more_requested.emit(self._more.mapToGlobal(QPoint(0, 0))))
        self.timecode.frame_requested.connect(self.frame_requested)
        self._mute.toggled.connect(self._tell_volume)
        self._volume.valueChanged.connect(self._unmute_and_tell)
        self._keys.changed.connect(self._retranslate)

    def show_length(self, fps: float, frame_count: int) -> None:
        """Set the length of the timeline."""
        self._fps, self._frame_count = fps, frame_count
        self.scrubber.set_frame_count(frame_count)
        self.show_frame(0)

    def show_frame(self, frame: int) -> None:
        """Show the position: the number of the shown frame."""
        self._frame = frame
        self.scrubber.set_frame(frame)
        self.timecode.show_frame(frame, self._fps)
        # People count frames from 1; the timecode counts from 0, as timecodes do.
        self._frame_label.setText(
            self.tr("{number} / {count}").format(number=frame + 1, count=self._frame_count)
        )
        if not self._playing:
            self._name_frame()

    def _name_frame(self) -> None:
        """Name the frame for screen readers, but not while the video runs: they would read every number aloud."""
        words = self.tr("Frame {number} of {count}")
        self._frame_label.setAccessibleName(words.format(number=self._frame + 1, count=self._frame_count))

    def show_playing(self, playing: bool) -> None:
        """Show whether the video runs."""
        self._playing = playing
        self.scrubber.set_running(playing)
        self.timecode.set_running(playing)
        if not playing:
            self._name_frame()
        self._toggle.set_icon("pause" if playing else "play")
        self._toggle.set_label(
            self.tr("Pause") if playing else self.tr("Play"), self._keys.key_text(PlayerCommand.TOGGLE)
        )

    def show_speed(self, speed: float) -> None:
        """Show how fast the video runs; negative backwards."""
        self._speed_shown = speed
        self._speed.setText(speed_words(speed))

    def show_zoom(self, zoom: float, *, fits: bool) -> None:
        """Show the zoom, in pixels of the screen for one of the picture's. Sends no signal."""
        percent = round(zoom * 100)
        self._fit.blockSignals(True)
        self._fit.setChecked(not fits and percent == 100)
        self._fit.blockSignals(False)
        self._zoom.setText(self.tr("{percent} %").format(percent=percent))
        self._zoom.setVisible(not fits)

    def show_range(self, first: int | None, last: int | None) -> None:
        """Show the in and out point."""
        whole = first is None and last is None
        ends = (0 if first is None else first, self._frame_count - 1 if last is None else last)
        self.scrubber.set_played_range(None if whole else ends)

    def show_full_screen(self, full: bool) -> None:
        """Show whether the video fills the screen."""
        self._full.set_icon("fullscreen-exit" if full else "fullscreen")

    @property
    def loops(self) -> bool:
        """Whether looping is on."""
        return self._loop.isChecked()

    def _open_speeds(self) -> None:
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for speed in SPEEDS:
            action = menu.addAction(speed_words(speed))
            action.setCheckable(True)
            action.setChecked(speed == abs(self._speed_shown))
            action.triggered.connect(lambda _checked=False, speed=speed: self.speed_chosen.emit(speed))
        menu.popup(self._speed.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))

    def set_sound_device(self, there: bool) -> None:
        """Say whether there is a sound device."""
        self._sound_device, self._silent = there, False
        self._mute.setEnabled(there)
        self._fit_volume()
        self._name_mute()

    def set_no_sound(self) -> None:
        """Say that this video is silent."""
        self._sound_device, self._silent = False, True
        self._mute.setEnabled(False)
        self._fit_volume()
        self._name_mute()

    def _name_mute(self) -> None:
        self._mute.set_label(self.tr("Mute"), self._keys.key_text(PlayerCommand.MUTE))
        if self._silent:
            self._mute.setToolTip(self.tr("This video has no sound"))
        elif not self._sound_device:
            self._mute.setToolTip(self.tr("No sound device"))

    def toggle_mute(self) -> None:
        """Switch the sound off or on."""
        if self._mute.isEnabled():
            self._mute.toggle()

    def toggle_loop(self) -> None:
        """Switch looping off or on."""
        self._loop.toggle()

    def toggle_fit(self) -> None:
        """Switch between fitting the view and pixels one to one."""
        self._fit.toggle()

    @override
    def _retranslate(self) -> None:
        self.scrubber.setAccessibleName(self.tr("Position in frames"))
        self._first.set_label(self.tr("First frame"), self._keys.key_text(PlayerCommand.FIRST))
        self._left.set_label(self.tr("One frame left"), self._keys.key_text(PlayerCommand.LEFT))
        self._right.set_label(self.tr("One frame right"), self._keys.key_text(PlayerCommand.RIGHT))
        self._last.set_label(self.tr("Last frame"), self._keys.key_text(PlayerCommand.LAST))
        self._loop.set_label(self.tr("Loop"), self._keys.key_text(PlayerCommand.LOOP))
        self._fit.set_label(self.tr("Actual pixels"), self._keys.key_text(PlayerCommand.ACTUAL_PIXELS))
        self._speed.setAccessibleName(self.tr("Speed"))
        speed_keys = map(self._keys.key_text, (PlayerCommand.SLOWER, PlayerCommand.FASTER))
        self._speed.setToolTip(short_tip(self.tr("Speed ({keys})").format(keys=say_list(speed_keys))))
        self._full.set_label(self.tr("Full screen"), self._keys.key_text(PlayerCommand.FULL_SCREEN))
        self._more.set_label(self.tr("More"))
        self.show_speed(self._speed_shown)
        self._name_mute()
        self._volume.setAccessibleName(self.tr("Volume"))
        self.show_playing(self._playing)

    def _fit_volume(self) -> None:
        self._volume.setVisible(self._sound_device and self.width() >= _ROOM_FOR_VOLUME_PX)

    def _unmute_and_tell(self) -> None:
        if self._mute.isChecked():
            self._mute.setChecked(False)  # `toggled` tells the volume
        else:
            self._tell_volume()

    def _tell_volume(self) -> None:
        muted = self._mute.isChecked()
        self._mute.set_icon("volume-off" if muted else "volume")
        self.volume_changed.emit(self._volume.value() / 100, muted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_volume()
        self._frame_label.setVisible(self.width() >= _ROOM_FOR_LABELS_PX)


def speed_words(speed: float) -> str:
    """Return a speed in words: `1×`, `0.25×`; backwards `−2×`."""
    return f"{say_number(speed)}×".replace("-", "−")
