"""The steps from the first paint to the working window. Between the steps the window reacts."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vidu_desktop.app.panes import Panes

AHEAD = (
    "socket",
    "ssl",
    "concurrent.futures",
    "asyncio",
    "sqlite3",
    "filelock",
    "qasync",
    "PySide6.QtNetwork",
    "vidu_desktop.domain.batch",
    "vidu_desktop.engine.engine_context",
    "vidu_desktop.engine.engine",
    "vidu_desktop.ui.player.player_pane",
    "vidu_desktop.ui.queue.queue_pane",
    "vidu_desktop.ui.library.library_pane",
    "vidu_desktop.batch.board_stand",
    "vidu_desktop.adapters.journal.job_store",
    "vidu_desktop.adapters.index.clip_index",
    "vidu_desktop.wiring.storage",
    "vidu_desktop.adapters.zai.client",
    "vidu_desktop.wiring.program",
    "vidu_desktop.wiring.session",
    "vidu_desktop.controllers.library_controller",
    "vidu_desktop.app.many_videos",
    "vidu_desktop.app.window",
    "vidu_desktop.app.run",
)
"""The modules to import, in this order. Each one also imports those modules that it needs and that aren't loaded yet."""


def open_in_steps(panes: "Panes", turn: Callable[[], object]) -> None:
    """Import and build the rest of the program; `turn` is called first and after each step."""
    turn()
    for name in AHEAD:
        import_module(name)
        turn()
    panes.complete(turn)
