"""The mouse of a virtual screen: its presses reach the program as those of a person do."""

import ctypes
import ctypes.util


class Pointer:
    """Raises OSError if the X server's test extension or its library is missing. Positions are in pixels from the screen's
    upper left corner.
    """

    def __init__(self, display: str) -> None:
        self._x, self._test = (
            ctypes.CDLL(ctypes.util.find_library(name) or name) for name in ("X11", "Xtst")
        )
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x.XOpenDisplay(display.encode())
        if not opened:
            raise OSError(f"no screen {display}")
        self._display = ctypes.c_void_p(opened)

    def move(self, x_px: int, y_px: int) -> None:
        self._test.XTestFakeMotionEvent(self._display, -1, x_px, y_px, 0)
        self._x.XFlush(self._display)

    def press(self) -> None:
        """Press and release the left button."""
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, 1, down, 0)
        self._x.XFlush(self._display)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)
