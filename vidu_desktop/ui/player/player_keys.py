"""The player's keyboard: what the commands of the key table do with the picture on the stage."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.jog_shuttle import JogShuttle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Command, Place, PlayerCommand, WindowCommand
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.player_verbs import PlayerVerbs
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.zoom_keys import zoom_act

_Act = Callable[[], object]


class PlayerKeys:
    """Finds what a key does.

    Commands for the clip, not for its picture, go to `verbs.act`.
    """

    def __init__(
        self, keys: KeyMap, play: Playback, transport: Transport, view: FrameView, verbs: PlayerVerbs
    ) -> None:
        self._keys = keys
        self._view = view
        self._verbs = verbs
        self._jog = JogShuttle(play.stop_shuttle, play.step, play.shuttle)
        does = PlayerCommand
        self._acts: dict[PlayerCommand, _Act] = {
            does.TOGGLE: play.toggle,
            does.BACKWARDS: partial(self._jog.move, -1),
            does.STOP: self._jog.hold,
            does.FORWARDS: partial(self._jog.move, 1),
            does.LEFT: lambda: play.step(-1),
            does.FRAME_LEFT: lambda: play.step(-1),
            does.RIGHT: lambda: play.step(1),
            does.FRAME_RIGHT: lambda: play.step(1),
            does.FIRST: lambda: play.seek(0),
            does.LAST: lambda: play.seek(play.last_frame),
            does.SLOWER: lambda: play.change_speed(-1),
            does.FASTER: lambda: play.change_speed(1),
            does.SEAM_LEFT: lambda: verbs.to_seam(-1),
            does.SEAM_RIGHT: lambda: verbs.to_seam(1),
            does.MARK_IN: play.mark_in,
            does.MARK_OUT: play.mark_out,
            does.WHOLE: play.clear_range,
            does.TIMECODE: transport.timecode.edit,
            does.MUTE: transport.toggle_mute,
            does.LOOP: transport.toggle_loop,
            does.ACTUAL_PIXELS: transport.toggle_fit,
            does.SAVE_FRAME: verbs.save_frame,
            does.FRAME_TO_IMAGE: lambda: verbs.frame_as_next(False),
            does.FRAME_TO_START: lambda: verbs.frame_as_next(True),
            does.MATCHED_COLOURS: verbs.match_colours,
            does.FULL_SCREEN: verbs.toggle_full_screen,
        }

    def press(self, event: QKeyEvent, place: Place = Place.STAGE) -> bool:
        """Do what the key means in this place. Return False when it means nothing there."""
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            return self._verbs.leave_full_screen()
        nearer = zoom_act(event, self._view) if place is Place.STAGE else None
        act = nearer or self._act_of(self._keys.command_of(event, place), again=event.isAutoRepeat())
        if act is not None:
            act()
        return act is not None

    def means_something(self, event: QKeyEvent) -> bool:
        """Whether the key has a meaning on the stage, so that no other part of the window may take it."""
        return self._keys.command_of(event, Place.STAGE) is not None

    def release(self, event: QKeyEvent) -> None:
        """Notice the release of the key that stops (K)."""
        if event.isAutoRepeat():
            return
        if self._keys.command_of(event, Place.STAGE) is PlayerCommand.STOP:
            self._jog.let_go()

    def let_go(self) -> None:
        """Count K as released, because another window has the keyboard and gets the releases of held keys."""
        self._jog.let_go()

    def _act_of(self, command: Command | None, *, again: bool) -> _Act | None:
        match command:
            case WindowCommand.COPY:
                return self._verbs.copy_frame
            case PlayerCommand():
                return self._acts.get(command)
            case ClipVerb():  # held down, the key counts only once
                return (lambda: None) if again else partial(self._verbs.act, command)
        return None
