"""The running and stepping of a compared pair by keys, with J, K and L as on the stage."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from vidu_desktop.ui.compare.pair import FramePair
from vidu_desktop.ui.models.jog_shuttle import JogShuttle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Command, Place, PlayerCommand


class PairKeys:
    """Does what a command means for both sides."""

    def __init__(self, pair: FramePair, keys: KeyMap) -> None:
        self._keys = keys
        self._jog = JogShuttle(pair.pause, pair.step, pair.shuttle)
        does = PlayerCommand
        self.acts: dict[Command, Callable[[], object]] = {
            does.TOGGLE: pair.toggle,
            does.BACKWARDS: partial(self._jog.move, -1),
            does.STOP: self._jog.hold,
            does.FORWARDS: partial(self._jog.move, 1),
            does.LEFT: partial(pair.step, -1),
            does.RIGHT: partial(pair.step, 1),
            does.FIRST: partial(pair.seek, 0),
            does.LAST: lambda: pair.seek(pair.count - 1),
        }
        """What each command of the player does here."""

    def notice(self, event: QEvent) -> None:
        """Count K as released by its release, and when another window, which gets that release, takes the keyboard."""
        if event.type() is QEvent.Type.WindowDeactivate:
            self._jog.let_go()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease:
            stops = self._keys.command_of(event, Place.COMPARE) is PlayerCommand.STOP
            if stops and not event.isAutoRepeat():
                self._jog.let_go()
