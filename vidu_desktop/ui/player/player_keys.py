"""The player's keyboard; the README names every key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.player_verbs import PlayerVerbs
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.zoom_keys import zoom_act

_Act = Callable[[], object]
_NO, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class PlayerKeys:
    """Knows what a key does, and whether K is held: J and L then go frame by frame."""

    def __init__(self, play: Playback, transport: Transport, view: FrameView, verbs: PlayerVerbs) -> None:
        self._play = play
        self._view = view
        self._verbs = verbs
        self._holds_still = False
        jog, key = self._jog_or_shuttle, Qt.Key
        self._acts: dict[Qt.Key, _Act] = {
            key.Key_Space: play.toggle,
            key.Key_J: lambda: jog(-1),
            key.Key_K: self._hold_still,
            key.Key_L: lambda: jog(1),
            key.Key_Left: lambda: play.step(-1),
            key.Key_Comma: lambda: play.step(-1),
            key.Key_Right: lambda: play.step(1),
            key.Key_Period: lambda: play.step(1),
            key.Key_Home: lambda: play.seek(0),
            key.Key_End: lambda: play.seek(play.last_frame),
            key.Key_BracketLeft: lambda: play.change_speed(-1),
            key.Key_BracketRight: lambda: play.change_speed(1),
            key.Key_I: play.mark_in,
            key.Key_O: play.mark_out,
            key.Key_X: play.clear_range,
            key.Key_G: transport.timecode.edit,
            key.Key_M: transport.toggle_mute,
            key.Key_R: transport.toggle_loop,
            key.Key_Z: transport.toggle_fit,
            key.Key_T: lambda: verbs.frame_as_next(False),
            key.Key_N: lambda: verbs.last_as_next(False),
            key.Key_F: verbs.toggle_full_screen,
            key.Key_F11: verbs.toggle_full_screen,
        }
        self._shifted: dict[Qt.Key, _Act] = {
            key.Key_T: lambda: verbs.frame_as_next(True),
            key.Key_N: lambda: verbs.last_as_next(True),
        }
        self._commanded: dict[Qt.Key, _Act] = {
            key.Key_C: verbs.copy_frame,
            key.Key_S: verbs.save_frame,
            key.Key_E: verbs.export,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False when it means nothing here."""
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == _NO:
            return self._verbs.leave_full_screen()
        act = zoom_act(event, self._view) or self._act_of(event)
        if act is not None:
            act()
        return act is not None

    def release(self, event: QKeyEvent) -> None:
        """Notice that K isn't held any more."""
        if event.key() == Qt.Key.Key_K and not event.isAutoRepeat():
            self._holds_still = False

    def let_go(self) -> None:
        """Another window has the keyboard now, and gets the release of every key that is held."""
        self._holds_still = False

    def _act_of(self, event: QKeyEvent) -> _Act | None:
        key = Qt.Key(event.key())
        match event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            case modifiers if modifiers == _NO:
                return self._acts.get(key)
            case modifiers if modifiers == _SHIFT:  # where a key means nothing of its own with Shift
                return self._shifted.get(key, self._acts.get(key))
            case modifiers if modifiers == _CTRL:
                return self._commanded.get(key)
        return None

    def _hold_still(self) -> None:
        if not self._holds_still:  # a key that is held repeats itself
            self._holds_still = True
            self._play.stop_shuttle()

    def _jog_or_shuttle(self, direction: int) -> None:
        """J and L run; while K is held, they go frame by frame."""
        if self._holds_still:
            self._play.step(direction)
        else:
            self._play.shuttle(direction)
