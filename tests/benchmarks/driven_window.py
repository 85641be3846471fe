"""The program's own window, which does a benchmark's work by itself as soon as it has started."""

import importlib.util
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import vidu_desktop.app.run as run
from vidu_desktop.app import open_window
from vidu_desktop.app.window import Window
from vidu_desktop.wiring.session import Session


class DrivenWindow(Window):
    """`work` is called with the session and this window; `run_driven` sets it."""

    work: Callable[[Session, Any], Awaitable[None]]

    def __init__(self, session: Session, *rest: Any) -> None:
        super().__init__(session, *rest)
        self._driven = session

    async def begin(self) -> None:
        await super().begin()
        self._tasks.start("the benchmark", type(self).work(self._driven, self))


def run_driven(
    home: Path, work: Callable[[Session, Any], Any], window: type[DrivenWindow] = DrivenWindow
) -> None:
    """Open the window on this home, let it do its work, and end the process with the work's exit code."""
    window.work = work
    # Helper processes import the main module: it should be the program's, as for people, and not a
    # benchmark's with all of Qt.
    sys.modules["__main__"].__spec__ = importlib.util.find_spec("vidu_desktop.__main__")
    run.Window = window  # type: ignore[attr-defined]
    sys.exit(open_window(str(home)))
