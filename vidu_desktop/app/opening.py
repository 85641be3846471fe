"""The steps from the first paint to the working window. Between the steps the window reacts."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
    from vidu_desktop.app.panes import Panes
    from vidu_desktop.domain.drafts import Drafts

_HELPERS = "vidu_desktop.adapters.processes.helper_processes"
_LOOKS = "vidu_desktop.adapters.pictures.picture_preparing"
AHEAD = (
    "socket",
    "concurrent.futures",
    "subprocess",
    "sqlite3",
    "ssl",
    "asyncio",
    _HELPERS,
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
"""The modules to import, in this order. Each one also imports those modules that it needs and that aren't loaded yet. The
first ones are small: a press at the first sight of the window comes among them.
"""


def open_in_steps(panes: "Panes", turn: Callable[[], object]) -> "HelperProcesses | None":
    """Import and build the rest of the program; `turn` is called first and after each step. If the tabs hold pictures, a
    helper process gets ready meanwhile to look at them: it takes as long as the rest of the start. Return the helpers; None
    without pictures.
    """
    turn()
    helpers = None
    for name in AHEAD:
        module = import_module(name)
        if name == _HELPERS and _holds_pictures(panes.put_back):
            helpers = module.HelperProcesses()
            helpers.get_ready(_LOOKS)
        turn()
    panes.complete(turn)
    return helpers


def _holds_pictures(drafts: "Drafts") -> bool:
    return any(path for draft in drafts.requests.values() for path in draft.picture_paths)
