"""Keeps the machine from going to sleep, by the system's own means. The screen may still turn off."""

import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress

from vidu_desktop.adapters.desktop.session_bus import has_session_bus

_log = logging.getLogger(__name__)


class KeepAwake:
    """Keeps the machine awake between `hold` and `release`, at the latest to the end of the process, however that ends. Both
    return at once; another thread asks the system. Where no service answers, the machine may sleep as before and nobody is
    told.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, "keep awake") if _may_answer() else None
        self._held: AbstractContextManager[object] | None = None

    def hold(self) -> None:
        if self._threads is not None:
            self._threads.submit(self._hold)

    def release(self) -> None:
        if self._threads is not None:
            self._threads.submit(self._release)

    def close(self) -> None:
        """Let the machine sleep again. Blocks for a moment where it was held awake."""
        if self._threads is not None:
            self.release()
            self._threads.shutdown(wait=True, cancel_futures=False)

    def _hold(self) -> None:
        if self._held is not None:
            return
        try:
            from wakepy import keep  # takes a third of a second, with its own imports

            held = keep.running(on_fail="pass")
            mode = held.__enter__()
        except Exception as error:  # noqa: BLE001 - no failure of the desktop may stop the program's work
            _log.warning("the machine can't be kept awake: %s", error)
            return
        self._held = held
        _log.info("the machine stays awake (%s)", getattr(mode, "method", None) or "nobody answers")

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            with suppress(Exception):
                held.__exit__(None, None, None)
            _log.info("the machine may sleep again")


def _may_answer() -> bool:
    """Whether there is a system to ask: on Linux it is asked over the session's bus, elsewhere always."""
    return sys.platform != "linux" or has_session_bus()
