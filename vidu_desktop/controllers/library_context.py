"""What the controllers of one library pane share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from vidu_desktop.controllers.library_list import LibraryList
from vidu_desktop.controllers.library_ports import ClipReader
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.widgets.last_folders import LastFolders


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryContext:
    """`leaving` is called with the path of every file that is about to be moved: a player must release it."""

    clips: ClipReader
    pane: LibraryPane
    model: LibraryModel
    listed: LibraryList
    undo: UndoStack
    guarded: GuardedTasks
    notices: Notices
    leaving: Callable[[str], None]
    folders: LastFolders = field(default_factory=LastFolders)
