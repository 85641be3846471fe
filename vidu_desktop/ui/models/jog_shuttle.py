"""J, K and L as on an editing desk, for whatever plays."""

from collections.abc import Callable


class JogShuttle:
    """K stops. While K is held, J and L step one frame; otherwise they let the picture run, faster with each press."""

    def __init__(
        self, stop: Callable[[], object], step: Callable[[int], object], shuttle: Callable[[int], object]
    ) -> None:
        """`step` and `shuttle` get the direction: -1 is backwards, 1 is forwards."""
        self._stop = stop
        self._step = step
        self._shuttle = shuttle
        self._is_held = False

    def hold(self) -> None:
        """K was pressed. A held key repeats itself; only its first press stops."""
        if not self._is_held:
            self._is_held = True
            self._stop()

    def let_go(self) -> None:
        """K was released, or another window got the keyboard and with it the release."""
        self._is_held = False

    def move(self, direction: int) -> None:
        """J or L was pressed."""
        (self._step if self._is_held else self._shuttle)(direction)
